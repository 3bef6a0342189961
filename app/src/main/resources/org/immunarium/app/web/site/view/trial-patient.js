// A patient of a trial as a study of one patient: the same values, under each arm of the trial.
import { runPath, runTable, text } from "../api.js";
import { things, value, withThings } from "./study-text.js";

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

/** The text of a study of that patient, under each arm side by side. */
export async function ofPatient(run, id) {
  const study = await text(`${runPath(run)}/study`);
  const { header, rows } = await runTable(run, "patients.csv");
  const row = rows.find((each) => each[0] === id);
  if (!row) {
    throw new Error(`The trial has no patient ${id}.`);
  }
  const keep = (key) => (value(study, key) ? `${key}: ${value(study, key)}` : null);
  const set = valuesOf(header, row).map((each) => `  ${each.name}: ${each.value}${each.unit === "1" ? "" : ` ${each.unit}`}`);
  const own = value(study, "set").startsWith("{")
    ? value(study, "set").slice(1, -1).split(/,\s*/).map((each) => `  ${each}`).filter((each) => each.trim()) : [];
  const duration = value(study, "duration");
  const lines = [
    `# Patient ${id} of ${value(study, "title")}, given to ${row[header.indexOf("arm")]}: the same person under each arm.`,
    "# Outside of a trial nobody looks for progression: doses go on to the end.",
    "format: 1", "study: patient", `title: Patient ${id} of ${value(study, "title").replace(/^["']|["']$/g, "")}`,
    keep("model"), `duration: ${duration}`, keep("patient"), keep("side effects"), keep("tolerances"), keep("tumour"),
    "output: {every: 7 d}", own.length + set.length > 0 ? "set:" : null, ...own, ...set, ""];
  const arms = things(study, "arms").filter((each) => each.therapy !== null)
    .map((each) => ({ keys: [], title: each.title, therapy: each.therapy }));
  const made = lines.filter((each) => each !== null).join("\n");
  return arms.length > 1 ? withThings(made, "compare", arms) : made;
}
