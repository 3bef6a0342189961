// Frames of a tissue, asked for once and ahead, and put one after another.
import { bytes, runPath } from "../api.js";
import { cellsOf, fieldOf } from "./tissue-view.js";

/** Frames that are kept. */
const KEPT = 48;

/**
 * What is shown of each frame.
 * @typedef {{variant: string, value: string, substance: string}} Choice
 *   variant: whose frames; value: the array by which cells are coloured, "" for their types; substance: what lies behind, "" for nothing
 */

/**
 * @param {string} run
 * @param {{choice: () => Choice, count: () => number, ahead: () => number, failed: (problem: Error) => void,
 *   put: (frame: {cells: any, substance: any, choice: Choice, number: number}) => void}} what
 *   choice: what is chosen now; count: how many frames there are of it; ahead: how many are asked for before they are shown;
 *   put: shows a frame, which is one of what is chosen at that moment; failed: is told of a frame that cannot be had
 */
export function tissueFrames(run, what) {
  const base = runPath(run);
  const kept = new Map();
  let shown = null;
  let wanted = -1;
  let loading = false;
  let described = false;
  let left = false;
  const mark = ({ variant, value, substance }, number) => [variant, value, substance, number].join("|");
  const isPut = (choice, number) => shown !== null && mark(choice, number) === mark(shown.choice, shown.number);

  /** A frame, which is asked for once. */
  function load(choice, number) {
    const name = mark(choice, number);
    if (!kept.has(name)) {
      const coming = fetched(choice, number, !described);
      // What could not be had is asked for again.
      coming.catch(() => kept.delete(name));
      kept.set(name, coming);
      if (kept.size > KEPT) {
        kept.delete(kept.keys().next().value);
      }
    }
    return kept.get(name);
  }

  async function fetched({ variant, value, substance }, number, withAbout) {
    const asked = new URLSearchParams({ variant });
    if (value) {
      asked.set("value", value);
    }
    if (withAbout) {
      asked.set("about", "yes");
    }
    const frame = `${base}/frames/${number}`;
    const [cells, behind] = await Promise.all([bytes(`${frame}?${asked}`),
      substance ? bytes(`${frame}/fields/${encodeURIComponent(substance)}?${new URLSearchParams({ variant })}`) : null]);
    return { cells: cellsOf(cells), substance: behind ? fieldOf(behind) : null };
  }

  /**
   * Shows a frame; while one is on its way only the last that was asked for counts. One that comes after something else was
   * chosen is not shown.
   */
  async function go(number) {
    wanted = Math.max(0, Math.min(number, what.count() - 1));
    if (loading) {
      return;
    }
    loading = true;
    try {
      while (!left && what.count() > 0 && !isPut(what.choice(), wanted)) {
        await show(what.choice(), wanted);
      }
    } catch (problem) {
      what.failed(problem);
      wanted = shown?.number ?? 0;
    } finally {
      loading = false;
    }
    for (let next = wanted + 1; !left && next < Math.min(what.count(), wanted + 1 + what.ahead()); next += 1) {
      load(what.choice(), next).catch(() => {});
    }
  }

  async function show(choice, number) {
    const isChosen = () => !left && mark(choice, number) === mark(what.choice(), number);
    let made;
    try {
      made = await load(choice, number);
    } catch (problem) {
      if (isChosen()) {
        throw problem;
      }
      return;
    }
    if (isChosen()) {
      described = true;
      shown = { ...made, choice, number };
      what.put(shown);
    }
  }

  return {
    go,
    /** Shows the same frame of what is chosen now. */
    again: () => go(Math.max(0, wanted)),
    get shown() { return shown; },
    get wanted() { return wanted; },
    leave() { left = true; },
  };
}
