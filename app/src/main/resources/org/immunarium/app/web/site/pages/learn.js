// Learn: a question, a bet, a run of the real engine, the bet beside the result, why, and one thing to change.
import { post } from "../api.js";
import { field, freshId, h, say, table } from "../dom.js";
import { placeBet } from "../learn/bet.js";
import { EXPERIMENTS } from "../learn/experiments.js";
import { tissuePicture } from "../learn/picture.js";
import { sandbox } from "../learn/sandbox.js";
import { countOf, frequencies, liveRuns, storedRuns } from "../learn/repeats.js";
import { allTexts, fill } from "../learn/words.js";
import { curves, number } from "../view/chart.js";
import { problems } from "../view/problems.js";
import { isUnderWay, runState } from "../view/run-state.js";
import { seedOf } from "../view/seed.js";

export async function show(parts) {
  const texts = await allTexts();
  if (parts[0] === "sandbox") {
    return sandbox(texts, banner(texts.page), commandOf);
  }
  const at = EXPERIMENTS.findIndex((each) => each.id === parts[0]);
  if (parts.length > 0 && at < 0) {
    throw new Error(`there is no experiment named ${parts[0]}`);
  }
  return parts.length > 0 ? lesson(at, texts) : index(texts);
}

const banner = (words) => h("p", { class: "banner", role: "note" }, words.banner);
const titleOf = (at, texts) => `${at + 1}. ${texts.experiments[EXPERIMENTS[at].id].title}`;

function index(texts) {
  const words = texts.page;
  return { title: words.title,
    element: h("div", { class: "learn" }, h("h1", {}, words.title), banner(words), h("p", {}, words.intro),
      h("ol", { class: "cards" }, EXPERIMENTS.map((each, at) => h("li", { class: "card" },
        h("h2", {}, titleOf(at, texts)), h("p", {}, texts.experiments[each.id].teaser), h("p", { class: "soft" }, words.minutes),
        h("p", { class: "buttons" }, begin(each.id, texts.experiments[each.id].title, words))))),
      h("div", { class: "card one" }, h("h2", {}, texts.sandbox.title), h("p", {}, texts.sandbox.teaser),
        h("p", { class: "buttons" }, begin("sandbox", texts.sandbox.title, words)))) };
}

const begin = (id, title, words) => h("a", { class: "button main", href: `#/learn/${id}` }, words.begin, h("span", { class: "unseen" }, ` ${title}`));

/** A part of a lesson under its heading. */
const part = (heading, ...within) => h("section", {}, h("h2", {}, heading), within);

async function lesson(at, texts) {
  const experiment = EXPERIMENTS[at];
  const words = texts.page;
  const text = texts.experiments[experiment.id];
  const bet = placeBet(experiment.bet, text.bet);
  const seed = h("input", { type: "number", min: "0", step: "1", value: "1" });
  const changes = experiment.changes.map((change) => ({ change, select: h("select", {}, change.options.map((option) =>
    h("option", { value: option.id }, text.changes[change.id].options[option.id]))) }));
  const chosen = () => changes.map(({ change, select }) => change.options.find((option) => option.id === select.value));
  /** The name under which runs are stored of what is chosen; null where none are. */
  const storedName = () => {
    const changed = chosen().filter((option) => Object.keys(option.set).length > 0);
    return changed.length === 0 ? (experiment.stored ? experiment.id : null) : changed.length === 1 ? changed[0].stored ?? null : null;
  };
  const set = () => Object.assign({}, ...chosen().map((option) => option.set));

  const go = h("button", { type: "button", class: "main", disabled: true }, words.run);
  const hint = h("p", { class: "soft" }, words.runHint);
  const trouble = h("div", {});
  const running = h("div", {});
  const after = h("div", { hidden: true });
  const left = [];
  bet.listen(() => {
    go.disabled = bet.value() === null;
    hint.hidden = !go.disabled;
  });

  async function start() {
    go.disabled = true;
    bet.lock(true);
    // What was told of the run before is not of this one.
    after.hidden = true;
    trouble.replaceChildren();
    left.splice(0).forEach((leave) => leave());
    try {
      const asked = { study: experiment.study, seed: seedOf(seed), set: set() };
      const { run } = await post("/api/runs", asked);
      watchRun(run, asked);
    } catch (refused) {
      trouble.replaceChildren(problems(refused));
      trouble.scrollIntoView({ block: "nearest" });
      after.hidden = after.childElementCount === 0;
      bet.lock(false);
      go.disabled = false;
    }
  }
  go.addEventListener("click", start);

  function watchRun(run, asked) {
    const heading = h("h2", { tabindex: "-1" }, words.runs);
    const picture = experiment.read.pictures
      ? tissuePicture(run, { types: text.types, variants: text.variants, words: { ...words, whichTissue: words.tissue } }) : null;
    const result = h("div", {});
    let done = false;
    const state = runState(run, (now) => {
      const live = isUnderWay(now.status);
      picture?.follow(now, live);
      if (!live && !done) {
        done = true;
        if (now.status === "done") {
          tell(run, result).catch((problem) => result.replaceChildren(problems(problem)));
        }
        // A new bet may be placed on the next.
        bet.lock(false);
        go.disabled = false;
      }
    });
    running.replaceChildren(h("section", {}, heading, state.element,
      h("p", { class: "soft" }, words.command), h("pre", {}, commandOf(asked)), h("div", { class: picture ? "two" : "" }, picture?.element, result)));
    heading.focus({ preventScroll: true });
    heading.scrollIntoView({ block: "start" });
    left.push(state.leave, () => picture?.leave());
  }

  async function tell(run, result) {
    const { measures, lines } = await experiment.read(run);
    const values = Object.fromEntries(Object.entries(experiment.values(measures))
      .map(([name, value]) => [name, typeof value === "number" ? number(value) : value]));
    const summary = fill(text.result, values);
    const answer = experiment.answer?.(measures, lines);
    const told = [...verdict(bet.value(), answer, lines), h("p", {}, summary),
      experiment.matrix ? matrix(measures) : table(["", ...experiment.columns.map((each) => text.columns[each.id])],
        Object.entries(measures).map(([id, of]) => [text.variants[id], ...experiment.columns.map((each) => number(each.of(of, lines[id], id)))]), text.table)];
    const drawn = experiment.curve ? curves({ title: text.curve.title, x: text.curve.x, y: text.curve.y,
      series: Object.entries(lines).map(([id, each]) => ({ name: text.variants[id], points: experiment.curve(each) })) }) : "";
    // Beside a picture of cells all is in one column; else the curves are beside the words.
    result.replaceChildren(h("h2", { class: "plain" }, words.result),
      ...(experiment.read.pictures ? [...told, drawn] : [h("div", { class: "two even" }, h("div", {}, told), drawn)]),
      h("p", {}, h("a", { href: `#/runs/${encodeURIComponent(run)}` }, words.whole)));
    say(summary);
    explain(measures);
  }

  function verdict(mine, answer, lines) {
    if (experiment.bet.kind === "draw") {
      const drawn = experiment.drawn(lines);
      return experiment.bet.lines.map((id) => curves({ title: fill(words.drawn, { line: text.bet.lines[id] }), x: text.bet.x, y: text.bet.y,
        series: [{ name: words.mine, points: experiment.bet.points.map((point, i) => [point, mine[id][i]]) }, { name: words.theRun, points: drawn[id] }] }));
    }
    if (experiment.bet.kind === "match") {
      const rows = Object.entries(answer).map(([row, columns]) => [text.bet.rows[row], text.bet.columns[mine[row]],
        columns.map((each) => text.bet.columns[each]).join(", "), columns.includes(mine[row]) ? words.hit : words.miss]);
      const right = Object.keys(answer).filter((row) => answer[row].includes(mine[row])).length;
      return [h("p", { class: "bet" }, h("strong", {}, fill(words.matched, { right, all: rows.length }))),
        table([text.matchRow, words.mine, words.theRun, ""], rows, words.result)];
    }
    const said = fill(words.youSaid, { bet: text.bet.options[mine] });
    const truth = answer === null ? words.none : answer === mine ? words.right : `${words.wrong} ${fill(words.itIs, { answer: text.bet.options[answer] })}`;
    return [h("p", { class: "bet" }, said, " ", h("strong", {}, truth))];
  }

  function matrix(measures) {
    const { rows, columns, of } = experiment.matrix;
    return table([text.table, ...columns.map((each) => text.bet.columns[each])],
      rows.map((row) => [text.bet.rows[row], ...columns.map((column) => number(of(measures, row, column)))]), text.table);
  }

  /** What the stored runs came to of what was just run. */
  async function showStored(into) {
    const name = storedName();
    const stored = name === null ? null : await storedRuns(name);
    into.replaceChildren(...(stored
      ? [frequencies(experiment, text, words, stored.runs), h("p", { class: "soft" }, fill(words.stored, { all: stored.runs.length, version: stored.version }))]
      : [h("p", { class: "soft" }, words.storedNone)]));
  }

  function explain(measures) {
    const all = countOf(experiment);
    const kept = h("div", {});
    showStored(kept).catch((problem) => kept.replaceChildren(problems(problem)));
    const live = liveRuns(experiment, text, words, set);
    left.push(live.leave);
    const others = changes.map(({ change, select }) => field(text.changes[change.id].label, select));
    const again = h("button", { type: "button", class: "main", onclick: start }, words.again);
    after.hidden = false;
    after.replaceChildren(
      part(words.why, text.why.map((each) => h("p", {}, each)),
        h("p", {}, h("strong", {}, `${words.rule}: `), text.rule),
        h("p", {}, h("strong", {}, words.sources)),
        h("ul", {}, text.sources.map(([title, doi]) => h("li", {}, title, ", ",
          h("a", { href: `https://doi.org/${doi}`, rel: "noopener noreferrer", target: "_blank" }, `doi ${doi}`))))),
      part(words.change, h("div", { class: "row top" }, others, field(words.seed, seed, words.seedHint)), h("div", { class: "buttons" }, again)),
      part(fill(words.repeat, { all }), h("p", {}, experiment.many ? words.repeatTrials : words.repeatWhy), kept, live.element),
      part(words.check, question(measures)),
      h("p", { class: "buttons" }, h("a", { class: "button", href: "#/learn" }, words.back),
        at + 1 < EXPERIMENTS.length ? h("a", { class: "button main", href: `#/learn/${EXPERIMENTS[at + 1].id}` },
          fill(words.next, { title: titleOf(at + 1, texts) })) : null));
  }

  function question(measures) {
    const name = freshId("check");
    const radios = experiment.check.options.map((id) => h("input", { type: "radio", name, value: id, id: `${name}-${id}` }));
    const mark = h("p", { role: "status" });
    const answer = () => {
      const mine = radios.find((radio) => radio.checked)?.value;
      if (mine) {
        const right = experiment.check.right(measures);
        mark.textContent = mine === right ? words.checkRight : fill(words.checkWrong, { right: text.check.options[right] });
      }
    };
    return [h("fieldset", { class: "bet" }, h("legend", {}, text.check.ask),
      radios.map((radio) => h("div", { class: "choice" }, radio, h("label", { for: radio.id }, text.check.options[radio.value]))),
      h("div", { class: "buttons" }, h("button", { type: "button", onclick: answer }, words.checkButton))), mark];
  }

  return { title: text.title, leave: () => left.splice(0).forEach((leave) => leave()),
    element: h("div", { class: "learn" }, h("p", {}, h("a", { href: "#/learn" }, words.back)), h("h1", {}, titleOf(at, texts)), banner(words),
      text.question.map((each) => h("p", {}, each)), part(words.bet, bet.element, h("div", { class: "buttons" }, go), hint), trouble, running, after) };
}

/** The command line that runs the same. */
function commandOf({ study, seed, set }) {
  const options = Object.entries(set).map(([name, value]) => {
    const one = `${name}=${value}`;
    return ` --set ${/^[\w.=:+-]+$/.test(one) ? one : `"${one}"`}`;
  });
  return `immunarium run ${study} --seed ${seed}${options.join("")}`;
}
