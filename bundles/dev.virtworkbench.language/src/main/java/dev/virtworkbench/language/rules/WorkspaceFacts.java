package dev.virtworkbench.language.rules;

import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.List;
import java.util.Optional;

/** What rules need to know of the other documents of a workspace. Implementations give a state that does not change. */
@FunctionalInterface
public interface WorkspaceFacts {

    /** A document on its own. */
    WorkspaceFacts NONE = List::of;

    /** The storage pools that other documents describe, the one at hand left out; in a stable order. */
    List<Pool> otherPools();

    /**
     * A storage pool as a document describes it.
     *
     * @param document what people call the document: a path or URI
     * @param name the pool's name; empty where it has none yet
     * @param type the pool's type, as in {@code dir}; empty where it has none yet
     * @param targetPath where its volumes appear on the host, as written; empty where it has none
     */
    record Pool(String document, String name, String type, String targetPath) {

        /** The pool that a document describes; empty if it describes none. */
        public static Optional<Pool> of(String document, XmlTree tree) {
            return tree.root().filter(root -> root.name().equals("pool")).map(root -> new Pool(document,
                    text(root.element("name")), root.value("type"),
                    text(root.element("target").flatMap(target -> target.element("path")))));
        }

        private static String text(Optional<XmlElement> element) {
            return element.map(XmlElement::text).map(String::strip).orElse("");
        }
    }
}
