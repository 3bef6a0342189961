// A run of a patient: how far it is, then its figures, curves of any column of any variant, and what was measured over them.
import { field, h, parseCsv } from "../dom.js";
import { curves, number } from "./chart.js";
import { figuresOf } from "./figure.js";
import { problems } from "./problems.js";
import { followedRun } from "./run-page.js";
import { tableOf, variantsOf } from "./run-tables.js";

export async function patientRun(run) {
  const page = followedRun(run, { figures: async (now, place) => {
    if (now.status === "done") {
      place.append(h("h2", {}, "Figures"), h("div", { class: "figures" }, await figuresOf(run)));
    }
    const tables = now.tables || [];
    if (tables.some((each) => /(^|\/)timecourse\.csv$/.test(each))) {
      place.append(await chosenCurves(now));
    }
  } });
  return { title: "Patient", leave: page.leave, element: h("div", {}, page.heading, page.followed, page.ended) };
}

/** What curves are about, by the names of columns; the first that fits counts. */
const GROUPS = [
  ["Drugs", /^c_|(^|\.)(nivolumab|pembrolizumab|atezolizumab|ipilimumab|trastuzumab|docetaxel|dacarbazine|carboplatin|pemetrexed|aldesleukin|[a-z-]+mab)$/],
  ["Receptors", /PD1|PDL1|CTLA4|^H_|held by/],
  ["Side effects", /_harm$|steroid|given_|ANC|neutro|tolerance/i],
  ["Tumour", /^(SLD|D|D_.*|T|V_T|killed)$|\.C\d|^V_.*\.C_x/],
  ["Immune cells", /\.(T\d|Th|nT\d|aT\d|mT\d|NK|APC|mAPC|MDSC|M1|M2)$|^(E|N|L|CAR|B)$/],
];

const groupOf = (name) => (GROUPS.find(([, shape]) => shape.test(name)) || ["Others"])[0];

/** Time courses with what follows from their columns: how much of PD-1 an antibody holds. */
async function coursesOf(now, variants) {
  const all = [];
  for (const variant of variants) {
    const { header, rows } = await tableOf(now, `${variant.folder}timecourse.csv`);
    const names = header.map((each) => /^(.*?)(?: \[(.*)\])?$/.exec(each)).map(([, name, unit]) => ({ name, unit: unit || "" }));
    const columns = new Map(names.slice(1).map((each, i) => [each.name, { unit: each.unit, values: rows.map((row) => Number(row[i + 1])) }]));
    for (const [name] of [...columns]) {
      const held = /^(.*)\.PD1_([a-z][a-z-]+)$/.exec(name);
      if (held) {
        occupancy(columns, held[1], held[2]);
      }
    }
    all.push({ ...variant, timeUnit: names[0].unit, times: rows.map((row) => Number(row[0])), columns });
  }
  return all;
}

function occupancy(columns, place, drug) {
  const of = (name) => columns.get(`${place}.${name}`)?.values;
  const free = of("PD1");
  if (!free) {
    return;
  }
  const values = free.map((unbound, i) => {
    const held = of(`PD1_${drug}`)[i] + 2 * (of(`PD1_${drug}_PD1`)?.[i] ?? 0);
    const all = unbound + held + (of("PD1_PDL1")?.[i] ?? 0) + (of("PD1_PDL2")?.[i] ?? 0);
    return all > 0 ? held / all : NaN;
  });
  columns.set(`share of PD-1 held by ${drug} (${place})`, { unit: "1", values });
}

async function chosenCurves(now) {
  const { tables } = now;
  const variants = (await variantsOf(now)).filter((each) => tables.includes(`${each.folder}timecourse.csv`));
  const courses = await coursesOf(now, variants);
  const meanings = new Map();
  const about = `${variants[0].folder}columns.csv`;
  if (tables.includes(about)) {
    (await tableOf(now, about)).rows.forEach((row) => meanings.set(row[0], row[2]));
  }
  const columns = [...new Set(courses.flatMap((each) => [...each.columns.keys()]))];
  const groups = [...new Set(["Tumour", "Drugs", "Receptors", "Immune cells", "Side effects", "Others"])]
    .map((group) => [group, columns.filter((each) => groupOf(each) === group)]).filter(([, names]) => names.length > 0);
  const label = (name) => (meanings.get(name) && meanings.get(name) !== name ? `${name}: ${meanings.get(name)}` : name);
  const select = h("select", {}, groups.map(([group, names]) => h("optgroup", { label: group },
    names.map((name) => h("option", { value: name }, label(name))))));
  const log = h("input", { type: "checkbox" });
  const shown = new Set(courses.map((each) => each.folder));
  const place = h("div", { class: "figures" });
  const measured = [];
  const told = h("div", { "aria-live": "polite" });

  function chart(name, withMeasured) {
    const unit = courses.find((each) => each.columns.has(name)).columns.get(name).unit;
    // A variant keeps its colour where another is hidden.
    const series = courses.map((each, colour) => ({ ...each, colour }))
      .filter((each) => shown.has(each.folder) && each.columns.has(name)).map((each) => ({
        name: each.title || name, colour: each.colour, points: each.times.map((time, i) => [time, each.columns.get(name).values[i]]) }));
    if (withMeasured) {
      measured.forEach((each, i) => series.push({ name: each.name, dots: true, colour: courses.length + i, points: each.points }));
    }
    return curves({ title: label(name), x: `time [${courses[0].timeUnit}]`,
      y: unit && unit !== "1" ? `${name} [${unit}]`.slice(0, 44) : name.slice(0, 44), log: log.checked, series });
  }

  function draw() {
    place.replaceChildren(chart(select.value, true));
  }
  const all = h("button", { type: "button", onclick: () => {
    const [group, names] = groups.find(([, each]) => each.includes(select.value));
    place.replaceChildren(h("h3", { class: "wide" }, group), ...names.slice(0, 12).map((each) => chart(each, each === select.value)));
  } }, "All curves of this group");
  select.addEventListener("change", draw);
  log.addEventListener("change", draw);

  const boxes = courses.length > 1 ? h("fieldset", {}, h("legend", {}, "Variants"), courses.map((each) => {
    const box = h("input", { type: "checkbox", onchange: () => {
      if (box.checked) {
        shown.add(each.folder);
      } else {
        shown.delete(each.folder);
      }
      draw();
    } });
    box.checked = true;
    return h("label", { class: "choice" }, box, each.title);
  })) : null;

  const data = h("input", { type: "file", accept: ".csv,text/csv", onchange: async () => {
    if (data.files.length === 0) {
      return;
    }
    const read = overlayOf(await data.files[0].text(), data.files[0].name);
    told.replaceChildren(read.problem ? problems({ message: read.problem }) :
      h("p", { class: "soft" }, `${read.points.length} measurements of ${read.name} lie over the curve.`));
    if (!read.problem) {
      measured.push(read);
      draw();
    }
  } });
  const away = h("button", { type: "button", onclick: () => { measured.length = 0; told.replaceChildren(); draw(); } }, "Take data away");
  select.value = groups[0][1].includes("SLD") ? "SLD" : groups[0][1][0];
  draw();
  return h("section", {}, h("h2", {}, "Curves"),
    h("div", { class: "row" }, field("A curve", select), h("label", { class: "choice" }, log, "in powers of ten"), all), boxes,
    h("div", { class: "row" }, field("Lay data over it (CSV: time, value)", data, "in the units of the curve's axes"), away), told, place);
}

/** Measurements of a file: times and values in its first two columns of numbers, with or without a header. */
export function overlayOf(text, name) {
  const { header, rows } = parseCsv(text.replace(/^#.*\n/gm, "").trimEnd() + "\n");
  const all = header.every((each) => Number.isFinite(Number(each)) && each.trim() !== "") ? [header, ...rows] : rows;
  const wrong = all.findIndex((row) => row.length < 2 ||
    ![row[0], row[1]].every((each) => Number.isFinite(Number(each)) && each.trim() !== "") && row[1]?.trim() !== "");
  if (all.length === 0) {
    return { problem: `${name}: a table with a time and a value in each row was expected` };
  }
  if (wrong >= 0) {
    return { problem: `${name}, row ${wrong + 1}: a time and a value were expected, found "${all[wrong].join(",")}"` };
  }
  const points = all.filter((row) => row[1].trim() !== "").map((row) => [Number(row[0]), Number(row[1])]);
  return { name: `${name} (${number(points.length)} points)`, points };
}
