// Cells as spheres and substances behind them, drawn by WebGL 2: a point for each cell, shaded as a ball. Arrays go from
// the server's bytes to the graphics card as they are.
import { unpack } from "../api.js";
import { VisibleCells } from "./visible-cells.js";

/** Of types of cells, in the order of the model; told apart by eyes that see few colours too. */
export const COLOURS = ["#0072b2", "#d55e00", "#00805d", "#b0508c", "#8a6d00", "#3a8fc4", "#555555", "#7a3fa0",
  "#c4a000", "#7f2704", "#4d9221", "#c51b7d"];

const VERTEX = `#version 300 es
in float x; in float y; in float z; in float radius; in float type; in float fate; in float value;
uniform mat3 turn; uniform vec3 middle; uniform vec2 offset; uniform vec2 scale; uniform float pixels;
uniform vec3 colours[12]; uniform float byValue; uniform vec2 range; uniform float cut; uniform float depth;
uniform sampler2D ramp;
out vec3 colour; out float hollow; flat out float size;
void main() {
  vec3 at = turn * (vec3(x, y, z) - middle);
  gl_Position = vec4((at.xy + offset) * scale, at.z * depth, 1.0);
  size = max(2.0 * radius * scale.y * pixels * 0.5, 1.5);
  gl_PointSize = size;
  if (z > cut) { gl_Position = vec4(2.0, 2.0, 2.0, 1.0); }
  vec3 own = colours[int(type) % 12];
  if (byValue > 0.5) {
    own = texture(ramp, vec2(clamp((value - range.x) / max(range.y - range.x, 1e-30), 0.002, 0.998), 0.5)).rgb;
  }
  hollow = fate > 0.5 ? 1.0 : 0.0;
  colour = own;
}`;

const FRAGMENT = `#version 300 es
precision mediump float;
in vec3 colour; in float hollow; flat in float size;
out vec4 pixel;
void main() {
  vec2 p = gl_PointCoord * 2.0 - 1.0;
  float r = dot(p, p);
  if (r > 1.0) { discard; }
  if (hollow > 0.5 && r < 0.5 && size > 4.0) { discard; }
  float light = 0.72 + 0.28 * sqrt(1.0 - r) - 0.12 * (p.y - p.x) * 0.5;
  vec3 own = hollow > 0.5 ? mix(colour, vec3(0.45), 0.65) : colour;
  if (size > 9.0 && hollow < 0.5) { own = mix(mix(own, vec3(1.0), 0.38), own * 0.8, step(r, 0.16)); }
  float edge = size > 6.0 ? smoothstep(1.0, 1.0 - 6.0 / size, r) : 1.0;
  pixel = vec4(mix(own * 0.45, own * light, edge), 1.0);
}`;

const PLANE_VERTEX = `#version 300 es
in vec2 corner;
uniform mat3 turn; uniform vec3 middle; uniform vec2 offset; uniform vec2 scale; uniform vec3 low; uniform vec3 high; uniform float depth;
out vec2 place;
void main() {
  vec3 at = turn * (mix(low, high, vec3(corner, 0.5)) - middle);
  gl_Position = vec4((at.xy + offset) * scale, at.z * depth + 0.0005, 1.0);
  place = corner;
}`;

const PLANE_FRAGMENT = `#version 300 es
precision highp float;
in vec2 place; out vec4 pixel;
uniform sampler2D field; uniform sampler2D ramp; uniform vec2 range; uniform float opacity;
void main() {
  float v = texture(field, place).r;
  vec3 c = texture(ramp, vec2(clamp((v - range.x) / max(range.y - range.x, 1e-30), 0.002, 0.998), 0.5)).rgb;
  pixel = vec4(mix(vec3(1.0), c, opacity), 1.0);
}`;

/** From dark to light, even to eyes that see few colours: points of a scale like viridis. */
const RAMP = [[68, 1, 84], [71, 44, 122], [59, 81, 139], [44, 113, 142], [33, 144, 141], [39, 173, 129], [92, 200, 99], [170, 220, 50], [253, 231, 37]];

export function rampColour(t) {
  const at = Math.min(Math.max(t, 0), 1) * (RAMP.length - 1);
  const i = Math.min(Math.floor(at), RAMP.length - 2);
  return RAMP[i].map((from, k) => Math.round(from + (RAMP[i + 1][k] - from) * (at - i)));
}

const rgb = (hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16) / 255);

/** A frame of cells, from the bytes of the server. */
export function cellsOf(buffer) {
  const { head, from } = unpack(buffer);
  const n = head.cells;
  const padded = (n + 3) & ~3;
  let at = from;
  const floats = () => {
    const array = new Float32Array(buffer, at, n);
    at += 4 * n;
    return array;
  };
  const small = () => {
    const array = new Uint8Array(buffer, at, n);
    at += padded;
    return array;
  };
  const frame = { ...head, x: floats(), y: floats(), z: floats(), radius: floats(), type: small(), fate: small() };
  frame.values = head.value ? floats() : null;
  return frame;
}

/** A substance, from the bytes of the server. */
export function fieldOf(buffer) {
  const { head, from } = unpack(buffer);
  return { ...head, values: new Float32Array(buffer, from, head.nx * head.ny * head.nz) };
}

export class TissueView {
  /** @param {HTMLCanvasElement} canvas */
  constructor(canvas) {
    this.canvas = canvas;
    this.gl = canvas.getContext("webgl2", { alpha: false, antialias: false, preserveDrawingBuffer: true });
    if (!this.gl) {
      throw new Error("this browser has no WebGL 2, so cells cannot be drawn; numbers and curves are all there");
    }
    this.drawn = 0;
    this.yaw = 0;
    this.pitch = 0;
    this.zoom = 1;
    this.pan = [0, 0];
    this.deep = false;
    this.cutShare = 1;
    this.range = [0, 1];
    this.fieldRange = [0, 1];
    this.frame = null;
    this.field = null;
    this.prepare();
    // White until the first frame is there.
    this.gl.clearColor(1, 1, 1, 1);
    this.gl.clear(this.gl.COLOR_BUFFER_BIT);
    this.sized = new ResizeObserver(() => this.draw());
    this.sized.observe(canvas);
  }

  prepare() {
    const gl = this.gl;
    this.cells = program(gl, VERTEX, FRAGMENT);
    this.plane = program(gl, PLANE_VERTEX, PLANE_FRAGMENT);
    this.buffers = {};
    this.cellsArray = gl.createVertexArray();
    gl.bindVertexArray(this.cellsArray);
    for (const name of ["x", "y", "z", "radius", "value", "type", "fate"]) {
      this.buffers[name] = gl.createBuffer();
      const place = gl.getAttribLocation(this.cells, name);
      gl.bindBuffer(gl.ARRAY_BUFFER, this.buffers[name]);
      gl.enableVertexAttribArray(place);
      const small = name === "type" || name === "fate";
      gl.vertexAttribPointer(place, 1, small ? gl.UNSIGNED_BYTE : gl.FLOAT, false, 0, 0);
    }
    this.visible = new VisibleCells();
    this.numbers = gl.createBuffer();
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, this.numbers);
    this.planeArray = gl.createVertexArray();
    gl.bindVertexArray(this.planeArray);
    const corners = gl.createBuffer();
    gl.bindBuffer(gl.ARRAY_BUFFER, corners);
    gl.bufferData(gl.ARRAY_BUFFER, new Float32Array([0, 0, 1, 0, 0, 1, 1, 1]), gl.STATIC_DRAW);
    const corner = gl.getAttribLocation(this.plane, "corner");
    gl.enableVertexAttribArray(corner);
    gl.vertexAttribPointer(corner, 2, gl.FLOAT, false, 0, 0);
    gl.bindVertexArray(null);
    this.ramp = gl.createTexture();
    gl.bindTexture(gl.TEXTURE_2D, this.ramp);
    const colours = new Uint8Array(256 * 4);
    for (let i = 0; i < 256; i += 1) {
      colours.set([...rampColour(i / 255), 255], 4 * i);
    }
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, 256, 1, 0, gl.RGBA, gl.UNSIGNED_BYTE, colours);
    for (const side of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) {
      gl.texParameteri(gl.TEXTURE_2D, side, gl.NEAREST);
    }
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
    this.fieldTexture = gl.createTexture();
  }

  /** Shows a frame of cells; see cellsOf. */
  show(frame) {
    const gl = this.gl;
    if (!this.frame) {
      this.deep = !frame.flat;
      if (this.deep) {
        this.yaw = 0.6;
        this.pitch = -0.5;
      }
    }
    this.frame = frame;
    const put = (name, array) => {
      gl.bindBuffer(gl.ARRAY_BUFFER, this.buffers[name]);
      gl.bufferData(gl.ARRAY_BUFFER, array, gl.DYNAMIC_DRAW);
    };
    for (const name of ["x", "y", "z", "radius", "type", "fate"]) {
      put(name, frame[name]);
    }
    this.showValues(frame.values);
    this.draw();
  }

  /** Values by which cells are coloured; null for none. */
  showValues(values) {
    const gl = this.gl;
    const place = gl.getAttribLocation(this.cells, "value");
    gl.bindVertexArray(this.cellsArray);
    if (values) {
      gl.enableVertexAttribArray(place);
      gl.bindBuffer(gl.ARRAY_BUFFER, this.buffers.value);
      gl.bufferData(gl.ARRAY_BUFFER, values, gl.DYNAMIC_DRAW);
    } else {
      gl.disableVertexAttribArray(place);
    }
    gl.bindVertexArray(null);
  }

  /** Shows a substance behind the cells; null for none. */
  showField(field) {
    this.field = field;
    this.draw();
  }

  setField() {
    const gl = this.gl;
    const { nx, ny, nz, values } = this.field;
    const layer = nz === 1 ? 0 : Math.min(nz - 1, Math.max(0, Math.floor(this.sliceShare * nz)));
    gl.bindTexture(gl.TEXTURE_2D, this.fieldTexture);
    gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.R32F, nx, ny, 0, gl.RED, gl.FLOAT, values.subarray(layer * nx * ny, (layer + 1) * nx * ny));
    for (const side of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) {
      gl.texParameteri(gl.TEXTURE_2D, side, gl.NEAREST);
    }
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
    return this.field.lower[2] + (layer + 0.5) * this.field.spacing[2];
  }

  /** Where a slice lies along z, from 0 to 1. */
  get sliceShare() {
    return this.cutShare >= 1 ? 0.5 : this.cutShare;
  }

  /** How it is looked at: a turn, the middle, and the scale from µm to the canvas, whose sides are 2. */
  sight() {
    const { lower, upper, flat } = this.frame;
    const middle = [0, 1, 2].map((i) => (lower[i] + upper[i]) / 2);
    const spans = [0, 1, 2].map((i) => upper[i] - lower[i]);
    const size = this.deep ? Math.hypot(...spans) : Math.max(spans[0], spans[1]);
    const width = this.canvas.clientWidth || 1;
    const height = this.canvas.clientHeight || 1;
    const unit = 2 / size * this.zoom;
    const scale = [unit * Math.min(1, height / width), unit * Math.min(1, width / height)];
    const [cy, sy, cp, sp] = this.deep
      ? [Math.cos(this.yaw), Math.sin(this.yaw), Math.cos(this.pitch), Math.sin(this.pitch)] : [1, 0, 1, 0];
    const turn = [cy, sp * sy, -cp * sy, 0, cp, sp, sy, -sp * cy, cp * cy];
    const top = upper[2];
    const cut = flat || this.cutShare >= 1 ? 1e30 : lower[2] + this.cutShare * (top - lower[2]);
    return { middle, scale, turn, size, cut };
  }

  draw() {
    if (this.waiting || !this.frame) {
      return;
    }
    this.waiting = requestAnimationFrame(() => {
      this.waiting = 0;
      this.paint();
    });
  }

  paint() {
    const gl = this.gl;
    const ratio = Math.min(window.devicePixelRatio || 1, 2);
    const width = Math.max(1, Math.round(this.canvas.clientWidth * ratio));
    const height = Math.max(1, Math.round(this.canvas.clientHeight * ratio));
    if (this.canvas.width !== width || this.canvas.height !== height) {
      this.canvas.width = width;
      this.canvas.height = height;
    }
    gl.viewport(0, 0, width, height);
    gl.clearColor(1, 1, 1, 1);
    gl.clear(gl.COLOR_BUFFER_BIT | gl.DEPTH_BUFFER_BIT);
    const { middle, scale, turn, size, cut } = this.sight();
    const common = (made) => {
      gl.useProgram(made);
      gl.uniformMatrix3fv(gl.getUniformLocation(made, "turn"), false, turn);
      gl.uniform3fv(gl.getUniformLocation(made, "middle"), middle);
      gl.uniform2fv(gl.getUniformLocation(made, "offset"), this.pan);
      gl.uniform2fv(gl.getUniformLocation(made, "scale"), scale);
      gl.uniform1f(gl.getUniformLocation(made, "depth"), this.deep ? -1 / size : 0);
      gl.activeTexture(gl.TEXTURE0);
      gl.bindTexture(gl.TEXTURE_2D, this.ramp);
      gl.uniform1i(gl.getUniformLocation(made, "ramp"), 0);
    };
    if (this.deep) {
      gl.enable(gl.DEPTH_TEST);
    } else {
      gl.disable(gl.DEPTH_TEST);
    }
    if (this.field) {
      common(this.plane);
      gl.activeTexture(gl.TEXTURE1);
      const z = this.setField();
      gl.uniform1i(gl.getUniformLocation(this.plane, "field"), 1);
      gl.uniform2fv(gl.getUniformLocation(this.plane, "range"), this.fieldRange);
      gl.uniform1f(gl.getUniformLocation(this.plane, "opacity"), 0.75);
      const { lower, spacing, nx, ny } = this.field;
      gl.uniform3f(gl.getUniformLocation(this.plane, "low"), lower[0], lower[1], z);
      gl.uniform3f(gl.getUniformLocation(this.plane, "high"), lower[0] + nx * spacing[0], lower[1] + ny * spacing[1], z);
      gl.bindVertexArray(this.planeArray);
      gl.drawArrays(gl.TRIANGLE_STRIP, 0, 4);
    }
    common(this.cells);
    const at = (name) => gl.getUniformLocation(this.cells, name);
    gl.uniform1f(at("pixels"), height);
    gl.uniform3fv(at("colours"), COLOURS.flatMap(rgb));
    gl.uniform1f(at("byValue"), this.frame.values ? 1 : 0);
    gl.uniform2fv(at("range"), this.range);
    gl.uniform1f(at("cut"), cut);
    gl.bindVertexArray(this.cellsArray);
    if (this.deep) {
      const seen = this.visible.of(this.frame, { middle, scale, turn, cut }, this.pan, width, height);
      gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, seen, gl.DYNAMIC_DRAW);
      gl.drawElements(gl.POINTS, seen.length, gl.UNSIGNED_INT, 0);
    } else {
      gl.drawArrays(gl.POINTS, 0, this.frame.cells);
    }
    gl.bindVertexArray(null);
    this.drawn += 1;
    this.canvas.dataset.drawn = String(this.drawn);
  }

  /** µm to each side of the canvas's width. */
  micrometresAcross() {
    return 2 / this.sight().scale[0];
  }

  /** All cells that are not cut away as circles on a sheet of this size, those behind first. */
  seen(width, height) {
    const { middle, scale, turn, cut } = this.sight();
    const { x, y, z, radius, type, fate, values, cells } = this.frame;
    const all = [];
    for (let i = 0; i < cells; i += 1) {
      if (z[i] <= cut) {
        const [dx, dy, dz] = [x[i] - middle[0], y[i] - middle[1], z[i] - middle[2]];
        const [low, high] = this.range;
        all.push({
          x: ((turn[0] * dx + turn[3] * dy + turn[6] * dz + this.pan[0]) * scale[0] + 1) / 2 * width,
          y: (1 - (turn[1] * dx + turn[4] * dy + turn[7] * dz + this.pan[1]) * scale[1]) / 2 * height,
          depth: turn[2] * dx + turn[5] * dy + turn[8] * dz,
          radius: radius[i] * scale[1] / 2 * height,
          colour: values ? `rgb(${rampColour((values[i] - low) / Math.max(high - low, 1e-30)).join(",")})` : COLOURS[type[i] % COLOURS.length],
          dead: fate[i] > 0,
        });
      }
    }
    return this.deep ? all.sort((a, b) => a.depth - b.depth) : all;
  }

  /** The foremost cell at a place of the canvas, in pixels of the page; -1 for none. */
  cellAt(px, py) {
    if (!this.frame) {
      return -1;
    }
    const { middle, scale, turn, cut } = this.sight();
    const u = (px / this.canvas.clientWidth * 2 - 1) / scale[0] - this.pan[0];
    const v = (1 - py / this.canvas.clientHeight * 2) / scale[1] - this.pan[1];
    const { x, y, z, radius, cells } = this.frame;
    let best = -1;
    let nearest = -Infinity;
    for (let i = 0; i < cells; i += 1) {
      if (z[i] <= cut) {
        const [dx, dy, dz] = [x[i] - middle[0], y[i] - middle[1], z[i] - middle[2]];
        const ax = turn[0] * dx + turn[3] * dy + turn[6] * dz - u;
        const ay = turn[1] * dx + turn[4] * dy + turn[7] * dz - v;
        if (ax * ax + ay * ay <= radius[i] * radius[i]) {
          const depth = this.deep ? turn[2] * dx + turn[5] * dy + turn[8] * dz : i;
          if (depth >= nearest) {
            nearest = depth;
            best = i;
          }
        }
      }
    }
    return best;
  }

  /** Frees what it holds. */
  close() {
    this.sized.disconnect();
    cancelAnimationFrame(this.waiting);
    this.gl.getExtension("WEBGL_lose_context")?.loseContext();
  }
}

function program(gl, vertex, fragment) {
  const made = gl.createProgram();
  for (const [kind, text] of [[gl.VERTEX_SHADER, vertex], [gl.FRAGMENT_SHADER, fragment]]) {
    const shader = gl.createShader(kind);
    gl.shaderSource(shader, text);
    gl.compileShader(shader);
    if (!gl.getShaderParameter(shader, gl.COMPILE_STATUS)) {
      throw new Error(gl.getShaderInfoLog(shader));
    }
    gl.attachShader(made, shader);
  }
  gl.linkProgram(made);
  return made;
}
