// A drug now: the same tissue once more, with the same luck until then, beside the one that goes without.
import { json, post, runPath } from "../api.js";
import { field, freshId, h } from "../dom.js";
import { problems } from "./problems.js";

const HINT = "A twin of this tissue begins: the same cells and the same chance until then. It is computed anew from the start, with each treatment "
  + "that is compared here, and can be compared with this one when both are done.";

/**
 * @param {string} run
 * @param {() => {minutes: number, last: boolean}|null} shown the time that is shown, and whether the run ends with it; null where nothing is
 */
export function giveDrug(run, shown) {
  const known = h("datalist", { id: freshId("drugs") });
  // Names are then typed without help.
  json("/api/catalog").then(({ drugs }) => known.replaceChildren(...drugs.map((each) => h("option", { value: each.name }, each.title))), () => {});
  const drug = h("input", { type: "text", value: "nivolumab 240 mg IV", size: "26", list: known.id });
  const trouble = h("div", {});

  async function give(event) {
    event.preventDefault();
    const text = drug.value.trim();
    const now = shown();
    const hasTime = / (at|from) /.test(text);
    if (!hasTime && now?.last) {
      trouble.replaceChildren(problems(new Error("The run ends here: nothing that is given now can act. Go back to an earlier moment first.")));
      return;
    }
    const timed = hasTime || now === null ? text : `${text} at ${Number((now.minutes / 60).toFixed(4))} h`;
    try {
      const twin = await post(`${runPath(run)}/twin`, { give: [timed] });
      location.hash = `#/tissue/${encodeURIComponent(twin.run)}?beside=${encodeURIComponent(run)}`;
    } catch (refused) {
      trouble.replaceChildren(problems(refused));
    }
  }

  return h("div", {}, h("form", { class: "row", onsubmit: give },
    field("Give a drug at the time shown", drug, HINT),
    h("button", { type: "submit" }, "Give it")), known, trouble);
}
