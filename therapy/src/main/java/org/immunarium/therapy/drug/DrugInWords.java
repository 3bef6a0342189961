package org.immunarium.therapy.drug;

import java.util.List;
import org.immunarium.therapy.Body;
import org.immunarium.therapy.pharmacokinetics.Elimination;
import org.immunarium.therapy.pharmacokinetics.Pharmacokinetics;
import org.immunarium.units.Quantity;

/// Says what is known of a drug.
public final class DrugInWords {

    private static final int LATE = 365;

    private DrugInWords() {}

    /// In a line: `human IgG4 antibody against PD-1`.
    public static String line(Drug drug) {
        return drug.kind() + (drug.kind().contains("antibody") ? " against " : ", acts on ") + drug.target();
    }

    /// All of it, with sources, several lines.
    public static String of(Drug drug) {
        StringBuilder text = new StringBuilder();
        String others = String.join(", ", drug.otherNames());
        text.append(drug.name())
                .append(others.isEmpty() ? "" : " (" + others + ")")
                .append(": ")
                .append(line(drug))
                .append("\n\n")
                .append(inBlood(drug))
                .append('\n');
        for (DrugParameter.Topic topic : DrugParameter.Topic.values()) {
            List<Fact> told = drug.facts().stream()
                    .filter(fact -> fact.parameter().topic() == topic)
                    .filter(fact -> fact.quantity().isPresent() || topic == DrugParameter.Topic.REGIMEN)
                    .toList();
            if (!told.isEmpty()) {
                text.append('\n').append(topic.words()).append(":\n");
                told.forEach(fact -> append(text, fact));
            }
        }
        text.append("\nHow sure each is:\n");
        drug.facts().stream()
                .map(Fact::certainty)
                .distinct()
                .sorted()
                .forEach(each -> text.append("  ")
                        .append(each.keyword())
                        .append(": ")
                        .append(each.words())
                        .append('\n'));
        return text.toString();
    }

    private static String inBlood(Drug drug) {
        return switch (drug.modality()) {
            case SUBSTANCE -> course(drug.pharmacokinetics(Body.UNKNOWN));
            case CELLS -> "In blood: living cells, which multiply and die; a dose has no concentration in mg/L.";
            case VACCINE -> "In blood: nothing that counts; it acts where it is given and where that drains to.";
        };
    }

    private static String course(Pharmacokinetics drug) {
        String compartments = List.of("one compartment", "two compartments", "three compartments")
                .get(drug.peripherals().size());
        String elimination = switch (drug.elimination()) {
            case Elimination.Linear _ -> "a constant clearance";
            case Elimination.Sigmoid _ -> "a clearance that changes over months";
            case Elimination.Waning _ -> "a clearance of which a part wanes";
            case Elimination.Saturable _ -> "an elimination that is saturable";
        };
        double early = drug.halfLife(0);
        double late = drug.halfLife(LATE);
        String halfLife = drug.elimination() instanceof Elimination.Saturable
                ? "Its half-life at low concentrations is " + days(early)
                : late == early
                        ? "Its half-life is " + days(early)
                        : "Its half-life is " + days(early) + " at first and " + days(late) + " after a year";
        return "In blood: " + compartments + ", " + elimination + ". " + halfLife + ".";
    }

    private static String days(double days) {
        return days >= 1
                ? Quantity.number(days, 2) + " d"
                : days >= 1.0 / 12 ? Quantity.number(days * 24, 2) + " h" : Quantity.number(days * 1440, 2) + " min";
    }

    private static void append(StringBuilder text, Fact fact) {
        text.append("  ")
                .append(fact.parameter().keyword())
                .append(": ")
                .append(fact.text())
                .append(" (")
                .append(fact.certainty().keyword())
                .append(fact.source().equals("-") ? ")" : "; " + fact.source() + ")")
                .append('\n');
        if (!fact.note().isEmpty()) {
            text.append("      ").append(fact.note()).append('\n');
        }
    }
}
