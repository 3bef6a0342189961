package org.immunarium.tissue.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.model.CellType;
import org.immunarium.tissue.model.Rule;
import org.immunarium.tissue.model.Signal;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.model.Vocabulary;
import org.immunarium.tissue.model.Word;
import org.immunarium.units.NearMiss;

/// The words that rules of a model may use, and what to say of one that is not known.
public final class RuleWords {

    /// Words that people write for a direction, and what they probably mean.
    private static final Map<String, Rule.Response> MEANT = Map.ofEntries(
            Map.entry("increase", Rule.Response.INCREASES),
            Map.entry("increased", Rule.Response.INCREASES),
            Map.entry("promote", Rule.Response.INCREASES),
            Map.entry("promotes", Rule.Response.INCREASES),
            Map.entry("raises", Rule.Response.INCREASES),
            Map.entry("activates", Rule.Response.INCREASES),
            Map.entry("induces", Rule.Response.INCREASES),
            Map.entry("stimulates", Rule.Response.INCREASES),
            Map.entry("upregulates", Rule.Response.INCREASES),
            Map.entry("up", Rule.Response.INCREASES),
            Map.entry("decrease", Rule.Response.DECREASES),
            Map.entry("decreased", Rule.Response.DECREASES),
            Map.entry("inhibit", Rule.Response.DECREASES),
            Map.entry("inhibits", Rule.Response.DECREASES),
            Map.entry("lowers", Rule.Response.DECREASES),
            Map.entry("reduces", Rule.Response.DECREASES),
            Map.entry("represses", Rule.Response.DECREASES),
            Map.entry("suppresses", Rule.Response.DECREASES),
            Map.entry("downregulates", Rule.Response.DECREASES),
            Map.entry("down", Rule.Response.DECREASES));

    private final Vocabulary<Signal> signals;
    private final Vocabulary<Behaviour> behaviours;
    private final List<String> types;
    private final Phrases signalPhrases;
    private final Phrases behaviourPhrases;
    private final Phrases typePhrases;
    private final TissueModel model;

    /// The words of a model, of whose cell types the names count alone.
    public RuleWords(TissueModel model) {
        this.model = model;
        signals = model.signals();
        behaviours = model.behaviours();
        types = model.types().stream().map(CellType::name).toList();
        signalPhrases = Phrases.of(signals);
        behaviourPhrases = Phrases.of(behaviours);
        typePhrases = Phrases.ofTypes(types);
    }

    Vocabulary<Signal> signals() {
        return signals;
    }

    Vocabulary<Behaviour> behaviours() {
        return behaviours;
    }

    List<String> types() {
        return types;
    }

    /// How sentences name signals, by their places.
    Phrases signalPhrases() {
        return signalPhrases;
    }

    /// How sentences name behaviours, by their places.
    Phrases behaviourPhrases() {
        return behaviourPhrases;
    }

    /// How sentences name cell types, by their numbers.
    Phrases typePhrases() {
        return typePhrases;
    }

    String unitOfSignal(int place) {
        return model.unit(signals.word(place), signals.subject(place));
    }

    String unitOfBehaviour(int place) {
        return model.unit(behaviours.word(place), behaviours.subject(place));
    }

    /// The word `increases` or `decreases`, capitals aside.
    static Optional<Rule.Response> response(String written) {
        for (Rule.Response response : Rule.Response.values()) {
            if (response.word().equalsIgnoreCase(written)) {
                return Optional.of(response);
            }
        }
        return Optional.empty();
    }

    /// What the writer of a word that is no direction probably meant.
    static Optional<Rule.Response> meantResponse(String written) {
        Rule.Response meant = MEANT.get(written.toLowerCase(Locale.ROOT));
        return meant != null
                ? Optional.of(meant)
                : NearMiss.of(written, List.of("increases", "decreases")).flatMap(RuleWords::response);
    }

    static String unknownResponse(String written) {
        return "\"" + written + "\" is no direction, expected increases or decreases"
                + meantResponse(written)
                        .map(meant -> ", did you mean \"" + meant.word() + "\"?")
                        .orElse("");
    }

    String unknownType(String written) {
        return "\"" + written + "\" is no cell type"
                + NearMiss.of(written, types)
                        .map(near -> ", did you mean \"" + near + "\"?")
                        .orElseGet(() -> ", expected one of "
                                + types.stream().map(type -> "\"" + type + "\"").collect(Collectors.joining(", ")));
    }

    String unknownSignal(String written) {
        return unknown(written, "signal", signals, "behaviour", behaviours);
    }

    /// What to say of a name that is no behaviour.
    public String unknownBehaviour(String written) {
        if (written.equals("phagocytose dead cell")) {
            return "\"" + written
                    + "\" is no behaviour any more: there is one for each way to die, phagocytose apoptotic"
                    + " cell, necrotic cell and other dead cell";
        }
        return unknown(written, "behaviour", behaviours, "signal", signals);
    }

    private static String unknown(
            String written, String what, Vocabulary<?> vocabulary, String otherWhat, Vocabulary<?> other) {
        String found =
                "\"" + written + "\" is no " + what + (other.find(written).isPresent() ? " but a " + otherWhat : "");
        Optional<String> near = NearMiss.of(written, vocabulary.spellings().keySet());
        if (near.isPresent()) {
            return found + ", did you mean \"" + near.get() + "\"?";
        }
        List<String> like = new ArrayList<>();
        for (String name : vocabulary.names()) {
            if (like.size() < 3 && sharesLongWord(name, written)) {
                like.add("\"" + name + "\"");
            }
        }
        return like.isEmpty() ? found : found + ", there is " + String.join(", ", like);
    }

    private static boolean sharesLongWord(String name, String written) {
        List<String> of = List.of(name.toLowerCase(Locale.ROOT).split("\\W+"));
        for (String word : written.toLowerCase(Locale.ROOT).split("\\W+")) {
            if (word.length() > 3 && of.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /// What an ambiguous name may mean; empty for one that is not.
    public static <W extends Enum<W> & Word> Optional<String> ambiguous(Vocabulary<W> vocabulary, String written) {
        SortedSet<Integer> places = vocabulary.ambiguous().get(written);
        return places == null
                ? Optional.empty()
                : Optional.of("\"" + written + "\" means more than one thing: "
                        + places.stream()
                                .map(place -> "\"" + vocabulary.word(place).pattern() + "\"")
                                .collect(Collectors.joining(" and "))
                        + "; give a substance, cell type or variable another name");
    }
}
