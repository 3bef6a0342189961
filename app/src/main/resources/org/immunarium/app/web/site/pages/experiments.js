// Many runs of one study: sweeps, analyses of sensitivity, fits; those under way, and what they came to.
import { json, knownValues, post, runPath, start, text, upload } from "../api.js";
import { field, freshId, h, say } from "../dom.js";
import { askedOf, changesOf } from "../view/changed.js";
import { experimentRun } from "../view/experiment-run.js";
import { problems } from "../view/problems.js";
import { queueOf } from "../view/run-queue.js";
import { canBeRun, studyEditor } from "../view/study-editor.js";

export async function show(parts, query) {
  return parts.length > 0 ? experimentRun(parts[0]) : design(query);
}

const COMMANDS = {
  sweep: { name: "Sweep: other values, other luck", vary: "a range and how many, 0.1:0.5:5 (or with :log), or a list, 1,2,5", hint: "s=5000:30000:5" },
  sensitivity: { name: "Sensitivity: which values matter", vary: "a range, 0.1:0.5 (or with :log), or log-normal:0.5 around the model's own", hint: "0.1:0.5" },
  fit: { name: "Fit: values with which a patient's data agree",
    vary: "bounds, 0.05:0.5 (or with :log); with samples also log-normal:0.5", hint: "0.05:0.5:log" },
  calibrate: { name: "Calibrate: weigh patients by real trials", vary: "", hint: "" },
};

/** A run of which many of the same are wanted: its study, and what was changed in it. */
async function runAgain(run) {
  const [study, now] = await Promise.all([text(`${runPath(run)}/study`), json(runPath(run))]);
  return { study, changes: changesOf(now), ...askedOf(now) };
}

async function design(query) {
  const { studies, models } = await json("/api/catalog");
  const again = query.get("again") ? await runAgain(query.get("again")) : null;
  const trouble = h("div", {});
  const names = h("datalist", { id: freshId("values") });
  const command = h("select", {}, Object.entries(COMMANDS).map(([value, each]) => h("option", { value }, each.name)));
  const option = (each) => h("option", { value: each.name }, each.title);
  const study = h("select", {},
    h("option", { value: "" }, "the text below"),
    h("optgroup", { label: "Patients" }, studies.filter((each) => each.name.startsWith("patient/")).map(option)),
    h("optgroup", { label: "Models of patients" }, models.filter((each) => each.scale === "patient").map(option)),
    h("optgroup", { label: "Tissues" }, studies.filter((each) => each.name.startsWith("tissue/")).map(option)),
    h("optgroup", { label: "Trials" }, studies.filter((each) => each.name.startsWith("trial/")).map(option)));
  const rows = h("div", {});
  const choices = h("div", { class: "row" });
  const varied = h("fieldset", {}, h("legend", {}, "What differs"), names, rows,
    h("div", { class: "buttons" }, h("button", { type: "button", onclick: () => rows.append(row()) }, "Another value")));
  let data = "";
  const inputs = {};

  function row() {
    const name = h("input", { type: "text", list: names.id, class: "name", spellcheck: "false", autocomplete: "off" });
    const values = h("input", { type: "text", class: "values", spellcheck: "false", autocomplete: "off" });
    const remove = () => {
      line.remove();
      if (rows.children.length === 0) {
        rows.append(row());
      }
    };
    const line = h("div", { class: "row vary" }, h("div", { class: "grow" }, field("Value", name)),
      h("div", { class: "grow" }, field("Is", values, COMMANDS[command.value].vary)),
      h("button", { type: "button", onclick: remove }, "Remove", h("span", { class: "unseen" }, " this value")));
    return line;
  }

  function number(key, label, hint, attributes = {}) {
    inputs[key] = { input: h("input", { type: "number", min: "1", step: "1", size: "7", ...attributes }), whole: true };
    return field(label, inputs[key].input, hint);
  }
  function words(key, label, hint, is = "") {
    inputs[key] = { input: h("input", { type: "text", size: "12", value: is }) };
    return field(label, inputs[key].input, hint);
  }
  function choice(key, label, options) {
    inputs[key] = { input: h("select", {}, options.map(([value, name]) => h("option", { value }, name))) };
    return field(label, inputs[key].input);
  }

  function drawChoices() {
    // The field for a file is made anew, and is empty.
    data = "";
    Object.keys(inputs).forEach((key) => delete inputs[key]);
    const made = [];
    const now = command.value;
    if (now === "sweep") {
      made.push(number("replicates", "Replicates", "runs of each point, each with other luck", { value: again ? "20" : "1" }));
    }
    if (now === "sensitivity") {
      const methods = [["prcc", "rank correlation (prcc)"], ["morris", "elementary effects (morris)"], ["sobol", "shares of variance (sobol)"]];
      made.push(choice("method", "Method", methods),
        number("samples", "Samples", "500, 20 or 512 unless given"), words("of", "Measured", "such as max E; the tumour at the end unless given"));
    }
    if (now === "fit") {
      const file = h("input", { type: "file", accept: ".csv,text/csv", onchange: async () => {
        data = "";
        trouble.replaceChildren();
        const given = file.files[0];
        if (!given) {
          return;
        }
        try {
          const [taken] = (await upload(given)).studies;
          // Another one may have been given meanwhile, or the command changed.
          if (file.isConnected && file.files[0] === given) {
            data = taken;
            say("The data were taken.");
          }
        } catch (refused) {
          trouble.replaceChildren(problems(refused));
        }
      } });
      made.push(field("What was measured (CSV)", file, "a header such as time [d],T [cells]"),
        choice("error", "Measurements scatter", [["proportional", "in proportion"], ["additive", "by a fixed size"], ["combined", "by both"]]),
        number("starts", "Searches", "20 unless given"), number("samples", "Samples of the posterior", "none unless given", { min: "0" }),
        words("error-size", "Error, where it is known", "such as 8 %; with samples"),
        words("candidates", "Judge variants until", "such as 180 d; with samples"), words("baseline", "From", "such as 60 d"));
    }
    if (["sensitivity", "fit"].includes(now)) {
      made.push(words("variant", "Variant", "of a study that compares several"));
    }
    made.push(number("seed", "Chance (seed)", "", { min: "0" }), words("duration", "Duration", "that of the study unless given", again?.duration));
    varied.hidden = now === "calibrate";
    choices.replaceChildren(...made);
    rows.replaceChildren(...(rows.children.length === 0 ? [row()] : [...rows.children]));
    rows.querySelectorAll("small").forEach((each) => { each.textContent = COMMANDS[now].vary; });
  }

  /** What is asked, but for the study. */
  function options() {
    const body = { command: command.value };
    if (command.value !== "calibrate") {
      const vary = [...rows.children].map((each) => [each.querySelector(".name").value.trim(), each.querySelector(".values").value.trim()])
        .filter(([name, values]) => name || values).map(([name, values]) => `${name}=${values}`);
      if (vary.length > 0) {
        body.vary = vary;
      }
    }
    for (const [key, { input, whole }] of Object.entries(inputs)) {
      const value = input.value.trim();
      if (value !== "") {
        body[key] = whole ? Number(value) : key === "of" ? value.split(/\s*;\s*/) : value;
      }
    }
    if (command.value === "fit" && data) {
      body.data = data;
    }
    return body;
  }

  const begun = again?.study ?? "format: 1\nstudy: patient\nmodel: kuznetsov1994\n";
  const changed = again && Object.keys(again.set).length > 0 ? { set: again.set } : {};
  const editor = studyEditor({ text: begun, label: "The study, as text", body: () => ({ ...options(), ...changed }) });
  const written = h("div", { hidden: true }, again && again.changes.length > 0
    ? h("p", {}, `That run was changed on top of its text, and so are these: ${again.changes.join(" · ")}.`) : null, editor.element);
  const body = () => (study.value ? { ...options(), study: study.value } : editor.body());

  async function known() {
    written.hidden = study.value !== "";
    names.replaceChildren();
    if (study.value && !study.value.startsWith("trial/")) {
      try {
        const { values } = await knownValues(study.value);
        names.replaceChildren(...values.slice(0, 2000).map((each) => h("option", { value: each.name }, each.meaning || each.value)));
      } catch {
        // Names are then typed without help.
      }
    }
  }

  const checked = h("div", { "aria-live": "polite" });
  async function ask(what) {
    checked.replaceChildren();
    trouble.replaceChildren();
    try {
      if (what === "check") {
        checked.replaceChildren(...canBeRun(await post("/api/check", body())));
      } else {
        await start(body(), "experiments");
      }
    } catch (refused) {
      trouble.replaceChildren(problems(refused));
      trouble.scrollIntoView({ block: "nearest" });
    }
  }

  command.addEventListener("change", drawChoices);
  study.addEventListener("change", known);
  study.value = again ? "" : "kuznetsov1994";
  drawChoices();
  if (query.get("command") && COMMANDS[query.get("command")]) {
    command.value = query.get("command");
    drawChoices();
  }
  await known();
  const queue = await queueOf((run) => ["sweep", "sensitivity", "fit", "calibration"].includes(run.kind));
  return {
    title: "Experiments", leave: queue.leave,
    element: h("div", {}, h("h1", {}, "Experiments"),
      h("p", {}, "One study many times. What a run comes to is kept when you stop it, and it can be gone on with."),
      h("div", { class: "two even" },
        h("section", { class: "form", "aria-label": "a new experiment" }, h("h2", { class: "plain" }, "A new one"),
          h("div", { class: "row" }, field("What", command), field("Of", study)), written, varied, choices,
          h("div", { class: "buttons" }, h("button", { type: "button", class: "main", onclick: () => ask("run") }, "Start"),
            h("button", { type: "button", onclick: () => ask("check") }, "Check")),
          trouble, checked),
        h("section", { "aria-label": "queue" }, h("h2", { class: "plain" }, "Under way and done"), queue.element))),
  };
}
