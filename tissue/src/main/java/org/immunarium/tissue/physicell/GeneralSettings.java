package org.immunarium.tissue.physicell;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.immunarium.tissue.model.Domain;
import org.immunarium.tissue.model.TimeSteps;
import org.immunarium.tissue.table.Numbers;
import org.immunarium.tissue.table.Range;
import org.immunarium.units.Quantity;

/// The settings that are neither of a substance nor of a cell type: space, time, what is saved, options.
///
/// @param duration     min
/// @param saveInterval min; empty where nothing is saved
/// @param seed         empty where the clock gives one
/// @param springs      whether cells attach to each other by themselves
/// @param keepsAll     whether a cell type without parent takes all of the first type's values
record GeneralSettings(
        Domain domain,
        TimeSteps steps,
        double duration,
        OptionalDouble saveInterval,
        OptionalLong seed,
        boolean springs,
        boolean keepsAll) {

    private static final double MOST_VOXELS = 1e9;

    /// @param root the outermost element
    static GeneralSettings read(XmlElement root) {
        XmlElement options = section(root, "options");
        boolean wall = options.childFlag("virtual_wall_at_domain_edge", false);
        boolean springs = !options.childFlag("disable_automated_spring_adhesions", false);
        boolean keepsAll = options.childFlag("legacy_cell_defaults_copy", false);
        if (options.childFlag("legacy_random_points_on_sphere_in_divide", false)) {
            options.child("legacy_random_points_on_sphere_in_divide")
                    .ifPresent(
                            legacy -> legacy.unsupported("daughters part in directions that are evenly spread here; the"
                                    + " directions of older versions, which cluster at the poles, are not known"));
        }
        Domain domain =
                root.required("domain").map(section -> domain(section, wall)).orElse(anywhere(wall));
        root.ignore("parallel");
        XmlElement overall = root.required("overall").orElse(nothing(root));
        TimeSteps steps = steps(overall);
        double duration = overall.requiredNumber("max_time", 0, Range.NOT_NEGATIVE, Label.TIME);
        return new GeneralSettings(
                domain, steps, duration, saveInterval(section(root, "save")), seed(root, options), springs, keepsAll);
    }

    /// A section, or an empty one where it is missing.
    private static XmlElement section(XmlElement root, String name) {
        return root.child(name).orElse(nothing(root));
    }

    /// An element with nothing in it, whose own problems are not told.
    private static XmlElement nothing(XmlElement root) {
        return new XmlElement(root.name, root.line, "", new Findings());
    }

    /// Stands for a domain that is not known: no place is outside.
    private static Domain anywhere(boolean wall) {
        double all = Double.POSITIVE_INFINITY;
        return new Domain(
                new double[] {-all, -all, -all}, new double[] {all, all, all}, new double[] {1, 1, 1}, false, wall);
    }

    private static Domain domain(XmlElement section, boolean wall) {
        boolean flat = section.childFlag("use_2D", false);
        double[] lower = new double[3];
        double[] upper = new double[3];
        double[] spacing = new double[3];
        boolean known = true;
        for (int axis = 0; axis < 3; axis++) {
            String name = String.valueOf("xyz".charAt(axis));
            spacing[axis] = section.requiredNumber("d" + name, Double.NaN, Range.POSITIVE, Label.LENGTH);
            lower[axis] = section.requiredNumber(name + "_min", Double.NaN, Range.ANY, Label.LENGTH);
            upper[axis] = section.requiredNumber(name + "_max", Double.NaN, Range.ANY, Label.LENGTH);
            if (flat && axis == 2) {
                if (lower[2] != -spacing[2] / 2 || upper[2] != spacing[2] / 2) {
                    section.notice("in a flat domain z goes from -dz/2 to dz/2, whatever z_min and z_max say");
                }
                lower[2] = -spacing[2] / 2;
                upper[2] = spacing[2] / 2;
            }
            if (lower[axis] >= upper[axis]) {
                section.wrong(name + "_min is " + lower[axis] + " and " + name + "_max " + upper[axis]
                        + "; the second must be greater");
            }
            known &= upper[axis] > lower[axis] && spacing[axis] > 0;
        }
        if (!known) {
            return anywhere(wall);
        }
        Domain domain = new Domain(lower, upper, spacing, flat, wall);
        return judge(section, domain) ? domain : anywhere(wall);
    }

    /// @return whether there is room for it
    private static boolean judge(XmlElement section, Domain domain) {
        double voxels = 1;
        for (int axis = 0; axis < 3; axis++) {
            String name = String.valueOf("xyz".charAt(axis));
            double exact = (domain.upper()[axis] - domain.lower()[axis]) / domain.spacing()[axis];
            voxels *= Math.ceil(exact);
            if (Math.abs(exact - Math.rint(exact)) > 1e-6) {
                section.notice("from " + name + "_min to " + name + "_max there are " + (float) exact + " times d"
                        + name + ": the last voxels reach beyond the domain");
            }
        }
        if (voxels > MOST_VOXELS) {
            section.wrong("there would be " + Quantity.number(voxels, 6) + " voxels; at most "
                    + Quantity.number(MOST_VOXELS) + " are expected");
        }
        if (!Double.isFinite(domain.voxelVolume()) || domain.voxelVolume() == 0) {
            section.wrong("a voxel of " + Quantity.number(domain.spacing()[0]) + " x "
                    + Quantity.number(domain.spacing()[1]) + " x " + Quantity.number(domain.spacing()[2])
                    + " µm has no volume that a number can hold");
            return false;
        }
        double[] d = domain.spacing();
        if (d[0] != d[1] || (!domain.flat() && d[0] != d[2])) {
            section.notice("voxels are not cubes: PhysiCell lets substances spread as if all sides were dx, here each"
                    + " side counts as it is");
        }
        return voxels <= MOST_VOXELS;
    }

    private static TimeSteps steps(XmlElement overall) {
        overall.child("time_units").ifPresent(Label.TIME::checkText);
        overall.child("space_units").ifPresent(Label.LENGTH::checkText);
        TimeSteps usual = TimeSteps.DEFAULT;
        double diffusion = overall.number("dt_diffusion", usual.diffusion(), Range.POSITIVE, Label.TIME);
        double mechanics = overall.number("dt_mechanics", usual.mechanics(), Range.POSITIVE, Label.TIME);
        double phenotype = overall.number("dt_phenotype", usual.phenotype(), Range.POSITIVE, Label.TIME);
        overall.number("dt_intracellular", 1, Range.POSITIVE, Label.TIME);
        multiple(overall, "dt_mechanics", mechanics, "dt_diffusion", diffusion);
        multiple(overall, "dt_phenotype", phenotype, "dt_mechanics", mechanics);
        return new TimeSteps(diffusion, mechanics, phenotype);
    }

    private static void multiple(XmlElement overall, String name, double step, String smaller, double of) {
        double times = step / of;
        if (Math.rint(times) < 1 || times > TimeSteps.MOST || Math.abs(times - Math.rint(times)) > 1e-6 * times) {
            overall.child(name)
                    .or(() -> overall.child(smaller))
                    .ifPresent(at -> at.wrong(name + " is " + Quantity.number(step) + " min and " + smaller + " "
                            + Quantity.number(of) + " min; a whole multiple is expected, "
                            + Quantity.number(TimeSteps.MOST) + " at most"));
        }
    }

    private static OptionalDouble saveInterval(XmlElement save) {
        save.ignore("folder", "SVG", "legacy_data", "intracellular_data");
        XmlElement full = save.child("full_data").orElse(nothing(save));
        boolean enabled = full.childFlag("enable", false);
        double interval = full.number("interval", Double.NaN, enabled ? Range.POSITIVE : Range.ANY, Label.TIME);
        if (enabled && full.child("interval").isEmpty()) {
            full.wrong("it must hold <interval>");
        }
        return enabled && interval > 0 ? OptionalDouble.of(interval) : OptionalDouble.empty();
    }

    /// The whole number in `<random_seed>`, or in a parameter of that name, which programs made from the template
    /// prefer.
    private static OptionalLong seed(XmlElement root, XmlElement options) {
        Optional<XmlElement> option = options.child("random_seed");
        return root.child("user_parameters")
                .flatMap(parameters -> parameters.child("random_seed"))
                .or(() -> option)
                .map(GeneralSettings::seed)
                .orElse(OptionalLong.empty());
    }

    private static OptionalLong seed(XmlElement element) {
        String text = element.text();
        if (text.isEmpty() || text.equals("random") || text.equals("system_clock")) {
            return OptionalLong.empty();
        }
        OptionalLong seed = Numbers.integer(text);
        if (seed.isEmpty() || seed.getAsLong() < 0) {
            element.wrong("\"" + text + "\" was found; a whole number of at least 0, or random, is expected");
            return OptionalLong.empty();
        }
        return seed;
    }
}
