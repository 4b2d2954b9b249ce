package dev.virtworkbench.language.syntax;

import java.util.List;

/**
 * One place where a text is not well-formed.
 *
 * @param code what is wrong
 * @param span the tag, quote or character at fault
 * @param arguments what {@code code} says it has, for the wording
 * @param repairs what mends it, best first; may be empty
 */
public record SyntaxProblem(SyntaxCode code, Span span, List<String> arguments, List<Repair> repairs) {

    public SyntaxProblem {
        arguments = List.copyOf(arguments);
        repairs = List.copyOf(repairs);
    }

    /** A way to mend a problem. */
    public enum RepairKind {
        CLOSE_TAG, SELF_CLOSE, INSERT_END_TAG, RENAME_END_TAG, REMOVE_END_TAG, INSERT_QUOTE, INSERT_EQUALS, INSERT_VALUE,
        INSERT_SPACE, ESCAPE, REMOVE, REMOVE_ATTRIBUTE, DECLARE_NAMESPACE
    }

    /**
     * @param kind what is done
     * @param argument what is inserted, escaped or removed, for the wording
     * @param edits the change, without overlaps
     */
    public record Repair(RepairKind kind, String argument, List<TextEdit> edits) {

        public Repair {
            edits = List.copyOf(edits);
        }

        static Repair insert(RepairKind kind, int offset, String text) {
            return new Repair(kind, text, List.of(TextEdit.insert(offset, text)));
        }

        static Repair replace(RepairKind kind, Span span, String argument, String text) {
            return new Repair(kind, argument, List.of(new TextEdit(span, text)));
        }
    }
}
