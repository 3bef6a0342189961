// What the lab's server knows, asked for over HTTP; docs/lab.md and /openapi.yaml describe it.

/** What was refused, and why. */
export class Refused extends Error {
  /**
   * @param {number} status of HTTP; 0 where the server did not answer
   * @param {{source: string, line?: number, message: string}[]} problems
   */
  constructor(status, problems) {
    super(problems.map((each) => `${each.source ? `${each.source}${each.line ? `:${each.line}` : ""}: ` : ""}${each.message}`).join("\n"));
    this.status = status;
    this.problems = problems;
  }
}

async function ask(path, options = {}) {
  let answer;
  try {
    answer = await fetch(path, { credentials: "same-origin", ...options });
  } catch {
    throw new Refused(0, [{ source: "", message: "the lab does not answer; was it ended? Start it again with immunarium lab" }]);
  }
  if (!answer.ok) {
    let problems = [{ source: "", message: `${answer.status} ${answer.statusText}` }];
    try {
      problems = (await answer.json()).problems || problems;
    } catch {
      // It is no JSON.
    }
    throw new Refused(answer.status, problems);
  }
  return answer;
}

export const json = async (path) => (await ask(path)).json();
export const text = async (path) => (await ask(path)).text();
export const bytes = async (path, signal) => (await ask(path, { signal })).arrayBuffer();

/** Sends an object, and gives what is answered. */
export async function post(path, body = {}) {
  const answer = await ask(path, {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body),
  });
  return answer.json();
}

/** Starts a run, and goes to it on a page of this name. */
export async function start(body, page) {
  const { run } = await post("/api/runs", body);
  location.hash = `#/${page}/${encodeURIComponent(run)}`;
}

/** Removes what there is at an address, and gives what is answered. */
export async function remove(path) {
  return (await ask(path, { method: "DELETE" })).json();
}

const MOST_BYTES = 64 * 2 ** 20;

/** Writes an object in the place of the one before. */
export async function put(path, body) {
  const answer = await ask(path, { method: "PUT", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
  return answer.json();
}

/** Gives a file to the lab; answers with the studies in it. */
export async function upload(file) {
  if (file.size > MOST_BYTES) {
    throw new Refused(413, [{ source: file.name, message: "at most 64 MiB are taken" }]);
  }
  const name = file.name.replace(/[^A-Za-z0-9 ._()+-]/g, "_").replace(/^[^A-Za-z0-9]+/, "") || "file";
  const answer = await ask(`/api/uploads/${encodeURIComponent(name)}`, { method: "POST", body: file });
  return answer.json();
}

/** A name with slashes, such as that of a study or a table, as a part of an address. */
export const pathOf = (name) => name.split("/").map(encodeURIComponent).join("/");

/** The text of a file that was given to the lab. */
export const uploadedText = (study) => text(`/api/uploads/${pathOf(study.slice("upload:".length))}`);

/** The text of a study that comes along. */
export const studyText = (name) => text(`/api/studies/${pathOf(name)}`);

/** Values of a model or a study, by its name. */
export const knownValues = (name) => json(`/api/values/${pathOf(name)}`);

export const runPath = (run) => `/api/runs/${encodeURIComponent(run)}`;

export const isUnderWay = (status) => ["waiting", "running", "stopping"].includes(status);

/** Milliseconds after which a lab that let go of whoever listens is asked again. */
const ASK_AGAIN = 5000;

/**
 * Hears what a run comes to, until it ends.
 * @param {string} run
 * @param {(state: any) => void} listener
 * @param {(refused: Refused) => void} [lost] is told why nothing is heard; where the lab may come back, it is heard again then
 * @returns {() => void} stops listening
 */
export function watch(run, listener, lost = () => {}) {
  let source = null;
  let again = 0;
  let asking = false;
  let closed = false;
  const close = () => {
    closed = true;
    clearTimeout(again);
    source?.close();
  };
  /** A stream that breaks does not say why; an ordinary answer does. */
  async function askWhy() {
    let state;
    try {
      state = await json(runPath(run));
    } catch (refused) {
      if (!closed) {
        lost(refused);
        // A lab that was started again lets this browser in once its new address is opened, in any tab.
        if (refused.status >= 400 && refused.status < 500 && refused.status !== 401) {
          close();
        }
      }
      return;
    }
    if (!closed) {
      listener(state);
      if (!isUnderWay(state.status)) {
        close();
      }
    }
  }
  function open() {
    source = new EventSource(`${runPath(run)}/events`);
    source.addEventListener("message", (event) => listener(JSON.parse(event.data)));
    source.addEventListener("end", close);
    source.addEventListener("error", async () => {
      if (asking || closed) {
        return;
      }
      asking = true;
      await askWhy();
      asking = false;
      // A browser tries again by itself only where the connection was lost.
      if (!closed && source.readyState === EventSource.CLOSED) {
        clearTimeout(again);
        again = setTimeout(open, ASK_AGAIN);
      }
    });
  }
  open();
  return close;
}

/** A head in JSON, and what comes after it; see TissueApi. */
export function unpack(buffer) {
  const length = new DataView(buffer).getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, length)));
  return { head, from: 4 + length };
}

/** A table of a run as columns of numbers where they are, else of texts. */
export async function runTable(run, name) {
  const { parseCsv } = await import("./dom.js");
  return parseCsv(await text(`${runPath(run)}/tables/${pathOf(name)}`));
}
