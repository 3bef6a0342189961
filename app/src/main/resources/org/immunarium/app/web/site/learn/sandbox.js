// The sandbox: the tumour of the experiments, with everything to be set.
import { post } from "../api.js";
import { field, h, say } from "../dom.js";
import { curves } from "../view/chart.js";
import { problems } from "../view/problems.js";
import { isUnderWay, runState } from "../view/run-state.js";
import { seedOf } from "../view/seed.js";
import { lessonPicture } from "./picture.js";
import { readTissue } from "./read.js";
import { fill } from "./words.js";

const STUDY = "learn/sandbox";

/** What can be set: from, to, step, at first, and the value's name and unit. */
const SETS = {
  t: [1, 30, 1, 8, (at) => ({ "start[2].count": at })],
  nk: [1, 30, 1, 8, (at) => ({ "start[3].count": at })],
  growth: [0.1, 1.5, 0.1, 0.6, (at) => ({ "tumour.cycle entry": `${(at / 1000).toFixed(5)} 1/min` })],
  mhc: [0, 1, 0.1, 1, (at) => ({ "tumour.MHC-I expression": at })],
  loss: [0, 20, 1, 0, (at) => ({ "tumour.loss of neoantigen": at / 100 })],
  nivolumab: [0, 100, 5, 0, (at) => ({ "medium.nivolumab": `${at} nM` })],
  rituximab: [0, 100, 5, 0, (at) => ({ "medium.rituximab": `${at} nM` })],
  paclitaxel: [0, 20, 1, 0, (at) => ({ "medium.paclitaxel": `${at} nM` })],
};

/**
 * @param {any} texts all words
 * @param {HTMLElement} banner that this is for teaching
 * @param {(asked: any) => string} commandOf
 */
export function sandbox(texts, banner, commandOf) {
  const words = texts.page;
  const text = texts.sandbox;
  const sliders = Object.entries(SETS).map(([id, [from, to, step, first, set]]) => {
    const said = h("output", {}, String(first));
    const slider = h("input", { type: "range", min: String(from), max: String(to), step: String(step), value: String(first),
      oninput: () => { said.textContent = slider.value; } });
    return { set: () => set(Number(slider.value)), element: h("div", { class: "slide" }, field(text.sets[id], slider), said) };
  });
  const silenced = h("select", {}, Object.entries(text.silenced).map(([value, name]) => h("option", { value }, name)));
  const seed = h("input", { type: "number", min: "0", step: "1", value: "1" });
  const go = h("button", { type: "button", class: "main" }, words.run);
  const running = h("div", {});
  const left = [];

  go.addEventListener("click", async () => {
    left.splice(0).forEach((leave) => leave());
    const set = Object.assign({ "tumour.custom:PD-L1 silenced": Number(silenced.value) }, ...sliders.map((each) => each.set()));
    go.disabled = true;
    try {
      const asked = { study: STUDY, seed: seedOf(seed), set };
      const { run } = await post("/api/runs", asked);
      watchRun(run, asked);
    } catch (refused) {
      running.replaceChildren(problems(refused));
      go.disabled = false;
    }
  });

  function watchRun(run, asked) {
    const heading = h("h2", { tabindex: "-1" }, words.runs);
    const picture = lessonPicture(run, { types: text.types, variants: { "": text.title }, words: { ...words, whichTissue: words.tissue } });
    const result = h("div", {});
    let done = false;
    const state = runState(run, (now) => {
      const live = isUnderWay(now.status);
      picture.follow(now, live);
      if (!live && !done) {
        done = true;
        go.disabled = false;
        if (now.status === "done") {
          tell(run, result).catch((problem) => result.replaceChildren(problems(problem)));
        }
      }
    });
    running.replaceChildren(h("section", {}, heading, state.element, h("p", { class: "soft" }, words.command), h("pre", {}, commandOf(asked)),
      h("div", { class: "two" }, picture.element, result)));
    heading.focus({ preventScroll: true });
    heading.scrollIntoView({ block: "start" });
    left.push(state.leave, () => picture.leave());
  }

  async function tell(run, result) {
    const { measures, lines } = await readTissue(run);
    const of = measures[""];
    const summary = fill(text.result, { tumour: of["final live tumour"], first: of["initial live tumour"], t: of["final live CD8 T cell"],
      nk: of["final live NK cell"], byT: of["killed tumour by CD8 T cell"] || 0, byNk: of["killed tumour by NK cell"] || 0 });
    result.replaceChildren(h("p", {}, summary), curves({ title: text.curve.title, x: text.curve.x, y: text.curve.y,
      series: Object.entries(lines[""]).map(([type, points]) => ({ name: text.types[type], points }))
        .filter((each) => each.points.some(([, count]) => count > 0)) }),
    h("p", {}, h("a", { href: `#/runs/${encodeURIComponent(run)}` }, words.whole)));
    say(summary);
  }

  return { title: text.title, leave: () => left.splice(0).forEach((leave) => leave()),
    element: h("div", { class: "learn" }, h("p", {}, h("a", { href: "#/learn" }, words.back)), h("h1", {}, text.title), banner, h("p", {}, text.about),
      h("div", { class: "bet sandbox" }, sliders.map((each) => each.element), field(text.sets.silenced, silenced), field(words.seed, seed, words.seedHint)),
      h("div", { class: "buttons" }, go), running) };
}
