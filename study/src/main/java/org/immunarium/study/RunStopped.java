package org.immunarium.study;

/// A run stopped at a safe point because it was asked to, and can be resumed.
public final class RunStopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// @param where how far it came, such as `after 400 of 1000 patients`
    public RunStopped(String where) {
        super("stopped " + where);
    }
}
