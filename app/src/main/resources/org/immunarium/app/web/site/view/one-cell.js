// A cell that was clicked, or named by its number: what it is, and what acts on it.
import { json, runPath } from "../api.js";
import { field, h, say } from "../dom.js";
import { number } from "./chart.js";
import { problems } from "./problems.js";

/**
 * @param {{run: string, at: () => {frame: {cells: number}|null, number: number, variant: string}, timeInWords: (minutes: number) => string}} what
 *   at: the frame that is looked at
 * @returns {{element: HTMLElement, pick: (cell: number) => Promise<void>}} pick: tells of a cell, counted from 0
 */
export function oneCell({ run, at, timeInWords }) {
  const base = runPath(run);
  const told = h("div", { class: "cell" });
  const input = h("input", { type: "number", min: "1", step: "1", value: "1", size: "7" });
  const words = new Map();

  /** What cells of a type do, and the rules that act on them. */
  async function wordsOf(type, variant) {
    const key = `${variant}|${type}`;
    if (!words.has(key)) {
      words.set(key, (await json(`${base}/types/${encodeURIComponent(type)}?variant=${encodeURIComponent(variant)}`)).words);
    }
    return words.get(key);
  }

  async function pick(cell) {
    const { frame, number: shown, variant } = at();
    if (cell < 0 || !frame || cell >= frame.cells) {
      told.replaceChildren(h("p", { class: "soft" }, "There is no cell. Click one, or give its number."));
      return;
    }
    input.value = String(cell + 1);
    try {
      const found = await json(`${base}/frames/${shown}/cells/${cell}?variant=${encodeURIComponent(variant)}`);
      const acts = await wordsOf(found.type, variant);
      told.replaceChildren(
        h("p", {}, h("strong", {}, found.type), `, ${found.fate}, at ${timeInWords(found.time)}`),
        h("dl", { class: "facts" }, found.values.flatMap((each) => [h("dt", {}, each.name),
          h("dd", {}, each.words ?? `${number(each.value)}${each.unit && each.unit !== "1" ? ` ${each.unit}` : ""}`)])),
        h("details", {}, h("summary", {}, `What acts on cells of this type (${found.type})`), h("ul", {}, acts.map((each) => h("li", {}, each)))));
      say(`${found.type}, ${found.fate}`);
    } catch (refused) {
      told.replaceChildren(problems(refused));
    }
  }

  input.addEventListener("change", () => pick(Number(input.value) - 1));
  return { element: h("div", {}, field("Number of a cell", input, "or click one in the picture"), told), pick };
}
