package dev.virtworkbench.language.completion;

import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.TextEdit;
import java.util.List;
import java.util.Optional;

/**
 * Something that can be written at a place.
 *
 * @param label the bare name or value; for a whole device what it is
 * @param kind what it is
 * @param replaced the characters that it replaces; empty to insert
 * @param text what is inserted, in the syntax of LSP snippets if {@code snippet}
 * @param snippet whether {@code text} has tab stops
 * @param filter what typed characters are held against
 * @param group ranks before the order in the list: the lower the better
 * @param required whether the document is not valid without it
 * @param also further changes, such as the declaration of a namespace
 * @param about what to look up for its documentation; empty where there is nothing to say
 */
public record Proposal(String label, Kind kind, Span replaced, String text, boolean snippet, String filter, int group,
        boolean required, List<TextEdit> also, Optional<Subject> about) {

    public Proposal {
        also = List.copyOf(also);
    }

    /** What is proposed. */
    public enum Kind { ELEMENT, ATTRIBUTE, VALUE, TEXT, END_TAG, WHOLE_DEVICE, WHOLE_DOCUMENT }

    /**
     * What a proposal is about, to explain it later.
     *
     * @param kind the kind of document, as {@link dev.virtworkbench.language.reference.Reference} takes it
     * @param path the names from the root to the element
     * @param attribute the attribute, for attributes and their values
     * @param value the value, for values
     */
    public record Subject(String kind, List<String> path, Optional<String> attribute, Optional<String> value) {

        public Subject {
            path = List.copyOf(path);
        }
    }
}
