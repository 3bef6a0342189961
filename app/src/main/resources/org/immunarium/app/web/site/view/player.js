// Plays frames one after another: each is shown before the next one is waited for.

/**
 * @param {{next: () => Promise<boolean>, every: () => number, told: (playing: boolean) => void}} what
 *   next: shows the next frame, and answers whether one may come after it; every: milliseconds from one to the next;
 *   told: is called when it begins and when it holds, by itself too
 * @returns {{readonly playing: boolean, toggle: () => void, hold: () => void}}
 */
export function player({ next, every, told }) {
  let playing = false;
  let timer = 0;
  /** Counts beginnings and ends: a frame that comes after one of them plays nothing on. */
  let turn = 0;

  async function tick() {
    const mine = turn;
    const begun = performance.now();
    const more = await next();
    if (mine !== turn) {
      return;
    }
    if (more) {
      timer = setTimeout(tick, Math.max(0, every() - (performance.now() - begun)));
    } else {
      hold();
    }
  }

  function hold() {
    clearTimeout(timer);
    turn += 1;
    if (playing) {
      playing = false;
      told(false);
    }
  }

  function play() {
    turn += 1;
    playing = true;
    told(true);
    timer = setTimeout(tick, 0);
  }

  return { get playing() { return playing; }, toggle: () => (playing ? hold() : play()), hold };
}
