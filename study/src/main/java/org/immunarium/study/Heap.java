package org.immunarium.study;

import org.immunarium.units.Quantity;

/// How much memory the JVM may take, and what to say where something has no room there.
///
/// @param bytes at most
public record Heap(long bytes) {

    /// Of it, for numbers; the rest is for the program.
    private static final double SHARE = 0.75;

    private static final double MIB = 1 << 20;

    /// That of this process.
    public static Heap here() {
        return new Heap(Runtime.getRuntime().maxMemory());
    }

    /// Bytes for numbers.
    public double room() {
        return SHARE * bytes;
    }

    /// What is needed, and what there is.
    ///
    /// @param need bytes
    public String inWords(double need) {
        return Quantity.number(Math.ceil(need / MIB)) + " MiB of memory, and the JVM may take "
                + Quantity.number(Math.floor(bytes / MIB)) + " MiB";
    }

    /// How to have as much room.
    ///
    /// @param need bytes
    public static String more(double need) {
        return "more memory, as with IMMUNARIUM_JAVA_OPTIONS=-Xmx" + (long) Math.ceil(need / SHARE / MIB) + "m";
    }
}
