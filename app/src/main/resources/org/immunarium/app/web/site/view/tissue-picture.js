// The picture of a tissue: its cells, a scale of length and a clock, with colours that keep their meaning from frame to frame.
import { freshId, h } from "../dom.js";
import { timeInWords } from "./frame-words.js";
import { lookAround } from "./look-around.js";
import { problems } from "./problems.js";
import { TissueView } from "./tissue-view.js";

/** Lengths that a scale is of, in µm. */
const LENGTHS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000];

const KEYS = "Drag, or press the arrow keys, to move the picture (a deep tissue turns; with Shift it moves). Turn the wheel, or press + and −, "
  + "to zoom. Click a cell, or give its number, to see what it is.";

/** @param {{picked: (cell: number) => void}} told of the cell that was clicked; -1 for none */
export function tissuePicture(told) {
  const keys = h("p", { class: "soft", id: freshId("keys") }, KEYS);
  const canvas = h("canvas", { tabindex: "0", role: "img", "aria-label": "cells of the tissue", "aria-describedby": keys.id });
  const scale = h("span", { class: "scale" });
  const clock = h("span", { class: "clock" });
  const box = h("div", { class: "tissue" }, canvas, scale, clock);
  let view;
  try {
    view = new TissueView(canvas);
  } catch (problem) {
    box.replaceChildren(problems(problem));
  }
  let valueOf = null;
  let fieldOf = null;

  function drawScale() {
    const across = view.micrometresAcross();
    const length = LENGTHS.filter((each) => each <= across / 4).pop() || 1;
    scale.textContent = `${length} µm`;
    scale.style.setProperty("--bar", `${length / across * canvas.clientWidth}px`);
  }

  /** Colours reach over all values that were seen of the same quantity. */
  function widen({ cells, substance, choice }) {
    if (cells.values) {
      let [low, high] = valueOf === choice.value ? view.range : [Infinity, -Infinity];
      for (const each of cells.values) {
        if (Number.isFinite(each)) {
          low = Math.min(low, each);
          high = Math.max(high, each);
        }
      }
      view.range = [low, high];
      valueOf = choice.value;
    }
    if (substance) {
      view.fieldRange = [0, substance.values.reduce((most, each) => Math.max(most, each), fieldOf === choice.substance ? view.fieldRange[1] : 0) || 1];
      fieldOf = choice.substance;
    }
  }

  const { zoom } = lookAround(canvas, view, { moved: drawScale, picked: told.picked });
  return {
    box, canvas, view, zoom, keys,
    /** Shows a frame; see tissueFrames. */
    put(frame) {
      widen(frame);
      view.showField(frame.substance);
      view.show(frame.cells);
      clock.textContent = timeInWords(frame.cells.time);
      drawScale();
    },
    cut(share) {
      if (view) {
        view.cutShare = share;
        view.draw();
      }
    },
    leave: () => view?.close(),
  };
}
