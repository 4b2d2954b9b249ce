package dev.virtworkbench.language.completion;

import dev.virtworkbench.language.relaxng.QName;
import dev.virtworkbench.language.syntax.KnownNamespaces;
import dev.virtworkbench.language.syntax.TextEdit;
import dev.virtworkbench.language.syntax.XmlAttribute;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.List;
import java.util.Optional;

/** Writes names with the prefix that the document has for their namespace, or declares the usual one. */
final class Prefixes {

    private final XmlTree tree;

    Prefixes(XmlTree tree) {
        this.tree = tree;
    }

    /** The name as it is written inside an element; empty where its namespace has no usual prefix. */
    Optional<String> written(QName name, XmlElement at) {
        if (name.namespace().isEmpty()) {
            return Optional.of(name.local());
        }
        return declared(name.namespace(), at).or(() -> KnownNamespaces.prefix(name.namespace()))
                .map(prefix -> prefix.isEmpty() ? name.local() : prefix + ":" + name.local());
    }

    /** The declaration that the name needs at the root; nothing where it is declared already. */
    List<TextEdit> declaration(QName name, XmlElement at) {
        if (name.namespace().isEmpty() || declared(name.namespace(), at).isPresent() || tree.root().isEmpty()) {
            return List.of();
        }
        return KnownNamespaces.prefix(name.namespace()).map(prefix -> List.of(
                KnownNamespaces.declaration(prefix, name.namespace(), tree.root().get()))).orElse(List.of());
    }

    private static Optional<String> declared(String namespace, XmlElement at) {
        for (XmlElement element = at; element != null; element = element.parent().orElse(null)) {
            for (XmlAttribute attribute : element.attributes()) {
                if (attribute.declaresNamespace() && attribute.value().equals(namespace)) {
                    return Optional.of(attribute.name().equals("xmlns") ? "" : attribute.localName());
                }
            }
        }
        return Optional.empty();
    }
}
