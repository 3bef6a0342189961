package org.immunarium.benchmarks.trials;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.immunarium.benchmarks.Figures;
import org.immunarium.study.run.ShippedStudy;

/// Where studies of trials are: those that come along, or files of a folder with the same names.
///
/// @param folder empty for those that come along
record Studies(Optional<Path> folder) {

    /// As an option has it.
    ///
    /// @param text empty for those that come along
    static Studies of(String text) {
        return new Studies(text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text)));
    }

    /// What to run a study by; empty where it is not there.
    ///
    /// @param name such as `oak`
    Optional<String> find(String name) {
        if (folder.isPresent()) {
            Path file = folder.get().resolve(name + ".yaml");
            return Files.exists(file) ? Optional.of(file.toString()) : Optional.empty();
        }
        return ShippedStudy.find("trial/" + name).map(ShippedStudy::name);
    }

    /// Those of some names that are there; of the others it is said that they are not.
    List<String> present(List<String> names, Figures figures) {
        names.stream()
                .filter(name -> find(name).isEmpty())
                .forEach(name -> figures.say(name + ": left out, since there is no such study"));
        return names.stream().filter(name -> find(name).isPresent()).toList();
    }
}
