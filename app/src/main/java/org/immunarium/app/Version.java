package org.immunarium.app;

import picocli.CommandLine.IVersionProvider;

/// `immunarium --version`.
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"immunarium 0.1.0", "Java " + Runtime.version()};
    }
}
