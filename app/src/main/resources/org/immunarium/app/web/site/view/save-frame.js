// A frame of a tissue as a file: a picture in pixels or in circles, or a table of its cells.
import { csv, download, h } from "../dom.js";

/** Circles of one picture; more than these make it a file that hardly opens. */
const MOST_CIRCLES = 50000;

/**
 * Buttons that save what is shown.
 * @param {import("./tissue-view.js").TissueView|undefined} view
 * @param {HTMLCanvasElement} canvas
 * @param {{name: () => string, allValues?: () => string}} of name: of files, without their endings; allValues: the address of a table of
 *   all that is known of the cells, where there is one
 */
export function saveFrame(view, canvas, { name, allValues }) {
  const button = (ending, words, act) => h("button", { type: "button", onclick: () => view?.frame && act(`${name()}.${ending}`) },
    ending.toUpperCase(), h("span", { class: "unseen" }, ` ${words}`));
  const told = h("span", { class: "soft", role: "status" });
  /** Hands out the circles, and says where not all cells are among them. */
  function saveCircles(file) {
    const { text, words } = svgOf(view, canvas);
    told.textContent = words;
    if (text !== null) {
      download(file, "image/svg+xml", text);
    }
  }
  return [
    button("png", "of this frame", (file) => canvas.toBlob((blob) => download(file, "image/png", blob), "image/png")),
    button("svg", "of this frame", saveCircles),
    button("csv", "of the cells in this frame", (file) => download(file, "text/csv", csvOf(view.frame))),
    allValues ? h("button", { type: "button", onclick: () => view?.frame && follow(allValues(), `${name()}-all.csv`) }, "All values (CSV)") : null,
    told,
  ];
}

/** Takes what an address answers as a file. */
function follow(href, file) {
  const link = h("a", { href, download: file });
  document.body.append(link);
  link.click();
  link.remove();
}

/**
 * All cells as circles, as they are looked at; dead ones are open.
 * @returns {{text: string|null, words: string}} text: of the file, null where it would be too large; words: what is left out, and why
 */
function svgOf(view, canvas) {
  const [width, height] = [canvas.clientWidth, canvas.clientHeight];
  const seen = view.seen(width, height);
  const tooMany = seen.length > MOST_CIRCLES;
  if (tooMany && !view.deep) {
    return { text: null, words: `${seen.length} cells are more circles than a picture of them can have, ${MOST_CIRCLES}; take PNG.` };
  }
  const circles = seen.slice(-MOST_CIRCLES).map(({ x, y, radius, colour, dead }) =>
    `<circle cx="${x.toFixed(2)}" cy="${y.toFixed(2)}" r="${radius.toFixed(2)}" ${
      dead ? `fill="none" stroke="${colour}"` : `fill="${colour}" stroke="#00000066"`}/>`);
  const size = `viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`;
  const words = tooMany ? `Of ${seen.length} cells the ${MOST_CIRCLES} nearest ones are in the file.` : "";
  const text = `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${words ? `<desc>${words}</desc>` : ""}<rect width="100%" height="100%" fill="#ffffff"/>\n`
    + `${circles.join("\n")}\n</svg>\n`;
  return { text, words };
}

function csvOf(frame) {
  const value = frame.values ? [`${frame.value.name}${frame.value.unit ? ` [${frame.value.unit}]` : ""}`] : [];
  const header = ["cell", "type", "state", "x [µm]", "y [µm]", "z [µm]", "radius [µm]", ...value];
  return csv(header, Array.from(frame.x, (_, i) => [i + 1, frame.types[frame.type[i]], frame.fates[frame.fate[i]],
    frame.x[i], frame.y[i], frame.z[i], frame.radius[i], ...(frame.values ? [frame.values[i]] : [])]));
}
