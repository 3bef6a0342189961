package org.immunarium.study.tissue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.immunarium.study.InputFiles;
import org.immunarium.study.Overrides;
import org.immunarium.study.PreparedStudy;
import org.immunarium.study.Study;
import org.immunarium.study.file.Placed;
import org.immunarium.study.tissue.model.StatedDomain;
import org.immunarium.study.tissue.model.StatedPlacement;
import org.immunarium.units.Quantity;

/// A study of one tissue, as read.
///
/// @param ownTitle what the study is about, where it says so
/// @param model    the file of a model, a shipped model, or a project of PhysiCell: its settings file, or its folder
/// @param domain   in place of the model's
/// @param start    in place of the model's
/// @param duration how long; empty for as long as the project says
/// @param output   what a run leaves behind to be looked at
/// @param set      values in place of the model's, by name: `tumor.cycle entry`, `oxygen.decay`
/// @param ownSeed  of all random numbers; empty for the project's
public record TissueStudy(
        Optional<String> ownTitle,
        Placed<String> model,
        Optional<StatedDomain> domain,
        Optional<List<StatedPlacement>> start,
        Optional<Placed<Quantity>> duration,
        TissueOutput output,
        Map<String, Placed<Quantity>> set,
        OptionalLong ownSeed)
        implements Study {

    private static final long DEFAULT_SEED = 1;

    @Override
    public String title() {
        return ownTitle.orElse(model.value());
    }

    @Override
    public String kind() {
        return "tissue";
    }

    /// The study's, or where it leaves that to its project, 1: see [TissueRun] for the one that
    /// is used.
    @Override
    public long seed() {
        return ownSeed.orElse(DEFAULT_SEED);
    }

    @Override
    public TissueStudy with(Overrides overrides) {
        Map<String, Placed<Quantity>> all = new LinkedHashMap<>(set);
        all.putAll(overrides.set());
        TissueOutput changed = output.with(all);
        return new TissueStudy(
                ownTitle,
                model,
                domain,
                start,
                overrides.duration().isPresent() ? overrides.duration() : duration,
                changed,
                all,
                overrides.seed().isPresent() ? overrides.seed() : ownSeed);
    }

    @Override
    public PreparedStudy prepare(InputFiles files) {
        return new TissuePreparation(this, files).prepared();
    }
}
