// How far a run is: a line that follows it, and buttons to stop it and to go on.
import { isUnderWay, post, runPath, watch } from "../api.js";
import { h, say } from "../dom.js";
import { problems } from "./problems.js";
import { waitsFor } from "./waits.js";

const WORDS = {
  waiting: "waits for another run", running: "runs", stopping: "stops at its next safe point", done: "done",
  stopped: "stopped; it can be gone on with", failed: "its numbers failed", invalid: "was refused",
};

export { isUnderWay };

/** Time in words: seconds or minutes and seconds. */
export function duration(seconds) {
  if (!(seconds >= 0)) {
    return "";
  }
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/**
 * @param {string} run
 * @param {(state: any) => void|Promise<void>} changed is called with each state, see GET /api/runs/{run}; what it throws is shown
 * @returns {{element: HTMLElement, leave: () => void}}
 */
export function runState(run, changed) {
  const bar = h("progress", { max: "1", value: "0", "aria-label": "how far the run is" });
  const words = h("p", { class: "soft" });
  const status = h("span", { class: "status" });
  const trouble = h("div", {});
  let stopWatching = () => {};
  let left = false;
  let before = "";
  /** Why nothing is heard; null while something is. */
  let silence = null;
  const act = (what) => async () => {
    try {
      await post(`${runPath(run)}/${what}`);
      follow();
    } catch (refused) {
      trouble.replaceChildren(problems(refused));
    }
  };
  const stop = h("button", { type: "button", onclick: act("stop") }, "Pause");
  const resume = h("button", { type: "button", onclick: act("resume") }, "Go on");
  const element = h("div", { class: "progress" },
    h("div", { class: "row" }, status, stop, resume), bar, words, trouble);

  function told(state) {
    if (silence !== null) {
      silence = null;
      trouble.replaceChildren();
    }
    status.textContent = WORDS[state.status] || state.status;
    element.dataset.status = state.status;
    stop.hidden = !isUnderWay(state.status) || state.here === false;
    stop.disabled = state.status === "stopping";
    resume.hidden = state.status !== "stopped";
    const progress = state.progress;
    bar.hidden = !isUnderWay(state.status);
    if (progress) {
      bar.value = Math.min(1, progress.done / progress.total);
      const left = progress.left >= 0 ? `, about ${duration(progress.left)} left` : "";
      words.textContent = isUnderWay(state.status)
        ? `${progress.what}: ${Math.floor(100 * bar.value)} %${left}` : "";
    } else {
      // A bar that only moves to and fro would be drawn anew all the time, on the cores that runs have.
      bar.hidden = true;
      words.textContent = isUnderWay(state.status) ? "starting …" : "";
    }
    if (isUnderWay(state.status) && state.here === false) {
      words.textContent = "It is run by another process, such as a command line, and is stopped there.";
    }
    if (state.status === "waiting") {
      words.replaceChildren(...waitsFor(state));
    }
    if (state.result?.problems && !isUnderWay(state.status) && state.status !== "stopped") {
      trouble.replaceChildren(problems({ problems: state.result.problems.map((each) => ({ source: each.file || each.option || "", ...each })) }));
    } else if (state.status === "stopped" && !state.result && state.notes?.length > 0) {
      // It could not even be started.
      trouble.replaceChildren(...state.notes.map((each) => h("p", { class: "soft" }, each)));
    } else if (isUnderWay(state.status)) {
      trouble.replaceChildren();
    }
    if (state.status !== before) {
      say(`The run ${WORDS[state.status] || state.status}.`);
      before = state.status;
    }
    tell(state);
  }

  async function tell(state) {
    try {
      await changed(state);
    } catch (problem) {
      trouble.replaceChildren(problems(problem));
    }
  }

  function lost(refused) {
    if (silence !== refused.message) {
      silence = refused.message;
      status.textContent = "not heard of";
      element.dataset.status = "lost";
      words.textContent = "";
      bar.hidden = true;
      stop.hidden = true;
      resume.hidden = true;
      trouble.replaceChildren(problems(refused));
    }
  }

  /** A browser has few connections to one lab: who left, or looks elsewhere, holds none. */
  function follow() {
    stopWatching();
    if (!left && !document.hidden) {
      stopWatching = watch(run, told, lost);
    }
  }

  function lookedAt() {
    if (before === "" || isUnderWay(before)) {
      follow();
    }
  }

  follow();
  document.addEventListener("visibilitychange", lookedAt);
  return { element, leave() {
    left = true;
    document.removeEventListener("visibilitychange", lookedAt);
    stopWatching();
  } };
}
