package org.immunarium.tissue.physicell;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/// Reads a settings file into a tree, safely: no document type (so no entities of its own, no files or addresses
/// fetched), and limits on size and depth.
final class XmlTree extends DefaultHandler {

    /// Far beyond any settings that people write or tools export.
    static final long MOST_BYTES = 64L << 20;

    private static final int DEEPEST = 50;

    private static final String NO_CHARACTERS =
            "there are bytes that are no characters in the file's encoding (UTF-8 unless it names another)";

    private final String source;
    private final Findings findings;
    private final Deque<XmlElement> open = new ArrayDeque<>();
    private final List<XmlElement> roots = new ArrayList<>(1);
    private int line = 1;
    private Locator locator = new org.xml.sax.helpers.LocatorImpl();

    private XmlTree(String source, Findings findings) {
        this.source = source;
        this.findings = findings;
    }

    /// @return the outermost element
    /// @throws InvalidInputException if the file cannot be read, is not well-formed, has a document
    ///     type or passes a limit
    static XmlElement read(Path file, String source, Findings findings) {
        XmlTree tree = new XmlTree(source, findings);
        try (InputStream input = Files.newInputStream(file)) {
            if (Files.size(file) > MOST_BYTES) {
                throw invalid(source, 1, "the file is larger than " + (MOST_BYTES >> 20) + " MB");
            }
            parser().parse(new InputSource(input), tree);
            return tree.roots.getFirst();
        } catch (SAXParseException e) {
            if (e.getException() instanceof CharConversionException) {
                throw invalid(source, tree.line, NO_CHARACTERS);
            }
            throw invalid(source, Math.max(1, e.getLineNumber()), "not well-formed XML: " + plain(e));
        } catch (SAXException e) {
            throw invalid(source, tree.line, plain(e));
        } catch (CharConversionException e) {
            throw invalid(source, tree.line, NO_CHARACTERS);
        } catch (IOException e) {
            throw invalid(source, tree.line, "the file cannot be read: " + plain(e));
        }
    }

    private static SAXParser parser() throws SAXException {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
            factory.setFeature(javax.xml.XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newSAXParser();
        } catch (ParserConfigurationException e) {
            throw new AssertionError("the JDK's own parser knows these features", e);
        }
    }

    private static String plain(Exception e) {
        String message = e.getMessage();
        if (message == null) {
            return "unreadable";
        }
        return message.startsWith("DOCTYPE")
                ? "a document type (<!DOCTYPE ...>) was found; it is not read, because it can define entities and"
                        + " name other files: remove it"
                : message.replaceFirst("^JAXP[0-9]+: ", "");
    }

    private static InvalidInputException invalid(String source, int line, String message) {
        return new InvalidInputException(Problem.at(source, line, message));
    }

    @Override
    public void setDocumentLocator(Locator locator) {
        this.locator = locator;
    }

    @Override
    public void startElement(String uri, String localName, String name, Attributes attributes) throws SAXException {
        line = Math.max(1, locator.getLineNumber());
        if (open.size() >= DEEPEST) {
            throw new SAXException("elements are nested more than " + DEEPEST + " deep");
        }
        XmlElement element = new XmlElement(name, line, source, findings);
        for (int i = 0; i < attributes.getLength(); i++) {
            element.attributes.put(attributes.getQName(i), attributes.getValue(i));
        }
        if (open.isEmpty()) {
            roots.add(element);
        } else {
            open.element().children.add(element);
        }
        open.push(element);
    }

    @Override
    public void characters(char[] text, int start, int length) {
        open.element().characters.append(text, start, length);
    }

    @Override
    public void endElement(String uri, String localName, String name) {
        open.pop();
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
        throw e;
    }
}
