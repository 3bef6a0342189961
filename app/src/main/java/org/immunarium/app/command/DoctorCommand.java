package org.immunarium.app.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `immunarium doctor`: what of this machine is fine, what is not, and how to mend it.
@Command(name = "doctor", description = "Says whether this machine has what is needed, and how to mend what is not.")
public final class DoctorCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        System.out.println("Java    " + Runtime.version());
        System.out.println("cores   " + Runtime.getRuntime().availableProcessors());
        return 0;
    }
}
