// What differs between two texts, line by line: the longest common lines stay, others are the one's or the other's.
import { h } from "../dom.js";

/** Lines of each text that are compared with all of the other; it takes their product of time and of bytes. */
const MOST = 2000;

const signed = (sign, lines) => lines.map((text) => ({ sign, text }));

/** @returns {{sign: string, text: string}[]} with "-" of the first, "+" of the second, " " of both */
export function lineDiff(first, second) {
  const [a, b] = [first.split("\n"), second.split("\n")];
  let from = 0;
  while (from < a.length && from < b.length && a[from] === b[from]) {
    from += 1;
  }
  let after = 0;
  while (after < a.length - from && after < b.length - from && a[a.length - 1 - after] === b[b.length - 1 - after]) {
    after += 1;
  }
  return [...signed(" ", a.slice(0, from)), ...between(a.slice(from, a.length - after), b.slice(from, b.length - after)),
    ...signed(" ", a.slice(a.length - after))];
}

/** Lines that begin and end otherwise; where they are too many, those of the one and then those of the other. */
function between(a, b) {
  if (a.length > MOST || b.length > MOST) {
    return [...signed("-", a), ...signed("+", b)];
  }
  const length = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let k = b.length - 1; k >= 0; k -= 1) {
      length[i][k] = a[i] === b[k] ? length[i + 1][k + 1] + 1 : Math.max(length[i + 1][k], length[i][k + 1]);
    }
  }
  const lines = [];
  let [i, k] = [0, 0];
  while (i < a.length || k < b.length) {
    if (i < a.length && k < b.length && a[i] === b[k]) {
      lines.push({ sign: " ", text: a[i] });
      i += 1;
      k += 1;
    } else if (k >= b.length || (i < a.length && length[i + 1][k] >= length[i][k + 1])) {
      lines.push({ sign: "-", text: a[i] });
      i += 1;
    } else {
      lines.push({ sign: "+", text: b[k] });
      k += 1;
    }
  }
  return lines;
}

/** The same to look at: lines of the one and the other are told by a sign and by words, not by colour alone. */
export function diffOf(first, second, names) {
  const lines = lineDiff(first.trimEnd(), second.trimEnd());
  if (lines.every((each) => each.sign === " ")) {
    return h("p", {}, "Both have the same text.");
  }
  return h("div", {}, h("p", { class: "soft" }, `Lines with − are of ${names[0]}, with + of ${names[1]}.`),
    h("pre", { class: "diff", tabindex: "0" }, lines.map((each) => h("span", { class: each.sign === "-" ? "gone" : each.sign === "+" ? "come" : null },
      each.sign === " " ? "" : h("span", { class: "unseen" }, each.sign === "-" ? "only in A: " : "only in B: "),
      `${each.sign === "-" ? "−" : each.sign} ${each.text}\n`))));
}
