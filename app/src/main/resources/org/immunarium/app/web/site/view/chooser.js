// A list to choose from, which a few letters make shorter.
import { field, h } from "../dom.js";

const FEW = 8;

/** @param {{title: string, note?: string, href: string, open: string}[]} things */
export function chooser(title, things) {
  const list = h("ul", { class: "lines" });
  const count = h("p", { class: "soft", "aria-live": "polite" });
  const filter = h("input", { type: "search", autocomplete: "off" });
  const items = things.map((each) => ({
    words: `${each.title} ${each.note || ""}`.toLowerCase(),
    element: h("li", {}, h("div", {}, h("strong", {}, each.title),
      each.note && each.note !== each.title ? h("span", { class: "soft" }, ` ${each.note}`) : null),
      h("a", { class: "button", href: each.href }, each.open, h("span", { class: "unseen" }, ` ${each.title}`))),
  }));
  const draw = () => {
    const wanted = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    const found = items.filter((each) => wanted.every((word) => each.words.includes(word)));
    list.replaceChildren(...found.map((each) => each.element));
    count.textContent = wanted.length > 0 ? `${found.length} of ${items.length}` : "";
  };
  filter.addEventListener("input", draw);
  draw();
  return h("section", { class: "chooser" }, h("h2", {}, title),
    things.length > FEW ? field(`Find among ${things.length}`, filter) : null, count, list);
}
