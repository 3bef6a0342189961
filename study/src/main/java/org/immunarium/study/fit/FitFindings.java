package org.immunarium.study.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immunarium.study.Trend;

/// What a fit found, in a few plain lines.
record FitFindings(List<FitResult> results) {

    private static final int MOST_PATIENTS = 5;

    /// In errors of the size that was given, the root mean square of residuals: beyond, chance alone is no reason.
    private static final double MOST_MISFIT = 2.5;

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (FitResult result : results.stream().limit(MOST_PATIENTS).toList()) {
            String of = result.patient().isEmpty() ? "" : "patient " + result.patient() + ": ";
            if (!result.isFound()) {
                lines.add(of + "the numbers fail wherever a search began; other ranges may help");
                continue;
            }
            result.rows().forEach(row -> lines.add(of + inWords(row)));
            lines.add(of + inWords(result.quality()));
            if (result.quality().misfit() > MOST_MISFIT) {
                lines.add("warning: " + of + "measurements differ from the best course by "
                        + Trend.number(result.quality().misfit())
                        + " times the error that was given (root mean square; about 1 was expected): the model cannot"
                        + " follow them, or the error is larger");
            }
        }
        if (results.size() > MOST_PATIENTS) {
            lines.add("and " + (results.size() - MOST_PATIENTS) + " more patients, in " + FitTables.FIT);
        }
        int failed = results.stream().mapToInt(each -> each.quality().failed()).sum();
        if (failed > 0) {
            int starts =
                    results.stream().mapToInt(each -> each.quality().starts()).sum();
            lines.add(
                    failed + " of " + starts + " searches began where the numbers fail, and counted as infinitely bad");
        }
        if (results.stream().anyMatch(each -> !each.isConverged())) {
            lines.add("warning: the chains are too short to trust (R-hat up to "
                    + Trend.number(results.stream()
                            .mapToDouble(FitResult::worstRHat)
                            .filter(each -> !Double.isNaN(each))
                            .max()
                            .orElse(Double.NaN))
                    + ", at most 1.01 was expected; ESS down to "
                    + Trend.number(results.stream()
                            .mapToDouble(FitResult::leastEss)
                            .filter(each -> !Double.isNaN(each))
                            .min()
                            .orElse(Double.NaN))
                    + ", at least 400): take more --samples");
        }
        return lines;
    }

    /// What becomes of patients under each candidate.
    static List<String> candidates(List<FitResult> results, List<Optional<Judgement>> judgements) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST_PATIENTS, results.size()); i++) {
            String of = results.get(i).patient().isEmpty()
                    ? ""
                    : "patient " + results.get(i).patient() + ": ";
            judgements.get(i).stream()
                    .flatMap(each -> each.verdicts().stream())
                    .forEach(each -> lines.add(of + each.candidate() + "   response " + inWords(each.response())
                            + ", progression " + inWords(each.progression()) + ", smallest "
                            + inWords(each.smallest())));
        }
        return lines;
    }

    private static String inWords(Judgement.Share share) {
        return Trend.number(share.value()) + " ± " + Trend.number(share.error());
    }

    private static String inWords(FitResult.Row row) {
        return row.name() + "   "
                + (Trend.number(row.value()) + " " + row.unit()).strip()
                + (Double.isNaN(row.low())
                        ? ""
                        : " (" + Trend.number(row.low()) + " to " + Trend.number(row.high()) + ")")
                + (row.remark().isEmpty() ? "" : ": " + row.remark());
    }

    private static String inWords(FitResult.Quality quality) {
        return "AIC " + Trend.number(quality.aic()) + ", minus log likelihood " + Trend.number(quality.objective())
                + ", " + quality.measurements() + " measurements; " + quality.again() + " of " + quality.starts()
                + (quality.starts() == 1 ? " search" : " searches") + " found this";
    }
}
