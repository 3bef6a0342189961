package org.immunarium.study.tissue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.immunarium.study.InputFiles;
import org.immunarium.study.file.FileStart;
import org.immunarium.study.file.Placed;
import org.immunarium.study.tissue.model.Giving;
import org.immunarium.study.tissue.model.ShippedTissueModel;
import org.immunarium.tissue.model.Beginning;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.physicell.PhysiCellProject;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.NearMiss;
import org.immunarium.units.Problem;

/// What a study of a tissue names as its model, read.
sealed interface TissueSource permits ProjectSource, ModelFileSource {

    TissueModel model();

    Beginning beginning();

    /// How long it says that a run takes, min.
    OptionalDouble duration();

    /// How often it says that a run is written down, min.
    OptionalDouble saveInterval();

    OptionalLong seed();

    Provenance provenance();

    /// How what is given to a patient comes into the tissue.
    Giving giving();

    /// What its author should know though it runs.
    List<String> notices();

    /// Reads what a study names: a project of PhysiCell, the file of a model, or a shipped model; with the
    /// study's own domain and start, where it has them.
    ///
    /// @param problems gets what is wrong, where reading could go on
    /// @throws InvalidInputException with everything that is wrong, where it could not
    static TissueSource of(TissueStudy study, InputFiles files, List<Problem> problems) {
        Placed<String> model = study.model();
        Optional<Path> found = files.find(model.value());
        // A run may be called as the model that it is of.
        boolean another = found.filter(PhysiCellProject::isMereFolder).isPresent()
                && ShippedTissueModel.find(model.value()).isPresent();
        if (found.isEmpty() || another) {
            return ModelFileSource.shipped(study, files, problems)
                    .orElseThrow(() -> new InvalidInputException(missing(model)));
        }
        // The copy of a project's settings may be called as its folder.
        return Files.isDirectory(found.get())
                        || FileStart.read(found.get().toString(), found.get()).isXml()
                ? ProjectSource.read(study, files, found.get(), problems)
                : ModelFileSource.read(study, files, found.get(), problems);
    }

    private static Problem missing(Placed<String> model) {
        return model.problem("model \"" + model.value() + "\": there is no such file beside the study, and no shipped"
                + " model of a tissue of this name"
                + NearMiss.hint(model.value(), ShippedTissueModel.names()));
    }
}
