package dev.virtworkbench.language.schema;

import dev.virtworkbench.language.relaxng.ElementDefinition;
import dev.virtworkbench.language.relaxng.Grammar;
import dev.virtworkbench.language.relaxng.MatchState;
import dev.virtworkbench.language.relaxng.QName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a text is to libvirt: a document of some kind, or a piece of a domain. */
public sealed interface DocumentType {

    /** The kind whose schema judges it; for a piece of a domain that is {@link DocumentKind#DOMAIN}. */
    DocumentKind kind();

    /** The name of its root element. */
    QName root();

    /**
     * The place before its root.
     *
     * @param grammar of {@link #kind()}
     * @return empty if the grammar has no such root: the libvirt it comes from is older
     */
    Optional<MatchState> start(Grammar grammar);

    /** A whole document. */
    record Document(DocumentKind kind) implements DocumentType {
        @Override
        public QName root() {
            return QName.of(kind.root());
        }

        @Override
        public Optional<MatchState> start(Grammar grammar) {
            return Optional.of(MatchState.before(grammar));
        }
    }

    /** An element of a domain, or one of its devices, by itself: as {@code virsh attach-device} takes it. */
    record Fragment(QName root) implements DocumentType {
        @Override
        public DocumentKind kind() {
            return DocumentKind.DOMAIN;
        }

        @Override
        public Optional<MatchState> start(Grammar grammar) {
            List<ElementDefinition> definitions = new ArrayList<>();
            for (ElementDefinition domain : grammar.start().elements()) {
                for (ElementDefinition part : domain.content().elements()) {
                    add(part, definitions);
                    if (part.nameClass().contains(QName.of("devices"))) {
                        part.content().elements().forEach(device -> add(device, definitions));
                    }
                }
            }
            return definitions.isEmpty() ? Optional.empty() : Optional.of(MatchState.before(grammar, definitions));
        }

        private void add(ElementDefinition part, List<ElementDefinition> definitions) {
            if (part.nameClass().contains(root) && !definitions.contains(part)) {
                definitions.add(part);
            }
        }
    }
}
