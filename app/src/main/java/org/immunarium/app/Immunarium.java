package org.immunarium.app;

/// The command line.
public final class Immunarium {
    private Immunarium() {}
    public static void main(String[] arguments) {
        System.out.println("hi " + String.join(" ", arguments));
        System.err.println("to err");
    }
}
