// A sweep, an analysis of sensitivity, a fit or a calibration: how far it is, then its figures and tables.
import { runPath } from "../api.js";
import { h } from "../dom.js";
import { figuresOf } from "./figure.js";
import { problems } from "./problems.js";
import { runFoot, runHead } from "./run-page.js";
import { pagedTable, tableOf, tablesOf } from "./run-tables.js";
import { isUnderWay, runState } from "./run-state.js";

/** The table that says most, by the kind of run. */
const FIRST = { sweep: "sweep.csv", sensitivity: "sensitivity.csv", fit: "fit.csv" };

export async function experimentRun(run) {
  const heading = h("h1", {}, run);
  const rest = h("div", {});
  let drawn = "";
  const state = runState(run, async (now) => {
    heading.textContent = now.title || run;
    if (isUnderWay(now.status) || drawn === now.status) {
      return;
    }
    drawn = now.status;
    rest.replaceChildren(...runHead(now));
    const tables = now.tables || [];
    try {
      if (now.status === "done") {
        rest.append(h("h2", {}, "Figures"), h("div", { class: "figures" }, await figuresOf(run)));
      }
      const first = FIRST[now.kind];
      if (first && tables.includes(first)) {
        const { header, rows } = await tableOf(run, first);
        rest.append(h("h2", {}, now.status === "done" ? "What it came to" : "What it came to until it was stopped"), pagedTable({ header, rows, caption: now.title || run }).element);
      }
      if (tables.length > 0) {
        rest.append(tablesOf(run, tables, runPath(run)));
      }
    } catch (refused) {
      rest.append(problems(refused));
    }
    rest.append(await runFoot(run, now));
  });
  return { title: "Experiment", leave: state.leave, element: h("div", {}, h("p", {}, h("a", { href: "#/experiments" }, "All experiments")), heading, state.element, rest) };
}
