// Figures of a run's report: the same pictures, words and numbers, drawn by the program itself.
import { json, runPath } from "../api.js";
import { h } from "../dom.js";
import { details, exports } from "./chart.js";

/** Width of a picture that is shown whole on a telephone; wider ones are moved sideways, so that their letters stay readable. */
const FITS = 460;

/** All figures of a run, as the lab tells them: their pictures, words and numbers. */
export const toldFigures = async (run) => (await json(`${runPath(run)}/figures`)).figures;

/** All figures of a run, as elements. */
export const figuresOf = async (run) => (await toldFigures(run)).map(figure);

/** @param {{title: string, wide: boolean, legend: string, pictures: {scale: string, svg: string}[], words: string[],
 *   header: string[], rows: string[][], note: string}} what */
export function figure(what) {
  const boxes = what.pictures.map((each, i) => {
    const box = h("div", { class: "picture", hidden: i > 0, tabindex: "0", role: "group", "aria-label": what.title });
    box.innerHTML = each.svg;
    box.classList.toggle("fits", box.querySelector("svg")?.viewBox.baseVal.width <= FITS);
    return box;
  });
  const element = h("figure", { class: what.wide ? "wide" : null });
  const head = h("div", { class: "head" }, h("h3", {}, what.title));
  if (boxes.length > 1) {
    let shown = 0;
    const button = h("button", { type: "button", onclick: () => {
      shown = (shown + 1) % boxes.length;
      boxes.forEach((box, i) => { box.hidden = i !== shown; });
      button.textContent = `show ${what.pictures[(shown + 1) % boxes.length].scale}`;
    } }, `show ${what.pictures[1].scale}`);
    head.append(button);
  }
  const legend = h("div", {});
  legend.innerHTML = what.legend;
  const shown = () => [...boxes.find((box) => !box.hidden).querySelectorAll("svg")].filter((svg) => !svg.parentElement.closest("svg"));
  element.append(head, ...boxes, legend, details(what.words, what, what.title), exports(what.title, shown, what));
  return element;
}
