// A patient: what is given and when, written and drawn; then the run, and its curves beside what was measured.
import { json, studyText, uploadedText } from "../api.js";
import { field, h, say } from "../dom.js";
import { chooser } from "../view/chooser.js";
import { dosing, drugColours } from "../view/dosing.js";
import { patientRun } from "../view/patient-run.js";
import { ownFile } from "../view/own-file.js";
import { problems } from "../view/problems.js";
import { studyEditor } from "../view/study-editor.js";
import { isLong, ownTherapy, quoted, things, unquoted, value, within, withOwnTherapy, withThings, withValue, withWithin } from "../view/study-text.js";

export async function show(parts, query) {
  if (parts.length > 0) {
    return patientRun(parts[0]);
  }
  const asked = ["study", "model", "from", "upload"].find((each) => query.get(each));
  return asked ? design(query) : choose();
}

async function choose() {
  const { studies, models } = await json("/api/catalog");
  return {
    title: "Patient",
    element: h("div", {}, h("h1", {}, "A patient"),
      h("p", {}, "Equations of one patient: the tumour, the immune system, and what drugs do to both. "
        + "Start from a study and change what is given, or from a model alone."),
      chooser("Studies", studies.filter((each) => each.name.startsWith("patient/")).map((each) => ({
        title: each.title, note: each.name, href: `#/patient?study=${encodeURIComponent(each.name)}`, open: "Open" }))),
      chooser("Models", models.filter((each) => each.scale === "patient").map((each) => ({
        title: each.title, note: each.name, href: `#/patient?model=${encodeURIComponent(each.name)}`, open: "Write a regimen" }))),
      ownFile({ label: "A study (YAML), a model (SBML), a table of dosing events (CSV), or several in a ZIP archive",
        accept: ".yaml,.yml,.xml,.sbml,.csv,.zip" })),
  };
}

/** A study from its lines; null for none. */
const written = (...lines) => [...lines, ""].filter((each) => each !== null).join("\n");

/** The text that a page begins with, and what it lies beside. */
async function beginning(query) {
  if (query.get("study")) {
    return { text: await studyText(query.get("study")) };
  }
  if (query.get("model")) {
    const model = query.get("model");
    const { models } = await json("/api/catalog");
    // Those of a cancer run for a year unless something else is written.
    const isCancer = models.some((each) => each.name === model && each.cancer);
    return { text: written("format: 1", "study: patient", `title: ${model}`, `model: ${model}`,
      isCancer ? "duration: 365 d" : null, "patient: {weight: 80 kg, height: 175 cm}") };
  }
  if (query.get("from")) {
    const { ofPatient } = await import("../view/trial-patient.js");
    return { text: await ofPatient(query.get("from"), query.get("patient")) };
  }
  const given = query.get("upload");
  const name = given.slice(given.indexOf("/") + 1);
  const lower = name.toLowerCase();
  if (/\.ya?ml$/.test(lower)) {
    return { text: await uploadedText(given), beside: given };
  }
  if (lower.endsWith(".csv")) {
    return { beside: given, text: written("# A table of dosing events, as NONMEM has them (docs/therapy.md): say for which model.",
      "format: 1", "study: patient", `title: Doses of ${name}`, "model: melanoma", "duration: 365 d",
      "patient: {weight: 80 kg, height: 175 cm}", `therapy: {events: ${JSON.stringify(name)}}`) };
  }
  return { beside: given, text: written("format: 1", "study: patient", `title: ${JSON.stringify(name)}`, `model: ${JSON.stringify(name)}`,
    "# In the units of time of the model, if it is SBML and says none.", "duration: 100") };
}

/** Pixels from which on the text of a study stands open beside the form; below, it is folded under it. */
const WIDE = 900;

async function design(query) {
  const begun = await beginning(query);
  const form = h("div", { class: "form" });
  const colourOf = drugColours();
  let before = Promise.resolve();
  let redraw = 0;
  const editor = studyEditor({
    text: begun.text, label: "The study, as text", body: () => (begun.beside ? { beside: begun.beside } : {}),
    changed: () => { clearTimeout(redraw); redraw = setTimeout(draw, 500); },
  });
  const put = (next, again) => {
    editor.text = next;
    if (again) {
      draw();
    }
  };

  function simple(label, read, write, hint, size = "12") {
    const input = h("input", { type: "text", value: read(editor.text), size, "data-keep": label,
      onchange: () => put(write(editor.text, input.value.trim()), true) });
    return field(label, input, hint);
  }
  const ofPatient = (label, name, hint) => simple(label, (each) => within(each, "patient", name),
    (each, to) => withWithin(each, "patient", name, to, "duration"), hint);

  /** What is given to whom for how long. */
  const modelPart = () => h("div", { class: "row" },
    simple("Model", (each) => unquoted(value(each, "model")), (each, to) => withValue(each, "model", to === "" ? null : quoted(to), "title"),
      "by its name", "26"),
    simple("Duration", (each) => value(each, "duration"), (each, to) => withValue(each, "duration", to === "" ? null : to, "model"),
      "such as 365 d"));

  let detailsOpen = false;
  const bodyPart = () => h("details", { open: detailsOpen, ontoggle: (event) => { detailsOpen = event.target.open; } },
    h("summary", {}, "Title, weight and height"),
    simple("Title", (each) => unquoted(value(each, "title")),
      (each, to) => withValue(each, "title", to === "" ? null : JSON.stringify(to), "study")),
    h("div", { class: "row" }, ofPatient("Weight", "weight", "such as 80 kg"), ofPatient("Height", "height", "such as 175 cm")));

  function remove(variants, i) {
    opened.splice(i, 1);
    put(withThings(editor.text, "compare", variants.filter((_, k) => k !== i)), true);
  }

  /** The form anew from the text; where the text cannot be read by a form it says so, and the text counts. */
  function draw() {
    const now = editor.text;
    const variants = things(now, "compare");
    const kept = document.activeElement?.dataset?.keep;
    const parts = [modelPart()];
    if (variants.length > 0) {
      variants.forEach((variant, i) => parts.push(treatment(variant, variant.title, i,
        (changed) => put(withThings(editor.text, "compare", variants.map((each, k) => (k === i ? changed : each))), true),
        variants.length > 2 ? () => remove(variants, i) : null, variants.length <= 2)));
    } else {
      const therapy = ownTherapy(now);
      parts.push(treatment({ title: null, therapy, keys: [] }, "What is given", 0,
        (changed) => put(withOwnTherapy(editor.text, changed.therapy, isLong(now, "patient") ? "duration" : "patient"), true), null));
    }
    parts.push(h("div", { class: "buttons" }, h("button", { type: "button", "data-keep": "variant", onclick: () => {
      const all = variants.length > 0 ? variants : [
        { keys: [], title: "No treatment", therapy: [] },
        { keys: [], title: "Treatment", therapy: ownTherapy(now) || [] }];
      if (variants.length > 0) {
        opened[all.length] = true;
      }
      const more = variants.length > 0 ? [...all, { keys: [], title: `Variant ${all.length + 1}`, therapy: [] }] : all;
      put(withThings(variants.length > 0 ? editor.text : withOwnTherapy(editor.text, []), "compare", more), true);
    } }, variants.length > 0 ? "Add a variant" : "Compare with no treatment")), bodyPart());
    form.replaceChildren(...parts);
    if (kept) {
      form.querySelector(`[data-keep="${CSS.escape(kept)}"]`)?.focus();
    }
  }

  /** Which variants' regimens stand open, by their places; else those of two variants do. */
  const opened = [];

  function treatment(variant, name, i, changed, remove, few = true) {
    const lane = h("div", {});
    const wrong = h("div", {});
    const called = name || `Variant ${i + 1}`;
    const regimens = variant.title === null ? h("div", {}) : h("details", { open: opened[i] ?? few, ontoggle: () => { opened[i] = regimens.open; } },
      h("summary", {}, `Title and regimens of ${called}`));
    const section = h("fieldset", {}, h("legend", {}, called), lane, wrong, regimens);
    if (variant.title !== null) {
      const title = h("input", { type: "text", value: variant.title, "data-keep": `title-${i}`, onchange: () => changed({ ...variant, title: title.value }) });
      regimens.append(field("Title of this variant", title));
    }
    if (variant.therapy === null) {
      section.append(h("p", { class: "soft" }, "What is given is a table of doses, or is written in a way that only the text of the study shows."));
      return section;
    }
    variant.therapy.forEach((regimen, k) => {
      const input = h("input", { type: "text", class: "long", value: regimen, "data-keep": `regimen-${i}-${k}`, spellcheck: "false",
        onchange: () => changed({ ...variant, therapy: variant.therapy.map((each, n) => (n === k ? input.value : each)).filter((each) => each.trim()) }) });
      regimens.append(h("div", { class: "row" }, h("div", { class: "grow" }, field(`Regimen ${k + 1}`, input)),
        h("button", { type: "button", onclick: () => changed({ ...variant, therapy: variant.therapy.filter((_, n) => n !== k) }) },
          "Remove", h("span", { class: "unseen" }, ` ${regimen}`))));
    });
    const added = h("input", { type: "text", class: "long", placeholder: "nivolumab 3 mg/kg IV q2w x 4", "data-keep": `add-${i}`, spellcheck: "false" });
    const add = () => { if (added.value.trim()) { changed({ ...variant, therapy: [...variant.therapy, added.value.trim()] }); } };
    added.addEventListener("keydown", (event) => { if (event.key === "Enter") { add(); } });
    regimens.append(h("div", { class: "row" }, h("div", { class: "grow" }, field("Another regimen", added)),
      h("button", { type: "button", onclick: add }, "Add"),
      remove ? h("button", { type: "button", onclick: remove }, "Remove this variant") : null));
    const now = editor.text;
    const given = { therapy: variant.therapy, duration: value(now, "duration"), weight: within(now, "patient", "weight"),
      height: within(now, "patient", "height") };
    const moved = (k, regimen) => changed({ ...variant, therapy: variant.therapy.map((each, n) => (n === k ? regimen : each)) });
    // One after the other, so that drugs have their colours in the order in which they stand.
    const drawing = before.then(() => dosing(given, moved, `handle-${i}`, colourOf, called));
    before = drawing.catch(() => {});
    drawing.then((drawn) => {
      lane.replaceChildren(drawn);
      const wanted = pending;
      if (wanted && wanted.startsWith(`handle-${i}-`)) {
        lane.querySelector(`[data-keep="${wanted}"]`)?.focus();
        pending = "";
      }
    }, (refused) => wrong.replaceChildren(problems(refused)));
    return section;
  }

  let pending = "";
  form.addEventListener("focusin", (event) => {
    if (event.target.dataset?.keep?.startsWith("handle-")) {
      pending = "";
    }
  });
  form.addEventListener("dosemoved", (event) => { pending = event.detail; });

  draw();
  const text = h("details", { open: document.documentElement.clientWidth >= WIDE }, h("summary", {}, "The whole study"),
    h("p", { class: "soft" }, "What the form changes stands here, and what is typed here stands in the form."), editor.element);
  return {
    title: "Patient",
    element: h("div", {}, h("h1", {}, unquoted(value(begun.text, "title")) || "A patient"),
      h("p", {}, h("a", { href: "#/patient" }, "Choose another"), "."),
      editor.buttons("patient"),
      h("div", { class: "two even" }, h("section", { "aria-label": "what is given" }, form), h("section", { "aria-label": "the study" }, text))),
  };
}
