// A frame of a tissue in words and numbers: its legend, a sentence, and how many cells there are of each type.
import { h, table } from "../dom.js";
import { number } from "./chart.js";
import { COLOURS, rampColour } from "./tissue-view.js";

export function timeInWords(minutes) {
  if (minutes >= 2880) {
    return `day ${number(minutes / 1440)}`;
  }
  return minutes >= 120 ? `hour ${number(minutes / 60)}` : `minute ${number(minutes)}`;
}

/** The colours of values, from the lowest to the highest. */
function ramp() {
  const bar = h("canvas", { class: "ramp", width: "60", height: "1", "aria-hidden": "true" });
  const context = bar.getContext("2d");
  for (let i = 0; i < 60; i += 1) {
    context.fillStyle = `rgb(${rampColour(i / 59).join(",")})`;
    context.fillRect(i, 0, 1, 1);
  }
  bar.style.width = "60px";
  return bar;
}

/** Types of cells that are there, with how many live and are dead. */
export function countsOf(cells) {
  const counts = cells.types.map((name, i) => ({ name, i, alive: 0, dead: 0 }));
  for (let i = 0; i < cells.cells; i += 1) {
    counts[cells.type[i]][cells.fate[i] === 0 ? "alive" : "dead"] += 1;
  }
  return counts.filter((each) => each.alive + each.dead > 0);
}

/** The colour of a type of cells, for a legend. */
export function swatch({ name, i }) {
  const dot = h("span", { class: "swatch", "aria-hidden": "true" });
  dot.style.background = COLOURS[i % COLOURS.length];
  return h("li", {}, dot, name);
}

/**
 * A table of how many cells there are of each type. Only its rows are made anew, so that who is at it stays there.
 * @param {[string, string, string]} header
 * @param {string} caption
 */
export function countsTable(header, caption) {
  const element = table(header, [], caption);
  return { element, show(counts) {
    const made = table(header, counts.map((each) => [each.name, each.alive, each.dead]), caption);
    element.querySelector("tbody").replaceWith(made.querySelector("tbody"));
  } };
}

/** @param {HTMLCanvasElement} canvas on which the frame is drawn; it is named by what it shows */
export function frameWords(canvas) {
  const legend = h("ul", { class: "legend" });
  const sentence = h("p", { class: "soft" });
  const counts = countsTable(["cells", "living", "dead"], "Cells in this frame");

  /**
   * @param {{cells: any, substance: any}} frame
   * @param {{valueName: string, range: number[], fieldRange: number[]}} scales
   *   valueName: what the colours are of; range and fieldRange: the values of the darkest and the lightest, of cells and behind them
   */
  function tell({ cells, substance }, { valueName, range, fieldRange }) {
    const lines = countsOf(cells);
    const living = lines.map((each) => `${each.alive} living ${each.name}${each.dead ? ` (${each.dead} dead)` : ""}`);
    sentence.textContent = `At ${timeInWords(cells.time)}: ${living.join(", ")}.`;
    canvas.setAttribute("aria-label", `cells of the tissue. ${sentence.textContent}`);
    const items = cells.values
      ? [h("li", {}, ramp(), `${valueName}: ${number(range[0])} (dark) to ${number(range[1])} (light)`)] : lines.map(swatch);
    if (lines.some((each) => each.dead > 0)) {
      items.push(h("li", {}, "rings: dead cells"));
    }
    if (substance) {
      const unit = substance.unit && substance.unit !== "1" ? ` ${substance.unit}` : "";
      items.push(h("li", {}, ramp(), `${substance.name} behind: 0 (dark) to ${number(fieldRange[1])}${unit} (light)`));
    }
    legend.replaceChildren(...items);
    counts.show(lines);
  }

  /** Where nothing has been written of what is chosen. */
  function tellNone() {
    sentence.textContent = "Nothing of this treatment has been written yet; the picture is that of the one before.";
  }

  return { legend, sentence, counts: counts.element, tell, tellNone };
}
