// A patient: what is given and when, written and drawn; then the run, and its curves beside what was measured.
import { json, studyText, uploadedText } from "../api.js";
import { field, h, say } from "../dom.js";
import { chooser } from "../view/chooser.js";
import { dosing } from "../view/dosing.js";
import { patientRun } from "../view/patient-run.js";
import { ownFile } from "../view/own-file.js";
import { problems } from "../view/problems.js";
import { studyEditor } from "../view/study-editor.js";
import { isLong, ownTherapy, things, unquoted, value, within, withOwnTherapy, withThings, withValue, withWithin } from "../view/study-text.js";

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
      h("p", {}, "Equations of one patient: the tumour, the immune system, and what drugs do to both. Start from a study and change what is given, or from a model alone."),
      chooser("Studies", studies.filter((each) => each.name.startsWith("patient/")).map((each) => ({
        title: each.title, note: each.name, href: `#/patient?study=${encodeURIComponent(each.name)}`, open: "Open" }))),
      chooser("Models", models.filter((each) => each.scale === "patient").map((each) => ({
        title: each.title, note: each.name, href: `#/patient?model=${encodeURIComponent(each.name)}`, open: "Write a regimen" }))),
      ownFile({ label: "A study (YAML), a model (SBML), a table of dosing events (CSV), or several in a ZIP archive", accept: ".yaml,.yml,.xml,.sbml,.csv,.zip" })),
  };
}

/** The text that a page begins with, and what it lies beside. */
async function beginning(query) {
  if (query.get("study")) {
    return { text: await studyText(query.get("study")) };
  }
  if (query.get("model")) {
    const model = query.get("model");
    const known = ["melanoma", "non-small-cell-lung-cancer", "triple-negative-breast-cancer", "her2-positive-breast-cancer"].includes(model);
    return { text: ["format: 1", "study: patient", `title: ${model}`, `model: ${model}`, known ? "duration: 365 d" : null, "patient: {weight: 80 kg, height: 175 cm}", ""]
      .filter((each) => each !== null).join("\n") };
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
    return { beside: given, text: ["# A table of dosing events, as NONMEM has them (docs/therapy.md): say for which model.", "format: 1", "study: patient",
      `title: Doses of ${name}`, "model: melanoma", "duration: 365 d", "patient: {weight: 80 kg, height: 175 cm}", `therapy: {events: ${JSON.stringify(name)}}`, ""].join("\n") };
  }
  return { beside: given, text: ["format: 1", "study: patient", `title: ${JSON.stringify(name)}`, `model: ${JSON.stringify(name)}`, "# In the units of time of the model, if it is SBML and says none.", "duration: 100", ""].join("\n") };
}

async function design(query) {
  const begun = await beginning(query);
  const form = h("div", { class: "form" });
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

  function simple(label, read, write, hint) {
    const input = h("input", { type: "text", value: read(editor.text), size: "12", onchange: () => put(write(editor.text, input.value.trim()), true) });
    return field(label, input, hint);
  }

  /** The form anew from the text; where the text cannot be read by a form it says so, and the text counts. */
  function draw() {
    const now = editor.text;
    const variants = things(now, "compare");
    const kept = document.activeElement?.dataset?.keep;
    const parts = [
      simple("Title", (each) => unquoted(value(each, "title")), (each, to) => withValue(each, "title", to === "" ? null : JSON.stringify(to), "study")),
      h("div", { class: "row" }, simple("Duration", (each) => value(each, "duration"), (each, to) => withValue(each, "duration", to === "" ? null : to, "model"), "such as 365 d"),
      simple("Weight", (each) => within(each, "patient", "weight"), (each, to) => withWithin(each, "patient", "weight", to, "duration"), "such as 80 kg"),
      simple("Height", (each) => within(each, "patient", "height"), (each, to) => withWithin(each, "patient", "height", to, "duration"), "such as 175 cm"))];
    if (variants.length > 0) {
      variants.forEach((variant, i) => parts.push(treatment(variant, variant.title, i,
        (changed) => put(withThings(editor.text, "compare", variants.map((each, k) => (k === i ? changed : each))), true),
        variants.length > 2 ? () => put(withThings(editor.text, "compare", variants.filter((_, k) => k !== i)), true) : null)));
    } else {
      const therapy = ownTherapy(now);
      parts.push(treatment({ title: null, therapy, keys: [] }, "What is given", 0,
        (changed) => put(withOwnTherapy(editor.text, changed.therapy, isLong(now, "patient") ? "duration" : "patient"), true), null));
    }
    parts.push(h("div", { class: "buttons" }, h("button", { type: "button", "data-keep": "variant", onclick: () => {
      const all = variants.length > 0 ? variants : [
        { keys: [], title: "No treatment", therapy: [] },
        { keys: [], title: "Treatment", therapy: ownTherapy(now) || [] }];
      const more = variants.length > 0 ? [...all, { keys: [], title: `Variant ${all.length + 1}`, therapy: [] }] : all;
      put(withThings(variants.length > 0 ? editor.text : withOwnTherapy(editor.text, []), "compare", more), true);
    } }, variants.length > 0 ? "Add a variant" : "Compare with no treatment")));
    form.replaceChildren(...parts);
    if (kept) {
      form.querySelector(`[data-keep="${CSS.escape(kept)}"]`)?.focus();
    }
  }

  function treatment(variant, name, i, changed, remove) {
    const lane = h("div", {});
    const wrong = h("div", {});
    const section = h("fieldset", {}, h("legend", {}, name || `Variant ${i + 1}`));
    if (variant.title !== null) {
      const title = h("input", { type: "text", value: variant.title, "data-keep": `title-${i}`, onchange: () => changed({ ...variant, title: title.value }) });
      section.append(field("Title of this variant", title));
    }
    if (variant.therapy === null) {
      section.append(h("p", { class: "soft" }, "What is given is a table of doses, or is written in a way that only the text below shows."));
      return section;
    }
    variant.therapy.forEach((regimen, k) => {
      const input = h("input", { type: "text", class: "long", value: regimen, "data-keep": `regimen-${i}-${k}`, spellcheck: "false",
        onchange: () => changed({ ...variant, therapy: variant.therapy.map((each, n) => (n === k ? input.value : each)).filter((each) => each.trim()) }) });
      section.append(h("div", { class: "row" }, h("div", { class: "grow" }, field(`Regimen ${k + 1}`, input)),
        h("button", { type: "button", onclick: () => changed({ ...variant, therapy: variant.therapy.filter((_, n) => n !== k) }) }, "Remove", h("span", { class: "unseen" }, ` ${regimen}`))));
    });
    const added = h("input", { type: "text", class: "long", placeholder: "nivolumab 3 mg/kg IV q2w x 4", "data-keep": `add-${i}`, spellcheck: "false" });
    const add = () => { if (added.value.trim()) { changed({ ...variant, therapy: [...variant.therapy, added.value.trim()] }); } };
    added.addEventListener("keydown", (event) => { if (event.key === "Enter") { add(); } });
    section.append(lane, wrong, h("div", { class: "row" }, h("div", { class: "grow" }, field("Another regimen", added)),
      h("button", { type: "button", onclick: add }, "Add"),
      remove ? h("button", { type: "button", onclick: remove }, "Remove this variant") : null));
    dosing({ therapy: variant.therapy, duration: value(editor.text, "duration"), weight: within(editor.text, "patient", "weight"), height: within(editor.text, "patient", "height") },
      (k, moved) => {
        changed({ ...variant, therapy: variant.therapy.map((each, n) => (n === k ? moved : each)) });
      }, `handle-${i}`).then((drawn) => {
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
  return {
    title: "Patient",
    element: h("div", {}, h("h1", {}, unquoted(value(begun.text, "title")) || "A patient"),
      h("p", {}, h("a", { href: "#/patient" }, "Choose another"), "."),
      editor.buttons("patient"),
      h("div", { class: "two even" }, h("section", { "aria-label": "what is given" }, h("h2", { class: "plain" }, "What is given"), form),
        h("section", { "aria-label": "the study" }, h("h2", { class: "plain" }, "The study"),
          h("p", { class: "soft" }, "What the form changes stands here, and what is typed here stands in the form."), editor.element))),
  };
}
