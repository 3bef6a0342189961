// Learn: a question, a bet, a run of the real engine, the bet beside the result, why, and one thing to change.
import { post } from "../api.js";
import { field, freshId, h, say, table } from "../dom.js";
import { placeBet } from "../learn/bet.js";
import { EXPERIMENTS } from "../learn/experiments.js";
import { lessonPicture } from "../learn/picture.js";
import { sandbox } from "../learn/sandbox.js";
import { countOf, frequencies, liveRuns, storedRuns } from "../learn/repeats.js";
import { changedOf, changedWords, usualWords, valuesOf, whyWords } from "../learn/why.js";
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
  /** What is chosen now, and will count in the next run. */
  const chosen = () => changes.map(({ change, select }) => ({
    change: change.id, option: change.options.find((option) => option.id === select.value) }));
  const set = () => Object.assign({}, ...chosen().map(({ option }) => option.set));

  const go = h("button", { type: "button", class: "main", disabled: true }, words.run);
  const hint = h("p", { class: "soft" }, words.runHint);
  const trouble = h("div", {});
  const otherwise = h("div", { "aria-live": "polite" });
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
      const changed = changedOf(chosen());
      const { run } = await post("/api/runs", asked);
      otherwise.replaceChildren(...(changed.length > 0 ? [h("p", {}, words.changedNote), ...changedWords(changed, text)] : []));
      watchRun(run, asked, changed);
    } catch (refused) {
      trouble.replaceChildren(problems(refused));
      trouble.scrollIntoView({ block: "nearest" });
      after.hidden = after.childElementCount === 0;
      bet.lock(false);
      go.disabled = false;
    }
  }
  go.addEventListener("click", start);

  function watchRun(run, asked, changed) {
    const heading = h("h2", { tabindex: "-1" }, words.runs);
    const picture = experiment.read.pictures
      ? lessonPicture(run, { types: text.types, variants: text.variants, words: { ...words, whichTissue: words.tissue } }) : null;
    const result = h("div", {});
    let done = false;
    const state = runState(run, (now) => {
      const live = isUnderWay(now.status);
      picture?.follow(now, live);
      if (!live && !done) {
        done = true;
        if (now.status === "done") {
          tell(run, result, { seed: asked.seed, changed }).catch((problem) => result.replaceChildren(problems(problem)));
        }
        // A new bet may be placed on the next.
        bet.lock(false);
        go.disabled = false;
      }
    });
    running.replaceChildren(h("section", {}, heading, state.element,
      h("p", { class: "soft" }, words.command), h("pre", {}, commandOf(asked)),
      h("div", { class: picture ? "two" : "" }, picture?.element, result)));
    heading.focus({ preventScroll: true });
    heading.scrollIntoView({ block: "start" });
    left.push(state.leave, () => picture?.leave());
  }

  /** @param {{seed: number, changed: {change: string, option: any}[]}} how it was run */
  async function tell(run, result, how) {
    const { measures, lines } = await experiment.read(run);
    const summary = fill(text.result, valuesOf(experiment, measures));
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
    explain({ measures, lines, ...how });
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
    return [h("p", { class: "bet" }, said, " ", h("strong", {}, marked(mine, answer)))];
  }

  /** What became of a bet: of one answer, of several that are as true, or of none. */
  function marked(mine, answer) {
    const answers = answer === null ? [] : [answer].flat();
    const named = (some) => some.map((each) => text.bet.options[each]).join(words.and);
    if (answers.length === 0) {
      return words.none;
    }
    if (!answers.includes(mine)) {
      return `${words.wrong} ${fill(words.itIs, { answer: named(answers) })}`;
    }
    return answers.length === 1 ? words.right : fill(words.shared, { others: named(answers.filter((each) => each !== mine)) });
  }

  function matrix(measures) {
    const { rows, columns, of } = experiment.matrix;
    return table([text.table, ...columns.map((each) => text.bet.columns[each] ?? text.columns[each])],
      rows.map((row) => [text.bet.rows[row], ...columns.map((column) => number(of(measures, row, column)))]), text.table);
  }

  /**
   * What stored runs say: in `kept` those of what was just run, in `usual` what of it is so as a rule; of runs that were changed
   * and are not stored, those with nothing changed.
   */
  async function showStored({ measures, changed }, kept, usual) {
    const own = changed.length === 0 ? experiment.id : changed.length === 1 ? changed[0].option.stored : undefined;
    const stored = await storedRuns(own ?? experiment.id);
    const whose = changed.length === 0 ? "as asked" : own ? "changed alike" : "not changed";
    usual.replaceChildren(...usualWords(experiment, text, words, stored, whose, measures));
    kept.replaceChildren(...(own
      ? [frequencies(experiment, text, words, stored.runs),
        h("p", { class: "soft" }, fill(words.stored, { all: stored.runs.length, version: stored.version }))]
      : [h("p", { class: "soft" }, words.storedNone)]));
  }

  function explain(ran) {
    const all = countOf(experiment);
    const kept = h("div", {});
    const usual = h("div", {});
    showStored(ran, kept, usual).catch((problem) => kept.replaceChildren(problems(problem)));
    const live = liveRuns(experiment, text, words, set);
    left.push(live.leave);
    const others = changes.map(({ change, select }) => field(text.changes[change.id].label, select));
    const again = h("button", { type: "button", class: "main", onclick: start }, words.again);
    after.hidden = false;
    after.replaceChildren(
      part(words.why, whyWords(experiment, text, words, ran, usual)),
      part(words.change, h("div", { class: "row top" }, others, field(words.seed, seed, words.seedHint)), h("div", { class: "buttons" }, again)),
      part(fill(words.repeat, { all }), h("p", {}, experiment.many ? words.repeatTrials : words.repeatWhy), kept, live.element),
      part(words.check, question(ran.measures)),
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
        const found = experiment.check.values(measures);
        const right = [experiment.check.right(found)].flat();
        const shows = Object.fromEntries(Object.entries(found).map(([key, value]) => [key, number(value)]));
        mark.textContent = `${right.includes(mine) ? words.checkRight
          : fill(words.checkWrong, { right: right.map((each) => text.check.options[each]).join(words.and) })} ${fill(text.check.shows, shows)}`;
      }
    };
    return [h("fieldset", { class: "bet" }, h("legend", {}, text.check.ask),
      radios.map((radio) => h("div", { class: "choice" }, radio, h("label", { for: radio.id }, text.check.options[radio.value]))),
      h("div", { class: "buttons" }, h("button", { type: "button", onclick: answer }, words.checkButton))), mark];
  }

  return { title: text.title, leave: () => left.splice(0).forEach((leave) => leave()),
    element: h("div", { class: "learn" }, h("p", {}, h("a", { href: "#/learn" }, words.back)), h("h1", {}, titleOf(at, texts)), banner(words),
      text.question.map((each) => h("p", {}, each)), otherwise,
      part(words.bet, bet.element, h("div", { class: "buttons" }, go), hint), trouble, running, after) };
}

/** The command line that runs the same. */
function commandOf({ study, seed, set }) {
  const options = Object.entries(set).map(([name, value]) => {
    const one = `${name}=${value}`;
    return ` --set ${/^[\w.=:+-]+$/.test(one) ? one : `"${one}"`}`;
  });
  return `immunarium run ${study} --seed ${seed}${options.join("")}`;
}
