// The tissue of a lesson: its cells while the run goes on, and frame by frame after it.
import { bytes, runPath } from "../api.js";
import { field, h } from "../dom.js";
import { writtenNow } from "../view/frame-choices.js";
import { countsOf, countsTable, swatch } from "../view/frame-words.js";
import { problems } from "../view/problems.js";
import { player } from "../view/player.js";
import { saveFrame } from "../view/save-frame.js";
import { cellsOf, TissueView } from "../view/tissue-view.js";
import { number } from "../view/chart.js";

/** Milliseconds from one frame to the next while they are played, at least. */
const EVERY = 120;

const still = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

/**
 * @param {string} run
 * @param {{types: Object<string, string>, variants: Object<string, string>, words: Object<string, string>}} names
 *   of cells and of variants as they are told, and of buttons
 */
export function lessonPicture(run, names) {
  const canvas = h("canvas", { role: "img", "aria-label": names.words.picture });
  const clock = h("span", { class: "clock" });
  const box = h("div", { class: "tissue" }, canvas, clock);
  const legend = h("ul", { class: "legend" });
  const inWords = h("p", { class: "soft" });
  const variant = h("select", {});
  const slider = h("input", { type: "range", min: "0", max: "0", value: "0", "aria-label": names.words.moment });
  const play = h("button", { type: "button" }, names.words.play);
  const controls = h("div", { hidden: true }, h("div", { class: "scrub" }, play, slider, h("span", {}, "")));
  const numbers = countsTable([names.words.cells, names.words.living, names.words.dead], names.words.inNumbers);
  let view;
  try {
    view = new TissueView(canvas);
  } catch (problem) {
    box.replaceChildren(problems(problem));
  }
  const element = h("div", { class: "lesson-picture" }, field(names.words.whichTissue, variant), box, legend, inWords, controls,
    h("details", {}, h("summary", {}, names.words.inNumbers), numbers.element),
    h("div", { class: "buttons" }, saveFrame(view, canvas, { name: () => [run, variant.value, shown.split("|").at(-1)].filter(Boolean).join("-") })));
  let frames = {};
  let chosen = false;
  let shown = "";
  let busy = false;
  let wanted = 0;
  let left = false;
  /** The frame that is played next. */
  let at = 0;
  const count = () => frames[variant.value] || 0;

  async function go(n) {
    wanted = Math.max(0, Math.min(n, count() - 1));
    if (busy || !view || count() === 0) {
      return;
    }
    busy = true;
    try {
      while (shown !== `${variant.value}|${wanted}` && !left && count() > 0) {
        const [id, place] = [variant.value, wanted];
        const cells = cellsOf(await bytes(`${runPath(run)}/frames/${place}?${new URLSearchParams({ variant: id })}`));
        // What was left or chosen otherwise meanwhile is not shown.
        if (!left && id === variant.value) {
          put(cells, place);
          shown = `${id}|${place}`;
        }
      }
    } catch {
      // The frame is being written; the next one tells.
    } finally {
      busy = false;
    }
  }

  function put(cells, place) {
    view.show(cells);
    const counts = countsOf(cells).map((each) => ({ ...each, name: names.types[each.name] || each.name }));
    const there = counts.filter((each) => each.alive > 0);
    const hours = `${number(cells.time / 60)} h`;
    clock.textContent = hours;
    slider.value = String(wanted);
    slider.setAttribute("aria-valuetext", hours);
    inWords.textContent = `${names.variants[variant.value] || variant.value}, ${hours}: ${there.map((each) => `${each.alive} ${each.name}`).join(", ")}.`;
    canvas.setAttribute("aria-label", `${names.words.picture}. ${inWords.textContent}`);
    legend.replaceChildren(...counts.map(swatch), h("li", {}, names.words.rings));
    numbers.show(counts);
  }

  const film = player({
    next: async () => {
      await go(at);
      at += 1;
      return at < count();
    },
    every: () => EVERY,
    told: (playing) => { play.textContent = playing ? names.words.hold : names.words.play; },
  });
  play.addEventListener("click", () => {
    at = Number(slider.value) >= count() - 1 ? 0 : Number(slider.value);
    film.toggle();
  });
  slider.addEventListener("input", () => { film.hold(); go(Number(slider.value)); });
  variant.addEventListener("change", () => {
    chosen = true;
    slider.max = String(Math.max(0, count() - 1));
    go(Number(slider.value));
  });

  /** Follows what has been written. */
  function follow(state, live) {
    frames = state.frames || {};
    const ids = Object.keys(frames);
    if (ids.join() !== [...variant.options].map((each) => each.value).join()) {
      const before = variant.value;
      variant.replaceChildren(...ids.map((id) => h("option", { value: id }, names.variants[id] || id)));
      variant.value = ids.includes(before) ? before : ids[0] ?? "";
      variant.parentElement.hidden = ids.length < 2;
    }
    if (live && !chosen && ids.length > 0) {
      variant.value = writtenNow(frames);
    }
    slider.max = String(Math.max(0, count() - 1));
    controls.hidden = live;
    if (live && still()) {
      return;
    }
    if (live || !film.playing) {
      go(count() - 1);
    }
  }
  return { element, follow, leave: () => { left = true; film.hold(); view?.close(); } };
}
