package org.immunarium.study.tissue.model;

import java.util.List;
import java.util.Optional;
import org.immunarium.study.file.Placed;
import org.immunarium.study.file.Section;
import org.immunarium.tissue.model.Domain;
import org.immunarium.units.Quantity;

/// What a file says of the space that a tissue is in; what it does not say is as in another domain.
///
/// @param at     the place in the file
/// @param size   its extents, µm, two of a flat one or three
/// @param voxel  the sides of a voxel, µm, one for all or three
/// @param walls  whether the edge pushes cells back
/// @param centre where its middle is, µm
public record StatedDomain(
        Placed<String> at,
        Optional<Placed<double[]>> size,
        Optional<Placed<double[]>> voxel,
        Optional<Boolean> walls,
        Optional<Placed<double[]>> centre) {

    /// What a domain may have.
    public static final List<String> KEYS = List.of("size", "voxel", "walls", "centre");

    private static final double DEFAULT_VOXEL = 20;
    private static final double MOST_VOXELS = 1e9;

    private static final double EVERYWHERE = 1e6;

    /// Of a voxel's side: how finely places are to be told apart at least.
    private static final double FINEST = 1e-3;

    /// Says nothing.
    static final StatedDomain NOTHING = new StatedDomain(
            new Placed<>("domain", "", 0), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /// Stands in for one that could not be read: nothing is outside of it.
    static Domain anywhere(boolean flat) {
        double half = EVERYWHERE / 2;
        return new Domain(
                new double[] {-half, -half, -half},
                new double[] {half, half, half},
                new double[] {EVERYWHERE, EVERYWHERE, EVERYWHERE},
                flat,
                true);
    }

    /// Whether one only stands in.
    static boolean isAnywhere(Domain domain) {
        return domain.spacing()[0] >= EVERYWHERE;
    }

    /// Reads the key `domain` of a file; empty where there is none.
    public static Optional<StatedDomain> read(Section file) {
        return file.section("domain", KEYS)
                .map(section -> new StatedDomain(
                        section.placed(section.words()),
                        extents(section, "size", List.of(2, 3), "1000 x 1000 µm, or three in space,"),
                        extents(section, "voxel", List.of(1, 3), "20 µm, or three,"),
                        section.flag("walls"),
                        Lengths.place(section, "centre")));
    }

    private static Optional<Placed<double[]>> extents(
            Section section, String key, List<Integer> counts, String expected) {
        Optional<Placed<String>> text = section.text(key);
        Optional<double[]> extents = text.flatMap(each -> Lengths.extents(section, section.name(key), each));
        if (extents.isPresent() && !counts.contains(extents.get().length)) {
            section.problem(
                    key,
                    section.name(key) + ": " + expected + " was expected; found "
                            + text.orElseThrow().value());
            return Optional.empty();
        }
        return extents.map(each -> section.placed(key, each));
    }

    /// The domain that this says.
    ///
    /// @param notes gets problems and notices
    /// @param other says what this does not
    public Domain over(Optional<Domain> other, Notes notes) {
        double[] extents = size.map(Placed::value)
                .or(() -> other.map(StatedDomain::size))
                .orElse(new double[] {DEFAULT_VOXEL, DEFAULT_VOXEL});
        boolean flat = extents.length == 2;
        double[] own =
                voxel.map(Placed::value).or(() -> other.map(Domain::spacing)).orElse(new double[] {DEFAULT_VOXEL});
        double[] spacing = own.length == 3 ? own : new double[] {own[0], own[0], own[0]};
        double[] middle = centre.map(Placed::value)
                .or(() -> other.map(StatedDomain::centre))
                .orElse(new double[3]);
        if (flat && middle[2] != 0) {
            double z = middle[2];
            centre.ifPresent(each ->
                    notes.wrong(each, at.value() + ".centre: in a flat domain z is 0; found " + Quantity.number(z)));
            middle = new double[] {middle[0], middle[1], 0};
        }
        double[] lower = new double[3];
        double[] upper = new double[3];
        double voxels = 1;
        for (int axis = 0; axis < 3; axis++) {
            double extent = axis < extents.length ? extents[axis] : spacing[2];
            lower[axis] = middle[axis] - extent / 2;
            upper[axis] = middle[axis] + extent / 2;
            double exact = extent / spacing[axis];
            voxels *= Math.ceil(exact);
            if (Math.abs(exact - Math.rint(exact)) > 1e-6) {
                notes.notice(
                        at,
                        at.value() + ": along " + "xyz".charAt(axis) + " there are " + Quantity.number(exact, 6)
                                + " voxels: the last ones reach beyond the domain");
            }
        }
        if (voxels > MOST_VOXELS) {
            notes.wrong(
                    at,
                    at.value() + ": there would be " + Quantity.number(voxels) + " voxels; at most "
                            + Quantity.number(MOST_VOXELS) + " were expected");
            return anywhere(flat);
        }
        if (isTooFar(lower, upper, spacing)) {
            notes.wrong(
                    centre.<Placed<?>>map(each -> each).orElse(at),
                    at.value() + ": it is so far from 0 that the sides of its voxels cannot be told apart");
            return anywhere(flat);
        }
        boolean wall = walls.or(() -> other.map(Domain::wall)).orElse(true);
        return new Domain(lower, upper, spacing, flat, wall);
    }

    /// Whether the numbers nearest to a corner are too far from each other to tell places in a voxel apart.
    private static boolean isTooFar(double[] lower, double[] upper, double[] spacing) {
        for (int axis = 0; axis < 3; axis++) {
            double farthest = Math.max(Math.abs(lower[axis]), Math.abs(upper[axis]));
            if (Math.ulp(farthest) > FINEST * spacing[axis]) {
                return true;
            }
        }
        return false;
    }

    private static double[] size(Domain domain) {
        double[] size = new double[domain.flat() ? 2 : 3];
        for (int axis = 0; axis < size.length; axis++) {
            size[axis] = domain.upper()[axis] - domain.lower()[axis];
        }
        return size;
    }

    private static double[] centre(Domain domain) {
        double[] centre = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            centre[axis] = (domain.upper()[axis] + domain.lower()[axis]) / 2;
        }
        return centre;
    }
}
