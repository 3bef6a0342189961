package org.immunarium.study;

/// A place cannot carry out pieces of a run: it has another build of the program, say. It is no fault of the
/// pieces, which another place may carry out.
public final class UnfitWorkplace extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnfitWorkplace(String message) {
        super(message);
    }
}
