package org.immunarium.tissue.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.immunarium.tissue.OutsideData;
import org.immunarium.tissue.model.Rule;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.physicell.PhysiCellProject;
import org.immunarium.units.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The rules of two projects of PhysiCell.
class ReferenceRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"tumor_immune_base", "rules_sample"})
    void allCanBeSaidAsSentences(String name) {
        TissueModel model =
                PhysiCellProject.read(OutsideData.path("physicell/" + name)).model();
        String sentences =
                model.rules().stream().map(rule -> RuleText.of(rule, model)).collect(Collectors.joining("\n"));
        List<Problem> problems = new ArrayList<>();
        List<Rule> read = RuleText.read(name, 1, sentences, model.withRules(List.of()), problems);
        assertThat(problems).isEmpty();
        assertThat(read).isEqualTo(model.rules());
    }
}
