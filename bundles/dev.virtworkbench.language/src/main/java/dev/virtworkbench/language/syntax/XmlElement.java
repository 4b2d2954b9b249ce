package dev.virtworkbench.language.syntax;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** An element as it is written, closed or not. Where its end tag is missing it ends where it most likely was meant to. */
public final class XmlElement implements XmlNode {

    private final String text;
    private final String name;
    private final Span nameSpan;
    private final Span startTag;
    private final boolean selfClosing;
    private final boolean startTagFinished;
    private final List<XmlAttribute> attributes;
    XmlElement parent;
    String namespace = "";
    List<XmlNode> children = new ArrayList<>(0);
    Span endTag;
    Span endName;
    int end;

    XmlElement(String text, String name, Span nameSpan, Span startTag, boolean selfClosing, boolean startTagFinished,
            List<XmlAttribute> attributes) {
        this.text = text;
        this.name = name;
        this.nameSpan = nameSpan;
        this.startTag = startTag;
        this.selfClosing = selfClosing;
        this.startTagFinished = startTagFinished;
        this.attributes = List.copyOf(attributes);
        this.end = startTag.end();
        for (XmlAttribute attribute : this.attributes) {
            attribute.owner = this;
        }
    }

    /** Ends building: nothing changes afterwards. */
    void freeze() {
        children = children.isEmpty() ? List.of() : Collections.unmodifiableList(children);
    }

    /** The name as written, with its prefix. */
    public String name() {
        return name;
    }

    /** What stands before the colon; empty without one. */
    public String prefix() {
        return Namespaces.prefix(name);
    }

    public String localName() {
        return Namespaces.localName(name);
    }

    /** The namespace the element is in; empty if none, or where its prefix is not bound. */
    public String namespace() {
        return namespace;
    }

    /** The name in the start tag. */
    public Span nameSpan() {
        return nameSpan;
    }

    /** From {@code <} to {@code >}, or as far as an unfinished tag goes. */
    public Span startTag() {
        return startTag;
    }

    /** Whether the start tag has its {@code >}. */
    public boolean startTagFinished() {
        return startTagFinished;
    }

    /** Whether it is written {@code <name/>}. */
    public boolean selfClosing() {
        return selfClosing;
    }

    public Optional<Span> endTag() {
        return Optional.ofNullable(endTag);
    }

    /** The name in the end tag. It differs from {@link #name()} where the end tag is misspelt. */
    public Optional<Span> endNameSpan() {
        return Optional.ofNullable(endName);
    }

    /** Whether it has an end tag or needs none. */
    public boolean closed() {
        return selfClosing || endTag != null;
    }

    @Override
    public Span span() {
        return new Span(startTag.start(), end);
    }

    /** What stands between the tags; empty behind a self-closed tag. */
    public Span content() {
        return new Span(startTag.end(), endTag == null ? Math.max(end, startTag.end()) : endTag.start());
    }

    @Override
    public Optional<XmlElement> parent() {
        return Optional.ofNullable(parent);
    }

    public List<XmlAttribute> attributes() {
        return attributes;
    }

    public Optional<XmlAttribute> attribute(String attributeName) {
        for (XmlAttribute attribute : attributes) {
            if (attribute.name().equals(attributeName)) {
                return Optional.of(attribute);
            }
        }
        return Optional.empty();
    }

    /** The value of an attribute; empty where it is not written. */
    public String value(String attributeName) {
        return attribute(attributeName).map(XmlAttribute::value).orElse("");
    }

    public List<XmlNode> children() {
        return children;
    }

    /** The child elements. */
    public List<XmlElement> elements() {
        List<XmlElement> found = new ArrayList<>();
        for (XmlNode child : children) {
            if (child instanceof XmlElement element) {
                found.add(element);
            }
        }
        return Collections.unmodifiableList(found);
    }

    /** The child elements of that name. */
    public List<XmlElement> elements(String elementName) {
        return elements().stream().filter(e -> e.name.equals(elementName)).toList();
    }

    /** The first child element of that name. */
    public Optional<XmlElement> element(String elementName) {
        for (XmlNode child : children) {
            if (child instanceof XmlElement element && element.name.equals(elementName)) {
                return Optional.of(element);
            }
        }
        return Optional.empty();
    }

    /** The character data directly inside, references replaced. */
    public String text() {
        StringBuilder out = null;
        String only = "";
        for (XmlNode child : children) {
            if (child instanceof XmlText data) {
                if (out == null && only.isEmpty()) {
                    only = data.value();
                } else {
                    out = out == null ? new StringBuilder(only) : out;
                    out.append(data.value());
                }
            }
        }
        return out == null ? only : out.toString();
    }

    /** Where the character data stands, from its first to its last character that is no space; empty where there is none. */
    public Optional<Span> textSpan() {
        int start = -1;
        int stop = -1;
        for (XmlNode child : children) {
            if (child instanceof XmlText data && !data.blank()) {
                start = start < 0 ? data.trimmed().start() : start;
                stop = data.trimmed().end();
            }
        }
        return start < 0 ? Optional.empty() : Optional.of(new Span(start, stop));
    }

    /** The names from the root to here, as in {@code domain/devices/disk}. */
    public String path() {
        StringBuilder path = new StringBuilder(name);
        for (XmlElement at = parent; at != null; at = at.parent) {
            path.insert(0, at.name + "/");
        }
        return path.toString();
    }

    /** The namespace a prefix stands for here; empty where it is not bound. */
    public Optional<String> namespaceOf(String prefix) {
        String declaration = prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix;
        for (XmlElement at = this; at != null; at = at.parent) {
            Optional<XmlAttribute> declared = at.attribute(declaration);
            if (declared.isPresent()) {
                return declared.map(XmlAttribute::value);
            }
        }
        return prefix.equals("xml") ? Optional.of(Namespaces.XML) : Optional.empty();
    }

    /** The element as it is written. */
    public String source() {
        return text.substring(startTag.start(), end);
    }

    @Override
    public String toString() {
        return "<" + name + "> " + span();
    }
}
