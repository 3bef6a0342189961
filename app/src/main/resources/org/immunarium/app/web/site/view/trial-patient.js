// A patient of a trial as a study of one patient: the same values, under each arm of the trial.
import { json, runPath, runTable, text } from "../api.js";
import { askedOf } from "./changed.js";
import { entriesOf, linesOf, quoted, things, unquoted, value, withThings } from "./study-text.js";

/** What patients differ in: columns with a unit between when they came and their baseline. */
export function valuesOf(header, row) {
  const from = header.indexOf("entry [d]") + 1;
  const to = header.indexOf("baseline [mm]");
  return header.slice(from, to).map((each, i) => ({ column: each, cell: row[from + i] }))
    .filter((each) => / \[.*\]$/.test(each.column) && each.cell !== "" && Number.isFinite(Number(each.cell)))
    .map(({ column, cell }) => {
      const [, name, unit] = /^(.*) \[(.*)\]$/.exec(column);
      return { name, unit, value: cell };
    });
}

/** Of a trial as a whole, not of one patient. */
const OF_THE_TRIAL = /^population\./;

/** What a patient's study sets: the trial's own values, what was changed in this run, and what this patient is like. */
function setOf(study, changed, values) {
  const set = new Map([...entriesOf(study, "set"), ...Object.entries(changed)].filter(([name]) => !OF_THE_TRIAL.test(name)));
  values.forEach((each) => set.set(each.name, `${each.value}${each.unit === "1" ? "" : ` ${each.unit}`}`));
  return set.size > 0 ? ["set:", ...[...set].map(([name, is]) => `  ${quoted(name)}: ${is}`)] : [];
}

/** The text of a study of that patient, under each arm side by side. */
export async function ofPatient(run, id) {
  const [study, now, { header, rows }] = await Promise.all([text(`${runPath(run)}/study`), json(runPath(run)), runTable(run, "patients.csv")]);
  const row = rows.find((each) => each[0] === id);
  if (!row) {
    throw new Error(`The trial has no patient ${id}.`);
  }
  const asked = askedOf(now);
  const title = unquoted(value(study, "title"));
  const duration = asked.duration || value(study, "duration");
  const made = [
    `# Patient ${id} of ${title}, given to ${row[header.indexOf("arm")]}: the same person under each arm.`,
    "# Outside of a trial nobody looks for progression: doses go on to the end.",
    "format: 1", "study: patient", `title: ${quoted(`Patient ${id} of ${title}`)}`, ...linesOf(study, "model"), `duration: ${duration}`,
    ...["patient", "side effects", "tolerances", "tumour"].flatMap((key) => linesOf(study, key)),
    "output: {every: 7 d}", ...setOf(study, asked.set, valuesOf(header, row)), ""].join("\n");
  const arms = things(study, "arms").filter((each) => each.therapy !== null)
    .map((each) => ({ keys: [], title: each.title, therapy: each.therapy }));
  return arms.length > 1 ? withThings(made, "compare", arms) : made;
}
