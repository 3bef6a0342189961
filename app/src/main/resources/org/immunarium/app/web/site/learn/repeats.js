// Twenty runs of an experiment: those that are stored, and the same here and now.
import { post, runPath, watch } from "../api.js";
import { h, s, say, table } from "../dom.js";
import { isUnderWay } from "../view/run-state.js";
import { problems } from "../view/problems.js";
import { fill } from "./words.js";

const ALL = 20;
const AT_ONCE = 2;

/** Stored runs of an experiment; null where they cannot be had. */
export async function storedRuns(id) {
  const answer = await fetch(`learn/stored/${id}.json`, { credentials: "same-origin" });
  if (!answer.ok) {
    return null;
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
    return [text.repeats[each.id], h("span", { class: "often" }, signs(n, runs.length), fill(words.ofRuns, { n, all: runs.length }))];
  });
  return table([words.claim, words.howMany], rows, words.repeat);
}

/** A disc for each run, full where it is so. */
function signs(n, all) {
  const svg = s("svg", { viewBox: `0 0 ${all * 10} 10`, class: "signs", "aria-hidden": "true" });
  for (let i = 0; i < all; i += 1) {
    svg.append(s("circle", { class: i < n ? "so" : "not", cx: i * 10 + 5, cy: 5, r: 3.6 }));
  }
  return svg;
}

/** Waits for the end of a run. */
const ended = (run, stopped) => new Promise((done) => {
  const stop = watch(run, (state) => {
    if (!isUnderWay(state.status) || stopped()) {
      stop();
      done(state.status);
    }
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
  let stopped = false;
  let left = false;
  const bar = h("progress", { max: String(ALL), value: "0", hidden: true, "aria-label": words.repeat });
  const told = h("p", { class: "soft" });
  const found = h("div", {});
  const go = h("button", { type: "button" }, words.liveOffer);
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
      found.append(problems(refused));
    }
    go.hidden = false;
    stop.hidden = true;
    bar.hidden = true;
  });
  return { element: h("div", {}, h("div", { class: "buttons" }, go, stop), bar, told, found), leave: () => { left = true; } };
}
