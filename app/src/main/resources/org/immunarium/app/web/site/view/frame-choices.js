// What is shown of a tissue's frames: of which treatment, by which colours, and what lies behind the cells.
import { field, h } from "../dom.js";

/** What the place of a cell says already. */
const PLACES = ["id", "x", "y", "z", "radius", "type"];

/** What people colour cells by first, in this order; all else comes after it. */
const FIRST = [/^fate$/, /^level of /, / expression$/, /^exhaustion$/, /^stimulation$/, /^phase$/, /^damage$/, /^pressure$/];

/** What a name in a frame is called here. */
const CALLED = { fate: "state (living or dead)", phase: "phase of the cycle" };

/** What cells can be coloured by: what people look for first, and all else. */
function coloursOf(quantities) {
  const offered = quantities.filter((each) => !PLACES.includes(each.array));
  const rank = ({ name }) => FIRST.findIndex((each) => each.test(name));
  const option = ({ array, name, unit }) => [array, `${CALLED[name] ?? name}${unit && unit !== "1" ? ` (${unit})` : ""}`];
  return {
    first: offered.filter((each) => rank(each) >= 0).sort((a, b) => rank(a) - rank(b)).map(option),
    rest: offered.filter((each) => rank(each) < 0).map(option),
  };
}

/** The options of a list anew, the last of them under a heading; what was chosen stays where it still can be. */
function offer(select, options, rest = []) {
  const before = select.value;
  const made = ([value, name]) => h("option", { value }, name);
  select.replaceChildren(...options.map(made), ...(rest.length > 0 ? [h("optgroup", { label: "all else" }, rest.map(made))] : []));
  select.value = [...options, ...rest].some(([value]) => value === before) ? before : options[0]?.[0] ?? "";
}

/**
 * The variant whose frames are written now: one is run after the other, so it is the last that has any.
 * @param {Object<string, number>} frames how many, by variant in the order run
 */
export function writtenNow(frames) {
  const names = Object.keys(frames);
  return names.findLast((name) => frames[name] > 0) ?? names[0] ?? "";
}

/**
 * @param {{changed: (what: "variant"|"colour"|"behind") => void, cut: (share: number) => void}} told
 *   changed: somebody chose otherwise; cut: how much of a deep tissue is shown, from 0 to 1
 */
export function frameChoices(told) {
  const variant = h("select", { onchange: () => { chosen = true; told.changed("variant"); } });
  const colourBy = h("select", { onchange: () => told.changed("colour") });
  const behind = h("select", { onchange: () => told.changed("behind") });
  const slice = h("input", { type: "range", min: "0", max: "1", step: "0.02", value: "1", "aria-label": "cut open along z",
    oninput: () => told.cut(Number(slice.value)) });
  const variantField = h("div", { hidden: true }, field("Treatment", variant));
  const sliceField = h("div", { hidden: true }, field("Cut open", slice));
  let chosen = false;

  return {
    elements: [variantField, field("Colour by", colourBy), field("Behind", behind), sliceField],
    get variant() { return variant.value; },
    /** @returns {import("./tissue-frames.js").Choice} */
    now: () => ({ variant: variant.value, value: colourBy.value, substance: behind.value }),

    /** Offers what cells have and what is between them, from the head of a frame. */
    describe({ quantities, substances, flat }) {
      const { first, rest } = coloursOf(quantities);
      offer(colourBy, [["", "type"], ...first], rest);
      offer(behind, [["", "nothing"], ...substances.map((each) => [each.array, `${each.name} (${each.unit})`])]);
      sliceField.hidden = flat;
    },

    /**
     * Offers the variants that have frames; while they are followed, the one that is written now is chosen unless somebody chose.
     * @param {Object<string, number>} frames how many, by variant
     * @param {Object<string, string>} titles of variants
     */
    follow(frames, titles, followed) {
      const names = Object.keys(frames);
      if (names.join() !== [...variant.options].map((each) => each.value).join()) {
        offer(variant, names.map((name) => [name, titles[name] || name || "the tissue"]));
        variantField.hidden = names.length < 2;
      }
      if (followed && !chosen && names.length > 1) {
        variant.value = writtenNow(frames);
      }
    },
  };
}
