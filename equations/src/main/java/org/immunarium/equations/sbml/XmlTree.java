package org.immunarium.equations.sbml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;

/// Reads an XML file into a tree, safely: no document type (so no entities of its own, no files or addresses
/// fetched), and limits on depth and size.
///
/// Notes and annotations are left out; what matters of them is counted.
final class XmlTree {

    /// Deeper than any formula that people write or tools export, shallow enough to be walked recursively.
    static final int DEEPEST = 1_000;

    /// Annotations by which COPASI and libRoadRunner give a function a meaning that MathML lacks before L3V2.
    static final String SYMBOLS = "http://sbml.org/annotations/symbols";

    /// A model of this size would not fit into memory later.
    static final int MOST_ELEMENTS = 5_000_000;

    private final String source;
    private int elements;

    /// Elements called `annotation` that were passed over.
    private int annotations;

    private boolean simBiology;
    private boolean numbersAsTheyStand;

    private XmlTree(String source) {
        this.source = source;
    }

    /// @param root        the outermost element
    /// @param annotations how many annotations were passed over
    /// @param simBiology  whether one of them says that SimBiology wrote the file
    /// @param numbersAsTheyStand whether one says, as [SbmlWriter] does, that units must not be converted
    record Result(XmlElement root, int annotations, boolean simBiology, boolean numbersAsTheyStand) {}

    /// @throws InvalidInputException if it is not well-formed, has a document type or passes a limit
    static Result read(String source, InputStream input) {
        XmlTree tree = new XmlTree(source);
        XmlElement root = tree.parse(input);
        return new Result(root, tree.annotations, tree.simBiology, tree.numbersAsTheyStand);
    }

    private static final XMLInputFactory FACTORY = factory();

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        // The JDK's own limit, 100, is passed by formulas that tools export; DEEPEST is ours.
        factory.setProperty("jdk.xml.maxElementDepth", "0");
        // Otherwise the parser writes to standard error, beside the exception that it throws.
        factory.setXMLReporter((message, type, information, location) -> {});
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
        return factory;
    }

    private XmlElement parse(InputStream input) {
        XMLStreamReader reader = null;
        try {
            reader = FACTORY.createXMLStreamReader(XmlEncoding.reader(input));
            return build(reader);
        } catch (UnsupportedCharsetException | IllegalCharsetNameException e) {
            throw new InvalidInputException(
                    Problem.at(source, 1, "the encoding named in the file is not known: " + e.getMessage()));
        } catch (IOException e) {
            throw new InvalidInputException(Problem.of(source, "the file cannot be read: " + e.getMessage()));
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof CharacterCodingException) {
                throw new InvalidInputException(Problem.of(
                        source,
                        "not text: there are bytes that are no characters in the file's encoding (UTF-8"
                                + " unless it names another)"));
            }
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
            throw new InvalidInputException(Problem.at(
                    source,
                    line,
                    "not well-formed XML: "
                            + (elements == 0 && plain(e).startsWith("Premature end")
                                    ? "the file is empty; an SBML document was expected"
                                    : plain(e))));
        } catch (RuntimeException e) {
            if (e instanceof InvalidInputException invalid) {
                throw invalid;
            }
            // The parser of the JDK answers some malformed input with unchecked exceptions.
            int line = reader == null ? 1 : Math.max(1, reader.getLocation().getLineNumber());
            throw new InvalidInputException(Problem.at(source, line, "not well-formed XML"));
        }
    }

    private XmlElement build(XMLStreamReader reader) throws XMLStreamException {
        Deque<XmlElement> open = new ArrayDeque<>();
        Deque<StringBuilder> texts = new ArrayDeque<>();
        XmlElement root = null;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (isPassedOver(reader)) {
                        passOver(reader, open);
                    } else {
                        XmlElement element = start(reader, open.size());
                        if (root == null) {
                            root = element;
                        } else {
                            Objects.requireNonNull(open.peek()).children.add(element);
                            element.offset =
                                    Objects.requireNonNull(texts.peek()).length();
                        }
                        open.push(element);
                        texts.push(new StringBuilder(0));
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (!texts.isEmpty()) {
                        texts.peek().append(reader.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT ->
                    open.pop().text = texts.pop().toString();
                case XMLStreamConstants.DTD ->
                    throw invalid(
                            reader,
                            "a document type (<!DOCTYPE ...>) was found; it is not read, because it can"
                                    + " define entities and name other files: remove it");
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw invalid(reader, "the entity &" + reader.getLocalName() + "; is not known");
                default -> {}
            }
        }
        return Optional.ofNullable(root)
                .orElseThrow(() -> new InvalidInputException(Problem.of(source, "empty: an SBML file was expected")));
    }

    private XmlElement start(XMLStreamReader reader, int depth) {
        count(reader, depth);
        List<XmlElement.Attribute> attributes = new ArrayList<>(reader.getAttributeCount());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.add(new XmlElement.Attribute(
                    orEmpty(reader.getAttributeNamespace(i)),
                    reader.getAttributeLocalName(i),
                    reader.getAttributeValue(i)));
        }
        return new XmlElement(
                source,
                reader.getLocation().getLineNumber(),
                orEmpty(reader.getNamespaceURI()),
                reader.getLocalName(),
                attributes);
    }

    private void count(XMLStreamReader reader, int depth) {
        if (depth >= DEEPEST) {
            throw invalid(reader, "elements are nested more than " + DEEPEST + " deep");
        }
        if (++elements > MOST_ELEMENTS) {
            throw invalid(reader, "more than " + MOST_ELEMENTS + " elements");
        }
    }

    /// Notes and annotations, of SBML and of MathML.
    private static boolean isPassedOver(XMLStreamReader reader) {
        return switch (reader.getLocalName()) {
            case "notes", "annotation", "annotations", "annotation-xml" -> true;
            default -> false;
        };
    }

    /// Passes over an annotation, all but the standard meaning that it gives a function: that becomes an attribute
    /// of the function's element.
    private void passOver(XMLStreamReader reader, Deque<XmlElement> open) throws XMLStreamException {
        int depth = open.size();
        boolean annotation = reader.getLocalName().equals("annotation");
        boolean others = false;
        boolean own = false;
        int inside = 1;
        count(reader, depth);
        while (inside > 0) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    count(reader, depth + inside++);
                    simBiology |= reader.getLocalName().equals("SimBiology");
                    boolean mark = SbmlWriter.NAMESPACE.equals(reader.getNamespaceURI());
                    numbersAsTheyStand |= mark && reader.getLocalName().equals(SbmlWriter.AS_THEY_STAND);
                    own |= mark;
                    others |= !mark;
                    if (SYMBOLS.equals(reader.getNamespaceURI()) && !open.isEmpty()) {
                        Optional<String> meaning = Optional.ofNullable(reader.getAttributeValue(null, "definition"));
                        open.getFirst().set(SYMBOLS, "definition", meaning);
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> inside--;
                default -> {}
            }
        }
        if (annotation && (others || !own)) {
            annotations++;
        }
    }

    private InvalidInputException invalid(XMLStreamReader reader, String message) {
        return new InvalidInputException(
                Problem.at(source, Math.max(1, reader.getLocation().getLineNumber()), message));
    }

    /// The parser's message without its place and codes.
    private static String plain(XMLStreamException e) {
        String message = Optional.ofNullable(e.getMessage()).orElse("unreadable");
        int start = message.indexOf("Message: ");
        String text = start < 0 ? message : message.substring(start + "Message: ".length());
        int address = text.indexOf("http://www.w3.org/TR/");
        if (address >= 0) {
            text = text.substring(address).replaceFirst("^\\S*#\\w+\\?", "").replace("&", ", ");
        }
        return text.strip();
    }

    private static String orEmpty(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }
}
