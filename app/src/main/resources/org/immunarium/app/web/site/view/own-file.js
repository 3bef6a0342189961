// A file that somebody gives to a page: it goes to the page that its study is of.
import { post, upload, uploadedText } from "../api.js";
import { field, h, parseCsv } from "../dom.js";
import { problems } from "./problems.js";

/** Files of an archive that are offered. */
const MOST = 20;

const PAGE = { patient: "patient", trial: "trial" };

/** The name of a file that was given, without what the lab puts before it. */
const nameOf = (study) => study.slice(study.indexOf("/") + 1);

/** What can be wrong with a table that is given where a study is expected; null where it is one of dosing events. */
function wrongTable(name, content) {
  const { header } = parseCsv(`${content.replace(/^#.*\n/gm, "")}\n`);
  const has = (column) => header.some((each) => new RegExp(`^${column}\\b`, "i").test(each.trim()));
  if (has("TIME") && has("AMT")) {
    return null;
  }
  const found = header.length > 1 ? `a table with the columns ${header.slice(0, 6).map((each) => `"${each.trim()}"`).join(", ")}`
    : "a table of one column";
  return `${name}: found ${found}; expected a study (YAML), a model (SBML), or a table of dosing events with the columns TIME and AMT. `
    + "What was measured is laid over the curves of a run, or given to a fit among Experiments.";
}

/** Whether a person chooses which file of an archive is opened: settings of one project name all others. */
const areSeveral = (studies) => studies.length > 1
  && studies.filter((study) => /(^|\/)physicell_settings\.xml$/i.test(study)).length !== 1;

/**
 * A field for a file. Of an archive with several that may be meant a person chooses one, the likeliest first. A study of a patient or
 * a trial opens on its page, and so does a table of dosing events.
 * @param {{label: string, accept: string, tissue?: (study: string) => Promise<void>}} what
 *   tissue: what is done with a tissue; a page without refuses one
 */
export function ownFile({ label, accept, tissue }) {
  const trouble = h("div", {});
  const others = h("div", {});
  const open = (where, study) => { location.hash = `#/${where}?upload=${encodeURIComponent(study)}`; };

  /** Does something with the file; what is wrong with it is shown. */
  async function trying(what) {
    trouble.replaceChildren(h("p", { class: "soft" }, "checking …"));
    try {
      await what();
      trouble.replaceChildren();
    } catch (refused) {
      trouble.replaceChildren(problems(refused));
      // The same file may be given again, once it is mended.
      input.value = "";
    }
  }

  async function take(study) {
    if (study.toLowerCase().endsWith(".csv")) {
      const wrong = wrongTable(nameOf(study), await uploadedText(study));
      if (wrong) {
        throw new Error(wrong);
      }
      open("patient", study);
      return;
    }
    const { kind } = await post("/api/check", { study });
    if (kind === "tissue" && tissue) {
      await tissue(study);
    } else if (PAGE[kind]) {
      open(PAGE[kind], study);
    } else {
      throw new Error(`This is a study of kind ${kind}, which this page cannot open${kind === "tissue" ? "; the page Tissue can" : ""}.`);
    }
  }

  /** Offers the files of an archive. */
  function offer(studies) {
    const buttons = studies.slice(0, MOST).map((study) => h("button", { type: "button", onclick: () => trying(() => take(study)) }, nameOf(study)));
    const more = studies.length - buttons.length;
    others.replaceChildren(h("fieldset", {}, h("legend", {}, "Which file of this archive is to be opened?"),
      h("div", { class: "row" }, ...buttons),
      more > 0 ? h("p", { class: "soft" }, `${more} more are not shown.`) : ""));
    buttons[0].focus();
  }

  const input = h("input", { type: "file", accept, onchange: () => {
    others.replaceChildren();
    if (input.files.length === 0) {
      return;
    }
    trying(async () => {
      const { studies } = await upload(input.files[0]);
      if (areSeveral(studies)) {
        offer(studies);
      } else {
        await take(studies[0]);
      }
    });
  } });
  return h("div", {}, h("h2", {}, "Your own"), trouble, others, field(label, input, "it is checked whole before anything runs"));
}
