package org.immunarium.app;

import java.util.ArrayList;
import java.util.List;
import org.immunarium.results.Build;
import picocli.CommandLine.IVersionProvider;

/// `immunarium --version`.
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        Build build = Build.here();
        List<String> lines = new ArrayList<>(List.of("immunarium " + build.version()));
        if (!build.commit().isEmpty()) {
            lines.add("commit " + build.commit());
        }
        lines.add("code " + build.code());
        lines.add("Java " + Runtime.version());
        return lines.toArray(String[]::new);
    }
}
