// Doses over time: a line for each regimen, its doses as marks, the first of which can be dragged or moved by keys.
import { post } from "../api.js";
import { h, s, say } from "../dom.js";
import { details, exports, number, ticks } from "./chart.js";

const WIDEST = 640;
const LEFT = 8;
const RIGHT = 8;
const LANE = 34;
const AXIS = 34;

/** A regimen's "from" as docs/therapy.md has it, in any unit of time that the lab reads. */
const FROM = /\s+from\s+([\d.]+(?:e[-+]?\d+)?)\s*([a-z]+)\b/i;

/** Units of time by all their names, in days. */
const DAYS = Object.fromEntries([
  [1 / 86400, "s", "second", "seconds", "sec"], [1 / 1440, "min", "minute", "minutes", "mins"], [1 / 24, "h", "hour", "hours", "hr", "hrs"],
  [1, "d", "day", "days"], [7, "w", "week", "weeks", "wk", "wks"], [30.4375, "month", "months", "mo"], [365.25, "year", "years", "yr", "y"],
].flatMap(([days, ...names]) => names.map((name) => [name, days])));

/** How long after time zero a regimen's schedule is begun, in days, as its text says; NaN where that is not understood. */
export function startOf(regimen) {
  if (/\bat\s+[\d.]/i.test(regimen)) {
    return NaN;
  }
  const from = FROM.exec(regimen);
  if (!from) {
    return /\bfrom\b/i.test(regimen) ? NaN : 0;
  }
  return Number(from[1]) * (DAYS[from[2].toLowerCase()] ?? NaN);
}

/** The text of a regimen that begins then; days are whole. */
export function startingAt(regimen, days) {
  const plain = regimen.replace(FROM, "");
  if (days <= 0) {
    return plain;
  }
  const then = plain.search(/\s+(,\s*)?then\s/);
  const end = then < 0 ? plain.search(/\s+until\s/) : then;
  return end < 0 ? `${plain} from ${days} d` : `${plain.slice(0, end)} from ${days} d${plain.slice(end)}`;
}

/** Numbers of colours for drugs, in the order in which they are first asked for: the same drug has the same on all of a page. */
export function drugColours() {
  const known = new Map();
  return (drug) => {
    if (!known.has(drug)) {
      known.set(drug, known.size % 8);
    }
    return known.get(drug);
  };
}

/**
 * @param {{therapy: string[], duration: string, weight: string, height: string}} given
 * @param {(regimen: number, text: string) => void} changed is told the new text of a regimen that was moved
 * @param {string} name of what is drawn, so that the focus finds its handle when it is drawn anew
 * @param {(drug: string) => number} colourOf the number of a drug's colour; see drugColours
 * @param {string} called what the regimens are together, in words
 * @returns {Promise<HTMLElement>} rejected with what is wrong, where a line is that of a regimen
 */
export async function dosing(given, changed, name, colourOf, called) {
  if (given.therapy.length === 0) {
    return h("p", { class: "soft" }, "Nothing is given.");
  }
  const width = Math.min(WIDEST, Math.max(260, window.innerWidth - 80));
  const found = await post("/api/doses", {
    therapy: given.therapy.join("\n"), duration: given.duration, weight: given.weight, height: given.height,
  });
  const last = Math.max(1, ...found.doses.map((each) => each.day + each.days));
  const days = Math.max(last * 1.05, lengthInDays(given.duration) || 0);
  const x = (day) => LEFT + day / days * (width - LEFT - RIGHT);
  const lanes = found.regimens.length;
  const height = lanes * LANE + AXIS;
  const svg = s("svg", { viewBox: `0 0 ${width} ${height}`, class: "dosing", role: "group", "aria-label": `doses: ${found.sentences}` });
  for (const tick of ticks(0, days)) {
    svg.append(s("path", { class: "grid", d: `M${x(tick).toFixed(1)} 4V${lanes * LANE + 4}` }),
      s("text", { x: x(tick).toFixed(1), y: lanes * LANE + 18, "text-anchor": tick === 0 ? "start" : "middle" }, number(tick)));
  }
  svg.append(s("text", { class: "axis-title", x: width / 2, y: height - 2, "text-anchor": "middle" }, "days"));
  found.regimens.forEach((regimen, i) => {
    const middle = i * LANE + 4 + LANE / 2;
    svg.append(s("path", { class: "axis", d: `M${LEFT} ${middle}H${width - RIGHT}` }),
      s("text", { x: LEFT + 12, y: middle - 9 }, regimen.drug));
    const own = found.doses.filter((each) => each.regimen === i);
    const colour = colourOf(regimen.drug);
    for (const dose of own) {
      const length = Math.max(0, x(dose.days) - x(0));
      const title = s("title", {}, `${dose.drug}, dose ${dose.number}, day ${number(dose.day)}: ${dose.amount || dose.dose}`);
      svg.append(length > 6
        ? s("rect", { class: `dose d${colour}`, x: x(dose.day).toFixed(1), y: middle - 5, width: length.toFixed(1), height: 10 }, title)
        : s("path", { class: `tick c${colour}`, fill: "none", "stroke-width": 2.5, d: `M${x(dose.day).toFixed(1)} ${middle - 6}v12` }, title));
    }
    const text = given.therapy[i];
    // The first dose may come some days into the schedule, such as on day 8 of each cycle; before it is begun none can.
    const first = Math.min(...own.map((each) => each.day));
    const into = text === undefined ? NaN : first - startOf(text);
    if (lanes === given.therapy.length && Number.isFinite(into) && into > -0.001) {
      svg.append(handle(svg, i, text, first, Math.max(0, into), middle));
    }
  });

  /** @param {number} first day of the first dose; @param {number} into how many days into its schedule that is */
  function handle(within, i, text, first, into, middle) {
    let now = Math.round(first);
    const least = Math.ceil(into - 0.001);
    const most = Math.floor(days);
    const mark = s("circle", {
      class: "handle", cx: x(first).toFixed(1), cy: middle, r: 8, tabindex: "0", role: "slider", "aria-valuemin": String(least),
      "aria-valuemax": String(most), "aria-valuenow": String(now), "aria-valuetext": `day ${now}`,
      "aria-label": `first dose of ${found.regimens[i].drug}`, "data-keep": `${name}-${i}`,
    });
    mark.append(s("title", {}, "drag, or press the arrow keys, to move the first dose"));
    const move = (to) => {
      now = Math.max(least, Math.min(most, Math.round(to)));
      mark.setAttribute("cx", x(now).toFixed(1));
      mark.setAttribute("aria-valuenow", String(now));
      mark.setAttribute("aria-valuetext", `day ${now}`);
    };
    let rest = 0;
    let settled = now;
    const settle = () => {
      if (now !== settled) {
        settled = now;
        say(`${found.regimens[i].drug} begins on day ${now}`);
        mark.dispatchEvent(new CustomEvent("dosemoved", { bubbles: true, detail: `${name}-${i}` }));
        changed(i, startingAt(text, Math.round(now - into)));
      }
    };
    mark.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      mark.focus();
      mark.setPointerCapture(event.pointerId);
      const follow = (moved) => {
        const box = within.getBoundingClientRect();
        move(((moved.clientX - box.left) / box.width * width - LEFT) / (width - LEFT - RIGHT) * days);
      };
      mark.addEventListener("pointermove", follow);
      mark.addEventListener("pointerup", () => {
        mark.removeEventListener("pointermove", follow);
        settle();
      }, { once: true });
    });
    mark.addEventListener("keydown", (event) => {
      const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -7, PageUp: 7 }[event.key];
      if (by || event.key === "Home") {
        event.preventDefault();
        move(event.key === "Home" ? least : now + by);
        // Keys that follow each other are one move: what is settled is drawn anew.
        clearTimeout(rest);
        rest = setTimeout(settle, 350);
      }
    });
    mark.addEventListener("blur", () => { clearTimeout(rest); settle(); });
    return mark;
  }

  const numbers = numbersOf(found);
  const sentences = found.sentences.split("\n");
  return h("div", {}, h("div", { class: "scroll" }, svg), h("p", { class: "soft" }, `${found.count} doses. ${sentences.join(" ")} ${numbers.note}`),
    found.notes.length > 0 ? h("ul", { class: "soft" }, found.notes.map((each) => h("li", {}, each))) : null,
    details(sentences, numbers, `Doses, ${called}`), exports(`Doses, ${called}`, () => [withoutHandles(svg)], numbers));
}

/** A row for each dose. */
function numbersOf({ doses, count }) {
  return {
    header: ["drug", "dose", "day", "lasts [d]", "amount"],
    rows: doses.map((each) => [each.drug, String(each.number), each.day, each.days, each.amount || each.dose]),
    note: count > doses.length ? `The first ${doses.length} of ${count} doses are shown.` : "",
  };
}

/** The picture as it is handed out: nothing can be dragged there. */
function withoutHandles(svg) {
  const copy = svg.cloneNode(true);
  copy.querySelectorAll(".handle").forEach((each) => each.remove());
  return copy;
}

/** A time such as 24 mo or 365 d in days; NaN where it is none. */
export function lengthInDays(text) {
  const time = /^\s*([\d.]+(?:e\d+)?)\s*(h|d|days?|w|weeks?|mo|months?|y|yr|years?)?\s*$/.exec(text || "");
  if (!time) {
    return NaN;
  }
  const unit = (time[2] || "d").replace(/s$/, "");
  return Number(time[1]) * { h: 1 / 24, d: 1, day: 1, w: 7, week: 7, mo: 30.4375, month: 30.4375, y: 365.25, yr: 365.25, year: 365.25 }[unit];
}
