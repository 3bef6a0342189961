// Shows the page that the address names after its #, and tells where one is.
import { h, say } from "./dom.js";

const PAGES = {
  "": () => import("./pages/home.js"),
  learn: () => import("./pages/learn.js"),
  tissue: () => import("./pages/tissue.js"),
  patient: () => import("./pages/patient.js"),
  trial: () => import("./pages/trial.js"),
  experiments: () => import("./pages/experiments.js"),
  runs: () => import("./pages/runs.js"),
  compare: () => import("./pages/compare.js"),
  model: () => import("./pages/model.js"),
};

const content = document.getElementById("content");
let leave = () => {};
let shown = 0;

/** A part of an address as it was before it was encoded. */
function plain(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new Error(`This address cannot be read: "${part}" has a % that encodes no letter.`);
  }
}

/** Shows a page: each exports show(parts, query), which gives an element, its title, and what to do when it is left. */
async function go() {
  const [path, query] = location.hash.replace(/^#\/?/, "").split("?");
  const parts = path.split("/").filter(Boolean);
  const name = Object.hasOwn(PAGES, parts[0] ?? "") ? parts[0] ?? "" : null;
  shown += 1;
  const mine = shown;
  leave();
  leave = () => {};
  for (const link of document.querySelectorAll(".bar nav a")) {
    if (link.getAttribute("href") === `#/${parts[0]}`) {
      link.setAttribute("aria-current", "page");
    } else {
      link.removeAttribute("aria-current");
    }
  }
  try {
    if (name === null) {
      throw new Error("There is no such page.");
    }
    const page = await PAGES[name]();
    const made = await page.show(parts.slice(1).map(plain), new URLSearchParams(query));
    if (mine !== shown) {
      made.leave?.();
      return;
    }
    leave = made.leave || (() => {});
    content.replaceChildren(made.element);
    document.title = made.title ? `${made.title} – Immunarium` : "Immunarium";
  } catch (problem) {
    if (mine !== shown) {
      // Whoever left it is not told: another page stands there.
      return;
    }
    content.replaceChildren(h("h1", {}, "This does not work"), h("p", { class: "problem" }, problem.message));
    document.title = "Immunarium";
  }
  content.dataset.page = name ?? "none";
  const heading = content.querySelector("h1");
  if (heading && mine > 1) {
    heading.setAttribute("tabindex", "-1");
    heading.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }
  say(document.title);
}

document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault();
  content.focus();
});
window.addEventListener("hashchange", go);
go();
