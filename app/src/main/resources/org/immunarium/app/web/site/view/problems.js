// What was refused, all of it at once, as the command line tells it.
import { h } from "../dom.js";

/** @param {{problems?: {source: string, line?: number, message: string}[], message?: string}} refused */
export function problems(refused) {
  const all = refused.problems || [{ source: "", message: refused.message }];
  return h("div", { class: "problem", role: "alert" },
    h("h2", {}, all.length > 1 ? `${all.length} problems` : "This cannot be done"),
    h("ul", {}, all.map((each) => h("li", {},
      each.source ? h("code", {}, `${each.source}${each.line ? `:${each.line}` : ""}: `) : null, each.message))));
}

/** A notice without the place at which the lab keeps a study. */
export const withoutPlace = (notice) => notice.replace(/^\S*\.lab\/\S+?\.ya?ml:(\d+): /, "line $1: ").replace(/^\S*\.lab\/\S+?\.ya?ml: /, "");
