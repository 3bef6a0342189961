// Figures of a run that goes on, which are drawn anew now and then: not while somebody is at them.
import { h } from "../dom.js";

/**
 * A place for what is drawn anew. As long as the focus is within, or something is unfolded there, it stays as it is; the last that
 * came meanwhile is shown once it is left.
 * @param {string|null} kind its class
 * @returns {{element: HTMLElement, put: (...made: (Node|string)[]) => void, putNow: (...made: (Node|string)[]) => void}}
 *   putNow: shows it at once, for somebody who asked for it
 */
export function held(kind = null) {
  const place = h("div", { class: kind });
  const told = h("p", { class: "soft", hidden: true }, "Held while it is read: there is more by now, which is shown once it is left and folded up.");
  let waits = null;
  const isRead = () => place.contains(document.activeElement) || place.querySelector("details[open]") !== null;
  function putNow(...made) {
    waits = null;
    told.hidden = true;
    place.replaceChildren(...made);
  }
  function put(...made) {
    if (isRead()) {
      waits = made;
      told.hidden = false;
    } else {
      putNow(...made);
    }
  }
  // The focus has not come to its next place yet.
  const look = () => setTimeout(() => {
    if (waits !== null) {
      put(...waits);
    }
  });
  place.addEventListener("focusout", look);
  place.addEventListener("toggle", look, { capture: true });
  return { element: h("div", {}, told, place), put, putNow };
}
