package org.immunarium.study.tissue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.immunarium.study.InputFiles;
import org.immunarium.study.file.Section;
import org.immunarium.study.tissue.model.FilesBeside;
import org.immunarium.study.tissue.model.Giving;
import org.immunarium.study.tissue.model.Notes;
import org.immunarium.study.tissue.model.ShippedTissueModel;
import org.immunarium.study.tissue.model.StatedStart;
import org.immunarium.study.tissue.model.TissueModelFile;
import org.immunarium.study.tissue.model.WrittenTissue;
import org.immunarium.tissue.model.Beginning;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.units.Problem;

/// The file of a model, [TissueModelFile].
record ModelFileSource(WrittenTissue tissue, List<String> notices) implements TissueSource {

    /// @param file where it is
    static ModelFileSource read(TissueStudy study, InputFiles files, Path file, List<Problem> problems) {
        String name = study.model().value();
        String source = file.toString();
        byte[] text = files.content(name, () -> Section.text(source, file).getBytes(StandardCharsets.UTF_8));
        return read(study, files, source, new String(text, StandardCharsets.UTF_8), problems);
    }

    /// A model that comes along; empty where there is none of the name.
    static Optional<TissueSource> shipped(TissueStudy study, InputFiles files, List<Problem> problems) {
        String name = study.model().value();
        return ShippedTissueModel.find(name).map(model -> {
            byte[] text = files.content(name, () -> model.text().getBytes(StandardCharsets.UTF_8));
            return read(study, files, name, new String(text, StandardCharsets.UTF_8), problems);
        });
    }

    private static ModelFileSource read(
            TissueStudy study, InputFiles files, String source, String text, List<Problem> problems) {
        Notes notes = new Notes();
        WrittenTissue tissue = TissueModelFile.read(
                source,
                text,
                new FilesBeside(files, study.model().value()),
                study.domain(),
                study.start().map(start -> new StatedStart(start, new FilesBeside(files, InputFiles.STUDY))),
                notes);
        problems.addAll(notes.problems());
        return new ModelFileSource(tissue, List.copyOf(notes.notices()));
    }

    @Override
    public TissueModel model() {
        return tissue.model();
    }

    @Override
    public Beginning beginning() {
        return tissue.beginning();
    }

    @Override
    public OptionalDouble duration() {
        return OptionalDouble.empty();
    }

    @Override
    public OptionalDouble saveInterval() {
        return OptionalDouble.empty();
    }

    @Override
    public OptionalLong seed() {
        return OptionalLong.empty();
    }

    @Override
    public Giving giving() {
        return tissue.giving();
    }

    @Override
    public Provenance provenance() {
        return new Provenance(tissue.about(), tissue.sources(), tissue.values(), tissue.said());
    }
}
