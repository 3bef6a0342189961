package org.immunarium.study.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.immunarium.equations.system.ModelQuantity;
import org.immunarium.patient.model.PatientModel;
import org.immunarium.patient.published.PublishedModel;
import org.immunarium.patient.shipped.ShippedModels;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TellingTest {

    private static final PublishedModel SHIPPED =
            ShippedModels.find("kuznetsov1994").orElseThrow();

    private static final PatientModel MODEL = PatientModel.of(SHIPPED, SHIPPED.model());

    @ParameterizedTest
    @CsvSource({
        "0, T, Tumour cells",
        "1, x, Tumor volume",
        "1, Leukaemic_B_cells, ''",
        "1, x, cancer stem cells",
        "2, C, ''",
        "2, TV, TV",
        "3, T_cells, ''",
        "3, x, tumour-infiltrating lymphocytes",
        "3, C, circulating lymphocytes",
        "3, x, tumor-specific T cells",
        "3, IL2, ''"
    })
    void theTumourIsKnownByWhatItIsCalled(int rank, String id, String name) {
        ModelQuantity quantity =
                new ModelQuantity(id, name, ModelQuantity.Kind.SPECIES, Optional.empty(), Optional.empty(), true);
        assertThat(Telling.rank(MODEL, quantity)).isEqualTo(rank);
    }
}
