package org.immunarium.trial.economics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The vials that are opened for one dose: of all combinations that hold it the cheapest; of those the one with the
/// least left over, of those the one with the fewest vials.
///
/// @param vials   sizes, in the order in which they were offered
/// @param counts  how many of each are opened
/// @param price   of all together
/// @param content of all together
public record VialChoice(List<Vial> vials, List<Integer> counts, double price, double content) {

    /// A dose that takes more has another unit than its vials.
    private static final int MOST_VIALS = 1000;

    /// Prices and contents that differ by less are the same.
    private static final double ROUNDING = 1e-9;

    public VialChoice {
        vials = List.copyOf(vials);
        counts = List.copyOf(counts);
    }

    /// Chooses.
    ///
    /// @param dose  above 0, in the unit of the vials' contents
    /// @param vials at least one size
    /// @throws IllegalArgumentException if the dose is not above 0, there are no sizes, or it takes more than a
    ///     thousand of the largest
    public static VialChoice cheapest(double dose, List<Vial> vials) {
        if (!(dose > 0 && dose < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a dose above 0 was expected; found " + dose);
        }
        double largest = vials.stream().mapToDouble(Vial::content).max().orElse(0);
        if (vials.isEmpty() || dose > MOST_VIALS * largest) {
            throw new IllegalArgumentException("a dose of " + dose + " takes more than " + MOST_VIALS
                    + " vials of the largest size, " + largest + ": are both in one unit?");
        }
        return new Search(dose, vials).best();
    }

    /// What is thrown away when a dose has been taken from it.
    public double wasted(double dose) {
        return Math.max(0, content - dose);
    }

    /// Depth first, sizes with the lowest price of a unit first and as many of each as possible, so that the first
    /// combination is nearly the best; branches that cannot be cheaper are left out.
    private static final class Search {

        private final double dose;
        private final List<Vial> offered;
        private final List<Vial> order;
        private final int[] counts;
        private int[] best;
        private double bestPrice = Double.POSITIVE_INFINITY;
        private double bestContent = Double.POSITIVE_INFINITY;
        private int bestCount = Integer.MAX_VALUE;

        Search(double dose, List<Vial> vials) {
            this.dose = dose;
            offered = vials;
            order = new ArrayList<>(vials);
            order.sort(Comparator.comparingDouble(Vial::unitPrice)
                    .thenComparing(Vial::content, Comparator.reverseOrder()));
            counts = new int[order.size()];
            best = new int[order.size()];
        }

        VialChoice best() {
            go(0, 0, 0);
            List<Integer> found = new ArrayList<>();
            boolean[] taken = new boolean[order.size()];
            for (Vial vial : offered) {
                for (int i = 0; i < taken.length; i++) {
                    if (!taken[i] && order.get(i).equals(vial)) {
                        taken[i] = true;
                        found.add(best[i]);
                        break;
                    }
                }
            }
            return new VialChoice(offered, found, bestPrice, bestContent);
        }

        private void go(int place, double price, double content) {
            double missing = dose - content;
            Vial vial = order.get(place);
            int most = missing <= ROUNDING * dose ? 0 : (int) Math.ceil(missing / vial.content() * (1 - ROUNDING));
            if (place == order.size() - 1) {
                counts[place] = most;
                compare(price + most * vial.price(), content + most * vial.content());
                return;
            }
            double next = order.get(place + 1).unitPrice();
            for (int count = most; count >= 0; count--) {
                double paid = price + count * vial.price();
                double left = Math.max(0, missing - count * vial.content());
                if (paid + left * next > bestPrice * (1 + ROUNDING)) {
                    if (count < most) {
                        return;
                    }
                    continue;
                }
                counts[place] = count;
                go(place + 1, paid, content + count * vial.content());
            }
        }

        private void compare(double price, double content) {
            int count = 0;
            for (int each : counts) {
                count += each;
            }
            int order = compare(price, bestPrice, bestPrice);
            if (order == 0) {
                order = compare(content, bestContent, dose);
            }
            if (order == 0) {
                order = Integer.compare(count, bestCount);
            }
            if (order < 0) {
                best = counts.clone();
                bestPrice = price;
                bestContent = content;
                bestCount = count;
            }
        }

        private static int compare(double a, double b, double scale) {
            return Double.isFinite(b) && Math.abs(a - b) <= ROUNDING * scale ? 0 : Double.compare(a, b);
        }
    }
}
