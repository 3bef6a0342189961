package org.immunarium.trial.endpoint;

import java.util.List;
import java.util.stream.Stream;
import org.immunarium.patient.response.Response;
import org.immunarium.patient.response.Scans;

/// Where patients stand in the course of their disease when they come into a trial, which says what they are
/// followed for.
///
/// *Source*: FDA 2018, *Clinical Trial Endpoints for the Approval of Cancer Drugs and Biologics*, section on
/// disease-free survival.
public enum Setting {
    /// There is a tumour, which is measured: it may shrink, and it may grow.
    ADVANCED("advanced", Endpoint.PROGRESSION_FREE_SURVIVAL),
    /// The tumour was taken out before: nothing is to be seen, until it comes back.
    ADJUVANT("adjuvant", Endpoint.DISEASE_FREE_SURVIVAL);

    /// What a table says of a patient in whom nothing is seen.
    public static final String NO_EVIDENCE_OF_DISEASE = "NED";

    private final String words;
    private final Endpoint free;

    Setting(String words, Endpoint free) {
        this.words = words;
        this.free = free;
    }

    /// The one that a study calls so.
    ///
    /// @throws IllegalArgumentException if there is none
    public static Setting of(String words) {
        for (Setting each : values()) {
            if (each.words.equals(words)) {
                return each;
            }
        }
        throw new IllegalArgumentException("\"" + words + "\": a setting was expected");
    }

    /// As a study has it.
    public String words() {
        return words;
    }

    /// How long patients live without what they are followed for.
    public Endpoint free() {
        return free;
    }

    /// By which arms are compared.
    public List<Endpoint> compared() {
        return List.of(Endpoint.OVERALL_SURVIVAL, free);
    }

    /// All that are reported.
    public List<Endpoint> endpoints() {
        return hasResponses()
                ? Stream.concat(
                                compared().stream(),
                                Stream.of(Endpoint.DURATION_OF_RESPONSE, Endpoint.TIME_TO_RESPONSE))
                        .toList()
                : compared();
    }

    /// Whether there is something that can respond.
    public boolean hasResponses() {
        return this == ADVANCED;
    }

    /// The diameter from which on a lesion that was not seen at baseline is a new one, in mm: where a tumour
    /// was taken out, what is too small to be measured is not told from a scar.
    public double newFrom() {
        return hasResponses() ? Scans.NEW : Scans.MEASURABLE;
    }

    /// What a table says of a visit: of a patient without a tumour there is no evidence of disease, where one
    /// with a tumour is stable.
    public String code(Response response) {
        return this == ADJUVANT && response == Response.STABLE ? NO_EVIDENCE_OF_DISEASE : response.code();
    }
}
