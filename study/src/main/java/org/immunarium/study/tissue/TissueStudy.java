package org.immunarium.study.tissue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.immunarium.study.InputFiles;
import org.immunarium.study.Overrides;
import org.immunarium.study.PreparedStudy;
import org.immunarium.study.ReadStudy;
import org.immunarium.study.Study;
import org.immunarium.study.file.Placed;
import org.immunarium.study.tissue.model.StatedDomain;
import org.immunarium.study.tissue.model.StatedPlacement;
import org.immunarium.study.tissue.treatment.StatedTreatment;
import org.immunarium.therapy.Body;
import org.immunarium.units.Problem;
import org.immunarium.units.Quantity;

/// A study of one tissue, as read.
///
/// @param ownTitle what the study is about, where it says so
/// @param model    the file of a model, a shipped model, or a project of PhysiCell: its settings file, or its
///                 folder
/// @param domain   in place of the model's
/// @param start    in place of the model's
/// @param duration how long; empty for as long as the project says
/// @param output   what a run leaves behind to be looked at
/// @param set      values in place of the model's, by name: `tumor.cycle entry`, `oxygen.decay`
/// @param body      of the patient, for doses that go by it
/// @param treatment what is given; where variants are compared, nothing of it: each has its own
/// @param compare   variants that are run beside each other in place of one; empty for one
/// @param ownSeed  of all random numbers; empty for the project's
public record TissueStudy(
        Optional<String> ownTitle,
        Placed<String> model,
        Optional<StatedDomain> domain,
        Optional<List<StatedPlacement>> start,
        Optional<Placed<Quantity>> duration,
        TissueOutput output,
        Map<String, Placed<Quantity>> set,
        Placed<Body> body,
        StatedTreatment treatment,
        List<Variant> compare,
        OptionalLong ownSeed)
        implements Study {

    private static final long DEFAULT_SEED = 1;

    /// One of several tissues that differ in what they are given, or in values.
    ///
    /// @param id    a short name for folders
    /// @param title for people
    /// @param set   values that only this one has, beside the study's
    public record Variant(String id, String title, StatedTreatment treatment, Map<String, Placed<Quantity>> set) {

        /// What sets it apart, in a line.
        String given() {
            String values = set.entrySet().stream()
                    .map(each -> each.getKey() + " = " + each.getValue().value())
                    .collect(Collectors.joining(", "));
            return treatment.inWords() + (values.isEmpty() ? "" : "; with " + values);
        }
    }

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

    /// Doses and what is held are set in each variant that has them.
    @Override
    public TissueStudy with(Overrides overrides) {
        Map<String, Placed<Quantity>> all = new LinkedHashMap<>(set);
        all.putAll(overrides.set());
        TissueOutput changed = output.with(all);
        all.keySet().removeAll(TissueOutput.SETTABLE);
        Set<String> given = new HashSet<>();
        StatedTreatment ownTreatment =
                compare.isEmpty() ? treatment.with(all, given).with(overrides.given()) : treatment.with(all, given);
        List<Variant> variants = compare.stream()
                .map(each -> new Variant(
                        each.id(),
                        each.title(),
                        each.treatment().with(all, given).with(overrides.given()),
                        each.set()))
                .toList();
        all.keySet().removeAll(given);
        return new TissueStudy(
                ownTitle,
                model,
                domain,
                start,
                overrides.duration().isPresent() ? overrides.duration() : duration,
                changed,
                all,
                body,
                ownTreatment,
                variants,
                overrides.seed().isPresent() ? overrides.seed() : ownSeed);
    }

    @Override
    public Set<String> setByVariants() {
        return compare.stream()
                .flatMap(variant -> variant.set().keySet().stream())
                .collect(Collectors.toSet());
    }

    @Override
    public ReadStudy read(InputFiles files) {
        List<Problem> problems = new ArrayList<>();
        TissueSource source = TissueSource.of(this, files, problems);
        return new ReadStudy() {

            @Override
            public PreparedStudy with(Overrides overrides) {
                return new TissuePreparation(TissueStudy.this.with(overrides), source, problems).prepared();
            }

            @Override
            public String nameOf(String written) {
                return new SettableValues(source.model()).name(written);
            }
        };
    }
}
