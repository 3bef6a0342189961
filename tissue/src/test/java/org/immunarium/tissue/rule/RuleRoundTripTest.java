package org.immunarium.tissue.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.model.Rule;
import org.immunarium.tissue.model.Rule.Response;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.units.Problem;

/// What is written reads back as the same rule.
class RuleRoundTripTest {

    /// Names that hold words of the grammar, and others' names.
    private final TissueModel model = SmallTissue.of(
            List.of("oxygen", "IFN-γ", "debris (necrotic)", "CXCL10 from", "to"),
            List.of("tumor", "tumor cell", "CD8 T", "CD8 T cell", "M1 macrophage", "cells", "in vivo"),
            List.of("age", "dead"));

    @Provide
    Arbitrary<Rule> rules() {
        Arbitrary<Double> positive =
                Arbitraries.doubles().between(1e-12, 1e12).ofScale(15).filter(value -> value > 0);
        return Combinators.combine(
                        Arbitraries.integers().between(0, model.types().size() - 1),
                        Arbitraries.integers().between(0, model.signals().size() - 1),
                        Arbitraries.of(Response.class),
                        Arbitraries.integers().between(0, model.behaviours().size() - 1),
                        positive,
                        positive,
                        positive,
                        Arbitraries.of(true, false))
                .as(Rule::new)
                .map(this::sensible)
                .filter(rule ->
                        model.behaviours().word(rule.behaviour()).exitPhase().orElse(0) == 0);
    }

    /// Every value of the types is 0, so that what decreases goes to 0 or below; what has a highest value ends there.
    private Rule sensible(Rule rule) {
        Behaviour word = model.behaviours().word(rule.behaviour());
        double saturation = rule.saturation();
        if (rule.response() == Response.DECREASES) {
            saturation = word == Behaviour.CHEMOTAXIS ? -saturation : 0;
        } else if (word.highest() < Double.POSITIVE_INFINITY) {
            saturation = saturation / 1e12 * word.highest();
        }
        return new Rule(
                rule.type(),
                rule.signal(),
                rule.response(),
                rule.behaviour(),
                saturation,
                rule.halfMaximum(),
                rule.power(),
                rule.appliesToDead());
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void asASentence(@ForAll("rules") Rule rule) {
        List<Problem> problems = new ArrayList<>();
        String sentence = RuleText.of(rule, model);
        assertThat(RuleText.read("s", 1, sentence, model, problems))
                .as(sentence)
                .containsExactly(rule);
        assertThat(problems).isEmpty();
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void asARowOfATable(@ForAll("rules") Rule rule) {
        List<Problem> problems = new ArrayList<>();
        String table = RuleTable.write(model.withRules(List.of(rule)));
        assertThat(RuleTable.read("s", table, RuleTable.Version.V3, model, problems))
                .containsExactly(rule);
        assertThat(problems).isEmpty();
    }
}
