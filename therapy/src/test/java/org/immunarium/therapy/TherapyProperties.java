package org.immunarium.therapy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;
import org.immunarium.units.Quantity;
import org.immunarium.units.Ratio;
import org.immunarium.units.Unit;

class TherapyProperties {

    private static final Ratio HORIZON = Ratio.of(2000);

    @Property(tries = 500)
    void whatIsPrintedReadsBackAsTheSame(@ForAll("therapies") Therapy therapy) {
        assertThat(RegimenText.parse(therapy.toString())).isEqualTo(therapy);
    }

    @Property(tries = 300)
    void dosesComeInOrderAndBeforeTheHorizon(
            @ForAll("therapies") Therapy therapy, @ForAll @IntRange(min = 1, max = 500) int horizon) {
        List<Administration> doses = therapy.administrations(Ratio.of(horizon));
        assertThat(doses).isSortedAccordingTo(Administration.ORDER);
        assertThat(doses).allMatch(dose -> dose.time().compareTo(Ratio.of(horizon)) < 0);
        // A longer horizon only adds.
        List<Administration> longer = therapy.administrations(Ratio.of(2L * horizon));
        assertThat(longer.stream()
                        .filter(dose -> dose.time().compareTo(Ratio.of(horizon)) < 0)
                        .toList())
                .isEqualTo(doses);
    }

    @Property
    void theTotalIsTheDoseTimesTheirNumber(
            @ForAll @IntRange(min = 1, max = 60) int count,
            @ForAll @IntRange(min = 1, max = 1000) int milligrams,
            @ForAll("intervals") Span interval) {
        Therapy therapy = RegimenText.parse("drug " + milligrams + " mg over 30 min every " + interval + " x " + count);
        Ratio total = therapy.administrations(Ratio.of(1_000_000)).stream()
                .map(dose -> dose.dose().amount().exactlyIn(Unit.parse("g")))
                .reduce(Ratio.ZERO, Ratio::plus);
        assertThat(total).isEqualTo(Ratio.of((long) milligrams * count, 1000));
    }

    @Property
    void aTableAndTheTextThatSaysTheSameExpandAlike(
            @ForAll @IntRange(min = 1, max = 60) int count,
            @ForAll @IntRange(min = 0, max = 30) int start,
            @ForAll @IntRange(min = 1, max = 28) int interval,
            @ForAll @IntRange(min = 0, max = 12) int hours) {
        String over = hours == 0 ? "" : " over " + hours + " h";
        Therapy text = RegimenText.parse(
                "\"2\" 240 mg" + over + " every " + interval + " d x " + count + " from " + start + " d");
        EventTable table = EventTable.parse(
                "ID,TIME [d],AMT [mg],CMT,EVID,RATE [mg/h],II,ADDL\n7," + start + ",240,2,1,"
                        + (hours == 0 ? "0" : String.valueOf(240.0 / hours)) + "," + interval + "," + (count - 1)
                        + "\n",
                "t.csv",
                Unit.parse("mg"));
        List<Administration> fromText = text.administrations(HORIZON.times(10));
        List<Administration> fromTable =
                table.subjects().values().iterator().next().doses();
        assertThat(fromTable).hasSameSizeAs(fromText);
        for (int i = 0; i < fromText.size(); i++) {
            assertThat(fromTable.get(i).time()).isEqualTo(fromText.get(i).time());
            assertThat(fromTable.get(i).dose()).isEqualTo(fromText.get(i).dose());
            assertThat(fromTable.get(i).durationInDays())
                    .isCloseTo(fromText.get(i).durationInDays(), within(1e-12));
        }
    }

    /// Whatever is typed, there is a therapy or problems with a place, and nothing else.
    @Property(tries = 3000)
    void anyTextIsReadOrRefusedWithProblems(@ForAll("scribbles") String text) {
        List<Problem> problems = new ArrayList<>();
        Therapy therapy = RegimenText.parse(text, "x.yaml", 1, problems::add);
        assertThat(problems).allMatch(problem -> problem.toString().startsWith("x.yaml:1: regimen \""));
        assertThat(problems.isEmpty()
                        && therapy.regimens().isEmpty()
                        && !text.isBlank()
                        && !text.strip().startsWith("#"))
                .isFalse();
    }

    @Property(tries = 1000)
    void anyTableIsReadOrRefusedWithProblems(@ForAll("cells") List<List<String>> rows) {
        String csv = "TIME,AMT,CMT,EVID,RATE,II,ADDL,SS\n"
                + rows.stream().map(row -> String.join(",", row)).collect(Collectors.joining("\n"));
        try {
            EventTable.parse(csv, "t.csv", Unit.parse("mg"));
        } catch (InvalidInputException e) {
            assertThat(e.problems()).allMatch(problem -> problem.toString().startsWith("t.csv"));
        }
    }

    @Provide
    Arbitrary<List<List<String>>> cells() {
        return Arbitraries.of("0", "1", "3", "-1", ".", "", "abc", "1e400", "0.5", "99999999999", "NaN")
                .list()
                .ofMinSize(5)
                .ofMaxSize(9)
                .list()
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<String> scribbles() {
        Arbitrary<String> words = Arbitraries.of(
                ("nivolumab 240 mg mg/kg 3 IV SC over 60 min h q2w q2 q q0w x x26 26 d1,8 d0 d8,1 d1- then + from until"
                                + " for progression every daily 2 w m on days 1, of each 28-day cycle cycles once at 8 and bolus"
                                + " infusion \" # 1e400 10^6 mg/d GBq AUC million 0 -3 × ² qod ( ) mg^999")
                        .split(" "));
        Arbitrary<String> noise = Arbitraries.strings().ofMaxLength(4).filter(text -> text.indexOf('\n') < 0);
        return Arbitraries.frequencyOf(Tuple.of(9, words), Tuple.of(1, noise))
                .list()
                .ofMaxSize(12)
                .map(list -> String.join(" ", list));
    }

    @Provide
    Arbitrary<Span> intervals() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 40),
                        Arbitraries.of(Span.In.HOUR, Span.In.DAY, Span.In.WEEK, Span.In.MONTH))
                .as(Span::of);
    }

    @Provide
    Arbitrary<Therapy> therapies() {
        return regimens().list().ofMinSize(1).ofMaxSize(3).map(Therapy::new);
    }

    private Arbitrary<Regimen> regimens() {
        Arbitrary<String> drugs = Arbitraries.of("nivolumab", "IL-2", "CAR-T cells", "CD8+ T cells", "5-FU");
        Arbitrary<Phase> loading = doses().map(Phase::of);
        return Combinators.combine(drugs, loading.optional(), phases())
                .as((drug, first, main) -> new Regimen(
                        drug,
                        first.map(phase -> List.of(inherit(phase, main), main)).orElse(List.of(main))));
    }

    /// A later phase takes route and duration from the one before, so both have the same.
    private static Phase inherit(Phase loading, Phase main) {
        return new Phase(
                loading.dose(),
                main.route(),
                main.over(),
                Schedule.ONCE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    private Arbitrary<Dose> doses() {
        return Combinators.combine(
                        Arbitraries.doubles().between(1e-3, 1e12).ofScale(6),
                        Arbitraries.of("mg", "µg/kg", "mg/m²", "cells", "cells/kg", "IU/m²", "nmol", "mg/L"))
                .as((value, unit) -> Dose.of(Quantity.of(value, unit)));
    }

    private Arbitrary<Phase> phases() {
        Arbitrary<Schedule> schedules = Combinators.combine(
                        intervals().filter(span -> span.days().compareTo(Ratio.of(1)) >= 0),
                        Arbitraries.integers().between(1, 5).list().ofMinSize(1).ofMaxSize(3),
                        Arbitraries.integers().between(1, 30).optional())
                .as((cycle, days, count) -> new Schedule.Cycles(
                        TherapyProperties.fitting(days, cycle),
                        Optional.of(cycle),
                        count.map(OptionalInt::of).orElse(OptionalInt.empty())));
        Arbitrary<Phase> cycles = Combinators.combine(
                        doses(),
                        Arbitraries.of(Route.values()),
                        intervals().optional(),
                        schedules,
                        intervals().optional(),
                        intervals().optional(),
                        Arbitraries.of(true, false))
                .as((dose, route, over, schedule, from, lasting, progression) ->
                        new Phase(dose, route, over, schedule, from, Optional.empty(), lasting, progression));
        Arbitrary<Phase> times = Combinators.combine(
                        doses(),
                        Arbitraries.of(Route.values()),
                        intervals().optional(),
                        intervals().set().ofMinSize(1).ofMaxSize(3),
                        Arbitraries.of(true, false))
                .as((dose, route, over, given, progression) -> new Phase(
                        dose,
                        route,
                        over,
                        new Schedule.At(TherapyProperties.rising(given)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        progression));
        return Arbitraries.frequencyOf(Tuple.of(3, cycles), Tuple.of(1, times));
    }

    private static List<Span> rising(Set<Span> times) {
        List<Span> rising = new ArrayList<>();
        times.stream().sorted(Comparator.comparing(Span::days)).forEach(span -> {
            if (rising.isEmpty() || !rising.getLast().days().equals(span.days())) {
                rising.add(span);
            }
        });
        return rising;
    }

    private static List<Integer> fitting(List<Integer> days, Span cycle) {
        TreeSet<Integer> fitting = new TreeSet<>(days);
        fitting.removeIf(day -> cycle.days().compareTo(Ratio.of(day - 1)) <= 0);
        return fitting.isEmpty() ? List.of(1) : List.copyOf(fitting);
    }
}
