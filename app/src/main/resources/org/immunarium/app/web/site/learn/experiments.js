// What each experiment of the page Learn runs, what can be bet on and changed, and how its numbers are read from the run's
// tables. Its words are in text-en.json under the same names.
//
// Numbers are of variants, by the names that a sweep gives them, such as measures["without-t-cells"]["final live abnormal cell"].
import { readReplicates, readTissue, readTrial } from "./read.js";

/** A number of a variant; stored runs do not have those that are nought in all of them. */
const n = (of, name) => of[name] ?? 0;
const live = (type) => (of) => n(of, `final live ${type}`);
const abnormal = (of) => live("abnormal cell")(of) + live("abnormal cell without MHC-I")(of);

/** The name whose number is the highest; null where all are nought. */
function highest(numbers) {
  const [name, most] = Object.entries(numbers).reduce((a, b) => (b[1] > a[1] ? b : a));
  return most > 0 ? name : null;
}

const patrol = {
  id: "patrol",
  study: "learn/patrol",
  stored: true,
  read: readTissue,
  bet: { kind: "choice", options: ["t", "nk", "b"] },
  changes: [{ id: "mhc", options: [
    { id: "few", set: {} },
    { id: "half", set: { "start[1].count": 4, "start[2].count": 4 } },
    { id: "most", set: { "start[1].count": 2, "start[2].count": 6 }, stored: "patrol-low-mhc" }] }],
  curve: (lines) => sum(lines["abnormal cell"], lines["abnormal cell without MHC-I"]),
  columns: [
    { id: "seen", of: live("abnormal cell") },
    { id: "hidden", of: live("abnormal cell without MHC-I") },
    { id: "all", of: abnormal }],
  values: (m) => ({ all: abnormal(m["all-on-patrol"]), t: abnormal(m["without-t-cells"]), nk: abnormal(m["without-nk-cells"]),
    b: abnormal(m["without-b-cells"]), healthy: n(m["all-on-patrol"], "killed healthy cell") }),
  answer: (m) => highest({ t: abnormal(m["without-t-cells"]), nk: abnormal(m["without-nk-cells"]), b: abnormal(m["without-b-cells"]) }),
  repeats: [
    { id: "all", of: (m) => abnormal(m["all-on-patrol"]) === 0 },
    { id: "t", of: (m) => abnormal(m["without-t-cells"]) === 0 },
    { id: "nk", of: (m) => abnormal(m["without-nk-cells"]) === 0 },
    { id: "b", of: (m) => abnormal(m["without-b-cells"]) === 0 },
    { id: "worst", of: (m) => abnormal(m["without-t-cells"]) > abnormal(m["without-nk-cells"]) }],
  check: { options: ["seen", "hidden", "none"], right: (m) => highest({
    seen: live("abnormal cell")(m["without-nk-cells"]),
    hidden: live("abnormal cell without MHC-I")(m["without-nk-cells"]) }) ?? "none" },
};

const tumour = live("tumour");
const departed = (of) => n(of, "departed tumour");
const curveOf = (type) => (lines) => lines[type];

/** The first hour at which a tumour is twice what it was; null where it never is. */
function escape(points) {
  const doubled = points.find(([, count]) => count >= 2 * points[0][1]);
  return doubled ? doubled[0] : null;
}

const disguise = {
  id: "disguise",
  study: "learn/disguise",
  stored: true,
  read: readTissue,
  bet: { kind: "choice", options: ["hide", "fast", "pdl1"] },
  changes: [{ id: "soldiers", options: [
    { id: "few", set: {} },
    { id: "many", set: { "start[2].count": 16 } }] }],
  curve: curveOf("tumour"),
  columns: [
    { id: "left", of: tumour },
    { id: "hidden", of: (of) => n(of, "final without neoantigen tumour") },
    { id: "killed", of: (of) => n(of, "killed tumour") },
    { id: "departed", of: (of) => n(of, "departed tumour") },
    { id: "escape", of: (_, lines) => escape(lines.tumour) ?? NaN }],
  values: (m) => ({ none: tumour(m["no-trick"]), hide: tumour(m["hides-its-antigen"]), fast: tumour(m["grows-faster"]), pdl1: tumour(m["raises-pd-l1"]),
    noneLeft: departed(m["no-trick"]), pdl1Left: departed(m["raises-pd-l1"]) }),
  answer: (m) => highest({ hide: tumour(m["hides-its-antigen"]), fast: tumour(m["grows-faster"]), pdl1: tumour(m["raises-pd-l1"]) }),
  repeats: [
    { id: "none", of: (m) => tumour(m["no-trick"]) === 0 },
    { id: "fast", of: (m) => tumour(m["grows-faster"]) > 0 },
    { id: "hide", of: (m) => tumour(m["hides-its-antigen"]) > 0 },
    { id: "pdl1", of: (m) => tumour(m["raises-pd-l1"]) > 0 },
    { id: "best", of: (m) => tumour(m["raises-pd-l1"]) > Math.max(tumour(m["hides-its-antigen"]), tumour(m["grows-faster"])) },
    { id: "departed", of: (m) => departed(m["raises-pd-l1"]) > departed(m["no-trick"]) }],
  check: { options: ["more", "fewer", "same"], right: (m) => {
    const [hide, pdl1] = [n(m["hides-its-antigen"], "killed tumour"), n(m["raises-pd-l1"], "killed tumour")];
    return pdl1 < hide ? "fewer" : pdl1 > hide ? "more" : "same";
  } },
};

const wake = {
  id: "wake",
  study: "learn/wake",
  stored: true,
  read: readTissue,
  bet: { kind: "draw", lines: ["chemotherapy", "t-cells-woken"], points: [0, 12, 24, 40, 60], start: 55, fixedStart: true, most: 300, step: 5 },
  drawn: (lines) => Object.fromEntries(["chemotherapy", "t-cells-woken"].map((id) => [id, lines[id].tumour])),
  changes: [{ id: "growth", options: [
    { id: "fast", set: {} },
    { id: "slow", set: { "tumour.cycle entry": "0.0004 1/min" } }] }],
  curve: curveOf("tumour"),
  columns: [
    { id: "first", of: (of) => n(of, "initial live tumour") },
    { id: "least", of: (of) => n(of, "min live tumour") },
    { id: "left", of: tumour },
    { id: "t", of: live("CD8 T cell") }],
  values: (m) => ({ none: tumour(m["no-treatment"]), least: n(m.chemotherapy, "min live tumour"), chemo: tumour(m.chemotherapy),
    woken: tumour(m["t-cells-woken"]), t: live("CD8 T cell")(m["t-cells-woken"]) }),
  repeats: [
    { id: "shrinks", of: (m) => n(m.chemotherapy, "min live tumour") < 0.8 * n(m.chemotherapy, "initial live tumour") },
    { id: "regrows", of: (m) => tumour(m.chemotherapy) > 1.5 * n(m.chemotherapy, "min live tumour") },
    { id: "clears", of: (m) => tumour(m["t-cells-woken"]) === 0 },
    { id: "memory", of: (m) => live("CD8 T cell")(m["t-cells-woken"]) > live("CD8 T cell")(m.chemotherapy) }],
  check: { options: ["cleared", "back", "held"], right: (m) => (tumour(m.chemotherapy) === 0 ? "cleared"
    : tumour(m.chemotherapy) > 1.2 * n(m.chemotherapy, "min live tumour") ? "back" : "held") },
};

const DOSES = { "0-7-nm": 0.7, "7-nm": 7, "70-nm": 70, "700-nm": 700 };

const handshake = {
  id: "handshake",
  study: "learn/handshake",
  stored: true,
  read: readTissue,
  bet: { kind: "choice", options: Object.keys(DOSES) },
  changes: [{ id: "start", options: [
    { id: "eight", set: {} },
    { id: "four", set: { "start[2].count": 4 } }] }],
  curve: curveOf("tumour"),
  columns: [
    { id: "occupancy", of: (_, __, id) => Math.round(100 * (DOSES[id] || 0) / ((DOSES[id] || 0) + 7.2)) },
    { id: "killed", of: (of) => n(of, "killed tumour") },
    { id: "left", of: tumour }],
  values: (m) => ({ none: tumour(m.none), a: tumour(m["0-7-nm"]), b: tumour(m["7-nm"]), c: tumour(m["70-nm"]), d: tumour(m["700-nm"]) }),
  answer: (m) => {
    const best = Math.min(...Object.keys(DOSES).map((id) => tumour(m[id])));
    const enough = best + 0.1 * tumour(m.none);
    return best < 0.5 * tumour(m.none) ? Object.keys(DOSES).find((id) => tumour(m[id]) <= enough) : null;
  },
  repeats: [
    { id: "little", of: (m) => tumour(m["0-7-nm"]) > 0.8 * tumour(m.none) },
    { id: "half", of: (m) => tumour(m["7-nm"]) > 0.5 * tumour(m.none) },
    { id: "enough", of: (m) => tumour(m["70-nm"]) < 0.1 * tumour(m.none) },
    { id: "plateau", of: (m) => Math.abs(tumour(m["70-nm"]) - tumour(m["700-nm"])) < 0.1 * tumour(m.none) }],
  check: { options: ["ten", "two", "alike"], right: (m) => {
    const [some, more] = [n(m["70-nm"], "killed tumour"), n(m["700-nm"], "killed tumour")];
    return more > 5 * some ? "ten" : more > 1.5 * some ? "two" : "alike";
  } },
};

const doses = (t, vaccine, antibody) => ({ "therapy[CD8 T cell].dose": t, "therapy[DC vaccine].dose": vaccine, "therapy[rituximab].dose": antibody });

const soldiers = {
  id: "soldiers",
  study: "learn/soldiers",
  stored: true,
  read: readTissue,
  bet: { kind: "choice", options: ["t-cells", "vaccine", "antibody"] },
  changes: [
    { id: "dose", options: [
      { id: "usual", set: {} },
      { id: "less", set: doses("4e9 cells", "4e6 cells", "150 mg/m^2") },
      { id: "double", set: doses("2e10 cells", "2e7 cells", "750 mg/m^2") }] },
    { id: "nk", options: [
      { id: "some", set: {} },
      { id: "many", set: { "start[3].count": 12 } }] }],
  curve: curveOf("tumour"),
  columns: [
    { id: "half", of: (_, lines) => lines.tumour.find(([, count]) => count <= lines.tumour[0][1] / 2)?.[0] ?? NaN },
    { id: "left", of: tumour },
    { id: "t", of: (of) => n(of, "killed tumour by CD8 T cell") },
    { id: "nk", of: (of) => n(of, "killed tumour by NK cell") },
    { id: "most", of: (of) => n(of, "max live CD8 T cell") }],
  values: (m) => ({ none: tumour(m.nothing), t: tumour(m["t-cells"]), v: tumour(m.vaccine), a: tumour(m.antibody) }),
  answer: (m, lines) => {
    const half = (id) => lines[id].tumour.find(([, count]) => count <= lines[id].tumour[0][1] / 2)?.[0] ?? Infinity;
    const first = ["t-cells", "vaccine", "antibody"].reduce((a, b) => (half(b) < half(a) ? b : a));
    return half(first) < Infinity ? first : null;
  },
  repeats: [
    { id: "t", of: (m) => tumour(m["t-cells"]) === 0 },
    { id: "tv", of: (m) => tumour(m["t-cells"]) <= tumour(m.vaccine) },
    { id: "va", of: (m) => tumour(m.vaccine) < tumour(m.antibody) },
    { id: "an", of: (m) => tumour(m.antibody) < tumour(m.nothing) }],
  check: { options: ["t", "nk", "both"], right: (m) => {
    const [t, nk] = [n(m.antibody, "killed tumour by CD8 T cell"), n(m.antibody, "killed tumour by NK cell")];
    return nk > 2 * t ? "nk" : t > 2 * nk ? "t" : "both";
  } },
};

const LOCKS = ["hidden", "cold", "cd19", "cd20"];
const KEYS = ["checkpoint-inhibitor", "vaccine", "car-t-cells", "antibody"];
/** The keys that leave fewest; several where they leave as many. */
function fits(m, lock) {
  const left = (key) => tumour(m[`${lock}-${key}`]);
  const fewest = Math.min(...KEYS.map(left));
  return KEYS.filter((key) => left(key) === fewest);
}
const PAIRS = { hidden: "checkpoint-inhibitor", cold: "vaccine", cd19: "car-t-cells", cd20: "antibody" };

const keys = {
  id: "keys",
  study: "learn/keys",
  stored: true,
  read: readTissue,
  bet: { kind: "match", rows: LOCKS, columns: KEYS },
  matrix: { rows: LOCKS, columns: KEYS, of: (m, row, column) => tumour(m[`${row}-${column}`]) },
  changes: [{ id: "growth", options: [
    { id: "usual", set: {} },
    { id: "fast", set: { "tumour.cycle entry": "0.0009 1/min" } }] }],
  columns: [],
  values: (m) => ({ a: tumour(m["hidden-checkpoint-inhibitor"]), b: tumour(m["cold-vaccine"]),
    c: tumour(m["cd19-car-t-cells"]), d: tumour(m["cd20-antibody"]) }),
  answer: (m) => Object.fromEntries(LOCKS.map((lock) => [lock, fits(m, lock)])),
  repeats: [
    ...LOCKS.map((lock) => ({ id: lock, of: (m) => KEYS.every((key) => key === PAIRS[lock]
      || tumour(m[`${lock}-${PAIRS[lock]}`]) < tumour(m[`${lock}-${key}`])) })),
    { id: "all", of: (m) => LOCKS.every((lock) => tumour(m[`${lock}-${PAIRS[lock]}`]) === 0) }],
  check: { options: ["cleared", "less", "grew"], right: (m) => {
    const [left, first] = [tumour(m["cd20-car-t-cells"]), n(m["cd20-car-t-cells"], "initial live tumour")];
    return left === 0 ? "cleared" : left < first ? "less" : "grew";
  } },
};

const of100 = (share) => Math.round(100 * share);
const thousands = (dollars) => Math.round(dollars / 1000);
const HALF = "alive after half a year";
const END = "alive after 18 months";
const SEVERE = "severe side effects [%]";
const COST = "cost [USD]";
const OUTCOMES = [
  { id: "half", of: (of) => of100(of[HALF]) },
  { id: "end", of: (of) => of100(of[END]) },
  { id: "complete", of: (of) => of100(n(of, "complete responses") / of.patients) },
  { id: "severe", of: (of) => Math.round(n(of, SEVERE)) },
  { id: "cost", of: (of) => thousands(of[COST]) }];

/** By how many of a hundred more are alive with nivolumab than with docetaxel. */
const ahead = (m, when) => of100(m.nivolumab[when]) - of100(m.docetaxel[when]);

const benefit = {
  id: "benefit",
  study: "learn/benefit",
  stored: true,
  read: readTrial,
  bet: { kind: "choice", options: ["cross", "nivolumab", "docetaxel"] },
  changes: [{ id: "resistance", options: [
    { id: "there", set: {} },
    { id: "none", set: { resistant_C2: 0 } }] }],
  curve: (points) => points,
  columns: [...OUTCOMES.slice(0, 3),
    { id: "responses", of: (of) => n(of, "responses") },
    { id: "relapses", of: (of) => n(of, "relapses") },
    ...OUTCOMES.slice(3)],
  values: (m) => ({ nHalf: of100(m.nivolumab[HALF]), dHalf: of100(m.docetaxel[HALF]), nEnd: of100(m.nivolumab[END]), dEnd: of100(m.docetaxel[END]),
    nSevere: Math.round(n(m.nivolumab, SEVERE)), dSevere: Math.round(n(m.docetaxel, SEVERE)),
    nResponses: n(m.nivolumab, "responses"), dResponses: n(m.docetaxel, "responses"),
    nRelapses: n(m.nivolumab, "relapses"), dRelapses: n(m.docetaxel, "relapses"),
    nCost: thousands(m.nivolumab[COST]), dCost: thousands(m.docetaxel[COST]) }),
  answer: (m) => {
    const [half, end] = [ahead(m, HALF), ahead(m, END)];
    return half < 0 && end > 0 ? "cross" : end > 0 ? "nivolumab" : half < 0 || end < 0 ? "docetaxel" : null;
  },
  repeats: [
    { id: "early", of: (m) => ahead(m, HALF) < 0 },
    { id: "late", of: (m) => ahead(m, END) > 0 },
    { id: "cross", of: (m) => ahead(m, HALF) < 0 && ahead(m, END) > 0 },
    { id: "severe", of: (m) => n(m.nivolumab, SEVERE) < n(m.docetaxel, SEVERE) },
    { id: "relapse", of: (m) => n(m.docetaxel, "relapses") / n(m.docetaxel, "responses") > n(m.nivolumab, "relapses") / n(m.nivolumab, "responses") },
    { id: "cost", of: (m) => m.nivolumab[COST] > m.docetaxel[COST] },
    { id: "proved", of: (m) => m.nivolumab["p OS"] < 0.05 }],
  check: { options: ["yes", "no"], right: (m) => (m.nivolumab["p OS"] < 0.05 ? "yes" : "no") },
};

const ARMS = ["nivolumab", "both-together", "docetaxel-first", "by-pd-l1"];

/** What a patient may cost, USD. */
const BUDGET = 200000;

/** Whether an arm beats docetaxel on all three: who is alive after 18 months, severe side effects, and the budget. */
const beats = (m, arm) => m[arm][END] > m.docetaxel[END] && n(m[arm], SEVERE) <= n(m.docetaxel, SEVERE) && m[arm][COST] <= BUDGET;

/** The one of those which win of whom most are alive; null where none wins. */
const best = (m) => ARMS.filter((arm) => beats(m, arm)).reduce((a, b) => (a === null || m[b][END] > m[a][END] ? b : a), null);

const nextTrial = {
  id: "next-trial",
  study: "learn/next-trial",
  stored: true,
  many: { count: 200, read: readReplicates },
  read: readTrial,
  bet: { kind: "choice", options: [...ARMS, "none"] },
  changes: [{ id: "patients", options: [
    { id: "usual", set: {} },
    { id: "few", set: { "population.patients": 50 } },
    { id: "many", set: { "population.patients": 250 } }] }],
  curve: (points) => points,
  columns: OUTCOMES,
  values: (m) => ({ winners: ARMS.filter((arm) => beats(m, arm)).length }),
  answer: (m) => best(m) ?? "none",
  repeats: [
    ...ARMS.map((arm) => ({ id: arm, of: (m) => beats(m, arm) })),
    ...ARMS.map((arm) => ({ id: `${arm}-first`, of: (m) => best(m) === arm })),
    { id: "none", of: (m) => best(m) === null },
    { id: "proved", of: (m) => m.nivolumab["hazard ratio OS"] < 1 && m.nivolumab["p OS"] < 0.05 }],
  check: { options: [...ARMS, "docetaxel"], right: (m) => [...ARMS, "docetaxel"].reduce((a, b) => (n(m[b], SEVERE) > n(m[a], SEVERE) ? b : a)) },
};

/** Curves of one tissue added up; they are of the same times. */
function sum(...curves) {
  return curves[0].map(([time, count], i) => [time, curves.reduce((all, curve) => all + curve[i][1], count) - curves[0][i][1]]);
}

/** In the order in which they are told. */
export const EXPERIMENTS = [patrol, disguise, wake, handshake, soldiers, keys, benefit, nextTrial];
