// A tissue: chosen, or watched and looked at again.
import { json, start } from "../api.js";
import { field, h } from "../dom.js";
import { ownFile } from "../view/own-file.js";
import { problems } from "../view/problems.js";
import { seedOf } from "../view/seed.js";
import { tissueRun } from "../view/tissue-run.js";

export async function show(parts, query) {
  return parts.length > 0 ? tissueRun(parts[0], query.get("beside")) : choose();
}

async function choose() {
  const { studies } = await json("/api/catalog");
  const trouble = h("div", {});
  const frames = h("input", { type: "text", value: "30 min", size: "8" });
  const seed = h("input", { type: "number", value: "1", min: "0", step: "1", size: "6" });
  const go = (body) => async () => {
    try {
      await start({ ...body, seed: seedOf(seed), set: { "output.frames": frames.value } }, "tissue");
    } catch (refused) {
      trouble.replaceChildren(problems(refused));
      trouble.scrollIntoView({ block: "nearest" });
    }
  };
  return {
    title: "Tissue",
    element: h("div", {}, h("h1", {}, "Explore a tissue"),
      h("p", {}, "Cells in space: each one moves, meets others, divides and dies by its own rules. Choose one; it begins at once."),
      h("div", { class: "row" }, field("Chance (seed)", seed, "the same seed gives the same tissue"),
        field("A picture every", frames, "of the tissue's time, such as 30 min")),
      trouble,
      h("ul", { class: "cards" }, studies.filter((each) => each.name.startsWith("tissue/")).map((each) =>
        h("li", { class: "card" }, h("h2", {}, each.title), h("p", { class: "soft" }, `${each.name}, about ${each.expected}`),
          h("div", { class: "buttons" }, h("button", { type: "button", class: "main", onclick: go({ study: each.name }) },
            "Run", h("span", { class: "unseen" }, ` ${each.title}`)))))),
      ownFile({ label: "A project of PhysiCell (ZIP), its settings (XML), or a study (YAML)", accept: ".zip,.xml,.yaml,.yml",
        tissue: (study) => go({ study })() })),
  };
}
