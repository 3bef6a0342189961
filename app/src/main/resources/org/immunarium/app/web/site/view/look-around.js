// Looking around in a tissue: with the mouse or a finger, or by keys.

const MOVES = { ArrowLeft: [30, 0], ArrowRight: [-30, 0], ArrowUp: [0, 30], ArrowDown: [0, -30] };

/**
 * Dragging moves what is flat and turns what is deep (with Shift, moves it too), the wheel zooms, a click picks.
 * @param {HTMLCanvasElement} canvas
 * @param {import("./tissue-view.js").TissueView|undefined} view nothing is done without
 * @param {{moved: () => void, picked: (cell: number) => void}} told moved: after zooming; picked: -1 for no cell
 * @returns {{zoom: (by: number) => void}}
 */
export function lookAround(canvas, view, told) {
  function move(dx, dy, turning) {
    if (turning) {
      view.yaw += dx * 0.01;
      view.pitch = Math.max(-1.57, Math.min(1.57, view.pitch + dy * 0.01));
    } else {
      const perPixel = view.micrometresAcross() / canvas.clientWidth;
      view.pan[0] += dx * perPixel;
      view.pan[1] -= dy * perPixel;
    }
    view.draw();
  }
  function zoom(by) {
    if (view?.frame) {
      view.zoom = Math.max(0.2, Math.min(60, view.zoom * by));
      view.draw();
      told.moved();
    }
  }
  if (!view) {
    return { zoom };
  }
  let dragged = null;
  canvas.addEventListener("pointerdown", (event) => {
    dragged = { x: event.clientX, y: event.clientY, far: 0 };
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener("pointermove", (event) => {
    if (dragged && view.frame) {
      const [dx, dy] = [event.clientX - dragged.x, event.clientY - dragged.y];
      dragged = { x: event.clientX, y: event.clientY, far: dragged.far + Math.abs(dx) + Math.abs(dy) };
      move(dx, dy, view.deep && !event.shiftKey);
    }
  });
  canvas.addEventListener("pointerup", (event) => {
    if (dragged && dragged.far < 4) {
      const at = canvas.getBoundingClientRect();
      told.picked(view.cellAt(event.clientX - at.left, event.clientY - at.top));
    }
    dragged = null;
  });
  canvas.addEventListener("wheel", (event) => {
    event.preventDefault();
    zoom(event.deltaY < 0 ? 1.15 : 1 / 1.15);
  }, { passive: false });
  canvas.addEventListener("keydown", (event) => {
    if (MOVES[event.key] && view.frame) {
      event.preventDefault();
      move(...MOVES[event.key], view.deep && !event.shiftKey);
    } else if (event.key === "+" || event.key === "=") {
      zoom(1.2);
    } else if (event.key === "-") {
      zoom(1 / 1.2);
    }
  });
  return { zoom };
}
