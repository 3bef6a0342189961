package org.immunarium.study.tissue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.immunarium.results.StorageException;
import org.immunarium.study.InputFiles;
import org.immunarium.study.file.Placed;
import org.immunarium.study.tissue.model.FilesBeside;
import org.immunarium.study.tissue.model.Giving;
import org.immunarium.study.tissue.model.Notes;
import org.immunarium.study.tissue.model.Placing;
import org.immunarium.study.tissue.model.StatedDomain;
import org.immunarium.tissue.model.Beginning;
import org.immunarium.tissue.model.Domain;
import org.immunarium.tissue.model.Placement;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.physicell.PhysiCellProject;
import org.immunarium.units.Problem;

/// A project of PhysiCell.
///
/// @param project   as it is
/// @param model     its model, in the study's domain where it has one
/// @param beginning its beginning, or the study's
/// @param notices   the project's, and those of what the study says of it
record ProjectSource(PhysiCellProject project, TissueModel model, Beginning beginning, List<String> notices)
        implements TissueSource {

    /// @param named its folder, or its settings
    static ProjectSource read(TissueStudy study, InputFiles files, Path named, List<Problem> problems) {
        String name = study.model().value();
        Path settings = PhysiCellProject.settings(named);
        // A run that goes on reads the copies that it kept.
        PhysiCellProject project = PhysiCellProject.read(settings, asked -> files.find(copyName(name, asked)));
        files.content(name, () -> bytes(settings));
        project.files().forEach((asked, file) -> files.content(copyName(name, asked), () -> bytes(file)));
        Notes notes = new Notes(problems, new ArrayList<>(project.notices()));
        TissueModel model = project.model();
        Beginning beginning = project.beginning();
        if (study.domain().isPresent()) {
            StatedDomain stated = study.domain().get();
            model = model.withDomain(stated.over(Optional.of(model.domain()), notes));
            judge(stated.at(), project, model.domain(), study.start().isEmpty(), problems);
        }
        if (study.start().isPresent()) {
            beginning = new Placing(model, new FilesBeside(files, InputFiles.STUDY), notes)
                    .beginning(study.start().get(), project.variations());
        }
        return new ProjectSource(project, model, beginning, List.copyOf(notes.notices()));
    }

    /// Holds a project to another domain.
    ///
    /// @param begins whether its own cells and concentrations are at the start
    private static void judge(
            Placed<?> at, PhysiCellProject project, Domain domain, boolean begins, List<Problem> problems) {
        Domain own = project.model().domain();
        if (own.flat() != domain.flat()) {
            problems.add(at.problem("domain.size: the project is "
                    + (own.flat() ? "flat; two extents were" : "in space; three extents were") + " expected"));
            return;
        }
        if (!begins) {
            return;
        }
        long outside = project.placements().stream()
                .filter(placement -> placement instanceof Placement.Cell cell && !isIn(domain, cell))
                .count();
        if (outside > 0) {
            problems.add(at.problem("domain: " + outside + " of the project's cells are outside of it; give a start of"
                    + " the study's own, too"));
        }
        if (!project.fields().isEmpty()) {
            problems.add(at.problem("domain: the project's concentrations at the start are of its own domain; give a"
                    + " start of the study's own, too"));
        }
    }

    private static boolean isIn(Domain domain, Placement.Cell cell) {
        double[] place = {cell.x(), cell.y(), cell.z()};
        for (int axis = 0; axis < (domain.flat() ? 2 : 3); axis++) {
            if (place[axis] < domain.lower()[axis] || place[axis] > domain.upper()[axis]) {
                return false;
            }
        }
        return true;
    }

    /// What a run keeps a file as that a project names.
    private static String copyName(String project, String asked) {
        return project + " > " + asked;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw StorageException.ofReading(file, e);
        }
    }

    @Override
    public OptionalDouble duration() {
        return OptionalDouble.of(project.duration());
    }

    @Override
    public OptionalDouble saveInterval() {
        return project.saveInterval();
    }

    @Override
    public OptionalLong seed() {
        return project.seed();
    }

    @Override
    public Giving giving() {
        return Giving.NONE;
    }

    @Override
    public Provenance provenance() {
        return Provenance.UNKNOWN;
    }
}
