// Curves of a tissue over time: how many cells live, why others were lost, how much there is of substances.
import { runTable } from "../api.js";
import { curves } from "./chart.js";

/**
 * Figures of what the run has written until now.
 * @param {string} run
 * @param {string} variant its name; empty for the only one
 * @param {Set<string>} tables that are there
 */
export async function tissueCurves(run, variant, tables) {
  const folder = variant ? `${variant}/` : "";
  const made = [];
  for (const [name, draw] of [["cells_by_type.csv", living], ["kills_by_cause.csv", lost], ["substances.csv", substances]]) {
    if (tables.has(folder + name)) {
      const { header, rows } = await runTable(run, folder + name);
      made.push(...draw(rows.map((row) => Object.fromEntries(header.map((each, i) => [each, row[i]])))));
    }
  }
  return made;
}

/** Points over hours, for each name. */
function series(rows, time, nameOf, value) {
  const by = new Map();
  for (const row of rows) {
    const name = nameOf(row);
    if (!by.has(name)) {
      by.set(name, []);
    }
    by.get(name).push([Number(row[time]) / 60, Number(row[value])]);
  }
  return [...by].map(([name, points]) => ({ name, points }));
}

const living = (rows) => [curves({ title: "Living cells", x: "time [h]", y: "cells", series: series(rows, "time_min", (row) => row.cell_type, "live") })];

function lost(rows) {
  const all = series(rows, "time [min]", (row) => `${row.cell_type}, ${row.cause}${row.by ? `, by ${row.by}` : ""}`, "count");
  return all.length > 0 ? [curves({ title: "Cells lost, by cause", x: "time [h]", y: "cells until then", series: all })] : [];
}

/** Those of one unit in one figure. */
function substances(rows) {
  const units = [...new Set(rows.map((row) => row.unit))];
  return units.map((unit) => curves({ title: "Substances, on average over the tissue", x: "time [h]", y: unit && unit !== "1" ? `mean [${unit}]` : "mean",
    series: series(rows.filter((row) => row.unit === unit), "time [min]", (row) => row.substance, "mean") }));
}
