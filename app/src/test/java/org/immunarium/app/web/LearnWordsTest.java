package org.immunarium.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.immunarium.numerics.statistics.ProportionInterval;
import org.immunarium.results.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The page Learn has words for each run that is stored, by its own modules; and what it counts in them is what it
/// tells of them, as `LearnClaimsTest` has it by a reading of its own.
class LearnWordsTest {

    @RegisterExtension
    static final OpenLab LAB = new OpenLab();

    private static final double CONFIDENCE = 0.95;

    /// Gives all stored runs to all that has words for a run, with curves that go from the first count to the
    /// last in a straight line: what is said wrongly or not at all is thrown. Answers with how often what is
    /// counted is so.
    private static final String TELL_ALL = """
            async () => {
              const { EXPERIMENTS } = await import('/learn/experiments.js');
              const { frequencies, storedRuns } = await import('/learn/repeats.js');
              const { changedWords, usualWords, valuesOf, whyWords } = await import('/learn/why.js');
              const { allTexts, fill } = await import('/learn/words.js');
              const texts = await allTexts();
              const START = 'initial live ';
              const linesOf = (of) => Object.fromEntries(Object.keys(of).filter((name) => name.startsWith(START))
                .map((name) => name.slice(START.length)).map((type) => [type, [[0, of[START + type]], [24, of[`final live ${type}`]]]]));
              const told = {};
              for (const experiment of EXPERIMENTS) {
                const text = texts.experiments[experiment.id];
                const options = experiment.changes.flatMap(({ id, options }) => options.map((option) => ({ change: id, option })));
                const changed = options.filter(({ option }) => Object.keys(option.set).length > 0);
                changedWords(changed, text);
                for (const id of [experiment.id, ...options.map(({ option }) => option.stored).filter(Boolean)]) {
                  const stored = await storedRuns(id);
                  const counts = { 'all runs': stored.runs.length };
                  experiment.repeats.forEach((each) => {
                    counts[each.id] = stored.runs.filter((run) => each.of(run.variants)).length;
                  });
                  told[id] = counts;
                  frequencies(experiment, text, texts.page, stored.runs);
                  for (const { seed, variants: measures } of stored.runs) {
                    const lines = Object.fromEntries(Object.entries(measures).map(([variant, of]) => [variant, linesOf(of)]));
                    whyWords(experiment, text, texts.page, { measures, lines, seed, changed }, document.createElement('div'));
                    (id === experiment.id ? ['as asked', 'not changed'] : ['changed alike']).forEach((whose) =>
                      usualWords(experiment, text, texts.page, stored, whose, measures));
                    fill(text.result, valuesOf(experiment, measures));
                    experiment.columns.forEach((column) => Object.entries(measures).forEach(([variant, of]) =>
                      column.of(of, lines[variant], variant)));
                    const answers = [experiment.answer?.(measures, lines) ?? []].flat();
                    const asked = experiment.check.values(measures);
                    const right = [experiment.check.right(asked)].flat();
                    if (experiment.bet.kind === 'choice' && !answers.every((each) => each in text.bet.options)
                        || right.length === 0 || !right.every((each) => each in text.check.options)) {
                      throw new Error(`${id}, seed ${seed}: no words for ${answers} or ${right}`);
                    }
                    fill(text.check.shows, asked);
                  }
                }
              }
              return JSON.stringify(told);
            }""";

    /// What the stored runs of an experiment show, by how often it is so: as in `LearnClaimsTest`.
    private record Claims(
            List<String> nearlyAll, List<String> most, List<String> many, List<String> few, List<String> hardlyAny) {}

    private static final List<String> NONE = List.of();

    private static final Map<String, Claims> CLAIMS = Map.of(
            "patrol",
            new Claims(List.of("all", "b", "worst"), NONE, NONE, NONE, List.of("t", "nk")),
            "patrol-low-mhc",
            new Claims(NONE, NONE, NONE, List.of("worst"), NONE),
            "disguise",
            new Claims(List.of("none", "best", "departed"), NONE, List.of("hide"), NONE, List.of("fast")),
            "wake",
            new Claims(List.of("regrows", "clears", "memory"), List.of("shrinks"), NONE, NONE, NONE),
            "handshake",
            new Claims(List.of("little", "half", "enough", "plateau"), NONE, NONE, NONE, NONE),
            "soldiers",
            new Claims(List.of("t", "tv", "an"), List.of("va"), NONE, NONE, NONE),
            "keys",
            new Claims(List.of("hidden", "cold", "cd19", "cd20"), List.of("all"), NONE, List.of("alone"), NONE),
            "benefit",
            new Claims(List.of("late", "severe", "cost", "relapse"), NONE, List.of("proved"), NONE, NONE),
            "next-trial",
            new Claims(
                    NONE,
                    List.of("nivolumab", "by-pd-l1"),
                    NONE,
                    List.of("docetaxel-first", "proved"),
                    List.of("both-together")));

    @Test
    void eachStoredRunHasItsWordsAndIsCountedAsIsClaimed() {
        Page page = LAB.open();
        JsonNode told = Json.parse("what the page told", String.valueOf(page.evaluate(TELL_ALL)));
        assertThat(told.size()).isEqualTo(CLAIMS.size());
        CLAIMS.forEach((id, claims) -> {
            JsonNode counts = told.path(id);
            claims.nearlyAll()
                    .forEach(each -> assertThat(share(counts, each).lower())
                            .as(id + ": " + each)
                            .isGreaterThan(0.75));
            claims.most()
                    .forEach(each -> assertThat(share(counts, each).lower())
                            .as(id + ": " + each)
                            .isGreaterThan(0.5));
            claims.many()
                    .forEach(each -> assertThat(share(counts, each).lower())
                            .as(id + ": " + each)
                            .isGreaterThan(0.25));
            claims.few()
                    .forEach(each -> assertThat(share(counts, each).upper())
                            .as(id + ": " + each)
                            .isLessThan(0.5));
            claims.hardlyAny()
                    .forEach(each -> assertThat(share(counts, each).upper())
                            .as(id + ": " + each)
                            .isLessThan(0.25));
        });
    }

    private static ProportionInterval share(JsonNode counts, String what) {
        assertThat(counts.has(what)).as(what + " is counted").isTrue();
        return ProportionInterval.exact(
                counts.path(what).asInt(), counts.path("all runs").asInt(), CONFIDENCE);
    }

    @Test
    void theSandboxRuns() {
        Page page = LAB.open();
        Browsers.go(page, "#/learn/sandbox");
        page.getByText("Run it", new Page.GetByTextOptions().setExact(true)).click();
        Browsers.awaitEnd(page);
        page.waitForSelector(".learn figure.chart");
        page.locator(".lesson-picture summary").click();
        assertThat(page.locator(".lesson-picture tbody tr").count()).isGreaterThan(1);
        Browsers.inspect(page, "learn-sandbox-done");
    }
}
