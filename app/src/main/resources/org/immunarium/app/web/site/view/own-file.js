// A file that somebody gives to a page: it goes to the page that its study is of.
import { post, upload } from "../api.js";
import { field, h } from "../dom.js";
import { problems } from "./problems.js";

const PAGE = { patient: "patient", trial: "trial" };

/**
 * A field for a file. A study of a patient or a trial opens on its page.
 * @param {{label: string, accept: string, tissue?: (study: string) => Promise<void>}} what
 *   tissue: what is done with a tissue; a page without refuses one
 */
export function ownFile({ label, accept, tissue }) {
  const trouble = h("div", {});
  const open = (where, study) => { location.hash = `#/${where}?upload=${encodeURIComponent(study)}`; };
  const input = h("input", { type: "file", accept, onchange: async () => {
    if (input.files.length === 0) {
      return;
    }
    trouble.replaceChildren(h("p", { class: "soft" }, "checking …"));
    try {
      const { studies: [study] } = await upload(input.files[0]);
      if (study.endsWith(".csv")) {
        open("patient", study);
        return;
      }
      const { kind } = await post("/api/check", { study });
      trouble.replaceChildren();
      if (kind === "tissue" && tissue) {
        await tissue(study);
      } else if (PAGE[kind]) {
        open(PAGE[kind], study);
      } else {
        throw new Error(`This is a study of kind ${kind}, which this page cannot open${kind === "tissue" ? "; the page Tissue can" : ""}.`);
      }
    } catch (refused) {
      trouble.replaceChildren(problems(refused));
      // The same file may be given again, once it is mended.
      input.value = "";
    }
  } });
  return h("div", {}, h("h2", {}, "Your own"), trouble, field(label, input, "it is checked whole before anything runs"));
}
