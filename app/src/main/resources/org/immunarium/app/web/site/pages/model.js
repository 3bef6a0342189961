// Models, drugs and studies: what each is in words, its values with where they are from, and how far to believe it.
import { json, text } from "../api.js";
import { field, h } from "../dom.js";
import { pagedTable } from "../view/run-tables.js";
import { problems } from "../view/problems.js";
import { value } from "../view/study-text.js";
import { wordsOf } from "../view/words.js";

export async function show(parts, query) {
  const catalog = await json("/api/catalog");
  const things = [
    ...catalog.models.map((each) => ({ ...each, kind: each.scale === "tissue" ? "model of a tissue" : "model of a patient" })),
    ...catalog.drugs.map((each) => ({ ...each, kind: "drug" })),
    ...catalog.studies.map((each) => ({ ...each, kind: "study" })),
  ];
  const what = query.get("what");
  return what ? one(what, things.find((each) => each.name === what)) : all(things, query.get("find") || "");
}

function all(things, begun) {
  const find = h("input", { type: "search", autocomplete: "off", value: begun });
  const kind = h("select", {}, h("option", { value: "" }, "of all kinds"), [...new Set(things.map((each) => each.kind))].map((each) => h("option", { value: each }, each)));
  const list = h("ul", { class: "lines" });
  const count = h("p", { class: "soft", "aria-live": "polite" });
  const draw = () => {
    const wanted = find.value.toLowerCase().split(/\s+/).filter(Boolean);
    const found = things.filter((each) => (!kind.value || each.kind === kind.value)
      && wanted.every((word) => `${each.name} ${each.title}`.toLowerCase().includes(word)));
    list.replaceChildren(...found.map((each) => h("li", {}, h("div", {}, h("a", { href: `#/model?what=${encodeURIComponent(each.name)}` }, each.title === each.name ? each.name : `${each.name}`), each.title === each.name ? null : `: ${each.title}`),
      h("span", { class: "soft" }, each.kind))));
    count.textContent = `${found.length} of ${things.length}`;
  };
  find.addEventListener("input", draw);
  kind.addEventListener("change", draw);
  draw();
  return {
    title: "Model and evidence",
    element: h("div", {}, h("h1", {}, "Models and evidence"),
      h("p", {}, "Every number in here has a unit and says where it is from: measured, fitted, calculated, published, or assumed. What is assumed is called so."),
      believed(), h("h2", {}, "What comes along"),
      h("div", { class: "row" }, h("div", { class: "grow" }, field("Find", find, "a drug, a cancer, an author")), field("Kind", kind)), count, list),
  };
}

/** What was checked, and against what. Figures are those of docs/trials.md, whose commands print them anew. */
function believed() {
  const row = (what, how, found, command) => h("tr", {}, h("th", { scope: "row" }, what), h("td", {}, how), h("td", {}, found), h("td", {}, h("code", {}, command)));
  return h("section", {}, h("h2", {}, "How far to believe it"),
    h("ul", {},
      h("li", {}, "A model says what follows from its assumptions. It says nothing about any one person, and must not be used to choose a treatment."),
      h("li", {}, "Patients of trials come from two calibrated populations, of lung cancer and of melanoma. Outside of these a trial shows mechanisms, and predicts no number."),
      h("li", {}, "Death in a trial follows the size of the tumour by a formula that was fitted; it is no mechanism, and death of side effects is not in it."),
      h("li", {}, "Prices and quality of life are examples.")),
    h("div", { class: "scroll tall", tabindex: "0", role: "region", "aria-label": "What was checked" }, h("table", { class: "wide" }, h("caption", { class: "unseen" }, "What was checked"),
      h("thead", {}, h("tr", {}, ["what", "against", "found", "again"].map((each) => h("th", { scope: "col" }, each)))),
      h("tbody", {},
        row("Lung cancer, calibrated", "survival, responses and PD-L1 of CheckMate-017, CheckMate-057, KEYNOTE-024", "21 of 21 targets met", "./bench trials"),
        row("Melanoma, calibrated", "survival and responses of CheckMate-066, KEYNOTE-006, CA184-024", "18 of 18 targets met, by few patients: worth 73 of equal weight", "./bench trials"),
        row("Trials that nothing was calibrated on", "published responses, medians and hazard ratios of OAK, POPLAR, KEYNOTE-010, -042, -189, CheckMate-067, MDX010-20, MAGRIT", "48 of 103 inside the interval: more than half are not", "./bench predictions"),
        row("Equations of patients", "the SBML Test Suite; CVODE; published models of BioModels, by another integrator", "told by the commands", "./immunarium conformance sbml SUITE; ./bench models"),
        row("Tissues", "PhysiCell 1.14.2, the same projects, 20 seeds", "told by the command", "./bench agreement"),
        row("Side effects", "published incidences under each regimen", "told by the command", "./bench toxicity"),
        row("Forecasts of real lesions", "the last third of 50 series", "error 9.1 %; that nothing changes errs by 9.9 %", "./bench forecasts")))),
    h("p", { class: "soft" }, "Written up, with what is outside, in docs/trials.md, docs/toxicity-targets.md, docs/fit.md and docs/benchmarks.md."));
}

function one(what, known) {
  const place = h("div", { "aria-live": "off" }, h("p", { class: "soft" }, "reading …"));
  const element = h("div", {}, h("p", {}, h("a", { href: "#/model" }, "All models, drugs and studies")), h("h1", {}, known?.kind === "drug" ? `${known.name}: ${known.title}` : known?.title || what), known ? h("p", { class: "soft" }, `${known.name}, ${known.kind}`) : null, place);
  partsOf(what, known).then((parts) => place.replaceChildren(...parts), (refused) => place.replaceChildren(problems(refused)));
  return { title: known?.title || what, element };
}

async function partsOf(what, known) {
  const [said, found] = await Promise.all([text(`/api/explain?what=${encodeURIComponent(what)}`),
    known && known.kind !== "drug" ? json(`/api/values/${what.split("/").map(encodeURIComponent).join("/")}`) : null]);
  const parts = [];
  if (known?.kind === "study") {
    parts.push(await doors(what));
  } else if (known?.scale === "patient") {
    parts.push(h("p", { class: "buttons" }, h("a", { class: "button main", href: `#/patient?model=${encodeURIComponent(what)}` }, "Treat a patient of this model")));
  }
  if (found) {
    parts.push(h("h2", {}, "Values"), values(what, known, found));
  }
  parts.push(h("h2", {}, "In words"), wordsOf(withoutFirst(said, known), known?.scale === "patient" ? 12 : 60, found ? /^Values/ : null),
    h("details", {}, h("summary", {}, "The whole text, as immunarium explain says it"), h("pre", {}, said)));
  return parts;
}

const withoutFirst = (said, known) => (known && said.startsWith(known.title) ? said.slice(said.indexOf("\n") + 1) : said);

async function doors(name) {
  const page = name.split("/")[0];
  const study = await text(`/api/studies/${name.split("/").map(encodeURIComponent).join("/")}`);
  const model = value(study, "model");
  return h("p", { class: "buttons" },
    page === "patient" || page === "trial" ? h("a", { class: "button main", href: `#/${page}?study=${encodeURIComponent(name)}` }, "Open this study") : h("a", { class: "button main", href: "#/tissue" }, "To the tissues"),
    model ? h("a", { class: "button", href: `#/model?what=${encodeURIComponent(model)}` }, `Its model: ${model}`) : null);
}

const unitWords = (unit) => (unit === "0..1" ? "from 0 to 1" : unit === "1" ? "plain number" : unit);

function values(what, known, found) {
  const own = known.kind === "study" ? found.values.filter((each) => !each.certainty.startsWith("model")) : found.values;
  if (own.length === 0) {
    return h("p", { class: "soft" }, known.kind === "study" ? `This study sets none of its model's ${found.values.length} values.` : "It has no values.");
  }
  const informed = own.some((each) => each.meaning || each.used.length > 0);
  const header = informed ? ["name", "value", "unit or range", "what it is", "how sure", "source", "note", "used in"] : ["name", "value", "unit or range", "from", "source"];
  const rows = own.map((each) => (informed
    ? [each.name, each.value, unitWords(each.unit), each.meaning, each.certainty, each.source, each.note, each.used.length > 6 ? `${each.used.slice(0, 6).join("; ")} and ${each.used.length - 6} more` : each.used.join("; ")]
    : [each.name, each.value, unitWords(each.unit), each.certainty, each.source]));
  const list = pagedTable({ header, rows, caption: `Values of ${what}`, size: 25, class: informed ? "wordy" : null });
  const find = h("input", { type: "search", autocomplete: "off" });
  const sure = h("select", {}, h("option", { value: "" }, "any"), [...new Set(own.map((each) => each.certainty))].filter(Boolean).map((each) => h("option", { value: each }, each)));
  const draw = () => {
    const wanted = find.value.toLowerCase().split(/\s+/).filter(Boolean);
    list.show(rows.filter((row, i) => (!sure.value || own[i].certainty === sure.value) && wanted.every((word) => row.join(" ").toLowerCase().includes(word))));
  };
  find.addEventListener("input", draw);
  sure.addEventListener("change", draw);
  const counts = [...new Set(own.map((each) => each.certainty))].filter(Boolean).map((each) => `${own.filter((value) => value.certainty === each).length} ${each}`);
  return h("div", {}, h("p", {}, counts.length > 1 ? `${own.length} values: ${counts.join("; ")}.` : `${own.length} values.`),
    h("div", { class: "row" }, h("div", { class: "grow" }, field("Find a value", find, "by its name, what it is, who says so, where it is used")), field(informed ? "How sure" : "From", sure)), list.element);
}
