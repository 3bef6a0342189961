// Frames of a tissue, asked for once and ahead, and put one after another.
import { bytes, runPath } from "../api.js";
import { cellsOf, fieldOf } from "./tissue-view.js";

/** Of frames that are kept: about a hundred of 100,000 cells. Half of it at most is asked for before anybody plays them. */
const MOST_BYTES = 192 * 2 ** 20;

const bytesOf = (cells, substance) => cells.x.buffer.byteLength + (substance?.values.buffer.byteLength ?? 0);

/**
 * What is shown of each frame.
 * @typedef {{variant: string, value: string, substance: string}} Choice
 *   variant: whose frames; value: the array by which cells are coloured, "" for their types; substance: what lies behind, "" for nothing
 */

/**
 * @param {string} run
 * @param {{choice: () => Choice, count: () => number, ahead: () => number, idle: () => boolean, failed: (problem: Error) => void,
 *   put: (frame: {cells: any, substance: any, choice: Choice, number: number}) => void}} what
 *   choice: what is chosen now; count: how many frames there are of it; ahead: how many are asked for at once before they are shown;
 *   idle: whether nothing else happens, so that all may be asked for, one after the other, for whoever plays them later;
 *   put: shows a frame, which is one of what is chosen at that moment; failed: is told of a frame that cannot be had
 */
export function tissueFrames(run, what) {
  const base = runPath(run);
  const kept = new Map();
  let keptBytes = 0;
  let shown = null;
  let wanted = -1;
  let loading = false;
  /** Ends once what is wanted is shown. */
  let coming = Promise.resolve();
  /** How often a frame was asked for. */
  let asked = 0;
  let described = false;
  let left = false;
  const mark = ({ variant, value, substance }, number) => [variant, value, substance, number].join("|");
  const isPut = (choice, number) => shown !== null && mark(choice, number) === mark(shown.choice, shown.number);

  /** A frame, which is asked for once. */
  function load(choice, number) {
    const name = mark(choice, number);
    if (!kept.has(name)) {
      const frame = fetched(choice, number, !described);
      kept.set(name, { frame, bytes: 0 });
      // What could not be had is asked for again.
      frame.then((come) => weigh(name, come), () => kept.delete(name));
    }
    return kept.get(name).frame;
  }

  /** Counts the bytes of a frame that has come, and lets go of those that came first where there are too many. */
  function weigh(name, { cells, substance }) {
    const one = kept.get(name);
    one.bytes = bytesOf(cells, substance);
    keptBytes += one.bytes;
    for (const [first, { bytes: freed }] of kept) {
      if (keptBytes > MOST_BYTES && freed > 0 && first !== name) {
        keptBytes -= freed;
        kept.delete(first);
      }
    }
  }

  /** Asks for all frames of what is chosen, the next one first, until somebody asks for one or there is room for no more. */
  async function fill(from) {
    const mine = asked;
    const choice = what.choice();
    const most = what.count();
    try {
      for (let k = 0, room = MOST_BYTES / 2; k < most && room > 0 && !left && mine === asked && what.idle(); k += 1) {
        const { cells, substance } = await load(choice, (from + k) % most);
        room -= bytesOf(cells, substance);
      }
    } catch {
      // Whoever asks for that frame is told.
    }
  }

  async function fetched({ variant, value, substance }, number, withAbout) {
    const query = new URLSearchParams({ variant });
    if (value) {
      query.set("value", value);
    }
    if (withAbout) {
      query.set("about", "yes");
    }
    const frame = `${base}/frames/${number}`;
    const [cells, behind] = await Promise.all([bytes(`${frame}?${query}`),
      substance ? bytes(`${frame}/fields/${encodeURIComponent(substance)}?${new URLSearchParams({ variant })}`) : null]);
    return { cells: cellsOf(cells), substance: behind ? fieldOf(behind) : null };
  }

  /**
   * Shows a frame; while one is on its way only the last that was asked for counts. One that comes after something else was
   * chosen is not shown.
   * @returns {Promise<void>} ends once the frame is shown, or another that was asked for after it
   */
  function go(number) {
    wanted = Math.max(0, Math.min(number, what.count() - 1));
    asked += 1;
    if (!loading) {
      loading = true;
      coming = showWanted();
    }
    return coming;
  }

  async function showWanted() {
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
    if (what.idle()) {
      fill(wanted + 1);
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
