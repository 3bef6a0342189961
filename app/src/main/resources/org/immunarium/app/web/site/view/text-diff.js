// What differs between two texts, line by line: the longest common lines stay, others are the one's or the other's.
import { h } from "../dom.js";

const MOST = 2000;

/** @returns {{sign: string, text: string}[]} with "-" of the first, "+" of the second, " " of both */
export function lineDiff(first, second) {
  const [a, b] = [first.split("\n").slice(0, MOST), second.split("\n").slice(0, MOST)];
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
