package dev.virtworkbench.language.validation;

import dev.virtworkbench.language.relaxng.MatchState;
import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.SyntaxProblem;
import dev.virtworkbench.language.syntax.XmlAttribute;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * Remembers elements in which there was no mistake. Somebody who types changes one of them at a time: the others, written as before
 * and standing where the schema is in the same state, need not be matched again. On a domain of 20,000 lines that takes three
 * quarters of the time off; and in a folder of domains, many devices are written alike. Safe for use by several threads.
 */
final class SoundElements {

    /** Elements remembered: those of a document of some 100,000 lines. All are forgotten when there are more. */
    private static final int MOST = 1 << 15;
    /** Longer elements, in characters, are matched child by child. */
    private static final int LONGEST = 4_000;
    /** Children with which it pays: white space between them counts as well. */
    private static final int MANY = 32;
    /** The same in the document's root and in what stands directly in it: what they hold is alike in many documents. */
    private static final int SOME = 5;
    private static final int OUTERMOST = 2;

    /**
     * @param depth of the element: what nests too deeply is not looked at, and so is sound there alone
     * @param before the state before the element
     * @param namespaces the declarations that are in force around it
     * @param source the element as it is written
     */
    private record Key(int depth, MatchState before, String namespaces, String source) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && depth == that.depth && source.equals(that.source) && namespaces.equals(that.namespaces)
                    && before.equals(that.before);
        }

        @Override
        public int hashCode() {
            return source.hashCode() * 31 + before.hashCode();
        }
    }

    private final Map<Key, MatchState> behind = new ConcurrentHashMap<>();

    /** What is remembered of the children of one element. */
    final class In {

        private final List<SyntaxProblem> problems;
        private final String namespaces;
        private final int depth;

        private In(XmlTree tree, XmlElement parent, int depth) {
            this.depth = depth;
            problems = tree.problems();
            namespaces = namespaces(parent);
        }

        /** How the child is looked up in this state; empty if its characters alone do not decide what it is. */
        private Optional<Key> key(XmlElement child, MatchState before) {
            Span span = child.span();
            boolean malformed = !problems.isEmpty() && problems.stream().anyMatch(problem ->
                    problem.span().start() <= span.end() && span.start() <= problem.span().end());
            return malformed || span.length() > LONGEST ? Optional.empty()
                    : Optional.of(new Key(depth + 1, before, namespaces, child.source()));
        }
    }

    /**
     * The children of an element, if remembering them pays.
     *
     * @param depth of the element, 1 for the root
     */
    Optional<In> in(XmlTree tree, XmlElement parent, int depth) {
        return parent.children().size() < (depth <= OUTERMOST ? SOME : MANY)
                ? Optional.empty() : Optional.of(new In(tree, parent, depth));
    }

    /**
     * The state behind a child: the one remembered, or the one worked out.
     *
     * @param mistakes tells how many mistakes have been found so far
     */
    MatchState behind(In children, XmlElement child, MatchState before, IntSupplier mistakes, Supplier<MatchState> worked) {
        Optional<Key> key = children.key(child, before);
        MatchState known = key.map(behind::get).orElse(null);
        if (known != null) {
            return known;
        }
        int found = mistakes.getAsInt();
        MatchState after = worked.get();
        if (key.isPresent() && mistakes.getAsInt() == found) {
            if (behind.size() >= MOST) {
                behind.clear();
            }
            behind.put(key.get(), after);
        }
        return after;
    }

    private static String namespaces(XmlElement element) {
        StringBuilder out = new StringBuilder();
        for (XmlElement at = element; at != null; at = at.parent().orElse(null)) {
            for (XmlAttribute attribute : at.attributes()) {
                if (attribute.declaresNamespace()) {
                    out.append(attribute.name()).append('=').append(attribute.value()).append('\n');
                }
            }
        }
        return out.toString();
    }
}
