package org.immunarium.units;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What someone probably meant when they wrote a name that is not known.
public final class NearMiss {

    /// So many names can be told all at once.
    private static final int FEW = 8;

    private NearMiss() {}

    /// The known name nearest to what was written: the same but for capitals, else at most two letters away
    /// (one for names of up to four letters); the first in the order given where several are as near.
    public static Optional<String> of(String written, Collection<String> known) {
        return nearest(written, known).stream().findFirst();
    }

    /// As [#of], where no other known name is as near.
    public static Optional<String> only(String written, Collection<String> known) {
        List<String> nearest = nearest(written, known);
        return nearest.size() == 1 ? Optional.of(nearest.getFirst()) : Optional.empty();
    }

    private static List<String> nearest(String written, Collection<String> known) {
        int allowed = written.length() <= 2 ? 0 : written.length() <= 4 ? 1 : 2;
        List<String> nearest = new ArrayList<>();
        double least = allowed + 0.75;
        for (String name : known) {
            if (Math.abs(name.length() - written.length()) > allowed) {
                continue;
            }
            double distance = name.equalsIgnoreCase(written)
                    ? 0.5
                    : distance(name.toLowerCase(Locale.ROOT), written.toLowerCase(Locale.ROOT));
            if (distance < least) {
                least = distance;
                nearest.clear();
            }
            if (distance <= least) {
                nearest.add(name);
            }
        }
        return nearest;
    }

    /// `, did you mean "kg"?`, or nothing where nothing is near.
    public static String hint(String written, Collection<String> known) {
        return of(written, known)
                .map(name -> ", did you mean \"" + name + "\"?")
                .orElse("");
    }

    /// `"oxygin" is not a substance, did you mean "oxygen"?`, or with all that there are where they are few.
    ///
    /// @param what it should be, with its article
    public static String unknown(String written, String what, Collection<String> known) {
        String hint = hint(written, known);
        if (hint.isEmpty() && !known.isEmpty() && known.size() <= FEW) {
            hint = ": there " + (known.size() == 1 ? "is " : "are ") + String.join(", ", known);
        }
        return '"' + written + "\" is not " + what + hint;
    }

    /// Insertions, deletions, replacements and swaps of neighbours between two words.
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + cost);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
