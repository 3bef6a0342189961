// A run of a tissue: watched while it goes on, and looked at again frame by frame.
import { runPath } from "../api.js";
import { field, h } from "../dom.js";
import { frameChoices } from "./frame-choices.js";
import { frameWords, timeInWords } from "./frame-words.js";
import { giveDrug } from "./give-drug.js";
import { held } from "./held.js";
import { oneCell } from "./one-cell.js";
import { player } from "./player.js";
import { problems } from "./problems.js";
import { runFoot, runHead } from "./run-page.js";
import { isUnderWay, runState } from "./run-state.js";
import { saveFrame } from "./save-frame.js";
import { tissueCurves } from "./tissue-curves.js";
import { tissueFrames } from "./tissue-frames.js";
import { tissuePicture } from "./tissue-picture.js";

/** Frames that are asked for ahead of the one that is shown while they are played. */
const AHEAD = 3;

/** Milliseconds between drawings of the curves of a run that goes on, at least. */
const CURVES_EVERY = 1500;

/** Frames a second. */
const SPEEDS = [["2", "slow"], ["8", "medium"], ["24", "fast"]];

/**
 * @param {string} run
 * @param {string|null} beside the run whose twin this one is
 */
export function tissueRun(run, beside) {
  const heading = h("h1", {}, run);
  const trouble = h("div", {});
  const picture = tissuePicture({ picked: (cell) => one.pick(cell) });
  const words = frameWords(picture.canvas);
  const curves = curvesOf(run);
  /** How many frames there are, by variant. */
  let counts = {};
  let live = true;
  let done = false;
  let following = true;

  const choices = frameChoices({
    changed: (what) => {
      frames.again();
      if (what === "variant") {
        bounds();
        curves.choose(choices.variant);
      }
    },
    cut: picture.cut,
  });
  const count = () => (picture.view ? counts[choices.variant] || 0 : 0);
  let about = null;
  const frames = tissueFrames(run, { choice: choices.now, count, ahead: () => (film.playing ? AHEAD : 1), idle: () => !film.playing && !live, put,
    failed: (problem) => {
      film.hold();
      trouble.replaceChildren(problems(problem));
    } });

  const film = player({
    next: async () => {
      await frames.go(at() + 1);
      return at() < count() - 1 || live;
    },
    every: () => 1000 / Number(speed.value),
    told: (playing) => {
      play.textContent = playing ? "Hold" : "Play";
      play.setAttribute("aria-pressed", String(playing));
    },
  });
  const at = () => frames.shown?.number ?? -1;

  const slider = h("input", { type: "range", min: "0", max: "0", value: "0", "aria-label": "frame", oninput: () => lookAt(Number(slider.value)) });
  const moment = h("output", {}, "");
  const speed = h("select", { "aria-label": "speed" }, SPEEDS.map(([value, name]) => h("option", { value }, name)));
  speed.value = "8";
  const play = h("button", { type: "button", "aria-pressed": "false", onclick: async () => {
    following = false;
    if (!film.playing && at() >= count() - 1) {
      await frames.go(0);
      // Somebody may have looked elsewhere meanwhile.
      if (left || frames.wanted !== 0 || film.playing) {
        return;
      }
    }
    film.toggle();
  } }, "Play");

  /** Shows a frame that somebody chose, and stays there. */
  function lookAt(number) {
    following = false;
    film.hold();
    frames.go(number);
  }
  const step = (by) => h("button", { type: "button", "aria-label": by < 0 ? "one frame back" : "one frame on",
    onclick: () => lookAt(frames.wanted + by) }, by < 0 ? "◀" : "▶");

  /** The slider's length and words, after the count of frames. */
  function bounds() {
    slider.max = String(Math.max(0, count() - 1));
    if (frames.shown) {
      moment.textContent = `${at() + 1} of ${count()}`;
    }
    if (count() === 0 && frames.shown) {
      words.tellNone();
    }
  }

  function put(frame) {
    const { cells, choice } = frame;
    if (about === null) {
      about = cells;
      choices.describe(about);
    }
    trouble.replaceChildren();
    picture.put(frame);
    one.follow();
    bounds();
    slider.value = String(frames.wanted);
    slider.setAttribute("aria-valuetext", timeInWords(cells.time));
    words.tell(frame, { valueName: about.quantities.find((each) => each.array === choice.value)?.name ?? choice.value,
      range: picture.view.range, fieldRange: picture.view.fieldRange });
  }

  const one = oneCell({ run, timeInWords,
    at: () => ({ frame: frames.shown?.cells ?? null, number: at(), variant: frames.shown?.choice.variant ?? "" }) });

  const momentShown = () => (frames.shown ? { minutes: frames.shown.cells.time, last: done && at() >= count() - 1 } : null);

  /** Where all that is known of all cells of the frame is written. */
  function allValues() {
    const { choice, number } = frames.shown;
    return `${runPath(run)}/frames/${number}/cells.csv?variant=${encodeURIComponent(choice.variant)}`;
  }

  const found = h("div", {});
  /** The end that is told. */
  let ended = "";
  let left = false;
  const state = runState(run, (now) => {
    heading.textContent = now.title || run;
    const stood = !live && at() >= count() - 1;
    live = isUnderWay(now.status);
    done = now.status === "done";
    // Who looked at the end of a run that stood still sees it go on.
    following = following || live && stood;
    counts = now.frames || {};
    choices.follow(counts, now.variants || {}, following && live);
    bounds();
    if (following || frames.shown === null) {
      frames.go(count() - 1);
    } else {
      frames.again();
    }
    curves.follow(choices.variant, now, live);
    if (live) {
      ended = "";
    } else {
      following = false;
      return tellEnd(now);
    }
  });

  /** What a run that has ended came to, notes and the way to its files; once for each end. */
  async function tellEnd(now) {
    if (ended !== now.status) {
      ended = now.status;
      const foot = await runFoot(run, now);
      if (ended === now.status) {
        found.replaceChildren(...runHead(now), foot);
      }
    }
  }

  const element = h("div", {}, heading, state.element, trouble,
    h("div", { class: "two" },
      h("section", { "aria-label": "the tissue" }, picture.box, words.legend, words.sentence,
        h("div", { class: "scrub" }, h("span", { class: "buttons" }, step(-1), play, step(1)), slider, moment),
        h("div", { class: "row" }, field("Speed", speed), choices.elements),
        h("div", { class: "buttons" },
          h("button", { type: "button", onclick: () => picture.zoom(1.25) }, "Zoom in"),
          h("button", { type: "button", onclick: () => picture.zoom(0.8) }, "Zoom out"),
          saveFrame(picture.view, picture.canvas, { name: () => `${run}-${at()}`, allValues })),
        picture.keys),
      h("div", {}, h("h2", { class: "plain" }, "In this frame"), words.counts,
        h("h2", {}, "A drug"), giveDrug(run, momentShown), beside ? comparison(beside, run) : null,
        h("h2", {}, "A cell"), one.element)),
    h("h2", {}, "Over time"), curves.element, found);
  return { title: "Tissue", element, leave: () => {
    left = true;
    frames.leave();
    film.hold();
    curves.leave();
    state.leave();
    picture.leave();
  } };
}

const comparison = (beside, run) => h("p", {}, h("a", { href: `#/compare?a=${encodeURIComponent(beside)}&b=${encodeURIComponent(run)}` },
  "Compare with the tissue that goes without"));

/** Curves over time, drawn anew now and then while the run goes on; those that were asked for last count. */
function curvesOf(run) {
  const place = held("figures");
  let tables = new Set();
  let asked = 0;
  let drawnAt = -Infinity;
  let drawnFor = "";
  let ended = false;

  /** @param {boolean} chosen whether somebody asked for this variant, and looks at no other one */
  async function draw(variant, chosen) {
    asked += 1;
    const mine = asked;
    let made = null;
    try {
      made = await tissueCurves(run, variant, tables);
    } catch (refused) {
      // A table that is being written is read again at the next event.
      made = ended ? [problems(refused)] : null;
    }
    if (mine === asked && made !== null) {
      (chosen ? place.putNow : place.put)(...made);
    }
  }

  return { element: place.element, choose: (variant) => draw(variant, true),
    follow(variant, now, live) {
      tables = new Set(now.tables || []);
      ended = !live;
      const frames = Object.values(now.frames || {}).reduce((a, b) => a + b, 0);
      const mark = `${variant}|${frames}`;
      if (!live || mark !== drawnFor && performance.now() - drawnAt > CURVES_EVERY) {
        drawnFor = mark;
        drawnAt = performance.now();
        draw(variant, false);
      }
    },
    leave() { asked += 1; },
  };
}
