// A tissue: chosen, watched while it runs, and looked at again frame by frame.
import { bytes, json, post, runPath } from "../api.js";
import { field, freshId, h, table } from "../dom.js";
import { number } from "../view/chart.js";
import { lookAround } from "../view/look-around.js";
import { oneCell } from "../view/one-cell.js";
import { ownFile } from "../view/own-file.js";
import { problems } from "../view/problems.js";
import { isUnderWay, runState } from "../view/run-state.js";
import { saveFrame } from "../view/save-frame.js";
import { tissueCurves } from "../view/tissue-curves.js";
import { cellsOf, COLOURS, fieldOf, rampColour, TissueView } from "../view/tissue-view.js";
import { start } from "./runs.js";

/** Frames that are kept, and how many are asked for ahead of the one that is shown while they are played. */
const KEPT = 48;
const AHEAD = 3;

export async function show(parts, query) {
  return parts.length > 0 ? watchOne(parts[0], query.get("beside")) : choose();
}

async function choose() {
  const { studies } = await json("/api/catalog");
  const trouble = h("div", {});
  const frames = h("input", { type: "text", value: "30 min", size: "8" });
  const seed = h("input", { type: "number", value: "1", min: "0", step: "1", size: "6" });
  const go = (body) => async () => {
    try {
      await start({ ...body, seed: Number(seed.value), set: { "output.frames": frames.value } }, "tissue");
    } catch (refused) {
      trouble.replaceChildren(problems(refused));
      trouble.scrollIntoView({ block: "nearest" });
    }
  };
  return {
    title: "Tissue",
    element: h("div", {}, h("h1", {}, "Explore a tissue"),
      h("p", {}, "Cells in space: each one moves, meets others, divides and dies by its own rules. Choose one; it begins at once."),
      h("div", { class: "row" }, field("Chance (seed)", seed, "the same seed gives the same tissue"), field("A picture every", frames, "of the tissue's time, such as 30 min")),
      trouble,
      h("ul", { class: "cards" }, studies.filter((each) => each.name.startsWith("tissue/")).map((each) =>
        h("li", { class: "card" }, h("h2", {}, each.title), h("p", { class: "soft" }, `${each.name}, about ${each.expected}`),
          h("div", { class: "buttons" }, h("button", { type: "button", class: "main", onclick: go({ study: each.name }) },
            "Run", h("span", { class: "unseen" }, ` ${each.title}`)))))),
      ownFile({ label: "A project of PhysiCell (ZIP), its settings (XML), or a study (YAML)", accept: ".zip,.xml,.yaml,.yml",
        tissue: (study) => go({ study })() })),
  };
}

async function watchOne(run, beside) {
  const base = runPath(run);
  const canvas = h("canvas", { tabindex: "0", role: "img", "aria-label": "cells of the tissue" });
  const scale = h("span", { class: "scale" });
  const clock = h("span", { class: "clock" });
  const box = h("div", { class: "tissue" }, canvas, scale, clock);
  const heading = h("h1", {}, run);
  const legend = h("ul", { class: "legend" });
  const inWords = h("p", { class: "soft" });
  const trouble = h("div", {});
  const charts = h("div", { class: "figures" });
  const countsBox = h("div", {});
  let view;
  try {
    view = new TissueView(canvas);
  } catch (problem) {
    box.replaceChildren(problems(problem));
  }

  const variant = h("select", {});
  const colourBy = h("select", {});
  const behind = h("select", {});
  const slider = h("input", { type: "range", min: "0", max: "0", value: "0", "aria-label": "frame" });
  const moment = h("output", {}, "");
  const speed = h("select", { "aria-label": "speed" }, [["2", "slow"], ["8", "medium"], ["24", "fast"]].map(([value, name]) => h("option", { value }, name)));
  speed.value = "8";
  const play = h("button", { type: "button", "aria-pressed": "false" }, "Play");
  const slice = h("input", { type: "range", min: "0", max: "1", step: "0.02", value: "1", "aria-label": "cut open along z" });
  const sliceField = h("div", { hidden: true }, field("Cut open", slice));

  let frames = {};
  let tables = new Set();
  let cache = new Map();
  let shown = -1;
  let wanted = -1;
  let loading = false;
  let following = true;
  let playing = 0;
  let left = false;
  let about = null;
  let last = null;

  const key = (n) => `${variant.value}|${n}|${colourBy.value}|${behind.value}`;
  const count = () => frames[variant.value] || 0;

  /** A frame, which is asked for once. */
  function load(n, withAbout) {
    const name = key(n);
    if (!cache.has(name)) {
      const coming = fetched(n, withAbout);
      // What could not be had is asked for again.
      coming.catch(() => cache.delete(name));
      cache.set(name, coming);
      if (cache.size > KEPT) {
        cache.delete(cache.keys().next().value);
      }
    }
    return cache.get(name);
  }

  async function fetched(n, withAbout) {
    const asked = new URLSearchParams({ variant: variant.value });
    if (colourBy.value) {
      asked.set("value", colourBy.value);
    }
    if (withAbout) {
      asked.set("about", "yes");
    }
    const [cells, substance] = await Promise.all([bytes(`${base}/frames/${n}?${asked}`),
      behind.value ? bytes(`${base}/frames/${n}/fields/${encodeURIComponent(behind.value)}?variant=${encodeURIComponent(variant.value)}`) : null]);
    return { cells: cellsOf(cells), substance: substance ? fieldOf(substance) : null };
  }

  /** Shows a frame; while one is on its way only the last that was asked for counts. */
  async function go(n) {
    wanted = Math.max(0, Math.min(n, count() - 1));
    if (loading || !view || count() === 0) {
      return;
    }
    loading = true;
    try {
      while (wanted !== shown && !left) {
        const target = wanted;
        const made = await load(target, about === null);
        if (about === null) {
          about = made.cells;
          fillChoices();
        }
        shown = target;
        put(made);
      }
    } catch (problem) {
      trouble.replaceChildren(problems(problem));
      wanted = shown;
    } finally {
      loading = false;
    }
    for (let next = shown + 1; next < Math.min(count(), shown + 1 + (playing ? AHEAD : 1)); next += 1) {
      load(next).catch(() => {});
    }
  }

  function put({ cells, substance }) {
    last = cells;
    if (cells.values) {
      let [low, high] = [Infinity, -Infinity];
      for (const each of cells.values) {
        if (Number.isFinite(each)) {
          low = Math.min(low, each);
          high = Math.max(high, each);
        }
      }
      view.range = [Math.min(low, view.valueName === colourBy.value ? view.range[0] : low), Math.max(high, view.valueName === colourBy.value ? view.range[1] : high)];
      view.valueName = colourBy.value;
    }
    if (substance) {
      let high = view.fieldName === behind.value ? view.fieldRange[1] : 0;
      for (const each of substance.values) {
        high = Math.max(high, each);
      }
      view.fieldRange = [0, high || 1];
      view.fieldName = behind.value;
    }
    view.showField(substance);
    view.show(cells);
    slider.max = String(count() - 1);
    slider.value = String(shown);
    const time = timeInWords(cells.time);
    slider.setAttribute("aria-valuetext", time);
    moment.textContent = `${shown + 1} of ${count()}`;
    clock.textContent = time;
    drawScale();
    tell(cells, substance);
  }

  function timeInWords(minutes) {
    return minutes >= 2880 ? `day ${number(minutes / 1440)}` : minutes >= 120 ? `hour ${number(minutes / 60)}` : `minute ${number(minutes)}`;
  }

  function drawScale() {
    const across = view.micrometresAcross();
    const length = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000].filter((each) => each <= across / 4).pop() || 1;
    scale.textContent = `${length} µm`;
    scale.style.setProperty("--bar", `${length / across * canvas.clientWidth}px`);
  }

  function tell(cells, substance) {
    const alive = new Array(cells.types.length).fill(0);
    const dead = new Array(cells.types.length).fill(0);
    for (let i = 0; i < cells.cells; i += 1) {
      (cells.fate[i] === 0 ? alive : dead)[cells.type[i]] += 1;
    }
    const lines = cells.types.map((name, i) => ({ name, alive: alive[i], dead: dead[i], i })).filter((each) => each.alive + each.dead > 0);
    const sentence = `At ${timeInWords(cells.time)}: ${lines.map((each) => `${each.alive} living ${each.name}${each.dead ? ` (${each.dead} dead)` : ""}`).join(", ")}.`;
    inWords.textContent = sentence;
    canvas.setAttribute("aria-label", `cells of the tissue. ${sentence}`);
    const items = cells.values
      ? [h("li", {}, ramp(), `${about.quantities.find((each) => each.array === colourBy.value)?.name ?? colourBy.value}: ${number(view.range[0])} (dark) to ${number(view.range[1])} (light)`)]
      : lines.map((each) => {
        const dot = h("span", { class: "swatch", "aria-hidden": "true" });
        dot.style.background = COLOURS[each.i % COLOURS.length];
        return h("li", {}, dot, each.name);
      });
    if (lines.some((each) => each.dead > 0)) {
      items.push(h("li", {}, "rings: dead cells"));
    }
    if (substance) {
      items.push(h("li", {}, ramp(), `${substance.name} behind: 0 (dark) to ${number(view.fieldRange[1])}${substance.unit && substance.unit !== "1" ? ` ${substance.unit}` : ""} (light)`));
    }
    legend.replaceChildren(...items);
    countsBox.replaceChildren(table(["cells", "living", "dead"], lines.map((each) => [each.name, each.alive, each.dead]), "Cells in this frame"));
  }

  function ramp() {
    const bar = h("canvas", { class: "ramp", width: "60", height: "1", "aria-hidden": "true" });
    const context = bar.getContext("2d");
    for (let i = 0; i < 60; i += 1) {
      context.fillStyle = `rgb(${rampColour(i / 59).join(",")})`;
      context.fillRect(i, 0, 1, 1);
    }
    bar.style.width = "60px";
    return bar;
  }

  function fillChoices() {
    const keep = (select, options) => {
      const value = select.value;
      select.replaceChildren(...options.map(([v, name]) => h("option", { value: v }, name)));
      select.value = options.some(([v]) => v === value) ? value : options[0][0];
    };
    keep(colourBy, [["", "type"], ...about.quantities.filter((each) => !["id", "x", "y", "z", "radius", "type"].includes(each.array))
      .map((each) => [each.array, each.unit && each.unit !== "1" ? `${each.name} (${each.unit})` : each.name])]);
    keep(behind, [["", "nothing"], ...about.substances.map((each) => [each.array, `${each.name} (${each.unit})`])]);
    sliceField.hidden = about.flat;
  }

  function again() {
    cache = new Map();
    shown = -1;
    go(wanted < 0 ? 0 : wanted);
  }
  variant.addEventListener("change", () => { again(); drawCharts(); });
  colourBy.addEventListener("change", again);
  behind.addEventListener("change", again);
  slider.addEventListener("input", () => { following = false; stopPlaying(); go(Number(slider.value)); });
  slice.addEventListener("input", () => { view.cutShare = Number(slice.value); view.draw(); });

  function stopPlaying() {
    clearTimeout(playing);
    playing = 0;
    play.textContent = "Play";
    play.setAttribute("aria-pressed", "false");
  }
  play.addEventListener("click", () => {
    if (playing) {
      stopPlaying();
      return;
    }
    following = false;
    play.textContent = "Hold";
    play.setAttribute("aria-pressed", "true");
    if (shown >= count() - 1) {
      go(0);
    }
    const tick = async () => {
      const begun = performance.now();
      await go(shown + 1);
      if (shown >= count() - 1 && !live) {
        stopPlaying();
        return;
      }
      playing = setTimeout(tick, Math.max(0, 1000 / Number(speed.value) - (performance.now() - begun)));
    };
    playing = setTimeout(tick, 0);
  });
  const step = (by) => h("button", { type: "button", "aria-label": by < 0 ? "one frame back" : "one frame on", onclick: () => { following = false; stopPlaying(); go(shown + by); } }, by < 0 ? "◀" : "▶");

  const { zoom } = lookAround(canvas, view, { moved: drawScale, picked: (cell) => one.pick(cell) });
  const one = oneCell({ run, at: () => ({ frame: last, number: shown, variant: variant.value }), timeInWords });

  async function drawCharts() {
    const made = await tissueCurves(run, variant.value, tables);
    if (!left) {
      charts.replaceChildren(...made);
    }
  }

  let live = true;
  let chartsAt = 0;
  let chartsFor = -1;
  const found = h("div", {});
  const state = runState(run, async (now) => {
    heading.textContent = now.title || run;
    live = isUnderWay(now.status);
    frames = now.frames || {};
    tables = new Set(now.tables || []);
    const names = Object.keys(frames);
    if (names.join() !== [...variant.options].map((each) => each.value).join()) {
      const before = variant.value;
      variant.replaceChildren(...names.map((name) => h("option", { value: name }, name || "the tissue")));
      variant.value = names.includes(before) ? before : names[0] ?? "";
      variantField.hidden = names.length < 2;
    }
    if (following && live && names.length > 1) {
      variant.value = names.find((name) => frames[name] < Math.max(...Object.values(frames))) && frames[names[names.length - 1]] > 0
        ? names[names.length - 1] : variant.value;
    }
    slider.max = String(Math.max(0, count() - 1));
    if (following || shown < 0) {
      go(count() - 1);
    }
    const total = Object.values(frames).reduce((a, b) => a + b, 0);
    if (total !== chartsFor && (performance.now() - chartsAt > 1500 || !live)) {
      chartsFor = total;
      chartsAt = performance.now();
      drawCharts();
    }
    if (!live) {
      following = false;
      found.replaceChildren(...(now.result?.findings ? [h("h2", {}, "Found"), h("ul", {}, now.result.findings.map((each) => h("li", {}, each)))] : []),
        h("p", { class: "buttons" }, h("a", { class: "button", href: `#/runs/${encodeURIComponent(run)}` }, "Report, figures and files of this run")));
      drawCharts();
    }
  });
  // A drug now: the same tissue once more, with the same luck until then, beside the one that goes without.
  const known = h("datalist", { id: freshId("drugs") });
  json("/api/catalog").then(({ drugs }) => known.replaceChildren(...drugs.map((each) => h("option", { value: each.name }, each.title))), () => {});
  const drug = h("input", { type: "text", value: "nivolumab 240 mg IV", size: "26", list: known.id });
  const give = h("form", { class: "row", onsubmit: async (event) => {
    event.preventDefault();
    const text = drug.value.trim();
    const timed = / (at|from) /.test(text) || !last ? text : `${text} at ${Number((last.time / 60).toFixed(4))} h`;
    try {
      const twin = await post(`${base}/twin`, { give: [timed] });
      location.hash = `#/tissue/${encodeURIComponent(twin.run)}?beside=${encodeURIComponent(run)}`;
    } catch (refused) {
      trouble.replaceChildren(problems(refused));
    }
  } }, field("Give a drug at the time shown", drug, "a twin of this tissue begins: the same cells and the same chance until then"),
  h("button", { type: "submit" }, "Give it"));
  const variantField = h("div", { hidden: true }, field("Treatment", variant));
  const save = saveFrame(view, canvas, () => `${run}-${shown}`);
  const element = h("div", {}, heading, state.element, trouble,
    h("div", { class: "two" },
      h("section", { "aria-label": "the tissue" }, box, legend, inWords,
        h("div", { class: "scrub" }, h("span", { class: "buttons" }, step(-1), play, step(1)), slider, moment),
        h("div", { class: "row" }, field("Speed", speed), variantField, field("Colour by", colourBy), field("Behind", behind), sliceField),
        h("div", { class: "buttons" },
          h("button", { type: "button", onclick: () => zoom(1.25) }, "Zoom in"), h("button", { type: "button", onclick: () => zoom(0.8) }, "Zoom out"), save)),
      h("div", {}, h("h2", { class: "plain" }, "In this frame"), countsBox,
        h("h2", {}, "A drug"), give, known, beside ? h("p", {}, h("a", { href: `#/compare?a=${encodeURIComponent(beside)}&b=${encodeURIComponent(run)}` }, "Compare with the tissue that goes without")) : null,
        h("h2", {}, "A cell"), one.element)),
    h("h2", {}, "Over time"), charts, found);
  return { title: "Tissue", element, leave: () => { left = true; stopPlaying(); state.leave(); view?.close(); } };
}
