package dev.virtworkbench.language.commandlines;

import dev.virtworkbench.language.syntax.Span;
import java.util.List;
import java.util.Optional;

/**
 * What became of one command of a text.
 *
 * @param command its program, with virsh its command too, as in {@code virsh pool-define-as}
 * @param span from its first to its last word
 * @param document what the command would have libvirt define or attach; empty for a command that does neither
 * @param notes what is to be known besides, what has to be done first
 */
public record Translation(String command, Span span, Optional<Document> document, List<Note> notes) {

    /**
     * A document, or a piece of one.
     *
     * @param root the name of its root element, as in {@code pool}, or {@code disk} for a piece of a domain
     * @param xml indented, with a line break at its end; always well-formed
     * @param owner what it goes into: the domain of a disk, an interface or a snapshot, the pool of a volume; empty where it
     *        stands for itself or the command does not say
     */
    public record Document(String root, String xml, String owner) {

        static Document of(Element root, String owner) {
            return new Document(root.name(), root.toString(), owner);
        }

        /** Whether it is to be put into a domain's {@code <devices>}. */
        public boolean device() {
            return List.of("disk", "interface").contains(root);
        }
    }
}
