package org.immunarium.therapy.drug;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a drug is in a body, and so what must be known of it.
public enum Modality {
    /// Molecules that spread and are cleared: they have a concentration in blood.
    SUBSTANCE(
            "substance",
            List.of(DrugParameter.KIND, DrugParameter.TARGET, DrugParameter.MOLAR_MASS, DrugParameter.CENTRAL_VOLUME)),
    /// Living cells, which multiply and die.
    CELLS("cells", List.of(DrugParameter.KIND, DrugParameter.TARGET)),
    /// What teaches T cells a target where it is given; what of it gets into blood does nothing.
    VACCINE("vaccine", List.of(DrugParameter.KIND, DrugParameter.TARGET));

    private final String keyword;
    private final List<DrugParameter> needed;

    Modality(String keyword, List<DrugParameter> needed) {
        this.keyword = keyword;
        this.needed = needed;
    }

    /// As the table has it.
    public String keyword() {
        return keyword;
    }

    /// What every drug of this modality has.
    List<DrugParameter> needed() {
        return needed;
    }

    static Optional<Modality> of(String keyword) {
        return Arrays.stream(values())
                .filter(each -> each.keyword.equals(keyword))
                .findFirst();
    }
}
