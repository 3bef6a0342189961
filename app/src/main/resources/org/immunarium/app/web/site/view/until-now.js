// What a run that goes on has come to until now, by a table that it writes anew now and then.
import { held } from "./held.js";
import { tableOf } from "./run-tables.js";

/**
 * @param {string} table the name of its file; where a run has none, nothing is shown
 * @param {(header: string[], rows: string[][]) => Node[]} draw
 * @returns {{element: HTMLElement, during: (now: any) => Promise<void>, end: () => void}}
 *   during: draws it where more has been done, for a run that goes on; end: takes it away
 */
export function untilNow(table, draw) {
  const place = held();
  let drawn = "";
  async function during(now) {
    const mark = `${now.progress?.what} ${now.progress?.done}`;
    if (!now.tables?.includes(table) || mark === drawn) {
      return;
    }
    drawn = mark;
    const { header, rows } = await tableOf(now, table);
    // A later one may have been asked for meanwhile, or the run have ended.
    if (drawn === mark && rows.length > 0) {
      place.put(...draw(header, rows));
    }
  }
  return { element: place.element, during, end() {
    drawn = "";
    place.put();
  } };
}
