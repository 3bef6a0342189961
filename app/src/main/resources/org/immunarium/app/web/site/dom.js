// Elements, made from what they are: a tag, what they have, what is in them.

/**
 * @param {string} tag such as "p"
 * @param {Object<string, any>} [has] attributes; `on…` for what listens, `class`; false and null for none
 * @param {...(Node|string|number|null|Array)} within
 * @returns {HTMLElement}
 */
export function h(tag, has = {}, ...within) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(has)) {
    if (value === null || value === undefined || value === false) {
      continue;
    }
    if (name.startsWith("on")) {
      element.addEventListener(name.slice(2), value);
    } else {
      element.setAttribute(name, value === true ? "" : String(value));
    }
  }
  element.append(...within.flat(Infinity).filter((each) => each !== null && each !== undefined && each !== false));
  return element;
}

const SVG = "http://www.w3.org/2000/svg";

/** As h, of SVG. */
export function s(tag, has = {}, ...within) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(has)) {
    element.setAttribute(name, String(value));
  }
  element.append(...within.flat(Infinity));
  return element;
}

/** A time of the lab's clock, such as when a run began, to the minute; "" for none. */
export const toTheMinute = (time) => (time || "").slice(0, 16).replace("T", " ");

let ids = 0;

/** A name that no other element of the page has. */
export function freshId(about) {
  ids += 1;
  return `${about}-${ids}`;
}

/**
 * A labelled field of a form.
 * @param {string} label
 * @param {HTMLElement} input
 * @param {string} [hint]
 */
export function field(label, input, hint) {
  const id = input.id || freshId("field");
  input.id = id;
  if (hint) {
    input.setAttribute("aria-describedby", `${id}-hint`);
  }
  return h("div", { class: "field" }, h("label", { for: id }, label), input,
    hint ? h("small", { class: "soft", id: `${id}-hint` }, hint) : null);
}

/** Tells those who listen to the page rather than look at it. */
export function say(words) {
  const said = document.getElementById("said");
  if (said) {
    said.textContent = words;
  }
}

/** A table of texts. */
export function table(header, rows, caption) {
  const isNumber = (text) => /^[-+]?[\d,. ]+(e[-+]?\d+)?( %)?$/i.test(String(text).trim());
  return h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": caption || "table" },
    h("table", {}, caption ? h("caption", { class: "unseen" }, caption) : null,
      h("thead", {}, h("tr", {}, header.map((each) => h("th", { scope: "col" }, each)))),
      h("tbody", {}, rows.map((row) => h("tr", {}, row.map((cell) =>
        h("td", { class: typeof cell !== "object" && isNumber(cell) ? "n" : null }, cell)))))));
}

/** Hands a file to whoever looks at the page. */
export function download(name, type, content) {
  const blob = content instanceof Blob ? content : new Blob([content], { type });
  const link = h("a", { href: URL.createObjectURL(blob), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

/** Comma-separated values after RFC 4180. */
export function csv(header, rows) {
  const cell = (value) => /[",\n]/.test(String(value)) ? `"${String(value).replaceAll("\"", "\"\"")}"` : String(value);
  return [header, ...rows].map((row) => row.map(cell).join(",")).join("\n") + "\n";
}

/** Reads such a table: its header and its rows, all as texts. */
export function parseCsv(text) {
  const rows = [];
  let row = [];
  let cell = "";
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const letter = text[i];
    if (quoted) {
      if (letter === "\"" && text[i + 1] === "\"") {
        cell += "\"";
        i += 1;
      } else if (letter === "\"") {
        quoted = false;
      } else {
        cell += letter;
      }
    } else if (letter === "\"") {
      quoted = true;
    } else if (letter === ",") {
      row.push(cell);
      cell = "";
    } else if (letter === "\n") {
      row.push(cell);
      rows.push(row);
      row = [];
      cell = "";
    } else if (letter !== "\r") {
      cell += letter;
    }
  }
  return { header: rows[0] || [], rows: rows.slice(1) };
}
