// What there is to say of a run of an experiment, chosen by its own numbers: keys of sentences in text-en.json under "ran",
// each with the numbers that it quotes beside those of the experiment's result.
import { ARMS, COST, END, KEYS, LOCKS, PAIRS, SEVERE, abnormal, failsOn, halved, live, n, thousands, tumour } from "./experiments.js";

const ABNORMAL = ["abnormal cell", "abnormal cell without MHC-I"];
const T = "CD8 T cell";
const NK = "NK cell";

const killed = (of) => n(of, "killed tumour");
const killedBy = (of, whom) => n(of, `killed tumour by ${whom}`);
const atStart = (of, type) => n(of, `initial live ${type}`);

function patrol(m) {
  const by = (of, whom) => ABNORMAL.reduce((all, type) => all + n(of, `killed ${type} by ${whom}`), 0);
  const [all, noT, noNk, noB] = ["all-on-patrol", "without-t-cells", "without-nk-cells", "without-b-cells"].map((id) => m[id]);
  const left = (of) => ({ seen: live(ABNORMAL[0])(of), hidden: live(ABNORMAL[1])(of) });
  const mostlyHidden = left(noNk).hidden > left(noNk).seen;
  return [
    ["onPatrol", { byT: by(all, T), byNk: by(all, NK) }],
    [abnormal(noT) > 0 ? "tLeft" : "tNone", { ...left(noT), byNk: by(noT, NK) }],
    [abnormal(noNk) === 0 ? "nkNone" : mostlyHidden ? "nkHidden" : "nkSeen", { ...left(noNk), byT: by(noNk, T) }],
    [abnormal(noB) === abnormal(all) ? "bSame" : "bOther"]];
}

function disguise(m) {
  const [none, hides, fast, raises] = ["no-trick", "hides-its-antigen", "grows-faster", "raises-pd-l1"].map((id) => m[id]);
  return [
    [2 * killed(raises) < killed(none) ? "pdl1Stops" : "pdl1Not", { pdl1Killed: killed(raises), noneKilled: killed(none) }],
    [tumour(hides) > 0 ? "hideLeft" : "hideNone", { hideKilled: killed(hides), hidden: n(hides, "final without neoantigen tumour") }],
    [tumour(fast) > 0 ? "fastLeft" : "fastNone", { fastKilled: killed(fast) }]];
}

function wake({ chemotherapy, "t-cells-woken": woken }) {
  const first = atStart(chemotherapy, "tumour");
  return [
    [n(chemotherapy, "min live tumour") < first ? "shrank" : "slowed", { first, lost: n(chemotherapy, "lost to chemotherapy tumour") }],
    [tumour(woken) === 0 ? "cleared" : "notCleared", { byT: killedBy(woken, T) }],
    ["memory", { tFirst: atStart(woken, T), tChemo: live(T)(chemotherapy) }]];
}

function handshake(m) {
  const [none, half, much, most] = ["none", "7-nm", "70-nm", "700-nm"].map((id) => tumour(m[id]));
  const alike = Math.abs(much - most) < 0.1 * none;
  return [[half > 0.5 * none ? "little" : "much"], [alike ? "plateau" : most < much ? "helps" : "reverse"]];
}

function soldiers(m, lines) {
  const told = (letter, id, values) => {
    const h = halved(lines[id]);
    return [`${letter}${h === undefined ? "Not" : "Half"}`, { ...values, h }];
  };
  const { nothing, "t-cells": given, vaccine, antibody } = m;
  return [
    told("t", "t-cells", { tFirst: atStart(given, T), tMost: n(given, `max live ${T}`), tByT: killedBy(given, T) }),
    told("v", "vaccine", { vFirst: atStart(vaccine, T), vMost: n(vaccine, `max live ${T}`), vByT: killedBy(vaccine, T) }),
    told("a", "antibody", { aByNk: killedBy(antibody, NK), aByT: killedBy(antibody, T) }),
    ["nothing", { nByT: killedBy(nothing, T), nByNk: killedBy(nothing, NK) }]];
}

/** Of each tumour whether its key left fewest, and whether it shrank where it should not. */
function keys(m, _, text) {
  return LOCKS.flatMap((lock) => {
    const left = (key) => tumour(m[`${lock}-${key}`]);
    const named = (some) => some.map((key) => text.bet.columns[key]).join(", ");
    const alone = m[`${lock}-no-therapy`];
    const first = atStart(alone, "tumour");
    const others = KEYS.filter((key) => key !== PAIRS[lock]);
    const own = left(PAIRS[lock]);
    const next = Math.min(...others.map(left));
    const values = { lock: text.locks[lock], key: text.bet.columns[PAIRS[lock]], own, next, none: tumour(alone), first,
      others: named(others.filter((key) => left(key) === next)), byT: killedBy(alone, T), byNk: killedBy(alone, NK) };
    const shrank = others.filter((key) => left(key) < first);
    return [
      [own >= tumour(alone) ? "noBetter" : own >= next ? "notFewest" : "fits", values],
      tumour(alone) < first ? ["shrankAlone", values]
        : shrank.length > 0 ? ["shrankToo", { ...values, others: named(shrank) }] : null].filter(Boolean);
  });
}

/** One of three keys: for more, for fewer, for as many. */
const compared = (a, b, more, fewer, same) => (a > b ? more : a < b ? fewer : same);

function benefit(m, _, text, values) {
  const gone = (arm) => Math.round(100 * n(m[arm], "complete responses") / m[arm].patients);
  const p = m.nivolumab["p OS"];
  return [
    [compared(values.nHalf, values.dHalf, "earlyN", "earlyD", "earlySame")],
    [compared(values.nEnd, values.dEnd, "lateN", "lateD", "lateSame")],
    ["gone", { nComplete: gone("nivolumab"), dComplete: gone("docetaxel") }],
    [p < 0.05 ? "proved" : "notProved", { p }]];
}

const tenths = (value) => Math.round(10 * value) / 10;

function nextTrial(m, _, text) {
  const { "p OS": p, "hazard ratio OS": ratio } = m.nivolumab;
  return [
    ...ARMS.map((arm) => {
      const fails = failsOn(m, arm);
      return [fails.length === 0 ? "wins" : "fails", {
        arm: text.variants[arm], reasons: fails.map((each) => text.reasons[each]).join(", "),
        end: tenths(100 * m[arm][END]), cEnd: tenths(100 * m.docetaxel[END]),
        severe: tenths(n(m[arm], SEVERE)), cSevere: tenths(n(m.docetaxel, SEVERE)), cost: thousands(m[arm][COST]) }];
    }),
    [ratio < 1 && p < 0.05 ? "proved" : "notProved", { p }]];
}

/** By experiment: (measures, lines, its words, values of its result) to [key of a sentence, what else it quotes]. */
export const RAN = { patrol, disguise, wake, handshake, soldiers, keys, benefit, "next-trial": nextTrial };
