// Which cells can be seen: one that lies behind others whole is not drawn. Of a large tumour that is most of them, and without a
// graphics card each costs as much as one that is seen.

/** Layers in depth; within one, no cell hides another. */
const LAYERS = 1024;

/** By which a drawn cell may be larger or smaller than it should be, in pixels. */
const ROUNDING = 0.5;

export class VisibleCells {
  constructor() {
    this.room(0);
    this.covered = new Uint8Array(0);
  }

  room(cells) {
    this.px = new Float32Array(cells);
    this.py = new Float32Array(cells);
    this.reach = new Float32Array(cells);
    this.depth = new Float32Array(cells);
    this.sorted = new Uint32Array(cells);
    this.found = new Uint32Array(cells);
  }

  /**
   * @param {any} frame see cellsOf
   * @param {{middle: number[], scale: number[], turn: number[], cut: number}} sight see TissueView.sight
   * @param {number[]} pan in µm
   * @param {number} width of the canvas, in its pixels
   * @param {number} height of the canvas, in its pixels
   * @returns {Uint32Array} numbers of cells, the foremost layer first
   */
  of(frame, sight, pan, width, height) {
    if (this.px.length < frame.cells) {
      this.room(frame.cells);
    }
    const ends = this.sortByDepth(frame, sight, pan, width, height);
    const side = Math.max(1, Math.floor(this.typical / 3));
    const columns = Math.ceil(width / side);
    const rows = Math.ceil(height / side);
    if (this.covered.length !== columns * rows) {
      this.covered = new Uint8Array(columns * rows);
    }
    this.covered.fill(0);
    let count = 0;
    let from = 0;
    for (const to of ends) {
      const first = count;
      for (let k = from; k < to; k += 1) {
        const i = this.sorted[k];
        if (this.isSeen(i, side, columns, rows)) {
          this.found[count] = i;
          count += 1;
        }
      }
      for (let k = first; k < count; k += 1) {
        const i = this.found[k];
        if (frame.fate[i] === 0) {
          this.cover(i, side, columns, rows);
        }
      }
      from = to;
    }
    return this.found.subarray(0, count);
  }

  /** Puts cells in layers, the foremost first; answers where each layer ends. */
  sortByDepth(frame, { middle, scale, turn, cut }, pan, width, height) {
    const { x, y, z, radius, cells } = frame;
    const { px, py, reach, depth: depths } = this;
    const [middleX, middleY, middleZ] = middle;
    const [t0, t1, t2, t3, t4, t5, t6, t7, t8] = turn;
    const [halfWidth, halfHeight] = [width / 2, height / 2];
    const [acrossX, acrossY] = [scale[0] * halfWidth, scale[1] * halfHeight];
    const [fromX, fromY] = [pan[0] * acrossX + halfWidth, pan[1] * acrossY + halfHeight];
    let low = Infinity;
    let high = -Infinity;
    let sum = 0;
    let there = 0;
    for (let i = 0; i < cells; i += 1) {
      if (z[i] <= cut) {
        const dx = x[i] - middleX;
        const dy = y[i] - middleY;
        const dz = z[i] - middleZ;
        px[i] = (t0 * dx + t3 * dy + t6 * dz) * acrossX + fromX;
        py[i] = (t1 * dx + t4 * dy + t7 * dz) * acrossY + fromY;
        reach[i] = Math.max(radius[i] * acrossY, 0.75);
        const depth = t2 * dx + t5 * dy + t8 * dz;
        depths[i] = depth;
        low = depth < low ? depth : low;
        high = depth > high ? depth : high;
        sum += reach[i];
        there += 1;
      }
    }
    this.typical = there > 0 ? sum / there : 1;
    const each = (LAYERS - 1) / Math.max(high - low, 1e-9);
    const ends = new Uint32Array(LAYERS);
    // What was kept has fewer digits than what it was compared by.
    const layer = (i) => Math.max(0, Math.min(LAYERS - 1, Math.floor((high - depths[i]) * each)));
    for (let i = 0; i < cells; i += 1) {
      if (z[i] <= cut) {
        ends[layer(i)] += 1;
      }
    }
    let before = 0;
    for (let k = 0; k < LAYERS; k += 1) {
      const here = ends[k];
      ends[k] = before;
      before += here;
    }
    for (let i = 0; i < cells; i += 1) {
      if (z[i] <= cut) {
        const k = layer(i);
        this.sorted[ends[k]] = i;
        ends[k] += 1;
      }
    }
    return ends;
  }

  /** Whether any square that the cell touches is not covered yet. */
  isSeen(i, side, columns, rows) {
    const reach = this.reach[i] + ROUNDING;
    const left = Math.max(0, Math.floor((this.px[i] - reach) / side));
    const right = Math.min(columns - 1, Math.floor((this.px[i] + reach) / side));
    const bottom = Math.max(0, Math.floor((this.py[i] - reach) / side));
    const top = Math.min(rows - 1, Math.floor((this.py[i] + reach) / side));
    for (let row = bottom; row <= top; row += 1) {
      for (let at = row * columns + left; at <= row * columns + right; at += 1) {
        if (this.covered[at] === 0) {
          return true;
        }
      }
    }
    return false;
  }

  /** Covers the squares that lie within the cell. Cells whose middle is beyond an edge may not be drawn at all. */
  cover(i, side, columns, rows) {
    const x = this.px[i];
    const y = this.py[i];
    const reach = this.reach[i] - ROUNDING;
    if (reach <= 0 || x < 0 || y < 0 || x > columns * side || y > rows * side) {
      return;
    }
    const within = reach * reach;
    const bottom = Math.max(0, Math.ceil((y - reach) / side));
    const top = Math.min(rows, Math.floor((y + reach) / side));
    for (let row = bottom; row < top; row += 1) {
      const dy = Math.max(Math.abs(row * side - y), Math.abs((row + 1) * side - y));
      if (dy * dy < within) {
        const half = Math.sqrt(within - dy * dy);
        const left = Math.max(0, Math.ceil((x - half) / side));
        const right = Math.min(columns, Math.floor((x + half) / side));
        for (let at = row * columns + left; at < row * columns + right; at += 1) {
          this.covered[at] = 1;
        }
      }
    }
  }
}
