// Models, drugs and studies: what each is in words, its values with where they are from, and how far to believe it.
import { json, knownValues, studyText, text } from "../api.js";
import { field, h } from "../dom.js";
import { pagedTable } from "../view/run-tables.js";
import { problems } from "../view/problems.js";
import { value } from "../view/study-text.js";
import { wordsOf } from "../view/words.js";

export async function show(parts, query) {
  const [catalog, { checked }] = await Promise.all([json("/api/catalog"), json("/checked.json")]);
  const things = [
    ...catalog.models.map((each) => ({ ...each, kind: each.scale === "tissue" ? "model of a tissue" : "model of a patient" })),
    ...catalog.drugs.map((each) => ({ ...each, kind: "drug" })),
    ...catalog.studies.map((each) => ({ ...each, kind: "study" })),
  ];
  const what = query.get("what");
  return what ? one(what, things.find((each) => each.name === what)) : all(things, query.get("find") || "", checked);
}

/** A select of values, each once, and of what stands for all of them. */
function anyOf(every, values) {
  return h("select", {}, h("option", { value: "" }, every), [...new Set(values)].map((each) => h("option", { value: each }, each)));
}

function all(things, begun, checked) {
  const find = h("input", { type: "search", autocomplete: "off", value: begun });
  const kind = anyOf("of all kinds", things.map((each) => each.kind));
  const list = h("ul", { class: "lines" });
  const count = h("p", { class: "soft", "aria-live": "polite" });
  const draw = () => {
    const wanted = find.value.toLowerCase().split(/\s+/).filter(Boolean);
    const found = things.filter((each) => (!kind.value || each.kind === kind.value)
      && wanted.every((word) => `${each.name} ${each.title}`.toLowerCase().includes(word)));
    list.replaceChildren(...found.map((each) => h("li", {},
      h("div", {}, h("a", { href: `#/model?what=${encodeURIComponent(each.name)}` }, each.name),
        each.title === each.name ? null : `: ${each.title}`),
      h("span", { class: "soft" }, each.kind))));
    count.textContent = `${found.length} of ${things.length}`;
  };
  find.addEventListener("input", draw);
  kind.addEventListener("change", draw);
  draw();
  return {
    title: "Model and evidence",
    element: h("div", {}, h("h1", {}, "Models and evidence"),
      h("p", {}, "Every number in here has a unit and says where it is from: measured, fitted, calculated, published, or assumed. "
        + "What is assumed is called so."),
      believed(checked), h("h2", {}, "What comes along"),
      h("div", { class: "row" }, h("div", { class: "grow" }, field("Find", find, "a drug, a cancer, an author")), field("Kind", kind)), count, list),
  };
}

/** What was checked, and against what: what is in checked.json stands so in the pages that it names. */
function believed(checked) {
  return h("section", {}, h("h2", {}, "How far to believe it"),
    h("ul", {},
      h("li", {}, "A model says what follows from its assumptions. It says nothing about any one person, and must not be used to choose a treatment."),
      h("li", {}, "Patients of trials come from two calibrated populations, of lung cancer and of melanoma. "
        + "Outside of these a trial shows mechanisms, and predicts no number."),
      h("li", {}, "Death in a trial follows the size of the tumour by a formula that was fitted; it is no mechanism, and death of side effects is not in it."),
      h("li", {}, "What is assumed is called so at each value, and each report says how its numbers were made.")),
    h("div", { class: "scroll tall", tabindex: "0", role: "region", "aria-label": "What was checked" },
      h("table", { class: "wide" }, h("caption", { class: "unseen" }, "What was checked"),
        h("thead", {}, h("tr", {}, ["what", "against", "found", "written up in", "again"].map((each) => h("th", { scope: "col" }, each)))),
        h("tbody", {}, checked.map(checkedRow)))));
}

function checkedRow({ what, against, found, page, again }) {
  const commands = again.split("; ").map((command, i) => [i > 0 ? h("br", {}) : null, h("code", {}, command)]);
  return h("tr", {}, h("th", { scope: "row" }, what), h("td", {}, against), h("td", {}, found), h("td", {}, h("code", {}, page)),
    h("td", {}, commands));
}

function one(what, known) {
  const later = (made) => {
    const box = h("div", {}, h("p", { class: "soft" }, "reading …"));
    made.then((parts) => box.replaceChildren(...parts), (refused) => box.replaceChildren(problems(refused)));
    return box;
  };
  const hasValues = known && known.kind !== "drug";
  const element = h("div", {}, h("p", {}, h("a", { href: "#/model" }, "All models, drugs and studies")),
    h("h1", {}, known?.kind === "drug" ? `${known.name}: ${known.title}` : known?.title || what),
    known ? h("p", { class: "soft" }, `${known.name}, ${known.kind}`) : null,
    known?.scale === "patient" ? h("p", { class: "buttons" },
      h("a", { class: "button main", href: `#/patient?model=${encodeURIComponent(what)}` }, "Treat a patient of this model")) : null,
    known?.kind === "study" ? later(doors(what).then((made) => [made])) : null,
    hasValues ? [h("h2", {}, "Values"), later(knownValues(what).then((found) => [values(what, known, found)]))] : null,
    h("h2", {}, "In words"), later(inWords(what, known, hasValues)));
  return { title: known?.title || what, element };
}

async function inWords(what, known, hasValues) {
  const said = await text(`/api/explain?what=${encodeURIComponent(what)}`);
  return [wordsOf(withoutFirst(said, known), known?.scale === "patient" ? 12 : 60, hasValues ? /^Values/ : null),
    h("details", {}, h("summary", {}, "The whole text, as immunarium explain says it"), h("pre", {}, said))];
}

const withoutFirst = (said, known) => (known && said.startsWith(known.title) ? said.slice(said.indexOf("\n") + 1) : said);

async function doors(name) {
  const page = name.split("/")[0];
  const study = await studyText(name);
  const model = value(study, "model");
  return h("p", { class: "buttons" },
    page === "patient" || page === "trial"
      ? h("a", { class: "button main", href: `#/${page}?study=${encodeURIComponent(name)}` }, "Open this study")
      : h("a", { class: "button main", href: "#/tissue" }, "To the tissues"),
    model ? h("a", { class: "button", href: `#/model?what=${encodeURIComponent(model)}` }, `Its model: ${model}`) : null);
}

const unitWords = (unit) => (unit === "0..1" ? "from 0 to 1" : unit === "1" ? "plain number" : unit);

/** The first of what a value is used in, and how many more there are. */
function usedIn(used) {
  return used.length > 6 ? `${used.slice(0, 6).join("; ")} and ${used.length - 6} more` : used.join("; ");
}

function values(what, known, found) {
  const own = known.kind === "study" ? found.values.filter((each) => !each.certainty.startsWith("model")) : found.values;
  if (own.length === 0) {
    return h("p", { class: "soft" }, known.kind === "study" ? `This study sets none of its model's ${found.values.length} values.` : "It has no values.");
  }
  const informed = own.some((each) => each.meaning || each.used.length > 0);
  const header = informed ? ["name", "value", "unit or range", "what it is", "how sure", "source", "note", "used in"]
    : ["name", "value", "unit or range", "from", "source"];
  const rows = own.map((each) => (informed
    ? [each.name, each.value, unitWords(each.unit), each.meaning, each.certainty, each.source, each.note, usedIn(each.used)]
    : [each.name, each.value, unitWords(each.unit), each.certainty, each.source]));
  const list = pagedTable({ header, rows, caption: `Values of ${what}`, size: 25, class: informed ? "wordy" : null });
  const find = h("input", { type: "search", autocomplete: "off" });
  const certainties = [...new Set(own.map((each) => each.certainty))].filter(Boolean);
  const sure = anyOf("any", certainties);
  const draw = () => {
    const wanted = find.value.toLowerCase().split(/\s+/).filter(Boolean);
    list.show(rows.filter((row, i) => (!sure.value || own[i].certainty === sure.value) && wanted.every((word) => row.join(" ").toLowerCase().includes(word))));
  };
  find.addEventListener("input", draw);
  sure.addEventListener("change", draw);
  const counts = certainties.map((each) => `${own.filter((value) => value.certainty === each).length} ${each}`);
  return h("div", {}, h("p", {}, counts.length > 1 ? `${own.length} values: ${counts.join("; ")}.` : `${own.length} values.`),
    h("div", { class: "row" },
      h("div", { class: "grow" }, field("Find a value", find, "by its name, what it is, who says so, where it is used")),
      field(informed ? "How sure" : "From", sure)), list.element);
}
