// A frame of a tissue as a file: a picture in pixels or in circles, or a table of its cells.
import { csv, download, h } from "../dom.js";

/** Circles of one picture; more than these make it a file that hardly opens. */
const MOST_CIRCLES = 50000;

/**
 * Buttons that save what is shown.
 * @param {import("./tissue-view.js").TissueView|undefined} view
 * @param {HTMLCanvasElement} canvas
 * @param {() => string} name of the file, without its ending
 */
export function saveFrame(view, canvas, name) {
  const button = (ending, words, act) => h("button", { type: "button", onclick: () => view?.frame && act(`${name()}.${ending}`) },
    ending.toUpperCase(), h("span", { class: "unseen" }, ` ${words}`));
  return [
    button("png", "of this frame", (file) => canvas.toBlob((blob) => download(file, "image/png", blob), "image/png")),
    button("svg", "of this frame", (file) => download(file, "image/svg+xml", svgOf(view, canvas))),
    button("csv", "of the cells in this frame", (file) => download(file, "text/csv", csvOf(view.frame))),
  ];
}

/** All cells as circles, as they are looked at; dead ones are open. */
function svgOf(view, canvas) {
  const [width, height] = [canvas.clientWidth, canvas.clientHeight];
  const circles = view.seen(width, height).slice(-MOST_CIRCLES).map(({ x, y, radius, colour, dead }) =>
    `<circle cx="${x.toFixed(2)}" cy="${y.toFixed(2)}" r="${radius.toFixed(2)}" ${
      dead ? `fill="none" stroke="${colour}"` : `fill="${colour}" stroke="#00000066"`}/>`);
  const size = `viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}><rect width="100%" height="100%" fill="#ffffff"/>\n`
    + `${circles.join("\n")}\n</svg>\n`;
}

function csvOf(frame) {
  const value = frame.values ? [`${frame.value.name}${frame.value.unit ? ` [${frame.value.unit}]` : ""}`] : [];
  const header = ["cell", "type", "state", "x [µm]", "y [µm]", "z [µm]", "radius [µm]", ...value];
  return csv(header, Array.from(frame.x, (_, i) => [i + 1, frame.types[frame.type[i]], frame.fates[frame.fate[i]],
    frame.x[i], frame.y[i], frame.z[i], frame.radius[i], ...(frame.values ? [frame.values[i]] : [])]));
}
