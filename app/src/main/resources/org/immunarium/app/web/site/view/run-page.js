// What pages of all runs begin and end with: what was found, notes, files, how it was made.
import { json, put, runPath, text } from "../api.js";
import { field, h, say } from "../dom.js";
import { problems, withoutPlace } from "./problems.js";
import { isUnderWay, runState } from "./run-state.js";
import { tablesOf } from "./run-tables.js";

/** What was found, and what should be known. */
export function runHead(now) {
  const parts = [];
  if (now.result?.findings?.length > 0) {
    parts.push(h("h2", {}, "Found"), h("ul", {}, now.result.findings.map((each) => h("li", {}, each))));
  }
  if (now.notices?.length > 0) {
    parts.push(h("details", {}, h("summary", {}, `${now.notices.length} ${now.notices.length === 1 ? "notice" : "notices"}`),
      h("ul", {}, now.notices.map((each) => h("li", {}, withoutPlace(each))))));
  }
  return parts;
}

/**
 * A run that is followed, and told of once it has ended.
 * @param {string} run
 * @param {{during?: (now: any) => void|Promise<void>, figures: (now: any, place: HTMLElement) => Promise<void>,
 *   last?: (now: any) => Node[], isFiles?: boolean}} what
 *   during: is called while it is under way; figures: puts what it came to before its tables; last: what stands after them;
 *   isFiles: see runFoot
 * @returns {{heading: HTMLElement, followed: HTMLElement, ended: HTMLElement, leave: () => void}}
 */
export function followedRun(run, what) {
  const heading = h("h1", {}, run);
  const ended = h("div", {});
  let drawn = "";
  const state = runState(run, async (now) => {
    heading.textContent = now.title || run;
    if (isUnderWay(now.status)) {
      // Once it ends again, it has come to more.
      drawn = "";
      await what.during?.(now);
      return;
    }
    if (drawn === now.status) {
      return;
    }
    drawn = now.status;
    // A place for each end, so that what still comes of an earlier one is not put here.
    const place = h("div", {}, runHead(now));
    ended.replaceChildren(place);
    const orProblems = async (put) => {
      try {
        await put();
      } catch (refused) {
        place.append(problems(refused));
      }
    };
    await orProblems(async () => {
      await what.figures(now, place);
      if (now.tables?.length > 0) {
        place.append(tablesOf(now));
      }
    });
    await orProblems(async () => place.append(...(what.last?.(now) ?? []), await runFoot(run, now, what.isFiles)));
  });
  return { heading, followed: state.element, ended, leave: state.leave };
}

/** Notes that are kept beside a run. */
export async function notesOf(run) {
  const area = h("textarea", { rows: "3" });
  area.value = (await json(`${runPath(run)}/notes`)).text;
  const told = h("span", { class: "soft" });
  const trouble = h("div", {});
  const save = h("button", { type: "button", onclick: async () => {
    try {
      await put(`${runPath(run)}/notes`, { text: area.value });
      told.textContent = "kept";
      say("The notes are kept.");
      trouble.replaceChildren();
    } catch (refused) {
      trouble.replaceChildren(problems(refused));
    }
  } }, "Keep the notes");
  area.addEventListener("input", () => { told.textContent = "not kept yet"; });
  return h("div", {}, field("Notes on this run", area, "kept beside the run, which stays as it was written"),
    h("div", { class: "buttons" }, save, told), trouble);
}

/**
 * Notes, files and how it was made.
 * @param {string} run
 * @param {any} now as the lab tells of it
 * @param {boolean} [isFiles] whether it stands on the page of the run's files, to which there is a way else
 */
export async function runFoot(run, now, isFiles = false) {
  const base = runPath(run);
  const study = h("pre", {});
  const parts = [];
  if (now.command) {
    parts.push(h("h2", {}, "This run"), await notesOf(run), h("p", { class: "buttons" },
      now.report ? h("a", { class: "button", href: `${base}/report`, target: "_blank", rel: "noopener" }, "Report") : null,
      h("a", { class: "button", href: `${base}/archive`, download: `${run}.zip` }, "Take it away (ZIP)"),
      h("a", { class: "button", href: `#/compare?a=${encodeURIComponent(run)}` }, "Compare with another"),
      isFiles ? h("a", { class: "button", href: `${base}/manifest`, target: "_blank", rel: "noopener" }, "Manifest")
        : h("a", { class: "button", href: `#/runs/${encodeURIComponent(run)}` }, "Files")),
    h("details", { ontoggle: async (event) => {
      if (event.target.open && !study.textContent) {
        study.textContent = await text(`${base}/study`).catch((refused) => refused.message);
      }
    } }, h("summary", {}, "How it was made"), h("pre", {}, `immunarium ${now.command.join(" ")}`), study));
  }
  return h("section", {}, parts);
}
