// A text that the program explains something with, as headings, paragraphs and lists: lines that stand in are points of the line above.
import { h } from "../dom.js";

/**
 * @param {string} text with blank lines between paragraphs, and points two blanks in
 * @param {number} most points of a list
 * @param {RegExp|null} except headings of what is shown elsewhere
 */
export function wordsOf(text, most = 400, except = null) {
  let left = false;
  const parts = [];
  let list = null;
  let points = 0;
  const flush = () => {
    if (list && list.left > 0) {
      list.element.append(h("li", { class: "soft" }, `and ${list.left} more, in the whole text below`));
    }
    list = null;
  };
  for (const line of text.split("\n")) {
    if (line.trim() === "") {
      flush();
      continue;
    }
    const inward = /^ */.exec(line)[0].length;
    if (inward === 0) {
      flush();
      left = line.endsWith(":") && except !== null && except.test(line);
      if (left) {
        continue;
      }
      parts.push(line.endsWith(":") && line.length < 90 ? h("h3", {}, line.slice(0, -1)) : h("p", {}, line));
      continue;
    }
    if (left) {
      continue;
    }
    if (!list) {
      list = { element: h("ul", { class: "points" }), left: 0 };
      parts.push(list.element);
      points = 0;
    }
    const last = list.element.lastElementChild;
    if (inward >= 4 && last && list.left === 0) {
      last.append(h("br", {}), h("span", { class: "soft" }, line.trim()));
    } else if (points < most) {
      list.element.append(h("li", {}, line.trim()));
      points += 1;
    } else {
      list.left += 1;
    }
  }
  flush();
  return h("div", { class: "words" }, parts);
}
