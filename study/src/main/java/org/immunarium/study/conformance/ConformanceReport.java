package org.immunarium.study.conformance;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// How the cases of a suite went, in order of their numbers.
///
/// @param points the points of tests of chance
public record ConformanceReport(List<CaseResult> cases, ChancePoints points) {

    public ConformanceReport {
        cases = List.copyOf(cases);
    }

    /// A report without tests of chance.
    public static ConformanceReport of(List<CaseResult> cases) {
        return new ConformanceReport(cases, ChancePoints.NONE);
    }

    /// This report and that of other cases.
    public ConformanceReport and(ConformanceReport other) {
        return new ConformanceReport(
                Stream.concat(cases.stream(), other.cases.stream())
                        .sorted(Comparator.comparing(CaseResult::id))
                        .toList(),
                points.and(other.points));
    }

    /// Whether nothing failed, and no more points lie outside than chance allows.
    public boolean passed() {
        return count(CaseResult.Outcome.FAILED) == 0 && points.isChance();
    }

    public long count(CaseResult.Outcome outcome) {
        return cases.stream().filter(c -> c.outcome() == outcome).count();
    }

    /// The cases with this outcome.
    public List<CaseResult> with(CaseResult.Outcome outcome) {
        return cases.stream().filter(c -> c.outcome() == outcome).toList();
    }

    /// In words: a line of counts, then a line for each case that did not pass, then the points of
    /// tests of chance.
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(count(CaseResult.Outcome.PASSED)).append(" passed, ");
        text.append(count(CaseResult.Outcome.FAILED)).append(" failed, ");
        text.append(count(CaseResult.Outcome.REFUSED)).append(" refused, of ").append(cases.size());
        for (CaseResult c : cases) {
            if (c.outcome() != CaseResult.Outcome.PASSED) {
                text.append('\n').append(c.id()).append(' ');
                text.append(c.outcome() == CaseResult.Outcome.FAILED ? "failed: " : "refused: ");
                text.append(c.reason());
            }
        }
        if (points.judged() > 0) {
            text.append('\n').append(points.text());
        }
        return text.toString();
    }
}
