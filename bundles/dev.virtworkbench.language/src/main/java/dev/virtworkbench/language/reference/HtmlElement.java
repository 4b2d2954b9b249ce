package dev.virtworkbench.language.reference;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** An element of an XHTML page, with everything in it. Immutable. */
record HtmlElement(String tag, Map<String, String> attributes, List<HtmlNode> children) implements HtmlNode {

    /**
     * Reads the element with an id. It is looked for as text, as parsing half a megabyte before it takes a hundred
     * times as long; inside text and examples the pages write quotes and brackets otherwise.
     */
    static Optional<HtmlElement> read(String page, String id) throws IOException {
        int attribute = page.indexOf(" id=\"" + id + "\"");
        if (attribute < 0) {
            return Optional.empty();
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            String fromElement = page.substring(page.lastIndexOf('<', attribute));
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(fromElement));
            reader.nextTag();
            return Optional.of(element(reader));
        } catch (XMLStreamException e) {
            throw new IOException("the page is no XHTML", e);
        }
    }

    List<HtmlElement> elements() {
        return children.stream().filter(HtmlElement.class::isInstance).map(HtmlElement.class::cast).toList();
    }

    @Override
    public String text() {
        return children.stream().map(HtmlNode::text).collect(Collectors.joining());
    }

    /** Reads the element that the reader has just entered. */
    private static HtmlElement element(XMLStreamReader reader) throws XMLStreamException {
        String tag = reader.getLocalName();
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        List<HtmlNode> children = new ArrayList<>();
        for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                children.add(element(reader));
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                children.add(new Text(reader.getText()));
            }
        }
        return new HtmlElement(tag, Map.copyOf(attributes), List.copyOf(children));
    }
}
