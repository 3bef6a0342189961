// A run of a trial: who came until now, then its figures, its patients and what became of each.
import { field, h, table } from "../dom.js";
import { curves, number } from "./chart.js";
import { figure, toldFigures } from "./figure.js";
import { held } from "./held.js";
import { problems } from "./problems.js";
import { followedRun } from "./run-page.js";
import { pagedTable, tableOf } from "./run-tables.js";
import { valuesOf } from "./trial-patient.js";
import { untilNow } from "./until-now.js";

export async function trialRun(run) {
  const live = workDone();
  const arms = untilNow(ACCRUAL, byArm);
  const page = followedRun(run, {
    during: (now) => {
      live.follow(now);
      return arms.during(now);
    },
    figures: async (now, place) => {
      live.end();
      arms.end();
      if (now.status === "done") {
        place.append(await figures(run));
      }
      if (now.status === "done" && now.tables?.includes("patients.csv")) {
        place.append(await patients(now));
      }
    },
    last: (now) => (now.command?.[0] === "run" ? [replicates(run)] : []),
  });
  return { title: "Trial", leave: page.leave, element: h("div", {}, page.heading, page.followed, live.element, arms.element, page.ended) };
}

/** Patients of each arm, and how many have been followed until now: as the run writes it. */
const ACCRUAL = "accrual.csv";

/** Patients by arm, in a table with bars. */
function byArm(_, rows) {
  return [h("h2", {}, "By arm until now"), table(["arm", "followed to their end", "of", "share"],
    rows.map(([arm, patients, followed]) => [arm, followed, patients,
      h("progress", { max: Math.max(1, patients), value: followed, "aria-label": `${arm}: ${followed} of ${patients} patients` })]),
    "Patients by arm until now")];
}

/** How much of the work is done until now, as the engine tells it: patients are screened, then treated and followed. */
function workDone() {
  const words = h("p", { class: "big" });
  const curve = held();
  let begun = 0;
  let what = "";
  let seen = [];
  function follow({ progress }) {
    if (!progress || what === progress.what && seen.at(-1)[1] === progress.done) {
      return;
    }
    if (what !== progress.what) {
      what = progress.what;
      begun = Date.now();
      seen = [];
    }
    seen.push([(Date.now() - begun) / 1000, progress.done]);
    const share = (done) => 100 * done / progress.total;
    words.textContent = `${Math.floor(share(progress.done))} % of the work for ${number(progress.total)} ${what} is done`;
    if (seen.length > 2) {
      curve.put(curves({ title: "Work done until now", x: "seconds", y: "share of the work [%]",
        series: [{ name: what, points: seen.map(([time, done]) => [time, share(done)]) }] }));
    }
  }
  return { element: h("div", {}, words, curve.element), follow, end() {
    words.textContent = "";
    what = "";
    curve.put();
  } };
}

/** Figures under headings of their own, with a way to each. */
async function figures(run) {
  const told = await toldFigures(run);
  const shapes = [["Survival", /survival|Duration/i], ["Response", /change|Sum of diameters|Course/i],
    ["Side effects", /side effect|toxic/i], ["Cost", /cost|QALY|econom/i]];
  const groups = new Map([...shapes.map(([name]) => [name, []]), ["More", []]]);
  told.forEach((each) => groups.get((shapes.find(([, shape]) => shape.test(each.title)) || ["More"])[0]).push(figure(each)));
  const kept = [...groups].filter(([, all]) => all.length > 0);
  return h("section", {}, kept.map(([name, all]) => [h("h2", {}, name), h("div", { class: "figures" }, all)]));
}

async function patients(now) {
  const { header, rows } = await tableOf(now, "patients.csv");
  const place = (name) => header.indexOf(name);
  const events = ["PFS event", "DFS event"].find((each) => place(each) >= 0);
  const shown = ["id", "arm", "baseline [mm]", "best response", "best change [%]", events?.replace(" event", " [d]"),
    "OS [d]", "death", "ended by", "worst toxicity"]
    .map((each) => place(each)).filter((each) => each >= 0);
  const arms = [...new Set(rows.map((row) => row[place("arm")]))];
  const arm = h("select", {}, h("option", { value: "" }, "all arms"), arms.map((each) => h("option", { value: each }, each)));
  const best = h("select", {}, h("option", { value: "" }, "any"),
    [...new Set(rows.map((row) => row[place("best response")]))].filter(Boolean).sort().map((each) => h("option", { value: each }, each)));
  const one = h("section", { "aria-live": "polite" });
  const list = pagedTable({ header, rows, caption: "Patients", size: 15, shown, opens: "look at patient",
    open: async (row) => {
      try {
        one.replaceChildren(await patient(now, header, row));
      } catch (refused) {
        one.replaceChildren(problems(refused));
        return;
      }
      const heading = one.querySelector("h3");
      heading.setAttribute("tabindex", "-1");
      heading.focus();
      one.scrollIntoView({ block: "start" });
    } });
  const filter = () => list.show(rows.filter((row) => (!arm.value || row[place("arm")] === arm.value)
    && (!best.value || row[place("best response")] === best.value)));
  arm.addEventListener("change", filter);
  best.addEventListener("change", filter);
  return h("section", {}, h("h2", {}, "Patients"), h("p", {}, "Press a heading to sort, and a number to see what became of that patient."),
    h("div", { class: "row" }, field("Arm", arm), field("Best response", best)), list.element, one);
}

/** What became of a patient: diameters by visit, events, and what the patient is like. */
async function patient(now, header, row) {
  const id = row[0];
  const cell = (name) => (header.includes(name) ? row[header.indexOf(name)] : "");
  const parts = [h("h3", {}, `Patient ${id}, ${cell("arm")}`)];
  if (now.tables.includes("tumour_size.csv")) {
    const sizes = await tableOf(now, "tumour_size.csv");
    const own = sizes.rows.filter((each) => each[0] === id);
    const measured = own.filter((each) => each[3] !== "").map((each) => [Number(each[2]), Number(each[3])]);
    const marks = [["response", cell("response [d]")], ["progression", cell("progression [d]")], ["next line", cell("next line [d]")]]
      .filter(([, at]) => at !== "").map(([name, at]) => ({ name, at: Number(at) }));
    parts.push(h("div", { class: "figures" },
      curves({ title: `Sum of diameters of patient ${id}`, x: "time [d]", y: "sum of diameters [mm]", marks, series: [
        { name: "at visits", dots: measured.length === 1, points: measured }] }),
      h("div", {}, h("h4", {}, "Visits"),
        table(["day", "sum [mm]", "response"], own.map((each) => [number(Number(each[2])), each[3] === "" ? "" : number(Number(each[3])), each[4]]),
          `Visits of patient ${id}`))));
  }
  const ended = { death: "died", withdrawal: "withdrew", "cut-off": "was followed to the end" }[cell("ended by")] || cell("ended by");
  parts.push(h("p", {}, [`Best response ${cell("best response") || "none"}`,
    Number.isFinite(parseFloat(cell("best change [%]"))) ? ` (${number(Number(cell("best change [%]")))} %)` : "",
      `. The patient ${ended} on day ${number(Number(cell("OS [d]")))}. Worst side effect: ${cell("worst toxicity") || "none"}.`].join("")));
  if (now.tables.includes("adverse_events.csv")) {
    const events = await tableOf(now, "adverse_events.csv");
    const own = events.rows.filter((each) => each[0] === id);
    parts.push(h("h4", {}, "Side effects"), own.length === 0 ? h("p", { class: "soft" }, "None.")
      : table(["side effect", "organ", "worst grade", "first on day", "grade 3 and worse on day"],
        own.map((each) => [each[2], each[3], each[4], each[5], each[6]]), `Side effects of patient ${id}`));
  }
  const values = valuesOf(header, row);
  if (values.length > 0) {
    parts.push(h("details", {}, h("summary", {}, `What this patient is like: ${values.length} values`),
      table(["value", "is", "unit"], values.map((each) => [each.name, number(Number(each.value)), each.unit]), `Values of patient ${id}`)),
    h("p", { class: "buttons" }, h("a", { class: "button main", href: `#/patient?from=${encodeURIComponent(now.run)}&patient=${encodeURIComponent(id)}` },
      "Treat this patient again, under each arm")));
  }
  return h("div", { class: "card one" }, parts);
}

/** The same trial many times: other patients, other luck. */
function replicates(run) {
  return h("section", {}, h("h2", {}, "How often does it succeed?"),
    h("p", {}, "A trial is one draw of patients and luck. Run many of the same, and see how often it comes out so."),
    h("p", { class: "buttons" }, h("a", { class: "button", href: `#/experiments?again=${encodeURIComponent(run)}` }, "Replicate this trial")));
}
