// Curves over time: drawn, told in words, and as the table that they draw. It looks as figures of reports do (report.css).
import { text } from "../api.js";
import { csv, download, freshId, h, s, table } from "../dom.js";
import { problems } from "./problems.js";

const WIDE = 560;

/** On a telephone: letters keep their size. */
const NARROW = 360;
const TELEPHONE = 500;
const HEIGHT = 300;

/** How many powers of ten below the greatest value an axis of them reaches; what is lower lies at its edge. */
const DECADES = 8;
const MARGIN = { left: 62, right: 14, top: 12, bottom: 44 };

/** Numbers with three digits or so, without a long tail. */
export function number(value) {
  if (!Number.isFinite(value)) {
    return "–";
  }
  if (value === 0) {
    return "0";
  }
  const size = Math.abs(value);
  if (size >= 1e6 || size < 1e-3) {
    return value.toExponential(2).replace("e+", "e");
  }
  return String(Number(value.toPrecision(size >= 1000 ? 5 : 4)));
}

/** Round numbers from the lowest to the highest, five or so. */
export function ticks(low, high) {
  const span = high - low || Math.abs(high) || 1;
  const rough = span / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((each) => each * power).find((each) => each >= rough * 0.999);
  const found = [];
  for (let at = Math.ceil(low / step - 1e-9) * step; at <= high + step * 1e-6; at += step) {
    found.push(Math.abs(at) < step * 1e-6 ? 0 : Number(at.toPrecision(12)));
  }
  return found;
}

/** Powers of ten from one logarithm to the other; where there are few, what is between them too. */
function powers(low, high) {
  const every = Math.max(1, Math.ceil((high - low) / 7));
  const found = [];
  for (let at = Math.ceil(low / every - 1e-9) * every; at <= high + 1e-9; at += every) {
    found.push(at);
  }
  return found.length > 1 ? found : ticks(10 ** low, 10 ** high).filter((each) => each > 0).map(Math.log10).filter((each) => each >= low);
}

/** Ten to the power of a logarithm: whole powers that are long when written out as 1e-4. */
const powerOfTen = (y) => (Number.isInteger(y) && (y < -3 || y > 5) ? `1e${y}` : number(10 ** y));

/**
 * A figure of curves.
 * @param {{title: string, x: string, y: string,
 *   series: {name: string, points: [number, number][], dots?: boolean, colour?: number}[], from0?: boolean, log?: boolean,
 *   marks?: {at: number, name: string}[]}} what dots: single points, such as measurements; colour: its number, else its place among
 *   series; log: what is above 0, in powers of ten, eight of them at most
 * @returns {HTMLElement} a figure
 */
export function curves(what) {
  const given = what.series.map((each, i) => ({ ...each, colour: (each.colour ?? i) % 8 })).filter((each) => each.points.length > 0);
  const series = given.filter((each) => each.points.some((point) => isShown(point, what)));
  const empty = given.filter((each) => !series.includes(each)).map((each) => `${each.name}: has no value that can be drawn.`);
  const range = rangeOf(series, what);
  const figure = h("figure", { class: "chart" }, h("div", { class: "head" }, h("h3", {}, what.title)));
  if (range === null) {
    figure.append(h("p", { class: "soft" }, "Nothing has been measured yet."));
    return figure;
  }
  const low = range.edge === null ? null : `Values below ${number(10 ** range.edge)} are drawn at the lower edge.`;
  const words = [...series.map((each) => inWords(each, what)), ...empty, low].filter(Boolean);
  const numbers = rowsOf(given, what);
  const picture = h("div", { class: "picture" });
  let drawn = { width: 0, svg: null };
  /** Draws it anew where there is another room for it. */
  function fit() {
    const room = picture.clientWidth || document.documentElement.clientWidth;
    const width = room < TELEPHONE ? NARROW : WIDE;
    if (width !== drawn.width) {
      drawn = { width, svg: draw(series, what, range, words, width) };
      picture.replaceChildren(drawn.svg);
    }
  }
  fit();
  new ResizeObserver(fit).observe(picture);
  figure.append(picture, legend(series), ...(low ? [h("p", { class: "soft" }, low)] : []), details(words, numbers, what.title),
    exports(what.title, () => [drawn.svg], numbers));
  return figure;
}

const isShown = ([x, y], what) => Number.isFinite(x) && Number.isFinite(y) && (!what.log || y > 0);

/** How a value lies on the axis upwards. */
const scaledBy = (what) => (what.log ? Math.log10 : (y) => y);

/**
 * From where to where the axes go; null where there is nothing to be drawn.
 * @returns {{x0: number, x1: number, y0: number, y1: number, edge: number|null}|null} y0 and y1 as scaled; edge: a logarithm below which
 *   values are drawn at the edge, null where there are none
 */
function rangeOf(series, what) {
  const all = series.flatMap((each) => each.points).filter((point) => isShown(point, what)).map(([x, y]) => [x, scaledBy(what)(y)]);
  if (all.length === 0) {
    return null;
  }
  let [x0, x1, y0, y1] = [Infinity, -Infinity, what.from0 === false || what.log ? Infinity : 0, -Infinity];
  for (const [x, y] of all) {
    x0 = Math.min(x0, x);
    x1 = Math.max(x1, x);
    y0 = Math.min(y0, y);
    y1 = Math.max(y1, y);
  }
  x1 = x1 === x0 ? x0 + 1 : x1;
  y1 = y1 === y0 ? y0 + 1 : y1;
  const edge = what.log && y1 - y0 > DECADES ? y1 - DECADES : null;
  y0 = edge ?? y0;
  return { x0, x1, y0, y1: y1 + (y1 - y0) * 0.04, edge };
}

/** Draws curves into a picture of this width. */
function draw(series, what, { x0, x1, y0, y1 }, words, width) {
  const px = (x) => (MARGIN.left + (x - x0) / (x1 - x0) * (width - MARGIN.left - MARGIN.right)).toFixed(1);
  const py = (y) => HEIGHT - MARGIN.bottom - (Math.max(y, y0) - y0) / (y1 - y0) * (HEIGHT - MARGIN.top - MARGIN.bottom);
  const name = freshId("chart");
  const svg = s("svg", {
    xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${width} ${HEIGHT}`, role: "img", "aria-labelledby": `${name}-t ${name}-d`,
  }, s("title", { id: `${name}-t` }, what.title), s("desc", { id: `${name}-d` }, words.join(" ")));
  for (const y of what.log ? powers(y0, y1) : ticks(y0, y1)) {
    svg.append(s("path", { class: "grid", d: `M${MARGIN.left} ${py(y).toFixed(1)}H${width - MARGIN.right}` }),
      s("text", { x: MARGIN.left - 6, y: (py(y) + 4).toFixed(1), "text-anchor": "end" }, what.log ? powerOfTen(y) : number(y)));
  }
  for (const x of ticks(x0, x1)) {
    svg.append(s("path", { class: "axis", d: `M${px(x)} ${HEIGHT - MARGIN.bottom}v5` }),
      s("text", { x: px(x), y: HEIGHT - MARGIN.bottom + 18, "text-anchor": "middle" }, number(x)));
  }
  for (const mark of what.marks || []) {
    if (mark.at >= x0 && mark.at <= x1) {
      svg.append(s("path", { class: "limit", d: `M${px(mark.at)} ${MARGIN.top}V${HEIGHT - MARGIN.bottom}` }, s("title", {}, mark.name)));
    }
  }
  svg.append(s("path", { class: "axis", fill: "none", d: `M${MARGIN.left} ${MARGIN.top}V${HEIGHT - MARGIN.bottom}H${width - MARGIN.right}` }));
  for (const each of series) {
    const points = each.points.filter((point) => isShown(point, what)).map(([x, y]) => [px(x), py(scaledBy(what)(y)).toFixed(1)]);
    // Of a curve that has but begun its one point is shown.
    if (each.dots || points.length === 1) {
      points.forEach(([x, y]) => svg.append(s("circle", { class: `marker c${each.colour}`, cx: x, cy: y, r: 4 }, s("title", {}, each.name))));
    } else {
      const d = points.map(([x, y], k) => `${k ? "L" : "M"}${x} ${y}`).join("");
      svg.append(s("path", { class: `curve c${each.colour}`, d }, s("title", {}, each.name)));
    }
  }
  svg.append(
    s("text", { class: "axis-title", x: (MARGIN.left + width - MARGIN.right) / 2, y: HEIGHT - 6, "text-anchor": "middle" }, what.x),
    s("text", { class: "axis-title", transform: `translate(14 ${(HEIGHT - MARGIN.bottom + MARGIN.top) / 2}) rotate(-90)`, "text-anchor": "middle" }, what.y));
  return svg;
}

function legend(series) {
  return h("ul", { class: "legend" }, series.map((each) => h("li", {},
    s("svg", { class: "sample", viewBox: "0 0 36 12", "aria-hidden": "true" },
      each.dots ? s("circle", { class: `marker c${each.colour}`, cx: 18, cy: 6, r: 4 }) : s("path", { class: `curve c${each.colour}`, d: "M1 6h34" })),
    each.name)));
}

function inWords(each, what) {
  const points = each.points.filter(([, y]) => Number.isFinite(y));
  const first = points[0];
  const last = points[points.length - 1];
  const top = points.reduce((a, b) => (b[1] > a[1] ? b : a), first);
  const peak = top[1] > Math.max(first[1], last[1]) ? `, is highest at ${number(top[1])} (${number(top[0])})` : "";
  return `${each.name}: starts at ${number(first[1])}${peak}, ends at ${number(last[1])} (${what.x}: ${number(last[0])}).`;
}

/** One row for each time, one column for each curve. */
function rowsOf(series, what) {
  const times = [...new Set(series.flatMap((each) => each.points.map(([x]) => x)))].sort((a, b) => a - b);
  const maps = series.map((each) => new Map(each.points));
  return { header: [what.x, ...series.map((each) => each.name)],
    rows: times.map((time) => [time, ...maps.map((map) => map.get(time) ?? "")]) };
}

/** What a figure says and the numbers behind it, folded away. */
export function details(words, numbers, title) {
  const most = 60;
  const every = Math.ceil(numbers.rows.length / most);
  const thinned = numbers.rows.filter((_, i) => i % every === 0 || i === numbers.rows.length - 1)
    .map((row) => row.map((cell) => (typeof cell === "number" ? number(cell) : cell)));
  return h("details", {}, h("summary", {}, "In words and numbers"),
    h("ul", {}, words.map((each) => h("li", {}, each))),
    numbers.rows.length > 0 ? table(numbers.header, thinned, title) : null,
    numbers.note ? h("p", { class: "soft" }, numbers.note) : null);
}

/** Buttons that hand out a figure: its pictures and its table. */
export function exports(title, pictures, numbers) {
  const name = title.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || "figure";
  const trouble = h("div", {});
  const several = (kind, write) => async () => {
    const all = pictures();
    try {
      for (const [i, svg] of all.entries()) {
        await write(svg, `${name}${all.length > 1 ? `-${i + 1}` : ""}.${kind}`);
      }
      trouble.replaceChildren();
    } catch (refused) {
      trouble.replaceChildren(problems(refused));
    }
  };
  return h("div", { class: "buttons" },
    h("button", { type: "button", onclick: several("svg", async (svg, file) => download(file, "image/svg+xml", await standalone(svg))) },
      "SVG", h("span", { class: "unseen" }, ` of ${title}`)),
    h("button", { type: "button", onclick: several("png", async (svg, file) => download(file, "image/png", await png(svg))) },
      "PNG", h("span", { class: "unseen" }, ` of ${title}`)),
    h("button", { type: "button", onclick: () => download(`${name}.csv`, "text/csv", csv(numbers.header, numbers.rows)) },
      "CSV", h("span", { class: "unseen" }, ` of ${title}`)), trouble);
}

let styles;

/** The look of figures, which is asked for once. */
async function stylesOfFigures() {
  styles ??= await text("report.css");
  return styles;
}

/** A picture that looks the same by itself, on white. */
export async function standalone(svg) {
  const all = await stylesOfFigures();
  const copy = svg.cloneNode(true);
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  const [, , width, height] = copy.getAttribute("viewBox").split(/\s+/).map(Number);
  copy.setAttribute("width", width);
  copy.setAttribute("height", height);
  const light = all.replace(/@media \(prefers-color-scheme: dark\)\s*\{[^}]*\}\s*\}/, "").replace("color-scheme: light dark;", "");
  copy.prepend(s("style", {}, light), s("rect", { width, height, fill: "#ffffff" }));
  return new XMLSerializer().serializeToString(copy);
}

async function png(svg) {
  const drawn = await standalone(svg);
  const image = new Image();
  const address = URL.createObjectURL(new Blob([drawn], { type: "image/svg+xml" }));
  try {
    await new Promise((done, failed) => {
      image.onload = done;
      image.onerror = () => failed(new Error("the picture cannot be drawn"));
      image.src = address;
    });
    const canvas = h("canvas", { width: image.naturalWidth * 2, height: image.naturalHeight * 2 });
    const context = canvas.getContext("2d");
    context.scale(2, 2);
    context.drawImage(image, 0, 0);
    return await new Promise((done) => canvas.toBlob(done, "image/png"));
  } finally {
    URL.revokeObjectURL(address);
  }
}
