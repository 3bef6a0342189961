package org.immunarium.app;

import org.immunarium.study.Versions;
import picocli.CommandLine.IVersionProvider;

/// `immunarium --version`.
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"immunarium " + Versions.immunarium(), "Java " + Runtime.version()};
    }
}
