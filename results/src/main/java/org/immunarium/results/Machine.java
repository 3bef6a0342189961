package org.immunarium.results;

/// Where a run was made. Results do not depend on it; times do.
///
/// @param java        version of the Java runtime
/// @param system      operating system and its version
/// @param architecture such as `amd64`
/// @param cores       processors that the JVM may use
/// @param memoryBytes the largest heap that the JVM may take
public record Machine(String java, String system, String architecture, int cores, long memoryBytes) {

    /// This one.
    public static Machine here() {
        return new Machine(
                Runtime.version().toString(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory());
    }
}
