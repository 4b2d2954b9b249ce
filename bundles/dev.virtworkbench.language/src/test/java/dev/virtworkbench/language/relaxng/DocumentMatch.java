package dev.virtworkbench.language.relaxng;

import java.io.InputStream;
import java.util.Optional;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Feeds a whole document to a {@link MatchState}. */
final class DocumentMatch extends DefaultHandler {

    private final StringBuilder text = new StringBuilder();
    private Optional<MatchState> state;

    private DocumentMatch(MatchState start) {
        state = Optional.of(start);
    }

    /** Whether the document matches; SAX exceptions pass through. */
    static boolean valid(MatchState start, InputStream document) throws Exception {
        DocumentMatch match = new DocumentMatch(start);
        SAXParserFactory parsers = SAXParserFactory.newDefaultInstance();
        parsers.setNamespaceAware(true);
        parsers.newSAXParser().parse(document, match);
        return match.state.isPresent() && match.state.get().canEnd();
    }

    @Override
    public void startElement(String uri, String local, String qName, Attributes attributes) throws SAXException {
        flush();
        state = state.flatMap(s -> s.startTag(new QName(uri, local)));
        for (int i = 0; i < attributes.getLength(); i++) {
            QName name = new QName(attributes.getURI(i), attributes.getLocalName(i));
            String value = attributes.getValue(i);
            state = state.flatMap(s -> s.attribute(name, value));
        }
        state = state.flatMap(MatchState::closeStartTag);
    }

    @Override
    public void endElement(String uri, String local, String qName) {
        flush();
        state = state.flatMap(MatchState::endTag);
    }

    @Override
    public void characters(char[] ch, int start, int length) {
        text.append(ch, start, length);
    }

    private void flush() {
        String all = text.toString();
        text.setLength(0);
        state = state.flatMap(s -> s.text(all));
    }
}
