package org.immunarium.study.trial.economics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.immunarium.study.file.Placed;
import org.immunarium.study.file.Section;
import org.immunarium.study.file.Section.Item;
import org.immunarium.study.trial.economics.EconomicsPlan.Prices;
import org.immunarium.therapy.drug.Drug;
import org.immunarium.therapy.drug.Drugs;
import org.immunarium.trial.economics.Discount;
import org.immunarium.trial.economics.UncertainValue;
import org.immunarium.trial.economics.Vial;
import org.immunarium.trial.economics.evidence.Country;
import org.immunarium.trial.economics.evidence.SourcedValue;
import org.immunarium.units.Days;
import org.immunarium.units.NearMiss;
import org.immunarium.units.Quantity;
import org.immunarium.units.Unit;

/// Reads the section `economics` of a study of a trial.
public final class EconomicsReader {

    /// The key of the section.
    public static final String KEY = "economics";

    private static final String COUNTRY = "country";
    private static final String PERSPECTIVE = "perspective";
    private static final String HORIZON = "horizon";
    private static final String CYCLE = "cycle";
    private static final String DISCOUNT = "discount";
    private static final String WILLINGNESS = "willingness to pay";
    private static final String SHARING = "vial sharing";
    private static final String ROUNDING = "dose rounding";
    private static final String SAMPLES = "samples";
    private static final String PRICES = "prices";
    private static final String COSTS = "costs";
    private static final String UTILITIES = "utilities";
    private static final String DOSE = "dose";

    private static final List<String> KEYS = List.of(
            COUNTRY,
            PERSPECTIVE,
            HORIZON,
            CYCLE,
            DISCOUNT,
            WILLINGNESS,
            SHARING,
            ROUNDING,
            SAMPLES,
            PRICES,
            COSTS,
            UTILITIES);

    private static final double MOST_ROUNDING = 0.1;
    private static final int USUAL_SAMPLES = 1000;
    private static final int MOST_SAMPLES = 100_000;
    private static final Unit DAY = Unit.parse("d");
    private static final Unit MILLIGRAM = Unit.parse("mg");

    /// `150`, or with its standard error `150 ± 20`.
    private static final Pattern VALUE = Pattern.compile("([^±]+?)(?:\\s*±\\s*(.+))?");

    private final Section section;

    private EconomicsReader(Section section) {
        this.section = section;
    }

    /// Reads it where it is there.
    ///
    /// @param file the top level of the study, which expects [#KEY]; problems are noted there
    public static Optional<EconomicsPlan> read(Section file) {
        return file.section(KEY, KEYS).map(section -> new EconomicsReader(section).plan());
    }

    private EconomicsPlan plan() {
        Country country =
                section.choice(COUNTRY, Country.keywords()).flatMap(Country::of).orElse(Country.UNITED_STATES);
        perspective();
        Optional<Double> horizon = days(HORIZON, "10 yr");
        double cycle = days(CYCLE, "1 mo").orElse(Days.MONTH);
        double[] rates = discount(country);
        return new EconomicsPlan(
                section.placed(KEY),
                country,
                horizon.map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                cycle,
                new Discount(rates[0], Discount.Timing.CONTINUOUS),
                new Discount(rates[1], Discount.Timing.CONTINUOUS),
                between(WILLINGNESS, country.willingness(), Double.MIN_VALUE, Double.MAX_VALUE, "above 0", "150000"),
                section.flag(SHARING).orElse(false),
                between(ROUNDING, 0, 0, MOST_ROUNDING, "from 0 to 0.1", "0.05 for 5 %"),
                (int) section.wholeNumber(SAMPLES, 1, MOST_SAMPLES).orElse(USUAL_SAMPLES),
                prices(),
                values(COSTS, false),
                values(UTILITIES, true));
    }

    private void perspective() {
        section.text(PERSPECTIVE).filter(text -> !text.value().equals("payer")).ifPresent(text -> {
            String message = section.name(PERSPECTIVE) + ": \"" + text.value()
                    + "\" is not supported: what patients and others pay and lose is not counted; payer was expected";
            section.problem(text.problem(message).unsupported());
        });
    }

    private Optional<Double> days(String key, String example) {
        Optional<Placed<Quantity>> quantity = section.quantity(key);
        if (quantity.isEmpty()) {
            return Optional.empty();
        }
        Quantity value = quantity.get().value();
        if (!value.unit().convertsTo(DAY) || !(value.value() > 0)) {
            section.problem(
                    quantity.get(),
                    section.name(key) + ": a time above 0 was expected, as in " + example + "; found " + value);
            return Optional.empty();
        }
        return Optional.of(value.in(DAY));
    }

    /// Of costs and of effects.
    private double[] discount(Country country) {
        double usual = country.discount();
        Optional<Item> item = section.item(DISCOUNT, List.of(COSTS, "effects"));
        if (item.isPresent() && item.get() instanceof Item.Part(Section parts)) {
            EconomicsReader reader = new EconomicsReader(parts);
            return new double[] {reader.rate(COSTS, usual), reader.rate("effects", usual)};
        }
        double rate = item.isPresent() ? rate(DISCOUNT, usual) : usual;
        return new double[] {rate, rate};
    }

    private double rate(String key, double usual) {
        return between(key, usual, 0, Math.nextDown(1.0), "a share a year from 0 to below 1", "0.03 for 3 %");
    }

    private double between(String key, double usual, double least, double most, String expected, String example) {
        OptionalDouble number = section.number(key);
        if (number.isEmpty()) {
            return usual;
        }
        double value = number.getAsDouble();
        if (!(value >= least && value <= most)) {
            section.problem(
                    key,
                    section.name(key) + ": " + expected + " was expected, as in " + example + "; found "
                            + Quantity.number(value));
            return usual;
        }
        return value;
    }

    private Map<String, Prices> prices() {
        Map<String, Prices> prices = new LinkedHashMap<>();
        Optional<Section> all = section.section(PRICES);
        if (all.isEmpty()) {
            return prices;
        }
        for (String name : all.get().keys()) {
            Optional<Drug> drug = Drugs.find(name);
            if (drug.isEmpty()) {
                all.get()
                        .problem(
                                name,
                                all.get().name(name) + ": no drug of this name is known"
                                        + NearMiss.hint(name, Drugs.names()));
                continue;
            }
            all.get().section(name).flatMap(this::pricesOf).ifPresent(each -> {
                if (prices.put(drug.get().name(), each) != null) {
                    all.get()
                            .problem(
                                    name,
                                    all.get().name(name) + ": " + drug.get().name() + " has prices already");
                }
            });
        }
        return prices;
    }

    private Optional<Prices> pricesOf(Section sizes) {
        List<Vial> vials = new ArrayList<>();
        OptionalDouble perDose = OptionalDouble.empty();
        for (String size : sizes.keys()) {
            OptionalDouble price = sizes.number(size);
            if (price.isEmpty()) {
                continue;
            }
            if (price.getAsDouble() < 0) {
                sizes.problem(
                        size,
                        sizes.name(size) + ": a price from 0 on was expected; found "
                                + Quantity.number(price.getAsDouble()));
            } else if (size.equals(DOSE)) {
                perDose = price;
            } else {
                content(sizes, size).ifPresent(content -> vials.add(new Vial(content, price.getAsDouble())));
            }
        }
        if (vials.isEmpty() == perDose.isEmpty()) {
            sizes.problem(sizes.words() + ": prices of sizes, as in {100 mg: 2900}, or of a dose, as in {dose: 475000},"
                    + " were expected");
            return Optional.empty();
        }
        return Optional.of(new Prices(vials, perDose));
    }

    private static Optional<Double> content(Section sizes, String size) {
        Optional<Quantity> content =
                sizes.quantity(sizes.name(size), sizes.placed(size, size)).map(Placed::value);
        if (content.isPresent()
                && (!content.get().unit().convertsTo(MILLIGRAM)
                        || !(content.get().value() > 0))) {
            sizes.problem(
                    size, sizes.name(size) + ": the content of a vial in mg or the like was expected, as in 100 mg");
            return Optional.empty();
        }
        return content.map(quantity -> quantity.in(MILLIGRAM));
    }

    private Map<String, Placed<SourcedValue>> values(String key, boolean shares) {
        Map<String, Placed<SourcedValue>> values = new LinkedHashMap<>();
        section.texts(key).forEach((name, text) -> {
            String what = section.name(key) + "." + name;
            Matcher matcher = VALUE.matcher(text.value());
            try {
                if (!matcher.matches()) {
                    throw new NumberFormatException(text.value());
                }
                double mean = Double.parseDouble(matcher.group(1));
                double error = matcher.group(2) == null ? 0 : Double.parseDouble(matcher.group(2));
                String label = (shares ? "utility: " : "cost: ") + name;
                UncertainValue value =
                        shares ? UncertainValue.share(label, mean, error) : UncertainValue.amount(label, mean, error);
                values.put(name, text.map(_ -> SourcedValue.ofStudy(value)));
            } catch (NumberFormatException notANumber) {
                section.problem(
                        text,
                        what + ": a number was expected, or one with its standard error as in 150 ± 20; found \""
                                + text.value() + '"');
            } catch (IllegalArgumentException e) {
                section.problem(text, what + ": " + e.getMessage());
            }
        });
        return values;
    }
}
