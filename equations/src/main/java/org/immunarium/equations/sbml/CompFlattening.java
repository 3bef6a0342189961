package org.immunarium.equations.sbml;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immunarium.equations.sbml.CompInstance.Factor;

/// Makes one model of a composed one (SBML package comp, version 1).
///
/// Every use of a model becomes an instance with its own copy of the elements. Deletions and replacements are
/// then settled from the innermost instances out: an element that is replaced points to what replaces it. Last,
/// what is left of each instance is moved into the outermost model, with names as they are there ([CompRenaming]):
/// an element `x` of submodel `a` is called `a__x`.
final class CompFlattening {

    /// Nested uses of models beyond any real one; a model that contains itself would never end.
    private static final int DEEPEST = 100;

    /// More uses of models than any real composition has.
    private static final int MOST = 100_000;

    /// Stands for the path of the outermost model's file, which lies in its own folder.
    private static final Path MAIN = Path.of("main");

    /// What stands in for a replaced element, and by which parameter of which instance values are converted.
    record Link(XmlElement to, Optional<Factor> factor) {}

    private final SbmlLevel level;
    private final Diagnostics diagnostics;
    private final CompSources sources;
    private final Map<XmlElement, Link> replaced = new IdentityHashMap<>();
    private final Set<XmlElement> removed = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<XmlElement, CompInstance> owners = new IdentityHashMap<>();

    /// Elements that take over the name of what they replace.
    private final Map<XmlElement, XmlElement> takesNameOf = new IdentityHashMap<>();

    private final List<CompInstance> instances = new ArrayList<>();

    private CompFlattening(SbmlLevel level, Diagnostics diagnostics, Optional<CompSources.Folder> folder) {
        this.level = level;
        this.diagnostics = diagnostics;
        this.sources = new CompSources(level, diagnostics, folder);
    }

    /// The model of a file with all submodels in it; the model itself where it has none.
    static XmlElement flatten(
            XmlElement root,
            XmlElement model,
            SbmlLevel level,
            Diagnostics diagnostics,
            Optional<CompSources.Folder> folder) {
        if (model.list(SbmlLevel.COMP, "listOfSubmodels").isEmpty()) {
            return model;
        }
        CompFlattening flattening = new CompFlattening(level, diagnostics, folder);
        CompInstance top = new CompInstance(model.copy(), level);
        flattening.expand(top, new CompSources.Sheet(root, MAIN), 0);
        diagnostics.throwIfAny();
        flattening.settle(top);
        diagnostics.throwIfAny();
        return flattening.merge(top);
    }

    /// Makes the instances of an instance's submodels, and of theirs.
    private void expand(CompInstance instance, CompSources.Sheet sheet, int depth) {
        instances.add(instance);
        instance.model.walk(element -> owners.put(element, instance));
        for (XmlElement submodel : instance.model.list(SbmlLevel.COMP, "listOfSubmodels")) {
            if (depth >= DEEPEST || instances.size() >= MOST) {
                diagnostics.problem(submodel, "submodels are nested without end: a model seems to contain itself");
                return;
            }
            Optional<CompSources.Found> found = sources.find(sheet, CompInstance.comp(submodel, "modelRef"), submodel);
            if (found.isPresent()) {
                CompInstance child = new CompInstance(found.get().model().copy(), instance, submodel, level);
                instance.submodels.put(CompInstance.comp(submodel, "id"), child);
                expand(child, found.get().sheet(), depth + 1);
            }
        }
    }

    /// Settles deletions and replacements, the innermost first.
    private void settle(CompInstance instance) {
        instance.submodels.values().forEach(this::settle);
        for (XmlElement submodel : instance.model.list(SbmlLevel.COMP, "listOfSubmodels")) {
            CompInstance child = instance.submodels.get(CompInstance.comp(submodel, "id"));
            if (child != null) {
                for (XmlElement deletion : submodel.list(SbmlLevel.COMP, "listOfDeletions")) {
                    target(child, deletion).map(this::last).ifPresent(this::remove);
                }
            }
        }
        for (XmlElement child : instance.model.children) {
            child.walk(element -> {
                for (XmlElement old : element.list(SbmlLevel.COMP, "listOfReplacedElements")) {
                    replaces(instance, element, old);
                }
                element.child(SbmlLevel.COMP, "replacedBy").ifPresent(by -> replacedBy(instance, element, by));
            });
        }
    }

    private void replaces(CompInstance instance, XmlElement element, XmlElement old) {
        Optional<CompInstance> submodel = submodel(instance, old);
        if (submodel.isEmpty()) {
            return;
        }
        String deletion = CompInstance.comp(old, "deletion");
        if (!deletion.isEmpty()) {
            // What was deleted is gone already: this only says what it was deleted for.
            if (!isDeletion(instance, old, deletion)) {
                diagnostics.problem(old, "deletion = \"" + deletion + "\" is not among the deletions of its submodel");
            }
            return;
        }
        Optional<Factor> factor =
                old.attribute(SbmlLevel.COMP, "conversionFactor").map(f -> new Factor(instance, f.strip()));
        target(submodel.get(), old).ifPresent(t -> replace(t, element, factor));
    }

    private static boolean isDeletion(CompInstance instance, XmlElement reference, String id) {
        return instance.model.list(SbmlLevel.COMP, "listOfSubmodels").stream()
                .filter(s -> CompInstance.comp(s, "id").equals(CompInstance.comp(reference, "submodelRef")))
                .flatMap(s -> s.list(SbmlLevel.COMP, "listOfDeletions").stream())
                .anyMatch(d -> CompInstance.comp(d, "id").equals(id));
    }

    private void replacedBy(CompInstance instance, XmlElement element, XmlElement by) {
        Optional<XmlElement> target = submodel(instance, by).flatMap(submodel -> target(submodel, by));
        if (target.isPresent()) {
            XmlElement last = last(target.get());
            replace(element, last, Optional.empty());
            if (element.attribute("id").isPresent()) {
                takesNameOf.put(last, element);
            }
        }
    }

    private void replace(XmlElement old, XmlElement by, Optional<Factor> factor) {
        XmlElement last = last(old);
        if (last == by) {
            return;
        }
        replaced.put(last, new Link(by, factor));
        remove(last);
    }

    /// What an element has become so far.
    private XmlElement last(XmlElement element) {
        XmlElement last = element;
        Link link = replaced.get(last);
        while (link != null) {
            last = link.to;
            link = replaced.get(last);
        }
        return last;
    }

    /// Takes an element out; with a submodel, all that is in it.
    private void remove(XmlElement element) {
        removed.add(element);
        CompInstance owner = element.is(SbmlLevel.COMP, "submodel") ? owners.get(element) : null;
        if (owner != null) {
            CompInstance child = owner.submodels.get(CompInstance.comp(element, "id"));
            if (child != null) {
                removeAll(child);
            }
        }
    }

    private static void removeAll(CompInstance instance) {
        instance.removed = true;
        instance.submodels.values().forEach(CompFlattening::removeAll);
    }

    private Optional<CompInstance> submodel(CompInstance instance, XmlElement reference) {
        String name = CompInstance.comp(reference, "submodelRef");
        CompInstance submodel = instance.submodels.get(name);
        if (submodel == null) {
            diagnostics.problem(
                    reference,
                    "submodelRef = \"" + name + "\" does not exist; there are " + instance.submodels.keySet());
        }
        return Optional.ofNullable(submodel);
    }

    /// The element that a reference means in an instance, through ports and into submodels of submodels.
    private Optional<XmlElement> target(CompInstance instance, XmlElement reference) {
        return target(instance, reference, 0);
    }

    private Optional<XmlElement> target(CompInstance instance, XmlElement reference, int depth) {
        Optional<XmlElement> found = Optional.empty();
        String named = "";
        for (String kind : List.of("portRef", "idRef", "unitRef", "metaIdRef")) {
            Optional<String> name = reference.attribute(SbmlLevel.COMP, kind).map(String::strip);
            if (name.isPresent()) {
                named = kind + " = \"" + name.get() + "\"";
                found = Optional.ofNullable(
                        switch (kind) {
                            case "portRef" -> instance.ports.get(name.get());
                            case "idRef" -> instance.ids.get(name.get());
                            case "unitRef" -> instance.units.get(name.get());
                            default -> instance.metaIds.get(name.get());
                        });
                break;
            }
        }
        if (found.isPresent() && found.get().is(SbmlLevel.COMP, "port") && depth < DEEPEST) {
            found = target(instance, found.get(), depth + 1);
            if (found.isEmpty()) {
                return found;
            }
        }
        if (found.isEmpty()) {
            diagnostics.problem(reference, named + " does not exist in the model it refers to");
            return found;
        }
        Optional<XmlElement> further = reference.child(SbmlLevel.COMP, "sBaseRef");
        if (further.isEmpty()) {
            return found;
        }
        CompInstance owner = owners.get(found.get());
        CompInstance inner = owner == null ? null : owner.submodels.get(CompInstance.comp(found.get(), "id"));
        if (inner == null) {
            diagnostics.problem(reference, named + " is not a submodel, into which the reference goes on");
            return Optional.empty();
        }
        return target(inner, further.get(), depth + 1);
    }

    private XmlElement merge(CompInstance top) {
        CompRenaming renaming = new CompRenaming(level, removed, replaced, takesNameOf, owners);
        XmlElement flat = new XmlElement(
                top.model.source, top.model.line, level.namespace(), "model", new ArrayList<>(top.model.attributes));
        Map<String, XmlElement> lists = new LinkedHashMap<>();
        for (CompInstance instance : instances) {
            if (instance.removed) {
                continue;
            }
            for (XmlElement list : instance.model.children) {
                if (!list.namespace.equals(level.namespace())) {
                    continue;
                }
                XmlElement merged = lists.computeIfAbsent(list.name, name -> {
                    XmlElement made = new XmlElement(list, level.namespace(), name);
                    flat.children.add(made);
                    return made;
                });
                for (XmlElement element : list.children) {
                    if (!removed.contains(element)) {
                        merged.children.add(renaming.renamed(element, instance));
                    }
                }
            }
        }
        return flat;
    }
}
