// Bets, placed before anything runs: a choice, curves drawn with sliders, or a match of rows and columns. All by keyboard too.
import { field, freshId, h } from "../dom.js";
import { curves } from "../view/chart.js";

/**
 * @param {any} bet what can be bet on: see experiments.js
 * @param {any} text its words
 * @returns {{element: HTMLElement, value: () => any, lock: (locked: boolean) => void, listen: (changed: () => void) => void}}
 *   a value of null as long as no bet is placed
 */
export function placeBet(bet, text) {
  return { choice, draw, match }[bet.kind](bet, text);
}

function locking(element) {
  return (locked) => { element.disabled = locked; };
}

function choice(bet, text) {
  const name = freshId("bet");
  let changed = () => {};
  const radios = bet.options.map((id) => h("input", { type: "radio", name, value: id, id: `${name}-${id}`, onchange: () => changed() }));
  const element = h("fieldset", { class: "bet" }, h("legend", {}, text.ask),
    radios.map((radio) => h("div", { class: "choice" }, radio, h("label", { for: radio.id }, text.options[radio.value]))));
  return { element, value: () => radios.find((radio) => radio.checked)?.value ?? null, lock: locking(element),
    listen: (listener) => { changed = listener; } };
}

function draw(bet, text) {
  let changed = () => {};
  let touched = false;
  const values = Object.fromEntries(bet.lines.map((id) => [id, bet.points.map(() => bet.start)]));
  const picture = h("div", {});
  const show = () => picture.replaceChildren(curves({ title: text.title, x: text.x, y: text.y,
    series: bet.lines.map((id) => ({ name: text.lines[id], points: bet.points.map((at, i) => [at, values[id][i]]) })) }));
  const sliders = bet.lines.map((id) => h("fieldset", {}, h("legend", {}, text.lines[id]),
    bet.points.map((at, i) => {
      const fixed = i === 0 && bet.fixedStart;
      const said = h("output", {}, String(bet.start));
      const slider = h("input", { type: "range", min: "0", max: String(bet.most), step: String(bet.step), value: String(bet.start), disabled: fixed,
        oninput: () => {
          touched = true;
          values[id][i] = Number(slider.value);
          said.textContent = slider.value;
          show();
          changed();
        } });
      return fixed ? null : h("div", { class: "slide" }, field(`${text.at} ${at} ${text.unit}`, slider), said);
    })));
  const element = h("fieldset", { class: "bet" }, h("legend", {}, text.ask), h("p", { class: "soft" }, text.how),
    h("div", { class: "two" }, h("div", { class: "row top" }, sliders), picture));
  show();
  return { element, value: () => (touched ? values : null), lock: locking(element), listen: (listener) => { changed = listener; } };
}

function match(bet, text) {
  let changed = () => {};
  const selects = bet.rows.map((id) => h("select", { "data-row": id, onchange: () => changed() }, h("option", { value: "" }, text.choose),
    bet.columns.map((column) => h("option", { value: column }, text.columns[column]))));
  const element = h("fieldset", { class: "bet" }, h("legend", {}, text.ask),
    h("div", { class: "row top" }, selects.map((select) => field(text.rows[select.dataset.row], select))));
  return { element, lock: locking(element), listen: (listener) => { changed = listener; },
    value: () => (selects.every((select) => select.value) ? Object.fromEntries(selects.map((select) => [select.dataset.row, select.value])) : null) };
}
