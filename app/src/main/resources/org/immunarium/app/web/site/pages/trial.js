// A trial: chosen or designed, then run; its figures and its patients.
import { json, studyText, uploadedText } from "../api.js";
import { field, h } from "../dom.js";
import { chooser } from "../view/chooser.js";
import { ownFile } from "../view/own-file.js";
import { studyEditor } from "../view/study-editor.js";
import { isLong, quoted, things, unquoted, value, within, withThings, withValue, withWithin } from "../view/study-text.js";
import { trialRun } from "../view/trial-run.js";

export async function show(parts, query) {
  if (parts.length > 0) {
    return trialRun(parts[0]);
  }
  if (query.get("upload")) {
    return design(await uploadedText(query.get("upload")), query.get("upload"));
  }
  const study = query.get("study");
  return study ? design(await studyText(study)) : choose();
}

async function choose() {
  const { studies } = await json("/api/catalog");
  return {
    title: "Trial",
    element: h("div", {}, h("h1", {}, "Design a trial"),
      h("p", {}, "Virtual patients, each with a tumour and an immune system of their own, are given to arms, treated, and looked at as a "
        + "clinic does. Start from a trial, and change its arms, patients and visits."),
      h("p", { class: "buttons" }, h("a", { class: "button main", href: "#/trial?study=trial%2Fsmall-trial" }, "Begin with a small one")),
      chooser("Trials", studies.filter((each) => each.name.startsWith("trial/")).map((each) => ({
        title: each.title, note: each.name, href: `#/trial?study=${encodeURIComponent(each.name)}`, open: "Open" }))),
      ownFile({ label: "A study (YAML), or one with its files in a ZIP archive", accept: ".yaml,.yml,.zip" })),
  };
}

/**
 * @param {string} begun the text that the page begins with
 * @param {string} [beside] the file that was given, whose text it is
 */
async function design(begun, beside) {
  const { models } = await json("/api/catalog");
  const cancers = models.filter((each) => each.cancer).map((each) => each.name);
  const form = h("div", { class: "form" });
  let redraw = 0;
  const editor = studyEditor({
    text: begun, label: "The study, as text", body: () => (beside ? { beside } : {}),
    changed: () => { clearTimeout(redraw); redraw = setTimeout(draw, 500); },
  });
  const put = (next) => {
    editor.text = next;
    draw();
  };

  function input(label, read, write, hint, size = "12") {
    const box = h("input", { type: "text", value: read(editor.text), size, "data-keep": label,
      onchange: () => put(write(editor.text, box.value.trim())) });
    return field(label, box, hint);
  }
  const key = (label, name, hint, after, size) => input(label, (each) => value(each, name),
    (each, to) => withValue(each, name, to === "" ? null : to, after), hint, size);
  const inner = (label, name, part, hint, after) => input(label, (each) => within(each, name, part),
    (each, to) => withWithin(each, name, part, to, after), hint);
  function choice(label, options, now, changed) {
    const all = options.includes(now) || now === "" ? options : [now, ...options];
    const box = h("select", { "data-keep": label, onchange: () => changed(box.value) }, all.map((each) => h("option", { value: each }, each || "none")));
    box.value = now;
    return field(label, box);
  }

  function draw() {
    const now = editor.text;
    const kept = document.activeElement?.dataset?.keep;
    const arms = things(now, "arms");
    form.replaceChildren(trialPart(now), patientsPart(now), ...arms.map((arm, i) => armForm(arms, arm, i)),
      h("div", { class: "buttons" }, addArm(arms),
        choice("Others are compared with", arms.map((each) => each.title), unquoted(value(now, "control")),
          (to) => put(withValue(editor.text, "control", quoted(to))))),
      visitsPart(now));
    if (kept) {
      form.querySelector(`[data-keep="${CSS.escape(kept)}"]`)?.focus();
    }
  }

  function trialPart(now) {
    return h("fieldset", {}, h("legend", {}, "The trial"),
      input("Title", (each) => unquoted(value(each, "title")),
        (each, to) => withValue(each, "title", to ? JSON.stringify(to) : null, "study"), undefined, "30"),
      h("div", { class: "row" },
        choice("Cancer", cancers, value(now, "model"), (to) => put(withValue(editor.text, "model", to))),
        key("Ends after", "duration", "such as 24 mo", "model")));
  }

  function patientsPart(now) {
    const many = isLong(now, "population")
      ? h("p", { class: "soft" }, "Who the patients are is told by the text: it varies single values.")
      : h("div", { class: "row" }, inner("Patients", "population", "patients", "in all arms together"),
        choice("Taken from", ["", "non-small-cell-lung-cancer", "melanoma"], within(now, "population", "from"),
          (to) => put(withWithin(editor.text, "population", "from", to))),
        inner("Groups", "population", "groups", "such as {squamous: 0.3, non-squamous: 0.7}"));
    return h("fieldset", {}, h("legend", {}, "Patients"), many,
      h("div", { class: "row" }, key("Eligible are", "eligibility", "such as [PDL1_TPS >= 50]", "population"),
        key("Strata", "strata", "such as [PDL1_TPS >= 1]", "population"), key("They come over", "accrual", "such as 6 mo", "population"),
        key("Withdraw in a year", "drop-out", "a share, such as 0.02", "population")));
  }

  function addArm(arms) {
    const add = () => put(withThings(editor.text, "arms",
      [...arms, { keys: [], title: `Arm ${arms.length + 1}`, therapy: [], share: "" }]));
    return h("button", { type: "button", "data-keep": "add", onclick: add }, "Add an arm");
  }

  function visitsPart(now) {
    return h("fieldset", {}, h("legend", {}, "Visits"), h("div", { class: "row" },
      inner("First", "visits", "first", "such as 61 d"), inner("Then every", "visits", "every", "such as 42 d"),
      inner("Window", "visits", "window", "days early or late"), inner("Error", "visits", "error", "of a diameter, such as 0.06"),
      choice("Responses confirmed", ["no", "yes"], within(now, "visits", "confirmed") || "no",
        (to) => put(withWithin(editor.text, "visits", "confirmed", to)))));
  }

  function armForm(arms, arm, i) {
    const changed = (to) => {
      const control = unquoted(value(editor.text, "control"));
      let next = withThings(editor.text, "arms", arms.map((each, k) => (k === i ? to : each)));
      if (control === arm.title && to.title !== arm.title) {
        next = withValue(next, "control", quoted(to.title));
      }
      put(next);
    };
    const title = h("input", { type: "text", value: arm.title, "data-keep": `title-${i}`, onchange: () => changed({ ...arm, title: title.value }) });
    const share = h("input", { type: "number", min: "1", step: "1", value: arm.share || "1", size: "4", "data-keep": `share-${i}`,
      onchange: () => changed({ ...arm, share: share.value === "1" && !arm.share ? "" : share.value }) });
    const section = h("fieldset", {}, h("legend", {}, `Arm ${i + 1}`),
      h("div", { class: "row" }, h("div", { class: "grow" }, field("Title of this arm", title)), field("Share", share)));
    if (arm.therapy === null) {
      section.append(h("p", { class: "soft" }, "What this arm is given goes by a marker; the text below says how."));
    } else {
      const lines = h("textarea", { rows: String(Math.max(2, arm.therapy.length + 1)), spellcheck: "false", "data-keep": `therapy-${i}`,
        onchange: () => changed({ ...arm, therapy: lines.value.split("\n").map((each) => each.trim()).filter(Boolean) }) });
      lines.value = arm.therapy.join("\n");
      section.append(field("Therapy, a regimen in each line", lines, "such as nivolumab 3 mg/kg IV q2w until progression"));
    }
    if (arms.length > 2) {
      section.append(h("button", { type: "button", onclick: () => put(withThings(editor.text, "arms", arms.filter((_, k) => k !== i))) }, "Remove this arm"));
    }
    return section;
  }

  draw();
  return {
    title: "Trial",
    element: h("div", {}, h("h1", {}, unquoted(value(begun, "title")) || "A trial"),
      h("p", {}, h("a", { href: "#/trial" }, "Choose another"), "."),
      editor.buttons("trial"),
      h("div", { class: "two even" }, h("section", { "aria-label": "the trial" }, h("h2", { class: "plain" }, "The trial"), form),
        h("section", { "aria-label": "the study" }, h("h2", { class: "plain" }, "The study"),
          h("p", { class: "soft" }, "What the form changes stands here, and what is typed here stands in the form."), editor.element))),
  };
}
