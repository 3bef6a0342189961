// What each experiment of the page Learn runs, what can be bet on and changed, and how its numbers are read from the run's
// tables. Its words are in text-en.json under the same names.
//
// Numbers are of variants, by the names that a sweep gives them, such as measures["without-t-cells"]["final live abnormal cell"].
import { readTissue } from "./read.js";

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
  read: readTissue,
  bet: { kind: "choice", options: ["t", "nk", "b"] },
  changes: [{ id: "mhc", options: [
    { id: "few", set: {} },
    { id: "half", set: { "start[1].count": 4, "start[2].count": 4 } },
    { id: "most", set: { "start[1].count": 2, "start[2].count": 6 } }] }],
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

/** Curves of one tissue added up; they are of the same times. */
function sum(...curves) {
  return curves[0].map(([time, count], i) => [time, curves.reduce((all, curve) => all + curve[i][1], count) - curves[0][i][1]]);
}

/** In the order in which they are told. */
export const EXPERIMENTS = [patrol];
