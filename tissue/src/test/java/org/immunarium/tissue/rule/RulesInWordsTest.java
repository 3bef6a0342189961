package org.immunarium.tissue.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.immunarium.tissue.model.Rule;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.units.Problem;
import org.junit.jupiter.api.Test;

class RulesInWordsTest {

    private final TissueModel model = SmallTissue.model();

    private List<String> words(String rows) {
        List<Problem> problems = new ArrayList<>();
        List<Rule> rules = RuleTable.read("r", rows, RuleTable.Version.V3, model, problems);
        assertThat(problems).isEmpty();
        return RulesInWords.of(model.withRules(rules));
    }

    @Test
    void aParagraphForEachTypeThatHasRules() {
        assertThat(words("""
                        CD8 T cell,anti-inflammatory factor,decreases,attack tumor,0,0.5,8,0
                        tumor,oxygen,decreases,necrosis,0,3.75,8,0
                        CD8 T cell,pro-inflammatory factor,increases,attack tumor,1,0.4,8,0
                        tumor,dead,increases,debris secretion,0.017,0.1,10,1
                        """))
                .containsExactly(
                        "tumor cells: Necrosis is 0.0028 per min by itself. Oxygen decreases it, down to 0 per min; half"
                                + " of the effect is reached at 3.75 mmHg (Hill power 8). Debris secretion is 0 per min"
                                + " by itself. Dead increases it, up to 0.017 per min; half of the effect is reached at"
                                + " 0.1 (Hill power 10, also in dead cells).",
                        "CD8 T cells: Attack tumor is 0.1 per min by itself. Pro-inflammatory factor increases it, up to"
                                + " 1 per min; half of the effect is reached at 0.4 (Hill power 8). Anti-inflammatory"
                                + " factor decreases it, down to 0 per min; half of the effect is reached at 0.5 (Hill"
                                + " power 8).");
    }

    @Test
    void rulesOfOneDirectionShareTheFarthestSaturation() {
        assertThat(words("""
                        CD8 T cell,oxygen,increases,attack tumor,1,5,1,0
                        CD8 T cell,debris,increases,attack tumor,3,2,2,0
                        """))
                .containsExactly("CD8 T cells: Attack tumor is 0.1 per min by itself. Oxygen and debris increase it"
                        + " together, up to 3 per min; half of the effect is reached at 5 mmHg (Hill power 1) of oxygen"
                        + " alone or 2 (Hill power 2) of debris alone.");
    }

    @Test
    void tellsRulesThatDoNothingOrTheOpposite() {
        assertThat(words("CD8 T cell,oxygen,increases,attack tumor,0.1,1,1,0"))
                .singleElement()
                .asString()
                .contains("Oxygen increases it, to what it is anyway;");
        assertThat(words("CD8 T cell,oxygen,increases,attack tumor,0.05,1,1,0"))
                .singleElement()
                .asString()
                .contains("Oxygen increases it, against its name, down to 0.05 per min;");
    }

    @Test
    void saysNothingWithoutRules() {
        assertThat(RulesInWords.of(model)).isEmpty();
    }
}
