package org.immunarium.tissue.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunarium.tissue.model.CellType;
import org.immunarium.tissue.model.Domain;
import org.immunarium.tissue.model.Guidance;
import org.immunarium.tissue.model.MigrationModel;
import org.immunarium.tissue.model.Rule;
import org.immunarium.tissue.model.Substance;
import org.immunarium.tissue.model.TimeSteps;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.model.Variable;
import org.immunarium.tissue.model.Vocabulary;

/// A tumour with macrophages and CD8 T cells, its values those of PhysiCell's sample
/// `tumor_immune_base`.
final class SmallTissue {

    static final int TUMOR = 0;
    static final int MACROPHAGE = 1;
    static final int CD8 = 2;

    private SmallTissue() {}

    /// Without rules.
    static TissueModel model() {
        TissueModel bare = of(
                List.of("oxygen", "debris", "pro-inflammatory factor", "anti-inflammatory factor"),
                List.of("tumor", "macrophage", "CD8 T cell"),
                List.of("age"));
        set(bare, TUMOR, "cycle entry", 7.2e-4);
        set(bare, TUMOR, "necrosis", 2.8e-3);
        set(bare, TUMOR, "apoptosis", 5.31667e-5);
        set(bare, MACROPHAGE, "anti-inflammatory factor secretion", 10);
        set(bare, MACROPHAGE, "migration speed", 1);
        set(bare, MACROPHAGE, "migration bias", 0.5);
        set(bare, CD8, "attack tumor", 0.1);
        set(bare, CD8, "migration speed", 1);
        return bare;
    }

    /// Of these substances, types and variables; all behaviours are 0.
    static TissueModel of(List<String> substances, List<String> types, List<String> variables) {
        int behaviours = Vocabulary.ofBehaviours(substances, types, variables, Optional.empty())
                .size();
        List<Substance> fields = new ArrayList<>();
        for (String name : substances) {
            fields.add(new Substance(name, name.equals("oxygen") ? "mmHg" : "dimensionless", 1e5, 0.1, 0, Map.of()));
        }
        List<CellType> kinds = types.stream()
                .map(name -> new CellType(name, new double[behaviours])
                        .withMigration(new MigrationModel(true, new Guidance.None())))
                .toList();
        List<Variable> own =
                variables.stream().map(name -> new Variable(name, "min", false)).toList();
        return new TissueModel(
                "small",
                new Domain(
                        new double[] {-750, -750, -10},
                        new double[] {750, 750, 10},
                        new double[] {20, 20, 20},
                        true,
                        true),
                TimeSteps.DEFAULT,
                fields,
                kinds,
                own,
                List.of(),
                true,
                false,
                Optional.empty());
    }

    static void set(TissueModel model, int type, String behaviour, double value) {
        model.types().get(type).behaviours()[model.behaviours().find(behaviour).orElseThrow()] = value;
    }

    static Rule rule(
            TissueModel model,
            int type,
            String signal,
            Rule.Response response,
            String behaviour,
            double saturation,
            double half,
            double power,
            boolean dead) {
        return new Rule(
                type,
                model.signals().find(signal).orElseThrow(),
                response,
                model.behaviours().find(behaviour).orElseThrow(),
                saturation,
                half,
                power,
                dead);
    }
}
