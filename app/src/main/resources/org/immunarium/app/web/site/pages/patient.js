import { h } from "../dom.js";
export async function show() {
  return { title: "", element: h("div", {}, h("h1", {}, "patient")) };
}
