// What each experiment of the page Learn runs, what can be bet on and changed, and how its numbers are read from the run's
// tables. Its words are in text-en.json under the same names.
//
// Numbers are of variants, by the names that a sweep gives them, such as measures["without-t-cells"]["final live abnormal cell"].
import { readReplicates, readTissue, readTrial } from "./read.js";

/** A number of a variant; stored runs do not have those that are nought in all of them. */
export const n = (of, name) => of[name] ?? 0;
export const live = (type) => (of) => n(of, `final live ${type}`);
export const abnormal = (of) => live("abnormal cell")(of) + live("abnormal cell without MHC-I")(of);

/** The names whose number is the highest, several where they are alike; none where all are nought. */
function highest(numbers) {
  const most = Math.max(...Object.values(numbers));
  return most > 0 ? Object.keys(numbers).filter((name) => numbers[name] === most) : [];
}

const patrol = {
  id: "patrol",
  study: "learn/patrol",
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
  usual: ["all", "worst", "b"],
  check: { options: ["seen", "hidden", "both", "none"],
    values: (m) => ({ seen: live("abnormal cell")(m["without-nk-cells"]), hidden: live("abnormal cell without MHC-I")(m["without-nk-cells"]) }),
    right: ({ seen, hidden }) => (seen + hidden === 0 ? "none" : seen === hidden ? "both" : seen > hidden ? "seen" : "hidden") },
};

export const tumour = live("tumour");
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
  usual: ["none", "fast", "hide", "pdl1", "best"],
  check: { options: ["more", "fewer", "same"],
    values: (m) => ({ hide: n(m["hides-its-antigen"], "killed tumour"), pdl1: n(m["raises-pd-l1"], "killed tumour") }),
    right: ({ hide, pdl1 }) => (pdl1 < hide ? "fewer" : pdl1 > hide ? "more" : "same") },
};

const wake = {
  id: "wake",
  study: "learn/wake",
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
  usual: ["shrinks", "regrows", "clears", "memory"],
  check: { options: ["cleared", "back", "grew", "held"],
    values: ({ chemotherapy: of }) => ({ first: n(of, "initial live tumour"), least: n(of, "min live tumour"), left: tumour(of) }),
    right: ({ first, least, left }) => (left === 0 ? "cleared" : least >= first ? "grew" : left > 1.2 * least ? "back" : "held") },
};

const DOSES = { "0-7-nm": 0.7, "7-nm": 7, "70-nm": 70, "700-nm": 700 };

const handshake = {
  id: "handshake",
  study: "learn/handshake",
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
  usual: ["little", "half", "enough", "plateau"],
  check: { options: ["ten", "two", "alike", "fewer"],
    values: (m) => ({ some: n(m["70-nm"], "killed tumour"), more: n(m["700-nm"], "killed tumour") }),
    right: ({ some, more }) => (more > 5 * some ? "ten" : more > 1.5 * some ? "two" : 1.5 * more < some ? "fewer" : "alike") },
};

/** The first hour at which half of a tumour is gone; undefined where it never is. */
export const halved = ({ tumour: points }) => points.find(([, count]) => count <= points[0][1] / 2)?.[0];

const doses = (t, vaccine, antibody) => ({ "therapy[CD8 T cell].dose": t, "therapy[DC vaccine].dose": vaccine, "therapy[rituximab].dose": antibody });

const soldiers = {
  id: "soldiers",
  study: "learn/soldiers",
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
    { id: "half", of: (_, lines) => halved(lines) ?? NaN },
    { id: "left", of: tumour },
    { id: "t", of: (of) => n(of, "killed tumour by CD8 T cell") },
    { id: "nk", of: (of) => n(of, "killed tumour by NK cell") },
    { id: "most", of: (of) => n(of, "max live CD8 T cell") }],
  values: (m) => ({ none: tumour(m.nothing), t: tumour(m["t-cells"]), v: tumour(m.vaccine), a: tumour(m.antibody) }),
  answer: (m, lines) => {
    const hours = ["t-cells", "vaccine", "antibody"].map((id) => [id, halved(lines[id]) ?? Infinity]);
    const first = Math.min(...hours.map(([, hour]) => hour));
    return hours.filter(([, hour]) => hour === first && hour < Infinity).map(([id]) => id);
  },
  repeats: [
    { id: "t", of: (m) => tumour(m["t-cells"]) === 0 },
    { id: "tv", of: (m) => tumour(m["t-cells"]) <= tumour(m.vaccine) },
    { id: "va", of: (m) => tumour(m.vaccine) < tumour(m.antibody) },
    { id: "an", of: (m) => tumour(m.antibody) < tumour(m.nothing) }],
  usual: ["t", "tv", "va", "an"],
  check: { options: ["t", "nk", "both"],
    values: ({ antibody: of }) => ({ t: n(of, "killed tumour by CD8 T cell"), nk: n(of, "killed tumour by NK cell") }),
    right: ({ t, nk }) => (nk > 2 * t ? "nk" : t > 2 * nk ? "t" : "both") },
};

export const LOCKS = ["hidden", "cold", "cd19", "cd20"];
export const KEYS = ["checkpoint-inhibitor", "vaccine", "car-t-cells", "antibody"];
/** The keys that leave fewest; several where they leave as many. */
function fits(m, lock) {
  const left = (key) => tumour(m[`${lock}-${key}`]);
  const fewest = Math.min(...KEYS.map(left));
  return KEYS.filter((key) => left(key) === fewest);
}
/** The key that is made for each lock. */
export const PAIRS = { hidden: "checkpoint-inhibitor", cold: "vaccine", cd19: "car-t-cells", cd20: "antibody" };

const keys = {
  id: "keys",
  study: "learn/keys",
  read: readTissue,
  bet: { kind: "match", rows: LOCKS, columns: KEYS },
  matrix: { rows: LOCKS, columns: ["no-therapy", ...KEYS], of: (m, row, column) => tumour(m[`${row}-${column}`]) },
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
    { id: "all", of: (m) => LOCKS.every((lock) => tumour(m[`${lock}-${PAIRS[lock]}`]) === 0) },
    { id: "alone", of: (m) => tumour(m["cold-no-therapy"]) < n(m["cold-no-therapy"], "initial live tumour") }],
  usual: [...LOCKS, "alone"],
  check: { options: ["cleared", "less", "grew"],
    values: (m) => ({ left: tumour(m["cd20-car-t-cells"]), first: n(m["cd20-car-t-cells"], "initial live tumour") }),
    right: ({ left, first }) => (left === 0 ? "cleared" : left < first ? "less" : "grew") },
};

export const of100 = (share) => Math.round(100 * share);
export const thousands = (dollars) => Math.round(dollars / 1000);
const HALF = "alive after half a year";
export const END = "alive after 18 months";
export const SEVERE = "severe side effects [%]";
export const COST = "cost [USD]";
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
  usual: ["early", "late", "severe", "relapse", "proved"],
  check: { options: ["yes", "no"], values: (m) => ({ p: m.nivolumab["p OS"] }), right: ({ p }) => (p < 0.05 ? "yes" : "no") },
};

export const ARMS = ["nivolumab", "both-together", "docetaxel-first", "by-pd-l1"];

/** What a patient may cost, USD. */
const BUDGET = 200000;

/** On what an arm fails against docetaxel: who is alive after 18 months, severe side effects, the budget. */
export const failsOn = (m, arm) => [
  m[arm][END] > m.docetaxel[END] ? null : "survival",
  n(m[arm], SEVERE) <= n(m.docetaxel, SEVERE) ? null : "harm",
  m[arm][COST] <= BUDGET ? null : "budget"].filter(Boolean);

const beats = (m, arm) => failsOn(m, arm).length === 0;

/** Those which win of whom most are alive, several where as many are; none where none wins. */
function best(m) {
  const winners = ARMS.filter((arm) => beats(m, arm));
  const most = Math.max(...winners.map((arm) => m[arm][END]));
  return winners.filter((arm) => m[arm][END] === most);
}

const nextTrial = {
  id: "next-trial",
  study: "learn/next-trial",
  many: { count: 200, read: readReplicates },
  read: readTrial,
  bet: { kind: "choice", options: [...ARMS, "none"] },
  changes: [{ id: "patients", options: [
    { id: "usual", set: {} },
    { id: "few", set: { "population.patients": 50 } },
    { id: "many", set: { "population.patients": 250 } }] }],
  curve: (points) => points,
  columns: OUTCOMES,
  values: (m) => ({ patients: m.nivolumab.patients, winners: ARMS.filter((arm) => beats(m, arm)).length }),
  answer: (m) => (best(m).length > 0 ? best(m) : "none"),
  repeats: [
    ...ARMS.map((arm) => ({ id: arm, of: (m) => beats(m, arm) })),
    ...ARMS.map((arm) => ({ id: `${arm}-first`, of: (m) => best(m).includes(arm) })),
    { id: "none", of: (m) => best(m).length === 0 },
    { id: "proved", of: (m) => m.nivolumab["hazard ratio OS"] < 1 && m.nivolumab["p OS"] < 0.05 }],
  usual: ["nivolumab", "both-together", "docetaxel-first", "by-pd-l1", "proved"],
  check: { options: [...ARMS, "docetaxel"],
    values: (m) => ({ nivolumab: n(m.nivolumab, SEVERE), together: n(m["both-together"], SEVERE), first: n(m["docetaxel-first"], SEVERE),
      byPdL1: n(m["by-pd-l1"], SEVERE), docetaxel: n(m.docetaxel, SEVERE) }),
    right: (of) => highest({ nivolumab: of.nivolumab, "both-together": of.together, "docetaxel-first": of.first, "by-pd-l1": of.byPdL1,
      docetaxel: of.docetaxel }) },
};

/** Curves of one tissue added up; they are of the same times. */
function sum(...curves) {
  return curves[0].map(([time, count], i) => [time, curves.reduce((all, curve) => all + curve[i][1], count) - curves[0][i][1]]);
}

/** In the order in which they are told. */
export const EXPERIMENTS = [patrol, disguise, wake, handshake, soldiers, keys, benefit, nextTrial];
