package org.immunarium.app;

import org.immunarium.app.command.DoctorCommand;
import org.immunarium.app.command.RehearseCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// All commands, and how they start and end.
@Command(
        name = "immunarium",
        description = "A laboratory for cancer immunotherapy in silico: for research and teaching, not for the care of"
                + " patients.",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {DoctorCommand.class, RehearseCommand.class})
public final class CommandLineInterface {

    private CommandLineInterface() {}

    /// Runs the command that `arguments` name.
    ///
    /// @return the exit code, see [ExitCode]
    public static int run(String... arguments) {
        CommandLine commandLine = new CommandLine(new CommandLineInterface());
        if (arguments.length == 0) {
            commandLine.usage(System.out);
            return ExitCode.DONE.code();
        }
        return commandLine.execute(arguments);
    }
}
