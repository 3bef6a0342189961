// What a run waits for.
import { h } from "../dom.js";

/** In words, with ways to what it waits for: each can be stopped on its page. */
export function waitsFor({ waits }) {
  const names = (waits?.for ?? []).flatMap((name, i) => [i === 0 ? "" : " or ", h("a", { href: `#/runs/${encodeURIComponent(name)}` }, name)]);
  if (names.length === 0) {
    return ["It begins when another run has ended: ", h("a", { href: "#/runs" }, "all runs"), "."];
  }
  return waits.before === 0 ? ["It begins when ", ...names, " has ended."]
    : ["It begins after ", ...names, `, which waits too; ${waits.before} ${waits.before === 1 ? "waits" : "wait"} before it.`];
}
