package org.immunarium.equations.sbml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// An element of an XML file, with its place. Trees may be changed: that is how composition is flattened.
final class XmlElement {

    /// An attribute; `namespace` is empty for the usual ones without prefix.
    record Attribute(String namespace, String name, String value) {}

    final String source;
    final int line;
    final String namespace;
    final String name;
    final List<Attribute> attributes;
    final List<XmlElement> children = new ArrayList<>();
    /// All character data directly inside, joined.
    String text = "";
    /// How much of the parent's text came before this element.
    int offset;

    XmlElement(String source, int line, String namespace, String name, List<Attribute> attributes) {
        this.source = source;
        this.line = line;
        this.namespace = namespace;
        this.name = name;
        this.attributes = attributes;
    }

    /// An element made by us, at the place of another.
    XmlElement(XmlElement at, String namespace, String name) {
        this(at.source, at.line, namespace, name, new ArrayList<>());
    }

    boolean is(String namespace, String name) {
        return this.name.equals(name) && this.namespace.equals(namespace);
    }

    /// An attribute without namespace.
    Optional<String> attribute(String name) {
        return attribute("", name);
    }

    Optional<String> attribute(String namespace, String name) {
        for (Attribute attribute : attributes) {
            if (attribute.name.equals(name) && attribute.namespace.equals(namespace)) {
                return Optional.of(attribute.value);
            }
        }
        return Optional.empty();
    }

    /// Sets an attribute without namespace, or takes it away where `value` is empty.
    void set(String name, Optional<String> value) {
        set("", name, value);
    }

    void set(String namespace, String name, Optional<String> value) {
        for (int i = 0; i < attributes.size(); i++) {
            Attribute attribute = attributes.get(i);
            if (attribute.name.equals(name) && attribute.namespace.equals(namespace)) {
                if (value.isPresent()) {
                    attributes.set(i, new Attribute(namespace, name, value.get()));
                } else {
                    attributes.remove(i);
                }
                return;
            }
        }
        value.ifPresent(v -> attributes.add(new Attribute(namespace, name, v)));
    }

    /// The first child of that name.
    Optional<XmlElement> child(String namespace, String name) {
        for (XmlElement child : children) {
            if (child.is(namespace, name)) {
                return Optional.of(child);
            }
        }
        return Optional.empty();
    }

    /// The children of the first child of that name; none where it is missing.
    List<XmlElement> list(String namespace, String name) {
        return child(namespace, name).map(list -> list.children).orElse(List.of());
    }

    /// A copy that shares nothing with this one.
    XmlElement copy() {
        return copy(UnaryOperator.identity());
    }

    /// A copy with other namespaces.
    XmlElement copy(UnaryOperator<String> namespaces) {
        XmlElement copy =
                new XmlElement(source, line, namespaces.apply(namespace), name, new ArrayList<>(attributes.size()));
        for (Attribute attribute : attributes) {
            copy.attributes.add(new Attribute(namespaces.apply(attribute.namespace), attribute.name, attribute.value));
        }
        copy.text = text;
        copy.offset = offset;
        for (XmlElement child : children) {
            copy.children.add(child.copy(namespaces));
        }
        return copy;
    }

    /// This and everything inside, from the outside in.
    void walk(Consumer<XmlElement> visitor) {
        visitor.accept(this);
        for (XmlElement child : List.copyOf(children)) {
            child.walk(visitor);
        }
    }

    @Override
    public String toString() {
        return "<" + name + "> at " + source + ":" + line;
    }
}
