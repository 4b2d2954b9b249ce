package dev.virtworkbench.language.relaxng;

import com.thaiopensource.resolver.Identifier;
import com.thaiopensource.resolver.xml.sax.SAXResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.sax.SAXSource;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** Gives Jing the files of a {@link SchemaSource}, and a parser that takes no DOCTYPE and opens nothing itself. */
final class SchemaFiles extends SAXResolver {

    /** Stands for the source's root while the files are read. */
    private static final String ROOT = "schema:/";

    private final SchemaSource source;
    private final Map<String, URI> locations = new HashMap<>();
    private final Set<SchemaFile> opened = new LinkedHashSet<>();
    private final SAXParserFactory parsers;

    SchemaFiles(SchemaSource source) throws GrammarException {
        this.source = source;
        this.parsers = SAXParserFactory.newDefaultInstance();
        parsers.setNamespaceAware(true);
        try {
            parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        } catch (ParserConfigurationException | SAXException e) {
            throw new GrammarException(e.getMessage(), null, e);
        }
    }

    /** What Jing knows a file by. */
    static String systemId(String fileName) {
        return ROOT + fileName;
    }

    URI root() {
        return source.root();
    }

    /** The files read so far. */
    List<SchemaFile> opened() {
        return List.copyOf(opened);
    }

    /** Where a file is that Jing knows by this name. */
    URI location(String systemId) {
        return locations.computeIfAbsent(systemId, id -> URI.create(source.root() + id.substring(ROOT.length())));
    }

    @Override
    public SAXSource resolve(Identifier identifier) throws SAXException, IOException {
        String systemId = identifier.getUriReference();
        if (identifier.getBase() != null) {
            try {
                systemId = URI.create(identifier.getBase()).resolve(systemId).toString();
            } catch (IllegalArgumentException e) {
                throw new SAXException(e);
            }
        }
        if (!systemId.startsWith(ROOT) || systemId.startsWith("../", ROOT.length())) {
            throw new IOException(identifier.getUriReference() + " is outside of " + source.root());
        }
        InputSource input = new InputSource(systemId);
        String name = systemId.substring(ROOT.length());
        try (InputStream in = source.open(name)) {
            byte[] bytes = in.readAllBytes();
            opened.add(SchemaFile.of(name, bytes));
            input.setByteStream(new ByteArrayInputStream(bytes));
        }
        return new SAXSource(createXMLReader(), input);
    }

    @Override
    protected XMLReader createXMLReaderWithoutResolver() throws SAXException {
        try {
            return parsers.newSAXParser().getXMLReader();
        } catch (ParserConfigurationException e) {
            throw new SAXException(e);
        }
    }
}
