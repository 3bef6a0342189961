// What a run came to, read from its own tables: numbers by the names that a sweep gives them, and curves.
import { json, runPath, runTable } from "../api.js";

const columns = (header, names) => names.map((name) => {
  const at = header.indexOf(name);
  if (at < 0) {
    throw new Error(`the run's table has no column ${name}`);
  }
  return at;
});

/** Folders and titles of what was run beside each other. */
async function variantsOf(run) {
  const { tables } = await json(runPath(run));
  if (!tables.includes("variants.csv")) {
    return [{ id: "", folder: "" }];
  }
  const { rows } = await runTable(run, "variants.csv");
  return rows.map(([id]) => ({ id, folder: `${id}/` }));
}

/**
 * A tissue's numbers: `initial live`, `final live`, `min live`, `max live` and `killed` (by other cells) of each type.
 * @param {string} run
 * @returns {Promise<{measures: Object<string, Object<string, number>>, lines: Object<string, Object<string, [number, number][]>>}>}
 *   of each variant: numbers by name, and living cells by type over hours
 */
export async function readTissue(run) {
  const measures = {};
  const lines = {};
  for (const { id, folder } of await variantsOf(run)) {
    const found = {};
    const curves = {};
    const cells = await runTable(run, `${folder}cells_by_type.csv`);
    const [time, type, live] = columns(cells.header, ["time_min", "cell_type", "live"]);
    for (const row of cells.rows) {
      (curves[row[type]] ??= []).push([Number(row[time]) / 60, Number(row[live])]);
    }
    for (const [name, points] of Object.entries(curves)) {
      const counts = points.map(([, count]) => count);
      found[`initial live ${name}`] = counts[0];
      found[`final live ${name}`] = counts[counts.length - 1];
      found[`min live ${name}`] = Math.min(...counts);
      found[`max live ${name}`] = Math.max(...counts);
      found[`killed ${name}`] = 0;
      found[`lost to chemotherapy ${name}`] = 0;
    }
    await readLosses(run, folder, found);
    measures[id] = found;
    lines[id] = curves;
  }
  return { measures, lines };
}

/** Who was lost, and by whom; counts are of all until then. */
async function readLosses(run, folder, found) {
  const kills = await runTable(run, `${folder}kills_by_cause.csv`);
  const [type, cause, by, count] = columns(kills.header, ["cell_type", "cause", "by", "count"]);
  const last = new Map();
  for (const row of kills.rows) {
    last.set([row[type], row[cause], row[by]].join("|"), row);
  }
  for (const row of last.values()) {
    if (row[by] !== "" && row[cause] !== "fusion") {
      found[`killed ${row[type]}`] += Number(row[count]);
      const whom = `killed ${row[type]} by ${row[by]}`;
      found[whom] = (found[whom] || 0) + Number(row[count]);
    }
    if (row[cause] === "chemotherapy") {
      found[`lost to chemotherapy ${row[type]}`] += Number(row[count]);
    }
  }
}

/** Whether there are cells to be looked at. */
readTissue.pictures = true;
