package org.immunarium.patient.response;

/// What iRECIST says of a visit.
public enum ImmuneResponse {
    COMPLETE("iCR"),
    PARTIAL("iPR"),
    STABLE("iSD"),
    /// Progression that the next visit may confirm or not.
    UNCONFIRMED_PROGRESSION("iUPD"),
    CONFIRMED_PROGRESSION("iCPD"),
    NOT_EVALUABLE("iNE");

    private final String code;

    ImmuneResponse(String code) {
        this.code = code;
    }

    /// As trials write it: `iUPD`.
    public String code() {
        return code;
    }

    static ImmuneResponse of(Response response) {
        return switch (response) {
            case COMPLETE -> COMPLETE;
            case PARTIAL -> PARTIAL;
            case STABLE -> STABLE;
            case PROGRESSIVE -> UNCONFIRMED_PROGRESSION;
            case NOT_EVALUABLE -> NOT_EVALUABLE;
        };
    }
}
