// Tables of runs: read once, shown in pages, sorted by any column.
import { pathOf, runPath, runTable } from "../api.js";
import { field, freshId, h } from "../dom.js";
import { number } from "./chart.js";
import { problems } from "./problems.js";

const kept = new Map();
const MOST_KEPT = 24;

/**
 * A table of a run. Those of runs that are done are kept, the last ones; another run may be gone on with, and then has more rows.
 * @param {{run: string, status: string}} of the run as the lab tells of it, see GET /api/runs/{run}
 * @param {string} name
 */
export function tableOf({ run, status }, name) {
  if (status !== "done") {
    return runTable(run, name);
  }
  const key = `${run}|${name}`;
  if (!kept.has(key)) {
    const asked = runTable(run, name);
    asked.catch(() => kept.delete(key));
    kept.set(key, asked);
    if (kept.size > MOST_KEPT) {
      kept.delete(kept.keys().next().value);
    }
  }
  return kept.get(key);
}

/** Variants of a run, by their names, the folders of their tables and their titles; one without a name where there are none. */
export async function variantsOf(of) {
  if (!of.tables?.includes("variants.csv")) {
    return [{ id: "", folder: "", title: "" }];
  }
  const { rows } = await tableOf(of, "variants.csv");
  return rows.map(([id, title]) => ({ id, folder: `${id}/`, title }));
}

const isNumber = (text) => text !== "" && Number.isFinite(Number(text));

/**
 * A table in pages, sorted by the column whose header is pressed.
 * @param {{header: string[], rows: string[][], caption: string, size?: number, shown?: number[], open?: (row: string[]) => void,
 *   opens?: string, class?: string}} what shown: places of columns, all unless given; opens: what opening a row is called
 */
export function pagedTable(what) {
  const size = what.size || 20;
  const places = what.shown || what.header.map((_, i) => i);
  let rows = what.rows;
  let sorted = -1;
  let down = false;
  let page = 0;
  const body = h("tbody", {});
  const words = h("span", { class: "soft", "aria-live": "polite" });
  const heads = places.map((place) => {
    const button = h("button", { type: "button", class: "link", onclick: () => {
      down = sorted === place ? !down : false;
      sorted = place;
      sort();
      page = 0;
      draw();
    } }, what.header[place]);
    const filled = what.rows.slice(0, 200).map((row) => row[place] ?? "").filter((cell) => cell !== "");
    const numbers = filled.length > 0 && filled.filter(isNumber).length > filled.length / 2;
    return h("th", { scope: "col", class: numbers ? "n" : null }, button);
  });
  function sort() {
    rows = [...rows].sort((a, b) => {
      const [x, y] = [a[sorted] ?? "", b[sorted] ?? ""];
      const order = isNumber(x) && isNumber(y) ? Number(x) - Number(y) : isNumber(x) ? -1 : isNumber(y) ? 1 : x.localeCompare(y);
      return down ? -order : order;
    });
    heads.forEach((head, i) => {
      if (places[i] === sorted) {
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
      } else {
        head.removeAttribute("aria-sort");
      }
    });
  }
  const pages = () => Math.max(1, Math.ceil(rows.length / size));
  const back = h("button", { type: "button", onclick: () => { page -= 1; draw(); } }, "Back");
  const on = h("button", { type: "button", onclick: () => { page += 1; draw(); } }, "On");
  function draw() {
    page = Math.max(0, Math.min(page, pages() - 1));
    body.replaceChildren(...rows.slice(page * size, (page + 1) * size).map((row) => h("tr", {}, places.map((place, i) => {
      const cell = row[place] ?? "";
      const shown = isNumber(cell) ? number(Number(cell)) : cell === "NaN" ? "–" : cell;
      return h("td", { class: isNumber(cell) ? "n" : null },
        i === 0 && what.open ? h("button", { type: "button", class: "link", onclick: () => what.open(row) },
          h("span", { class: "unseen" }, `${what.opens || "open"} `), shown) : shown);
    }))));
    words.textContent = rows.length === 0 ? "No rows." : `Rows ${page * size + 1} to ${Math.min(rows.length, (page + 1) * size)} of ${rows.length}`;
    back.disabled = page === 0;
    on.disabled = page >= pages() - 1;
    foot.hidden = rows.length <= size && rows.length > 0;
  }
  const foot = h("div", { class: "buttons" }, back, on, words);
  const id = freshId("table");
  const element = h("div", {}, h("div", { class: "scroll tall", tabindex: "0", role: "region", "aria-labelledby": id },
    h("table", { class: what.class }, h("caption", { id, class: "unseen" }, what.caption), h("thead", {}, h("tr", {}, heads)), body)), foot);
  draw();
  return { element, show(other) {
    rows = other;
    page = 0;
    if (sorted >= 0) {
      sort();
    }
    draw();
  } };
}

/** All tables of a run as the lab tells of it: one of them shown, and each to take away. */
export function tablesOf(of) {
  const place = h("div", {});
  const choose = h("select", {}, h("option", { value: "" }, "none"),
    of.tables.filter((each) => each.endsWith(".csv")).map((each) => h("option", { value: each }, each.replace(/\.csv$/, ""))));
  const link = h("a", { class: "button", hidden: true }, "CSV");
  choose.addEventListener("change", async () => {
    const name = choose.value;
    link.hidden = !name;
    if (!name) {
      place.replaceChildren();
      return;
    }
    link.href = `${runPath(of.run)}/tables/${pathOf(name)}`;
    link.download = name.replaceAll("/", "-");
    let shown;
    try {
      const { header, rows } = await tableOf(of, name);
      shown = pagedTable({ header, rows, caption: name }).element;
    } catch (refused) {
      shown = problems(refused);
    }
    if (choose.value === name) {
      place.replaceChildren(shown);
    }
  });
  return h("section", {}, h("h2", {}, "Tables"), h("div", { class: "row" }, field("A table", choose), link), place);
}
