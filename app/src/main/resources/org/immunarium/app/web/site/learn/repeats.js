// Many runs of an experiment, twenty or what it says itself: those that are stored, and the same here and now.
import { isUnderWay, post, runPath, watch } from "../api.js";
import { h, s, say, table } from "../dom.js";
import { runState } from "../view/run-state.js";
import { problems } from "../view/problems.js";
import { fill } from "./words.js";

const ALL = 20;
const AT_ONCE = 2;

/** How many runs of an experiment are shown. */
export const countOf = (experiment) => experiment.many?.count ?? ALL;

/** The runs that are stored under a name. */
export async function storedRuns(id) {
  const answer = await fetch(`learn/stored/${id}.json`, { credentials: "same-origin" });
  if (!answer.ok) {
    throw new Error(`the stored runs of ${id} are not there`);
  }
  const { version, columns, runs } = await answer.json();
  const named = (numbers) => Object.fromEntries(columns.map((name, i) => [name, numbers[i]]));
  return { version, runs: runs.map(({ seed, variants }) => ({ seed,
    variants: Object.fromEntries(Object.entries(variants).map(([variant, numbers]) => [variant, named(numbers)])) })) };
}

/** How often each is so, as a row of signs and in words. */
export function frequencies(experiment, text, words, runs) {
  const rows = experiment.repeats.map((each) => {
    const n = runs.filter((run) => each.of(run.variants)).length;
    return [text.repeats[each.id], h("span", { class: "often" }, signs(n, runs.length),
      fill(experiment.many ? words.ofTrials : words.ofRuns, { n, all: runs.length }))];
  });
  return table([words.claim, experiment.many ? words.howManyTrials : words.howMany], rows, fill(words.repeat, { all: runs.length }));
}

/** A disc for each run, full where it is so; forty a row. */
function signs(n, all) {
  const across = Math.min(all, 40);
  const svg = s("svg", { viewBox: `0 0 ${across * 10} ${Math.ceil(all / across) * 10}`, class: all > across ? "signs many" : "signs", "aria-hidden": "true" });
  for (let i = 0; i < all; i += 1) {
    svg.append(s("circle", { class: i < n ? "so" : "not", cx: (i % across) * 10 + 5, cy: Math.floor(i / across) * 10 + 5, r: 3.6 }));
  }
  return svg;
}

/** Waits for the end of a run; fails where nothing more is heard of it. */
const ended = (run, stopped) => new Promise((done, failed) => {
  const stop = watch(run, (state) => {
    if (!isUnderWay(state.status) || stopped()) {
      stop();
      done(state.status);
    }
  }, (refused) => {
    stop();
    failed(refused);
  });
});

/**
 * A button that runs twenty, and what they come to.
 * @param {any} experiment
 * @param {any} text its words
 * @param {any} words of the page
 * @param {() => Object<string, any>} set what was changed
 */
export function liveRuns(experiment, text, words, set) {
  return experiment.many ? manyTrials(experiment, text, words, set) : manyRuns(experiment, text, words, set);
}

/** All trials as one sweep, which can be paused. */
function manyTrials(experiment, text, words, set) {
  const { count, read } = experiment.many;
  const state = h("div", {});
  const found = h("div", {});
  const go = h("button", { type: "button" }, fill(words.liveOffer, { all: count }));
  let leave = () => {};
  let told = false;
  async function tell(run) {
    try {
      const runs = await read(run);
      const inWords = fill(words.liveTrials, { all: runs.length });
      found.replaceChildren(h("p", { class: "soft" }, inWords), frequencies(experiment, text, words, runs));
      say(inWords);
    } catch (problem) {
      found.replaceChildren(problems(problem));
    }
  }
  go.addEventListener("click", async () => {
    leave();
    told = false;
    go.disabled = true;
    found.replaceChildren();
    try {
      // Others than those that are stored, which began with the seed 1.
      const { run } = await post("/api/runs", { command: "sweep", study: experiment.study, seed: 2, replicates: count, set: set() });
      const follows = runState(run, (now) => {
        go.disabled = isUnderWay(now.status);
        if (now.status === "done" && !told) {
          told = true;
          tell(run);
        }
      });
      state.replaceChildren(follows.element);
      leave = follows.leave;
    } catch (refused) {
      go.disabled = false;
      state.replaceChildren(problems(refused));
    }
  });
  return { element: h("div", {}, h("div", { class: "buttons" }, go), h("p", { class: "soft" }, words.liveTrialsHow),
    h("pre", {}, `immunarium sweep ${experiment.study} --replicates ${count} --seed 1`), state, found), leave: () => leave() };
}

function manyRuns(experiment, text, words, set) {
  let stopped = false;
  let left = false;
  const bar = h("progress", { max: String(ALL), value: "0", hidden: true, "aria-label": fill(words.repeat, { all: ALL }) });
  const told = h("p", { class: "soft" });
  const found = h("div", {});
  const go = h("button", { type: "button" }, fill(words.liveOffer, { all: ALL }));
  const stop = h("button", { type: "button", hidden: true, onclick: () => { stopped = true; } }, words.liveStop);
  go.addEventListener("click", async () => {
    stopped = false;
    go.hidden = true;
    stop.hidden = false;
    bar.hidden = false;
    bar.value = 0;
    const runs = [];
    let failed = 0;
    let next = 1;
    const changed = set();
    const one = async () => {
      while (next <= ALL && !stopped && !left) {
        const seed = next;
        next += 1;
        const { run } = await post("/api/runs", { study: experiment.study, seed, set: changed });
        const status = await ended(run, () => left);
        if (left || (stopped && status !== "done")) {
          if (isUnderWay(status)) {
            post(`${runPath(run)}/stop`).catch(() => {});
          }
          return;
        }
        if (status === "done") {
          runs.push({ seed, variants: (await experiment.read(run)).measures });
        } else {
          failed += 1;
        }
        bar.value = runs.length + failed;
        told.textContent = fill(words.liveOf, { done: runs.length + failed, all: ALL });
        found.replaceChildren(frequencies(experiment, text, words, runs));
      }
    };
    try {
      await Promise.all(Array.from({ length: AT_ONCE }, one));
      told.textContent = fill(words.live, { all: runs.length })
        + (failed > 0 ? ` ${fill(words.liveFailed, { failed })}` : "");
      say(told.textContent);
    } catch (refused) {
      // The other one begins nothing more either.
      stopped = true;
      found.append(problems(refused));
    }
    go.hidden = false;
    stop.hidden = true;
    bar.hidden = true;
  });
  return { element: h("div", {}, h("div", { class: "buttons" }, go, stop), bar, told, found), leave: () => { left = true; } };
}
