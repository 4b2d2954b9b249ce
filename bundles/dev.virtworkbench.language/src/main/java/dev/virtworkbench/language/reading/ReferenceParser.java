package dev.virtworkbench.language.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.xerces.jaxp.SAXParserFactoryImpl;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Xerces, with everything switched off by which a document could reach beyond itself or grow. Keeps its tables from one
 * document to the next; for one thread at a time.
 */
final class ReferenceParser {

    private static final String SAX = "http://xml.org/sax/features/";
    private static final String APACHE = "http://apache.org/xml/features/";

    private final XMLReader xerces;

    ReferenceParser() {
        try {
            SAXParserFactoryImpl factory = new SAXParserFactoryImpl();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(APACHE + "disallow-doctype-decl", true);
            factory.setFeature(SAX + "external-general-entities", false);
            factory.setFeature(SAX + "external-parameter-entities", false);
            factory.setFeature(APACHE + "nonvalidating/load-external-dtd", false);
            // Whatever encoding the JDK has, not only those in Xerces' own table.
            factory.setFeature(APACHE + "allow-java-encodings", true);
            xerces = factory.newSAXParser().getXMLReader();
        } catch (ParserConfigurationException | SAXException incomplete) {
            throw new IllegalStateException("this Xerces cannot be hardened", incomplete);
        }
        DefaultHandler nothing = new DefaultHandler();
        xerces.setContentHandler(nothing);
        xerces.setErrorHandler(nothing);
        // No external entity is ever read, should a switch above not hold.
        xerces.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
    }

    Optional<Refusal> refusal(byte[] document) {
        try {
            xerces.parse(new InputSource(new ByteArrayInputStream(document)));
            return Optional.empty();
        } catch (SAXParseException located) {
            return Optional.of(new Refusal(located.getLineNumber(), located.getColumnNumber(), located.getMessage()));
        } catch (SAXException | IOException unlocated) {
            // Encodings that do not exist or do not fit arrive as exceptions of the input.
            return Optional.of(new Refusal(-1, -1, String.valueOf(unlocated.getMessage())));
        }
    }
}
