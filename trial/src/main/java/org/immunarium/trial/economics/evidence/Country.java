package org.immunarium.trial.economics.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Where is paid, and what is usual there.
///
/// *Source*: for the United States, Sanders et al. 2016 (Second Panel), doi 10.1001/jama.2016.12195, for the
/// discount;
/// for England, NICE 2022, *Health technology evaluations: the manual*, PMG36, for both.
public enum Country {
    /// Thresholds of 100,000 to 150,000 are in use; none is official.
    UNITED_STATES("US", "USD", 0.03, 150_000),
    ENGLAND("England", "GBP", 0.035, 30_000);

    private final String keyword;
    private final String currency;
    private final double discount;
    private final double willingness;

    Country(String keyword, String currency, double discount, double willingness) {
        this.keyword = keyword;
        this.currency = currency;
        this.discount = discount;
        this.willingness = willingness;
    }

    /// As tables and studies have it.
    public String keyword() {
        return keyword;
    }

    /// By its code of ISO 4217.
    public String currency() {
        return currency;
    }

    /// A year, of costs and effects.
    public double discount() {
        return discount;
    }

    /// To pay for a QALY.
    public double willingness() {
        return willingness;
    }

    /// The one of this name.
    public static Optional<Country> of(String keyword) {
        return Arrays.stream(values())
                .filter(each -> each.keyword.equals(keyword))
                .findFirst();
    }

    /// All names.
    public static List<String> keywords() {
        return Arrays.stream(values()).map(Country::keyword).toList();
    }
}
