package dev.virtworkbench.engine.redaction;

import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.TextEdit;
import dev.virtworkbench.language.syntax.XmlAttribute;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Which parts of libvirt's XML are secrets: the passwords of VNC and SPICE, the one thing that libvirt itself shows only
 * with {@code VIR_DOMAIN_XML_SECURE}. Everything else that is secret, libvirt keeps in objects of its own and never in XML.
 */
public final class Redaction {

    /** What stands where a secret was. */
    public static final String MARK = "•••";

    private static final Set<String> SECRET_ATTRIBUTES = Set.of("passwd");

    private Redaction() {
    }

    public static boolean secret(XmlAttribute attribute) {
        return SECRET_ATTRIBUTES.contains(attribute.localName());
    }

    /** The secrets that a document holds, in document order; an empty password is none. */
    public static List<String> secrets(XmlTree document) {
        return secretAttributes(document).stream().map(XmlAttribute::value).filter(value -> !value.isEmpty()).toList();
    }

    /** The document as it is written, but without the attributes that are secret. */
    public static String withoutSecrets(String xml) {
        XmlTree document = XmlTree.parse(xml);
        List<TextEdit> removals = new ArrayList<>();
        for (XmlAttribute attribute : secretAttributes(document)) {
            int start = attribute.span().start();
            boolean spaced = start > 0 && Character.isWhitespace(xml.charAt(start - 1));
            removals.add(TextEdit.remove(new Span(spaced ? start - 1 : start, attribute.span().end())));
        }
        return TextEdit.apply(xml, removals);
    }

    /** A text, an error of libvirt's for one, with every secret of the document replaced by {@link #MARK}. */
    public static String hide(String text, XmlTree document) {
        String hidden = text;
        for (XmlAttribute attribute : secretAttributes(document)) {
            // as written too: libvirt's parse errors quote the line
            for (String secret : List.of(attribute.value(), attribute.valueSpan().map(s -> s.of(document.text())).orElse(""))) {
                hidden = secret.isEmpty() ? hidden : hidden.replace(secret, MARK);
            }
        }
        return hidden;
    }

    private static List<XmlAttribute> secretAttributes(XmlTree document) {
        List<XmlAttribute> found = new ArrayList<>();
        for (XmlElement element : document.elements()) {
            element.attributes().stream().filter(Redaction::secret).forEach(found::add);
        }
        return found;
    }
}
