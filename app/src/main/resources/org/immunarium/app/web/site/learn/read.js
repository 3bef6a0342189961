// What a run came to, read from its own tables: numbers by the names that a sweep gives them, and curves.
import { json, runPath, runTable } from "../api.js";
import { variantsOf } from "../view/run-tables.js";

const columns = (header, names) => names.map((name) => {
  const at = header.indexOf(name);
  if (at < 0) {
    throw new Error(`the run's table has no column ${name}`);
  }
  return at;
});

/**
 * A tissue's numbers: `initial live`, `final live`, `min live`, `max live`, `killed` (by other cells) and `departed` (alive) of each type.
 * @param {string} run
 * @returns {Promise<{measures: Object<string, Object<string, number>>, lines: Object<string, Object<string, [number, number][]>>}>}
 *   of each variant: numbers by name, and living cells by type over hours
 */
export async function readTissue(run) {
  const measures = {};
  const lines = {};
  for (const { id, folder } of await variantsOf(await json(runPath(run)))) {
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
      found[`departed ${name}`] = 0;
      found[`lost to chemotherapy ${name}`] = 0;
    }
    await readLosses(run, folder, found);
    await readTraits(run, folder, found);
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
    if (row[cause] === "intravasation" || row[cause] === "egress") {
      found[`departed ${row[type]}`] += Number(row[count]);
    }
    if (row[cause] === "chemotherapy") {
      found[`lost to chemotherapy ${row[type]}`] += Number(row[count]);
    }
  }
}

/** How many of the living have lost MHC-I or an antigen. */
async function readTraits(run, folder, found) {
  const traits = await runTable(run, `${folder}traits.csv`);
  const [type, trait, without] = columns(traits.header, ["cell_type", "trait", "without"]);
  for (const row of traits.rows) {
    found[`final without ${row[trait]} ${row[type]}`] = Math.round(Number(row[without]) * found[`final live ${row[type]}`]) || 0;
  }
}

/** Whether there are cells to be looked at. */
readTissue.pictures = true;

const HALF_YEAR = 182.5;
const MONTH = 30.4375;

/** For how long all patients of these trials are followed, but who dies or withdraws, in days. */
const END = 18 * MONTH;

const idOf = (title) => title.toLowerCase().replaceAll(" ", "-");
const numberOf = (text) => (text === "" ? NaN : Number(text));

/**
 * A trial's numbers by arm, and as lines how many of a hundred are alive over months (Kaplan and Meier).
 * @param {string} run
 */
export async function readTrial(run) {
  const measures = {};
  const lines = {};
  const rowsOf = async (name) => {
    const { header, rows } = await runTable(run, `${name}.csv`);
    return rows.map((row) => Object.fromEntries(header.map((column, i) => [column, row[i]])));
  };
  for (const row of await rowsOf("endpoints")) {
    if (row.endpoint === "OS") {
      measures[idOf(row.arm)] = { patients: numberOf(row.patients), "hazard ratio OS": numberOf(row["hazard ratio"]),
        "p OS": numberOf(row["log-rank p"]), "alive after half a year": 1, "alive after 18 months": 1, relapses: 0 };
      lines[idOf(row.arm)] = [[0, 100]];
    }
  }
  for (const row of await rowsOf("survival")) {
    if (row.endpoint === "OS") {
      const arm = idOf(row.arm);
      const time = numberOf(row["time [d]"]);
      const points = lines[arm];
      points.push([time / MONTH, points[points.length - 1][1]], [time / MONTH, 100 * numberOf(row.survival)]);
      if (time <= HALF_YEAR) {
        measures[arm]["alive after half a year"] = numberOf(row.survival);
      }
      if (time <= END) {
        measures[arm]["alive after 18 months"] = numberOf(row.survival);
      }
    }
  }
  for (const row of await rowsOf("response")) {
    measures[idOf(row.arm)]["complete responses"] = numberOf(row.CR);
    measures[idOf(row.arm)].responses = numberOf(row.CR) + numberOf(row.PR);
  }
  for (const row of await rowsOf("patients")) {
    if (["CR", "PR"].includes(row["best response"]) && row["progression [d]"] !== "") {
      measures[idOf(row.arm)].relapses += 1;
    }
  }
  for (const row of await rowsOf("toxicity")) {
    if (row.event === "any" && row.grade === "3+") {
      measures[idOf(row.arm)]["severe side effects [%]"] = numberOf(row["share [%]"]);
    }
  }
  for (const row of await rowsOf("cost")) {
    measures[idOf(row.arm)]["cost [USD]"] = numberOf(row["cost [USD]"]);
  }
  return { measures, lines };
}

/** Columns of a sweep of a trial, an arm's title within, and what is read from them. */
const OF_MANY = [
  [/^hazard ratio OS (.+)$/, "hazard ratio OS", 1],
  [/^p OS (.+)$/, "p OS", 1],
  [/^OS at 18 mo (.+) \[%\]$/, "alive after 18 months", 0.01],
  [/^severe side effects (.+) \[%\]$/, "severe side effects [%]", 1],
  [/^cost (.+) \[USD\]$/, "cost [USD]", 1]];

/**
 * Numbers of each trial of a sweep, by arm.
 * @param {string} run
 * @returns {Promise<{seed: number, variants: Object<string, Object<string, number>>}[]>}
 */
export async function readReplicates(run) {
  const { header, rows } = await runTable(run, "sweep.csv");
  const [seed, failed] = columns(header, ["seed", "failed"]);
  return rows.filter((row) => row[failed] === "no").map((row) => {
    const variants = {};
    header.forEach((column, i) => {
      for (const [pattern, name, unit] of OF_MANY) {
        const found = pattern.exec(column);
        if (found) {
          (variants[idOf(found[1])] ??= {})[name] = unit * numberOf(row[i]);
        }
      }
    });
    return { seed: Number(row[seed]), variants };
  });
}
