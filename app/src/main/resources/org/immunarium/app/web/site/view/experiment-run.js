// A sweep, an analysis of sensitivity, a fit or a calibration: how far it is, then its figures and tables.
import { h } from "../dom.js";
import { curves } from "./chart.js";
import { figuresOf } from "./figure.js";
import { followedRun } from "./run-page.js";
import { pagedTable, tableOf } from "./run-tables.js";
import { untilNow } from "./until-now.js";

/** The table that says most, by the kind of run. */
const FIRST = { sweep: "sweep.csv", sensitivity: "sensitivity.csv", fit: "fit.csv" };

/** What the searches of a fit came to, one after the other. */
const SEARCHES = "searches.csv";

export async function experimentRun(run) {
  const searches = untilNow(SEARCHES, bestUntilNow);
  const page = followedRun(run, { during: searches.during, figures: async (now, place) => {
    searches.end();
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
    element: h("div", {}, h("p", {}, h("a", { href: "#/experiments" }, "All experiments")), page.heading, page.followed, searches.element, page.ended) };
}

/** Of each patient the best objective after each search, the lower the better. */
function bestUntilNow(header, rows) {
  const [search, best] = [header.indexOf("search"), header.indexOf("best")];
  const points = new Map();
  for (const row of rows) {
    const name = header[0] === "patient" ? `patient ${row[0]}` : "the best until then";
    points.set(name, [...(points.get(name) ?? []), ...(row[best] === "" ? [] : [[Number(row[search]), Number(row[best])]])]);
  }
  const series = [...points].map(([name, all]) => ({ name, points: all, dots: all.length === 1 }));
  return [h("h2", {}, "Until now"), h("p", {}, "The best objective (minus the logarithm of the likelihood, the lower the better) after each search that is done."),
    curves({ title: "Best objective after each search", x: "search", y: "objective", series, from0: false })];
}
