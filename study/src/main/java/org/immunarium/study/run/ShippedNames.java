package org.immunarium.study.run;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.immunarium.patient.shipped.ShippedModels;
import org.immunarium.study.tissue.model.ShippedTissueModel;
import org.immunarium.units.NearMiss;

/// Which of the studies and models that come along someone meant.
public final class ShippedNames {

    private static final int SHORTEST_PART = 3;
    private static final int MOST = 4;

    private ShippedNames() {}

    /// `, did you mean "kuznetsov1994"?`: the nearest name, else those of which the word is a part;
    /// nothing where there are none, or too many to choose from.
    ///
    /// @param others what else may have been meant
    public static String hint(String written, Set<String> others) {
        List<String> names = new ArrayList<>(ShippedModels.names());
        names.addAll(ShippedTissueModel.names());
        names.addAll(ShippedStudy.names());
        names.addAll(others);
        List<String> spelled = new ArrayList<>(names);
        ShippedStudy.names().forEach(name -> spelled.add(name.substring(name.indexOf('/') + 1)));
        Set<String> meant = new LinkedHashSet<>();
        NearMiss.of(written, spelled).ifPresent(meant::add);
        if (meant.isEmpty() && written.length() >= SHORTEST_PART) {
            String part = written.toLowerCase(Locale.ROOT);
            names.stream()
                    .filter(name -> name.toLowerCase(Locale.ROOT).contains(part))
                    .forEach(meant::add);
        }
        return meant.isEmpty() || meant.size() > MOST
                ? ""
                : meant.stream()
                        .map(name -> "\"" + name + "\"")
                        .collect(Collectors.joining(" or ", ", did you mean ", "?"));
    }
}
