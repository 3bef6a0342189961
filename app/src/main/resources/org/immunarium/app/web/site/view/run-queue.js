// Runs that wait, run and have ended: how far each is, and buttons to stop it and go on.
import { json, post, runPath } from "../api.js";
import { h, say, toTheMinute } from "../dom.js";
import { duration, isUnderWay } from "./run-state.js";
import { problems } from "./problems.js";
import { waitsFor } from "./waits.js";

const EVERY = 1500;

/** Puts words where others stand; the same stay, with the focus that may be on a link in them. */
function tell(place, words) {
  const now = h("span", {}, words);
  if (now.textContent !== place.textContent) {
    place.replaceChildren(...now.childNodes);
  }
}

/** Why nothing is known yet of how far a run is. */
function startsIn(run) {
  if (run.here === false) {
    return ["is run by another process"];
  }
  return run.status === "waiting" ? waitsFor(run) : ["starting …"];
}

/** @param {(run: any) => boolean} belongs which of those that have ended are shown; all that are under way are */
export async function queueOf(belongs) {
  const list = h("ul", { class: "lines" });
  const trouble = h("div", {});
  const boxes = new Map();
  let left = false;
  let unheard = "";
  let timer = 0;

  function box(run) {
    const made = { bar: h("progress", { max: "1" }), words: h("span", { class: "soft" }), status: h("span", { class: "status" }) };
    const act = (what, words) => async () => {
      try {
        await post(`${runPath(run.run)}/${what}`);
        say(words);
        await refresh();
      } catch (refused) {
        trouble.replaceChildren(problems(refused));
      }
    };
    const name = h("span", { class: "unseen" }, ` ${run.title || run.run}`);
    made.stop = h("button", { type: "button", onclick: act("stop", "It stops at its next safe point; what it found is kept.") },
      "Stop and keep", name.cloneNode(true));
    made.go = h("button", { type: "button", onclick: act("resume", "It goes on.") }, "Go on", name.cloneNode(true));
    made.link = h("a", { href: `#/experiments/${encodeURIComponent(run.run)}` }, run.title || run.run);
    made.element = h("li", {}, h("div", {}, made.link, " ", made.status, h("br", {}), made.bar, made.words),
      h("span", { class: "buttons" }, made.stop, made.go));
    boxes.set(run.run, made);
    return made;
  }

  function draw(run) {
    const made = boxes.get(run.run) || box(run);
    const underWay = isUnderWay(run.status);
    made.link.textContent = run.title || run.run;
    made.link.href = underWay || belongs(run) ? `#/experiments/${encodeURIComponent(run.run)}` : `#/runs/${encodeURIComponent(run.run)}`;
    made.status.textContent = run.status;
    made.stop.hidden = !underWay || run.here === false;
    made.stop.disabled = run.status === "stopping";
    made.go.hidden = run.status !== "stopped";
    made.bar.hidden = !underWay;
    made.bar.setAttribute("aria-label", `how far ${run.title || run.run} is`);
    const progress = run.progress;
    if (underWay && progress?.total > 0) {
      made.bar.value = Math.min(1, progress.done / progress.total);
      made.words.textContent = `${progress.what} ${Math.floor(100 * made.bar.value)} %${progress.left >= 0 ? `, about ${duration(progress.left)} left` : ""}`;
    } else {
      made.bar.hidden = true;
      tell(made.words, underWay ? startsIn(run) : [toTheMinute(run.started)]);
    }
    return made.element;
  }

  /** Looks, and again after a while, whether the lab answered or not. */
  async function refresh() {
    let soon = false;
    try {
      soon = await look();
      if (unheard) {
        unheard = "";
        trouble.replaceChildren();
      }
    } catch (refused) {
      if (unheard !== refused.message) {
        unheard = refused.message;
        trouble.replaceChildren(problems(refused));
      }
    }
    clearTimeout(timer);
    if (!left) {
      timer = setTimeout(refresh, soon ? EVERY : 4 * EVERY);
    }
  }

  /** Answers whether any is under way. */
  async function look() {
    const { runs } = await json("/api/runs");
    const shown = runs.filter((run) => isUnderWay(run.status) || belongs(run)).slice(0, 30);
    const elements = shown.map(draw);
    if (elements.length === 0 || elements.length !== list.children.length || elements.some((each, i) => list.children[i] !== each)) {
      list.replaceChildren(...(elements.length > 0 ? elements : [h("li", { class: "soft" }, "None yet.")]));
    }
    return shown.some((run) => isUnderWay(run.status));
  }
  await refresh();
  return { element: h("div", {}, trouble, list), leave: () => { left = true; clearTimeout(timer); } };
}
