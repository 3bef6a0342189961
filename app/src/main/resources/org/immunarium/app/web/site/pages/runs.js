// All runs: what they were, how far they came, and where to look at them.
import { json, pathOf, remove, runPath } from "../api.js";
import { h, say, table, toTheMinute } from "../dom.js";
import { changesOf } from "../view/changed.js";
import { figuresOf } from "../view/figure.js";
import { problems } from "../view/problems.js";
import { followedRun } from "../view/run-page.js";
import { isUnderWay } from "../view/run-state.js";

/** Milliseconds after which runs are looked at again: while any is under way, and after the lab did not answer. */
const EVERY = 2000;
const AFTER_FAILURE = 10000;

const PAGE = { tissue: "tissue", patient: "patient", trial: "trial", sweep: "experiments", sensitivity: "experiments",
  fit: "experiments", calibration: "experiments" };

/** Where a run is looked at: tissues, patients and trials have pages of their own. */
export const pageOf = (run) => `#/${PAGE[run.kind] || "runs"}/${encodeURIComponent(run.run)}`;

/** A run by its title, with what was changed in it under it. */
function nameOf(run) {
  const changes = changesOf(run);
  return h("span", { class: "name" }, h("a", { href: pageOf(run) }, run.title || run.run),
    changes.length > 0 ? h("small", { class: "soft block" }, changes.join(" · ")) : null);
}

/** Runs in lines. */
export function runLines(runs) {
  return table(["run", "kind", "state", "seed", "begun"], runs.map((run) => [
    nameOf(run), run.kind || "", h("span", { class: "status" }, run.status), run.seed ?? "", toTheMinute(run.started)]), "Runs");
}

export async function show(parts) {
  return parts.length > 0 ? one(parts[0]) : all();
}

async function all() {
  const list = h("div", {});
  const trouble = h("div", {});
  const chosen = new Set();
  const compare = h("a", { class: "button", "aria-disabled": "true" }, "Compare two runs");
  let timer = 0;
  let left = false;
  function chooser(run) {
    const box = h("input", { type: "checkbox", "aria-label": `compare ${run.title || run.run} (${run.run})`, onchange: () => {
      if (box.checked) {
        chosen.add(run.run);
      } else {
        chosen.delete(run.run);
      }
      const two = [...chosen];
      if (two.length === 2) {
        compare.setAttribute("href", `#/compare?a=${encodeURIComponent(two[0])}&b=${encodeURIComponent(two[1])}`);
        compare.removeAttribute("aria-disabled");
      } else {
        compare.removeAttribute("href");
        compare.setAttribute("aria-disabled", "true");
      }
    } });
    box.checked = chosen.has(run.run);
    return box;
  }
  /** Looks, and again after a while if any is under way or the lab did not answer. */
  async function refresh() {
    let again = AFTER_FAILURE;
    try {
      again = await look() ? EVERY : 0;
      trouble.replaceChildren();
    } catch (refused) {
      trouble.replaceChildren(problems(refused));
    }
    clearTimeout(timer);
    if (!left && again > 0) {
      timer = setTimeout(refresh, again);
    }
  }

  /** Answers whether any is under way. */
  async function look() {
    const { runs } = await json("/api/runs");
    if (!list.contains(document.activeElement) || document.activeElement === document.body) {
      list.replaceChildren(runs.length === 0 ? h("p", { class: "soft" }, "None yet.")
        : table(["compare", "run", "state", "begun", "seed", "kind", "folder"], runs.map((run) => [
          chooser(run), nameOf(run), h("span", { class: "status" }, run.status), toTheMinute(run.started), run.seed ?? "", run.kind || "",
          h("a", { href: `#/runs/${encodeURIComponent(run.run)}` }, run.run)]), "All runs"));
    }
    return runs.some((run) => isUnderWay(run.status));
  }
  await refresh();
  const given = await givenFiles();
  return {
    title: "Runs", leave: () => { left = true; clearTimeout(timer); },
    element: h("div", {}, h("h1", {}, "Runs"),
      h("p", {}, "Each run has a folder of its own, those of the command line too. Nothing is overwritten."),
      h("div", { class: "buttons" }, compare, h("button", { type: "button", onclick: refresh }, "Look again")), trouble, list, given),
  };
}

const MIB = 2 ** 20;

/** What browsers gave to the lab, and a way to make room for more; nothing where it has none. */
async function givenFiles() {
  const words = h("p", {});
  const trouble = h("div", {});
  const tell = (now) => {
    words.textContent = now.files === 0 ? "None is kept."
      : `${now.files} ${now.files === 1 ? "file or archive takes" : "files and archives take"} ${Math.ceil(now.bytes / MIB)} MiB; at most `
        + `${now["most files"]} and ${Math.floor(now["most bytes"] / MIB)} MiB are kept. Runs have copies of their own.`;
    button.disabled = now.files === 0;
  };
  const button = h("button", { type: "button", onclick: async () => {
    try {
      tell(await remove("/api/uploads"));
      trouble.replaceChildren();
      say(words.textContent);
    } catch (refused) {
      trouble.replaceChildren(problems(refused));
    }
  } }, "Remove what no run needs");
  try {
    const now = await json("/api/uploads");
    if (now.files === 0) {
      return null;
    }
    tell(now);
  } catch {
    // That the lab does not answer is told above.
    return null;
  }
  return h("section", {}, h("h2", {}, "Files that were given to the lab"), words, h("div", { class: "buttons" }, button), trouble);
}

/** A run of any kind: what it found, its figures, notes and files. */
async function one(run) {
  const page = followedRun(run, { isFiles: true, figures: async (now, place) => {
    if (now.status === "done") {
      place.append(h("h2", {}, "Figures"), h("div", { class: "figures" }, await figuresOf(run)));
    }
  }, last: (now) => (now.tables?.length > 0 ? [filesOf(run, now.tables)] : []) });
  return { title: run, leave: page.leave, element: h("div", {}, page.heading, h("p", { class: "soft" }, run), page.followed, page.ended) };
}

const filesOf = (run, tables) => h("details", {}, h("summary", {}, `Its ${tables.length} ${tables.length === 1 ? "table" : "tables"} as files`),
  h("ul", {}, tables.map((each) => h("li", {}, h("a", { href: `${runPath(run)}/tables/${pathOf(each)}`, download: each.replaceAll("/", "-") },
    `tables/${each}`)))));
