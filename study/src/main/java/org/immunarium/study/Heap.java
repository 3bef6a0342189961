package org.immunarium.study;

import org.immunarium.units.Quantity;

/// How much memory the JVM may take, and what to say where something has no room there.
///
/// @param bytes at most
/// @param parts among how many who use it at once it is shared, at least 1; each may have one
public record Heap(long bytes, int parts) {

    /// Of it, for numbers; the rest is for the program.
    private static final double SHARE = 0.75;

    private static final double MIB = 1 << 20;

    /// One that nobody shares.
    public Heap(long bytes) {
        this(bytes, 1);
    }

    /// That of this process.
    public static Heap here() {
        return new Heap(Runtime.getRuntime().maxMemory());
    }

    /// Shared among so many more.
    public Heap shared(int among) {
        return new Heap(bytes, parts * among);
    }

    /// Bytes for numbers, for one of those who share it.
    public double room() {
        return SHARE * bytes / parts;
    }

    /// What is needed, and what there is.
    ///
    /// @param need bytes
    public String inWords(double need) {
        return Quantity.number(Math.ceil(need / MIB)) + " MiB of memory, and the JVM may take "
                + Quantity.number(Math.floor(bytes / MIB)) + " MiB" + (parts == 1 ? "" : " for " + parts + " at once");
    }

    /// How to have as much room.
    ///
    /// @param need bytes
    public String more(double need) {
        return (parts == 1 ? "" : "fewer threads, or ") + "more memory, as with IMMUNARIUM_JAVA_OPTIONS=-Xmx"
                + (long) Math.ceil(need * parts / SHARE / MIB) + "m";
    }
}
