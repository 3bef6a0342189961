// What is shown of a tissue's frames: of which treatment, by which colours, and what lies behind the cells.
import { field, h } from "../dom.js";

/** What the place of a cell says already. */
const PLACES = ["id", "x", "y", "z", "radius", "type"];

/** The options of a list anew; what was chosen stays where it still can be. */
function offer(select, options) {
  const before = select.value;
  select.replaceChildren(...options.map(([value, name]) => h("option", { value }, name)));
  select.value = options.some(([value]) => value === before) ? before : options[0]?.[0] ?? "";
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
      offer(colourBy, [["", "type"], ...quantities.filter((each) => !PLACES.includes(each.array))
        .map((each) => [each.array, each.unit && each.unit !== "1" ? `${each.name} (${each.unit})` : each.name])]);
      offer(behind, [["", "nothing"], ...substances.map((each) => [each.array, `${each.name} (${each.unit})`])]);
      sliceField.hidden = flat;
    },

    /**
     * Offers the variants that have frames; while they are followed, the one that is written now is chosen unless somebody chose.
     * @param {Object<string, number>} frames how many, by variant
     */
    follow(frames, followed) {
      const names = Object.keys(frames);
      if (names.join() !== [...variant.options].map((each) => each.value).join()) {
        offer(variant, names.map((name) => [name, name || "the tissue"]));
        variantField.hidden = names.length < 2;
      }
      const newest = names[names.length - 1];
      const most = Math.max(...Object.values(frames));
      if (followed && !chosen && names.length > 1 && frames[newest] > 0 && names.some((name) => frames[name] < most)) {
        variant.value = newest;
      }
    },
  };
}
