package org.immunarium.patient.response;

/// What RECIST 1.1 says of a visit.
public enum Response {
    COMPLETE("CR", "complete response"),
    PARTIAL("PR", "partial response"),
    STABLE("SD", "stable disease"),
    PROGRESSIVE("PD", "progressive disease"),
    NOT_EVALUABLE("NE", "not evaluable");

    private final String code;
    private final String words;

    Response(String code, String words) {
        this.code = code;
        this.words = words;
    }

    /// As trials write it: `PR`.
    public String code() {
        return code;
    }

    /// In words: `partial response`.
    public String words() {
        return words;
    }

    /// The one of this code.
    ///
    /// @throws IllegalArgumentException if there is none
    public static Response of(String code) {
        for (Response response : values()) {
            if (response.code.equals(code)) {
                return response;
            }
        }
        throw new IllegalArgumentException("\"" + code + "\": one of CR, PR, SD, PD, NE was expected");
    }

    /// Whether the tumour has shrunk enough.
    public boolean isResponse() {
        return this == COMPLETE || this == PARTIAL;
    }
}
