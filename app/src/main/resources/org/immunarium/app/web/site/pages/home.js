// Three doors, what ran lately, and what this can and cannot tell.
import { json } from "../api.js";
import { h } from "../dom.js";
import { runLines } from "./runs.js";

export async function show() {
  const { runs } = await json("/api/runs");
  const door = (title, words, href, label) => h("li", { class: "card" }, h("h2", {}, title), h("p", {}, words),
    h("p", { class: "buttons" }, h("a", { class: "button main", href }, label)));
  return {
    title: "",
    element: h("div", {}, h("h1", {}, "Cancer immunotherapy, in silico"),
      h("p", {}, "Tumours hide from the immune system; immunotherapy takes the hiding place away. Here you can watch that, change it and measure it."),
      h("ul", { class: "cards" },
        door("Learn", "Eight small experiments: place a bet, run the real engine, and see why.", "#/learn/patrol", "Begin with the patrol"),
        door("Explore a tissue", "Watch immune cells and tumour cells, one by one, and give a drug.", "#/tissue", "Choose a tissue"),
        door("Design a trial", "Virtual patients in arms: who responds, who lives, at what harm.", "#/trial", "Choose a trial")),
      h("h2", {}, "Runs of late"),
      runs.length > 0 ? runLines(runs.slice(0, 6)) : h("p", { class: "soft" }, "None yet. Each run is kept in a folder of its own."),
      h("h2", {}, "What this can tell, and what not"),
      h("ul", {},
        h("li", {}, "A model says what follows from its assumptions. Each number has its source, and an assumption is called one."),
        h("li", {}, "Tissues and patients are made to agree with published experiments and trials; how well, and where not, is written in the reports."),
        h("li", {}, "It says nothing about any one person, and must not be used to choose a treatment."))),
  };
}
