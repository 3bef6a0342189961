package org.immunarium.study.conformance;

import java.util.List;

/// How the cases of a suite went, in order of their numbers.
public record ConformanceReport(List<CaseResult> cases) {

    public ConformanceReport {
        cases = List.copyOf(cases);
    }

    public long count(CaseResult.Outcome outcome) {
        return cases.stream().filter(c -> c.outcome() == outcome).count();
    }

    /// The cases with this outcome.
    public List<CaseResult> with(CaseResult.Outcome outcome) {
        return cases.stream().filter(c -> c.outcome() == outcome).toList();
    }

    /// In words: a line of counts, then a line for each case that did not pass.
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
        return text.toString();
    }
}
