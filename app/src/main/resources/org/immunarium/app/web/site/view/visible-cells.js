// Which cells can be seen: one that lies behind others whole is not drawn. Of a large tumour that is most of them, and without a
// graphics card each costs as much as one that is seen.

/** Layers in depth; within one, no cell hides another. */
const LAYERS = 1024;

/** Layers after which it is looked at which tiles are covered whole. */
const LAYERS_BETWEEN = 32;

/** Rows of a tile, which is a word wide. */
const TILE = 8;

/** By which a drawn cell may be larger or smaller than it should be, in pixels. */
const ROUNDING = 0.5;

export class VisibleCells {
  constructor() {
    this.room(0);
    /** A bit for each pixel, in rows of words of 32. */
    this.covered = new Int32Array(0);
    this.full = new Uint8Array(0);
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
    const words = Math.ceil(width / 32);
    if (this.covered.length !== words * height) {
      this.covered = new Int32Array(words * height);
      this.full = new Uint8Array(words * Math.ceil(height / TILE));
    }
    this.covered.fill(0);
    this.full.fill(0);
    let count = 0;
    let from = 0;
    for (let layer = 0; layer < LAYERS; layer += 1) {
      const to = ends[layer];
      const first = count;
      if (layer % LAYERS_BETWEEN === LAYERS_BETWEEN - 1) {
        this.findFull(height, words);
      }
      for (let k = from; k < to; k += 1) {
        const i = this.sorted[k];
        if (!this.isWithinFull(i, width, height, words) && this.isSeen(i, width, height, words)) {
          this.found[count] = i;
          count += 1;
        }
      }
      for (let k = first; k < count; k += 1) {
        const i = this.found[k];
        if (frame.fate[i] === 0) {
          this.cover(i, width, height, words);
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
      }
    }
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

  /** Finds tiles that are covered whole; those at the edges never are, unless they fit. */
  findFull(height, words) {
    for (let tile = 0; tile < Math.floor(height / TILE); tile += 1) {
      for (let word = 0; word < words; word += 1) {
        let all = -1;
        for (let row = tile * TILE; row < (tile + 1) * TILE; row += 1) {
          all &= this.covered[row * words + word];
        }
        this.full[tile * words + word] = all === -1 ? 1 : 0;
      }
    }
  }

  /** Whether all tiles that the cell may touch are covered whole, which is quickly told. */
  isWithinFull(i, width, height, words) {
    const [x, y, reach] = [this.px[i], this.py[i], this.reach[i] + ROUNDING];
    const left = Math.max(0, Math.floor(x - reach)) >> 5;
    const right = Math.min(width - 1, Math.floor(x + reach)) >> 5;
    const bottom = Math.floor(Math.max(0, Math.floor(y - reach)) / TILE);
    const top = Math.floor(Math.min(height - 1, Math.floor(y + reach)) / TILE);
    for (let tile = bottom; tile <= top; tile += 1) {
      for (let word = left; word <= right; word += 1) {
        if (this.full[tile * words + word] === 0) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether any pixel that the cell touches is not covered yet. */
  isSeen(i, width, height, words) {
    const [x, y, reach] = [this.px[i], this.py[i], this.reach[i] + ROUNDING];
    const within = reach * reach;
    const top = Math.min(height - 1, Math.floor(y + reach));
    for (let row = Math.max(0, Math.floor(y - reach)); row <= top; row += 1) {
      // The part of the row that is nearest to the middle is the longest.
      const dy = row > y ? row - y : row + 1 < y ? y - row - 1 : 0;
      const half = Math.sqrt(Math.max(0, within - dy * dy));
      const left = Math.max(0, Math.floor(x - half));
      const right = Math.min(width - 1, Math.floor(x + half));
      const last = right >> 5;
      for (let word = left >> 5; word <= last && left <= right; word += 1) {
        const mask = bits(word, left, right);
        if ((this.covered[row * words + word] & mask) !== mask) {
          return true;
        }
      }
    }
    return false;
  }

  /** Covers the pixels that lie within the cell. Cells whose middle is beyond an edge may not be drawn at all. */
  cover(i, width, height, words) {
    const [x, y, reach] = [this.px[i], this.py[i], this.reach[i] - ROUNDING];
    if (reach <= 0 || x < 0 || y < 0 || x > width || y > height) {
      return;
    }
    const within = reach * reach;
    const top = Math.min(height, Math.floor(y + reach));
    for (let row = Math.max(0, Math.ceil(y - reach)); row < top; row += 1) {
      const dy = Math.max(Math.abs(row - y), Math.abs(row + 1 - y));
      if (dy * dy < within) {
        const half = Math.sqrt(within - dy * dy);
        const left = Math.max(0, Math.ceil(x - half));
        const right = Math.min(width, Math.floor(x + half)) - 1;
        const last = right >> 5;
        for (let word = left >> 5; word <= last && left <= right; word += 1) {
          this.covered[row * words + word] |= bits(word, left, right);
        }
      }
    }
  }
}

/** The bits of a word of 32 pixels that lie from one pixel to another, both of them too. */
function bits(word, left, right) {
  const from = Math.max(0, left - 32 * word);
  const to = Math.min(31, right - 32 * word);
  return (-1 << from) & (-1 >>> (31 - to));
}
