// A sweep, an analysis of sensitivity, a fit or a calibration: how far it is, then its figures and tables.
import { h } from "../dom.js";
import { figuresOf } from "./figure.js";
import { followedRun } from "./run-page.js";
import { pagedTable, tableOf } from "./run-tables.js";

/** The table that says most, by the kind of run. */
const FIRST = { sweep: "sweep.csv", sensitivity: "sensitivity.csv", fit: "fit.csv" };

export async function experimentRun(run) {
  const page = followedRun(run, { figures: async (now, place) => {
    if (now.status === "done") {
      place.append(h("h2", {}, "Figures"), h("div", { class: "figures" }, await figuresOf(run)));
    }
    const first = FIRST[now.kind];
    if (first && now.tables?.includes(first)) {
      const { header, rows } = await tableOf(now, first);
      place.append(h("h2", {}, now.status === "done" ? "What it came to" : "What it came to until it was stopped"),
        pagedTable({ header, rows, caption: now.title || run }).element);
    }
  } });
  return { title: "Experiment", leave: page.leave,
    element: h("div", {}, h("p", {}, h("a", { href: "#/experiments" }, "All experiments")), page.heading, page.followed, page.ended) };
}
