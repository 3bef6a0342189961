// A study as text: it can be typed, is checked whole, and each problem leads to its line.
import { post, start } from "../api.js";
import { freshId, h, say } from "../dom.js";
import { withoutPlace } from "./problems.js";

/** What POST /api/check found of what can be run. */
export function canBeRun({ title, notices }) {
  const known = h("ul", {}, notices.map((each) => h("li", {}, withoutPlace(each))));
  return [h("p", {}, `This can be run: ${title}.`), ...(notices.length > 0 ? [known] : [])];
}

/**
 * @param {{text: string, label: string, changed?: (text: string) => void, body?: () => object}} what body: what is asked
 *   besides the text, such as what is varied; it is checked too
 */
export function studyEditor(what) {
  const id = freshId("study");
  const area = h("textarea", { id, spellcheck: "false", wrap: "off", rows: "18", autocapitalize: "off", autocomplete: "off" });
  const gutter = h("pre", { class: "gutter", "aria-hidden": "true" });
  const told = h("div", { "aria-live": "polite" });
  const number = () => {
    gutter.textContent = area.value.split("\n").map((_, i) => i + 1).join("\n");
    gutter.scrollTop = area.scrollTop;
  };
  area.value = what.text;
  area.addEventListener("scroll", () => { gutter.scrollTop = area.scrollTop; });
  area.addEventListener("input", () => {
    number();
    told.replaceChildren();
    what.changed?.(area.value);
  });
  number();

  function toLine(line) {
    const lines = area.value.split("\n");
    const from = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
    area.focus();
    area.setSelectionRange(from, from + (lines[line - 1] || "").length);
    const height = parseFloat(getComputedStyle(area).lineHeight) || 18;
    area.scrollTop = Math.max(0, (line - 4) * height);
  }

  const inText = (each) => each.line > 0 && /\.ya?ml$|^$/.test(each.source || "");

  /** Shows all that was refused, each with a way to its line. */
  function show(refused) {
    const all = refused.problems || [{ source: "", message: refused.message }];
    told.replaceChildren(h("div", { class: "problem", role: "alert" },
      h("h3", {}, all.length > 1 ? `${all.length} problems` : "One problem"),
      h("ul", {}, all.map((each) => h("li", {},
        inText(each) ? [h("button", { type: "button", class: "link", onclick: () => toLine(each.line) }, `line ${each.line}`), ": "]
          : each.source && !/\.ya?ml$/.test(each.source) ? h("code", {}, `${each.source}: `) : null,
        each.message)))));
    unfold();
  }

  /** Where the text is folded away, what is told of it would not be seen. */
  function unfold() {
    const folded = element.closest("details");
    if (folded) {
      folded.open = true;
    }
    told.scrollIntoView({ block: "nearest" });
  }

  const body = () => ({ ...(what.body ? what.body() : {}), text: area.value });

  /** Checks it; answers with its title, kind and notices, or null where there are problems, which are shown. */
  async function check() {
    told.replaceChildren(h("p", { class: "soft" }, "checking …"));
    try {
      const found = await post("/api/check", body());
      told.replaceChildren(...canBeRun(found));
      unfold();
      say("The study can be run.");
      return found;
    } catch (refused) {
      show(refused);
      return null;
    }
  }

  /** Buttons that run it, and go to the run on a page of this name, and that check it. */
  function buttons(page) {
    const run = h("button", { type: "button", class: "main", onclick: async () => {
      run.disabled = true;
      try {
        await start(body(), page);
      } catch (refused) {
        show(refused);
        say("The study was refused.");
      } finally {
        run.disabled = false;
      }
    } }, "Run");
    return h("div", { class: "buttons" }, run, h("button", { type: "button", onclick: check }, "Check"));
  }

  const element = h("div", { class: "study" },
    h("label", { for: id }, what.label), h("div", { class: "lined" }, gutter, area), told);
  return {
    element, body, buttons, check, show,
    get text() { return area.value; },
    set text(next) {
      area.value = next;
      number();
      told.replaceChildren();
    },
  };
}
