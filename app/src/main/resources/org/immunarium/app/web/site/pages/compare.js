// Two runs beside each other: what went in, what came out.
import { json, post, runPath, text } from "../api.js";
import { field, h, table, toTheMinute } from "../dom.js";
import { curves } from "../view/chart.js";
import { figuresOf } from "../view/figure.js";
import { problems } from "../view/problems.js";
import { pagedTable, tableOf } from "../view/run-tables.js";
import { notesOf } from "../view/run-page.js";
import { diffOf } from "../view/text-diff.js";
import { pageOf } from "./runs.js";

export async function show(parts, query) {
  const { runs } = await json("/api/runs");
  const ready = runs.filter((run) => run.title);
  const select = (chosen) => {
    const box = h("select", {}, h("option", { value: "" }, "choose a run"), ready.map((run) => h("option", { value: run.run },
      `${run.run.slice(-4)}: ${run.title} (${run.kind}, ${run.status}, ${toTheMinute(run.started)})`)));
    box.value = chosen || "";
    box.addEventListener("change", () => {
      location.hash = `#/compare?a=${encodeURIComponent(a.value)}&b=${encodeURIComponent(b.value)}`;
    });
    return box;
  };
  const a = select(query.get("a"));
  const b = select(query.get("b"));
  const element = h("div", {}, h("h1", {}, "Compare two runs"), h("div", { class: "two even" }, field("Run A", a), field("Run B", b)));
  if (!a.value || !b.value) {
    element.append(h("p", { class: "soft" }, ready.length < 2 ? "There are no two runs yet." : "Choose two runs."));
    return { title: "Compare", element };
  }
  const of = (name) => ready.find((run) => run.run === name);
  const rest = h("div", {}, h("p", { class: "soft" }, "reading …"));
  element.append(rest);
  compare(of(a.value), of(b.value)).then((made) => rest.replaceChildren(...made), (refused) => rest.replaceChildren(problems(refused)));
  return { title: "Compare", element };
}

async function compare(first, second) {
  const both = [first, second];
  const [manifests, studies, wholes] = await Promise.all([
    Promise.all(both.map((run) => json(`${runPath(run.run)}/manifest`))),
    Promise.all(both.map((run) => text(`${runPath(run.run)}/study`))),
    Promise.all(both.map((run) => json(runPath(run.run)))),
  ]);
  const names = first.title === second.title ? [`A: ${first.title}`, `B: ${second.title}`] : [first.title, second.title];
  const parts = [facts(both, manifests), h("h2", {}, "Values that differ"), values(manifests),
    h("h2", {}, "The studies"), diffOf(studies[0], studies[1], ["A", "B"])];
  parts.push(h("h2", {}, "The same in one chart"), await together(wholes));
  parts.push(h("h2", {}, "Figures beside each other"), await beside(both, wholes, names));
  if (wholes.every((each) => (each.tables || []).length > 0)) {
    parts.push(question(both));
  }
  parts.push(h("h2", {}, "Notes"), h("div", { class: "two even" }, await Promise.all(both.map(async (run, i) => h("div", {},
    h("h3", {}, names[i]), await notesOf(run.run),
    h("p", {}, h("a", { class: "button", href: `${runPath(run.run)}/archive`, download: `${run.run}.zip` },
      `Take ${i === 0 ? "A" : "B"} away (ZIP)`)))))));
  return parts;
}

function facts(both, manifests) {
  const rows = [["run", (run) => h("a", { href: pageOf(run) }, run.title)], ["folder", (run) => run.run],
    ["kind", (run) => run.kind], ["state", (run) => run.status],
    ["seed", (run) => h("span", {}, String(run.seed))], ["begun", (run) => toTheMinute(run.started)]].map(([name, of]) => [name, ...both.map(of)]);
  rows.push(["version", ...manifests.map((each) => each.version)], ["method", ...manifests.map((each) => Object.values(each.method || {}).join("; "))],
    ["command", ...manifests.map((each) => (each.command || []).join(" "))]);
  return h("div", { class: "pair" }, table(["", "A", "B"], rows, "What the two runs are"));
}

/** Values of the manifests, by name and whose they are, that are not the same. */
function values(manifests) {
  const key = (each) => `${each.name}\u0000${/,| of /.test(each.origin) ? each.origin : ""}`;
  const maps = manifests.map((each) => new Map((each.parameters || []).map((value) => [key(value), value])));
  const rows = [];
  const word = (each) => (each === undefined ? "not there" : `${each.value}${each.unit && each.unit !== "1" ? ` ${each.unit}` : ""}`);
  for (const each of new Set([...maps[0].keys(), ...maps[1].keys()])) {
    const [x, y] = maps.map((map) => map.get(each));
    if (word(x) !== word(y)) {
      rows.push([each.split("\u0000")[0], word(x), word(y), x?.origin ?? "", y?.origin ?? ""]);
    }
  }
  const same = [...maps[0].keys()].filter((each) => maps[1].has(each)).length;
  return rows.length === 0 ? h("p", {}, `None: all ${same} values are the same.`)
    : h("div", {}, h("p", {}, `${rows.length} ${rows.length === 1 ? "value differs" : "values differ"}.`),
      pagedTable({ header: ["value", "A", "B", "A has it from", "B has it from"], rows, caption: "Values that differ", size: 25 }).element);
}

/** Curves that both have, in one chart: of time courses, of cells by type, of survival. */
async function together(wholes) {
  const shared = (wholes[0].tables || []).filter((each) => (wholes[1].tables || []).includes(each));
  const own = (i, shape) => (wholes[i].tables || []).filter((each) => shape.test(each));
  const courses = [0, 1].map((i) => own(i, /(^|\/)timecourse\.csv$/));
  const cells = [0, 1].map((i) => own(i, /(^|\/)cells_by_type\.csv$/));
  const made = [];
  if (courses[0].length > 0 && courses[1].length > 0) {
    made.push(await ofColumns(wholes, courses));
  }
  if (cells[0].length > 0 && cells[1].length > 0) {
    made.push(await ofCells(wholes, cells));
  }
  if (shared.includes("survival.csv")) {
    made.push(await ofSurvival(wholes));
  }
  return made.length > 0 ? h("div", {}, made) : h("p", { class: "soft" }, "The two have no curves in common.");
}

const variantOf = (name) => (name.includes("/") ? name.slice(0, name.lastIndexOf("/")) : "");
const called = (i, name) => `${i === 0 ? "A" : "B"}${variantOf(name) ? `: ${variantOf(name)}` : ""}`;

async function ofColumns(wholes, courses) {
  const read = [];
  for (const [i, names] of courses.entries()) {
    for (const name of names) {
      read.push({ name: called(i, name), i, ...(await tableOf(wholes[i], name)) });
    }
  }
  const of = (i) => new Set(read.filter((each) => each.i === i).flatMap((each) => each.header.slice(1)));
  const other = of(1);
  const columns = [...of(0)].filter((each) => other.has(each));
  if (columns.length === 0) {
    return h("p", { class: "soft" }, "The two time courses have no column in common.");
  }
  const select = h("select", {}, columns.map((each) => h("option", { value: each }, each)));
  const log = h("input", { type: "checkbox" });
  const place = h("div", {});
  const draw = () => {
    const column = select.value;
    const series = read.filter((each) => each.header.includes(column)).map((each) => ({ name: each.name,
      points: each.rows.map((row) => [Number(row[0]), Number(row[each.header.indexOf(column)])]) }));
    place.replaceChildren(curves({ title: column, x: read[0].header[0], y: column.slice(0, 44), log: log.checked, series }));
  };
  select.addEventListener("change", draw);
  log.addEventListener("change", draw);
  draw();
  return h("div", {}, h("div", { class: "row" }, field("A curve", select), h("label", { class: "choice" }, log, "in powers of ten")), place);
}

async function ofCells(wholes, cells) {
  const by = new Map();
  for (const [i, names] of cells.entries()) {
    for (const name of names) {
      const { header, rows } = await tableOf(wholes[i], name);
      const [time, type, live] = ["time_min", "cell_type", "live"].map((each) => header.indexOf(each));
      for (const row of rows) {
        const type1 = by.get(row[type]) || by.set(row[type], new Map()).get(row[type]);
        const key = called(i, name);
        type1.set(key, [...(type1.get(key) || []), [Number(row[time]) / 60, Number(row[live])]]);
      }
    }
  }
  return h("div", { class: "figures" }, [...by].map(([type, series]) => curves({ title: `Living cells: ${type}`,
    x: "time [h]", y: "cells", series: [...series].map(([name, points]) => ({ name, points })) })));
}

async function ofSurvival(wholes) {
  const by = new Map();
  for (const [i, whole] of wholes.entries()) {
    const { header, rows } = await tableOf(whole, "survival.csv");
    const time = header.findIndex((each) => each.startsWith("time"));
    const [endpoint, arm, survival] = ["endpoint", "arm", "survival"].map((each) => header.findIndex((name) => name.replace(/ \[.*/, "") === each));
    for (const row of rows) {
      const lines = by.get(row[endpoint]) || by.set(row[endpoint], new Map()).get(row[endpoint]);
      const key = `${i === 0 ? "A" : "B"}: ${row[arm]}`;
      const points = lines.get(key) || lines.set(key, [[0, 1]]).get(key);
      const before = points[points.length - 1][1];
      points.push([Number(row[time]) / 30.4375, before], [Number(row[time]) / 30.4375, Number(row[survival])]);
    }
  }
  const words = { OS: "Overall survival", PFS: "Progression-free survival", DFS: "Disease-free survival", DoR: "Duration of response" };
  return h("div", { class: "figures" }, [...by].map(([endpoint, lines]) => curves({ title: words[endpoint] || endpoint,
    x: "time [months]", y: "share", series: [...lines].map(([name, points]) => ({ name, points })) })));
}

async function beside(both, wholes, names) {
  const columns = await Promise.all(both.map(async (run, i) => {
    if (wholes[i].status !== "done") {
      return [h("p", { class: "soft" }, "This run is not done.")];
    }
    return figuresOf(run.run);
  }));
  const titled = (figure) => figure.querySelector("h3")?.textContent;
  const rows = [];
  const rest = [...columns[1]];
  for (const figure of columns[0]) {
    const at = rest.findIndex((each) => titled(each) && titled(each) === titled(figure));
    rows.push(figure, at >= 0 ? sameScale(figure, rest.splice(at, 1)[0]) : h("p", { class: "soft" }, `B has no "${titled(figure) ?? ""}".`));
  }
  rest.forEach((figure) => rows.push(h("p", { class: "soft" }, `A has no "${titled(figure) ?? ""}".`), figure));
  rows.forEach((each) => each.classList.remove("wide"));
  const headings = names.map((name, i) => {
    const letter = i === 0 ? "A" : "B";
    return h("h3", {}, name.startsWith(`${letter}: `) ? name : `${letter}: ${name}`);
  });
  return h("div", { class: "two even" }, headings, rows);
}

/** Both with lines of the same scale, where a figure can be shown in two. */
function sameScale(figure, other) {
  const [mine, its] = [figure, other].map((each) => each.querySelector(".head button"));
  if (mine && its && mine.textContent !== its.textContent) {
    its.click();
  }
  return other;
}

/** A question in SQL to the tables of both. */
function question(both) {
  const area = h("textarea", { rows: "4", spellcheck: "false" });
  area.value = "select table_name, column_count, estimated_size as rows from duckdb_tables() order by 1";
  const answer = h("div", { "aria-live": "polite" });
  const ask = async () => {
    answer.replaceChildren(h("p", { class: "soft" }, "asking …"));
    try {
      const found = await post(`${runPath(both[0].run)}/query`, { sql: area.value, beside: both[1].run });
      answer.replaceChildren(found.more ? h("p", {}, `The first ${found.rows.length} rows.`) : "",
        pagedTable({ header: found.header, rows: found.rows.map((row) => row.map(String)), caption: "The answer" }).element);
    } catch (refused) {
      answer.replaceChildren(problems(refused));
    }
  };
  return h("section", {}, h("h2", {}, "Ask their tables"),
    h("p", {}, "In SQL, as DuckDB has it: a table of the first run is called \"a.timecourse\", of the second \"b.timecourse\". "
      + "It sees these tables and nothing else."),
    field("A question", area), h("div", { class: "buttons" }, h("button", { type: "button", onclick: ask }, "Ask")), answer);
}
