// A cell that was clicked, or named by its id: what it is at the time that is shown, and what acts on it.
import { json, runPath } from "../api.js";
import { field, h, say } from "../dom.js";
import { number } from "./chart.js";
import { problems } from "./problems.js";

/**
 * @param {{run: string, at: () => {frame: {cells: number}|null, number: number, variant: string}, timeInWords: (minutes: number) => string}} what
 *   at: the frame that is looked at
 * @returns {{element: HTMLElement, pick: (cell: number) => void, follow: () => void}} pick: tells of a cell by its place in the frame;
 *   follow: tells of the same cell in the frame that is shown now
 */
export function oneCell({ run, at, timeInWords }) {
  const base = runPath(run);
  const told = h("div", { class: "cell" });
  const input = h("input", { type: "number", min: "0", step: "1", value: "0", size: "7" });
  const words = new Map();

  /** What cells of a type do, and the rules that act on them. */
  async function wordsOf(type, variant) {
    const key = `${variant}|${type}`;
    if (!words.has(key)) {
      words.set(key, (await json(`${base}/types/${encodeURIComponent(type)}?variant=${encodeURIComponent(variant)}`)).words);
    }
    return words.get(key);
  }

  /** The cell that is told of, by its id; null for none. */
  let followed = null;
  let asked = 0;
  let open = false;

  function pick(cell) {
    const { frame } = at();
    if (cell < 0 || !frame || cell >= frame.cells) {
      followed = null;
      told.replaceChildren(h("p", { class: "soft" }, "There is no cell. Click one, or give its id."));
    } else {
      tell(String(cell), true);
    }
  }

  function follow() {
    if (followed !== null) {
      tell(`${followed}?by=id`, false);
    }
  }

  /** @param {string} which cell, as the lab is asked; @param {boolean} aloud whether it is read out, too */
  async function tell(which, aloud) {
    const { number: shown, variant } = at();
    asked += 1;
    const mine = asked;
    const of = `variant=${encodeURIComponent(variant)}`;
    try {
      const found = await json(`${base}/frames/${shown}/cells/${which}${which.includes("?") ? "&" : "?"}${of}`);
      const acts = await wordsOf(found.type, variant);
      if (mine !== asked) {
        return;
      }
      followed = found.id;
      input.value = String(found.id);
      const rules = h("details", { open, ontoggle: () => { open = rules.open; } },
        h("summary", {}, `What acts on cells of this type (${found.type})`), h("ul", {}, acts.map((each) => h("li", {}, each))));
      told.replaceChildren(
        h("p", {}, h("strong", {}, found.type), `, ${found.fate}, at ${timeInWords(found.time)}`),
        h("dl", { class: "facts" }, found.values.flatMap((each) => [h("dt", {}, each.name),
          h("dd", {}, each.words ?? `${number(each.value)}${each.unit && each.unit !== "1" ? ` ${each.unit}` : ""}`)])),
        rules);
      if (aloud) {
        say(`${found.type}, ${found.fate}`);
      }
    } catch (refused) {
      if (mine === asked) {
        told.replaceChildren(refused.status === 404 && !aloud ? h("p", { class: "soft" }, `Cell ${followed} is not there at this time.`) : problems(refused));
      }
    }
  }

  input.addEventListener("change", () => tell(`${Number(input.value)}?by=id`, true));
  return { element: h("div", {}, field("Id of a cell", input, "or click one in the picture; it is followed from frame to frame"), told), pick, follow };
}
