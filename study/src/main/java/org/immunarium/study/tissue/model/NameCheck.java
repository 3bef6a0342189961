package org.immunarium.study.tissue.model;

import java.util.List;
import org.immunarium.study.file.Section;
import org.immunarium.tissue.model.Subject;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.model.Vocabulary;
import org.immunarium.tissue.model.Word;

/// Judges the names that a file gives: none is empty, and none makes a word of rules mean two things.
final class NameCheck {

    private final Section file;
    private final TissueModel model;

    /// @param model has all names
    NameCheck(Section file, TissueModel model) {
        this.file = file;
        this.model = model;
    }

    /// Notes what is wrong.
    void check() {
        for (String group : List.of("substances", "variables", "cells")) {
            if (file.has(group)) {
                file.section(group)
                        .ifPresent(section -> section.keys().stream()
                                .filter(String::isBlank)
                                .forEach(
                                        name -> section.problem(name, group + ": a name was expected; found nothing")));
            }
        }
        check(model.signals());
        check(model.behaviours());
    }

    private <W extends Enum<W> & Word> void check(Vocabulary<W> vocabulary) {
        vocabulary.ambiguous().forEach((written, places) -> {
            int at = places.stream()
                    .filter(place -> vocabulary.word(place).subject() != Subject.CELL)
                    .reduce((_, last) -> last)
                    .orElse(places.first());
            Subject subject = vocabulary.word(at).subject();
            String group = group(subject);
            String name = name(subject, vocabulary.subject(at));
            file.section(group)
                    .ifPresent(section -> section.problem(
                            name,
                            group + "." + name + ": this name makes \"" + written + "\" mean more than one thing;"
                                    + " another name was expected"));
        });
    }

    private static String group(Subject subject) {
        return switch (subject) {
            case SUBSTANCE -> "substances";
            case VARIABLE -> "variables";
            case CELL, TYPE -> "cells";
            case ANTIGEN, DRUG -> "immunity";
        };
    }

    private String name(Subject subject, int number) {
        return switch (subject) {
            case SUBSTANCE -> model.substances().get(number).name();
            case VARIABLE -> model.variables().get(number).name();
            case CELL, TYPE -> model.types().get(number).name();
            case ANTIGEN -> model.immunity().orElseThrow().antigens().get(number);
            case DRUG -> model.immunity().orElseThrow().drugs().get(number).name();
        };
    }
}
