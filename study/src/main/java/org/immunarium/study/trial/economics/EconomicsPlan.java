package org.immunarium.study.trial.economics;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.immunarium.study.file.Placed;
import org.immunarium.trial.economics.Discount;
import org.immunarium.trial.economics.Vial;
import org.immunarium.trial.economics.evidence.Country;
import org.immunarium.trial.economics.evidence.SourcedValue;
import org.immunarium.units.Quantity;

/// How a study wants its trial to be evaluated, as read.
///
/// @param place       of the section
/// @param country     whose prices and currency count
/// @param horizon     in days; empty for the trial's duration
/// @param cycle       the length of the intervals in which is counted, in days
/// @param costs       their discount
/// @param effects     their discount
/// @param willingness to pay for a QALY, above 0
/// @param sharing     whether what is left of a vial goes to other patients
/// @param rounding    by which share of it a dose may be rounded down to whole vials
/// @param samples     how often is drawn
/// @param prices      what the study says of drugs, by their names
/// @param given       costs that the study says, by what is paid for
/// @param utilities   quality of life that the study says, by state; what a side effect takes of it, by its name
public record EconomicsPlan(
        Placed<String> place,
        Country country,
        OptionalDouble horizon,
        double cycle,
        Discount costs,
        Discount effects,
        double willingness,
        boolean sharing,
        double rounding,
        int samples,
        Map<String, Prices> prices,
        Map<String, Placed<SourcedValue>> given,
        Map<String, Placed<SourcedValue>> utilities) {

    public EconomicsPlan {
        prices = Map.copyOf(prices);
        given = Map.copyOf(given);
        utilities = Map.copyOf(utilities);
    }

    /// What is asked, for people.
    public String inWords() {
        return "as a payer in " + country.keyword() + ", in " + country.currency() + "; discount "
                + Quantity.number(costs.rate()) + " of costs and " + Quantity.number(effects.rate())
                + " of effects a year; "
                + (sharing ? "vials are shared" : "what is left of a vial is wasted")
                + (rounding > 0 ? ", doses rounded by " + Quantity.number(rounding) : "") + "; "
                + Quantity.number(willingness) + " " + country.currency() + " a QALY; " + samples + " samples";
    }

    /// What a drug costs.
    ///
    /// @param vials   its sizes in mg; none where a dose has one price
    /// @param perDose the price of a dose; empty where it is of vials
    public record Prices(List<Vial> vials, OptionalDouble perDose) {

        public Prices {
            vials = List.copyOf(vials);
        }
    }
}
