// Why a run came to what it came to: what this run shows by its own numbers, what was changed in it, what does it in the model,
// and how often it is so in the runs that are stored.
import { h, table } from "../dom.js";
import { number } from "../view/chart.js";
import { RAN } from "./ran.js";
import { fill } from "./words.js";

const written = (values) => Object.fromEntries(Object.entries(values)
  .map(([name, value]) => [name, typeof value === "number" ? number(value) : value]));

/** Values of an experiment's result as they are written. */
export const valuesOf = (experiment, measures) => written(experiment.values(measures));

/** What was chosen other than the question has it: [{change, option}]. */
export const changedOf = (chosen) => chosen.filter(({ option }) => Object.keys(option.set).length > 0);

/** What was changed, and what that does. */
export function changedWords(changed, text) {
  return changed.map(({ change, option }) => {
    const { label, options, does } = text.changes[change];
    return h("p", {}, h("strong", {}, `${label}: ${options[option.id]}.`), ` ${does[option.id]}`);
  });
}

/** Sentences that the run's own numbers choose and fill. */
function ranWords(experiment, text, measures, lines) {
  const values = experiment.values(measures);
  return RAN[experiment.id](measures, lines, text, values)
    .map(([key, more]) => fill(text.ran[key], written({ ...values, ...more })));
}

/** How often, in one or some words, by a share of runs; each bound belongs to the word above it. */
const OFTEN = [[1, "always"], [0.9, "nearly"], [0.65, "usually"], [0.35, "half"], [0.1, "seldom"]];

function oftenWords(count, all, words) {
  const found = count === 0 ? "never" : OFTEN.find(([least]) => count >= least * all)?.[1] ?? "hardly";
  return fill(words.oftenIs, { often: words.often[found], n: count, all });
}

/**
 * What stored runs say of what may be so, beside what this run does.
 * @param {{version: string, runs: {variants: any}[]}} stored
 * @param {"as asked"|"changed alike"|"not changed"} whose whether they are of the question as it is, and so is the run; of what
 *   was changed in it; or of the question, other than the run
 */
export function usualWords(experiment, text, words, stored, whose, measures) {
  const rows = experiment.usual.map((id) => {
    const { of } = experiment.repeats.find((each) => each.id === id);
    const count = stored.runs.filter((run) => of(run.variants)).length;
    return [text.repeats[id], oftenWords(count, stored.runs.length, words), of(measures) ? words.so : words.notSo];
  });
  const key = `${{ "as asked": "usualOf", "changed alike": "usualOfSame", "not changed": "usualOfOther" }[whose]}${experiment.many ? "Trials" : ""}`;
  return [h("p", {}, fill(words[key], { all: stored.runs.length })),
    table([words.claimIs, words.howOften, words.hereToo], rows, words.usual),
    h("p", { class: "soft" }, whose === "not changed" ? words.luckOrChange : words.luck)];
}

/**
 * @param {{measures: any, lines: any, seed: number, changed: {change: string, option: any}[]}} run
 * @param {HTMLElement} usual where stored runs will be told of
 */
export function whyWords(experiment, text, words, run, usual) {
  const { measures, lines, seed, changed } = run;
  const sources = text.sources.map(([title, doi]) => h("li", {}, title, ", ",
    h("a", { href: `https://doi.org/${doi}`, rel: "noopener noreferrer", target: "_blank" }, `doi ${doi}`)));
  return [
    h("h3", {}, fill(words.inRun, { seed })),
    h("ul", {}, ranWords(experiment, text, measures, lines).map((each) => h("li", {}, each))),
    changed.length > 0 ? [h("h3", {}, words.changed), changedWords(changed, text)] : null,
    h("h3", {}, words.mechanism),
    text.why.map((each) => h("p", {}, fill(each, valuesOf(experiment, measures)))),
    h("p", {}, h("strong", {}, `${words.rule}: `), text.rule),
    h("p", {}, h("strong", {}, words.sources)), h("ul", {}, sources),
    h("h3", {}, words.usual), usual];
}
