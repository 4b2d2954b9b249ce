package dev.virtworkbench.language.relaxng;

import dev.virtworkbench.language.relaxng.Frontier.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Function;

/**
 * A place in a document as the grammar sees it: what stands before the place has been matched, and this tells
 * what may follow. Each token leads to another state, or is refused. Immutable.
 *
 * <p>Tokens come in the order of the document: {@link #startTag}, then each {@link #attribute} in any order, then
 * {@link #closeStartTag}; then text and child elements; then {@link #endTag}. An element's text that no tag
 * interrupts comes as one {@link #text}, comments and CDATA sections notwithstanding; white space between tags
 * may be left out.
 */
public final class MatchState {

    /** Stands where an element holds more than text by now: white space means nothing there. */
    private static final String NOT_TEXT_ALONE = null;

    private final Grammar grammar;
    private final Frontier frontier;
    private final boolean inStartTag;
    /** All there is in the element so far if that is white space, else {@link #NOT_TEXT_ALONE}. */
    private final String blank;

    private MatchState(Grammar grammar, Frontier frontier, boolean inStartTag, String blank) {
        this.grammar = grammar;
        this.frontier = frontier;
        this.inStartTag = inStartTag;
        this.blank = blank;
    }

    /** The place before a document's root. */
    public static MatchState before(Grammar grammar) {
        return before(grammar, grammar.start());
    }

    /**
     * The place before a piece of a document.
     *
     * @param pattern of the grammar; what the piece must match
     */
    public static MatchState before(Grammar grammar, Pattern pattern) {
        grammar.table().letGoOfMany();
        return new MatchState(grammar, Frontier.of(pattern, null), false, NOT_TEXT_ALONE);
    }

    /** The place before a piece of a document whose root is one of these elements. */
    public static MatchState before(Grammar grammar, List<ElementDefinition> roots) {
        return before(grammar, grammar.table().choice(roots.stream().map(grammar.table()::element).toList()));
    }

    public Grammar grammar() {
        return grammar;
    }

    /** Whether this is inside of a start tag, behind the name. */
    public boolean inStartTag() {
        return inStartTag;
    }

    // ---- tokens

    /** Behind a start tag's name; empty if no such element may stand here. */
    public Optional<MatchState> startTag(QName name) {
        require(!inStartTag);
        List<Entry> next = new ArrayList<>(2);
        for (Entry entry : frontier.entries()) {
            for (PatternMemo.Branch branch : derivatives().startTag(entry.left(), name)) {
                next.add(new Entry(branch.inside(), Frontier.of(branch.rest(), entry.outer())));
            }
        }
        return state(next, true, NOT_TEXT_ALONE);
    }

    /** Behind an attribute; empty if there may be no such attribute, or none of that value. */
    public Optional<MatchState> attribute(QName name, String value) {
        return attribute(name, values -> derivatives().matches(values, value));
    }

    /** Behind an attribute whose value is taken for right; empty if there may be no such attribute. */
    public Optional<MatchState> attribute(QName name) {
        return attribute(name, values -> true);
    }

    private Optional<MatchState> attribute(QName name, Function<Pattern, Boolean> matches) {
        require(inStartTag);
        List<Entry> next = new ArrayList<>(2);
        for (Entry entry : frontier.entries()) {
            for (PatternMemo.Branch branch : derivatives().attribute(entry.left(), name)) {
                if (matches.apply(branch.inside())) {
                    next.add(new Entry(branch.rest(), entry.outer()));
                }
            }
        }
        return state(next, true, NOT_TEXT_ALONE);
    }

    /** Behind the start tag; empty if an attribute is missing. */
    public Optional<MatchState> closeStartTag() {
        return closeStartTag(false);
    }

    /** Behind the start tag, attributes still missing taken for given. */
    public MatchState closeStartTagIgnoringMissing() {
        return closeStartTag().or(() -> closeStartTag(true)).orElseThrow();
    }

    private Optional<MatchState> closeStartTag(boolean ignoringMissing) {
        require(inStartTag);
        return eachLeft(left -> derivatives().closeStartTag(left, ignoringMissing), "");
    }

    /**
     * Behind character data; empty if there may be no text here, or not this. White space is never refused here,
     * but by {@link #endTag} if it cannot be all that the element holds.
     */
    public Optional<MatchState> text(String text) {
        require(!inStartTag);
        if (WhiteSpace.only(text)) {
            return Optional.of(blank == NOT_TEXT_ALONE || text.isEmpty()
                    ? this : new MatchState(grammar, frontier, false, blank + text));
        }
        return eachLeft(left -> derivatives().text(left, text), NOT_TEXT_ALONE);
    }

    /** Behind character data taken for right; empty if there may be no text here. */
    public Optional<MatchState> text() {
        require(!inStartTag);
        return eachLeft(left -> derivatives().anyText(left), NOT_TEXT_ALONE);
    }

    /** Behind the element's end tag; empty if something is missing before it, or there is no element open. */
    public Optional<MatchState> endTag() {
        return endTag(false);
    }

    /**
     * Behind the element's end tag, what is missing before it taken for given.
     *
     * @throws IllegalStateException if there is no element open
     */
    public MatchState endTagIgnoringMissing() {
        return endTag().or(() -> endTag(true)).orElseThrow(() -> new IllegalStateException("no element is open"));
    }

    private Optional<MatchState> endTag(boolean ignoringMissing) {
        require(!inStartTag);
        List<Entry> next = new ArrayList<>(2);
        for (Entry entry : frontier.entries()) {
            if (entry.outer() != null && (ignoringMissing || canEnd(entry.left()))) {
                next.addAll(List.of(entry.outer().entries()));
            }
        }
        return state(next, false, NOT_TEXT_ALONE);
    }

    // ---- what may follow

    /** Whether the element's end tag may come, or the document end behind its root. */
    public boolean canEnd() {
        if (inStartTag) {
            return false;
        }
        for (Entry entry : frontier.entries()) {
            if (canEnd(entry.left())) {
                return true;
            }
        }
        return false;
    }

    private boolean canEnd(Pattern left) {
        return left.isNullable() || blank != NOT_TEXT_ALONE && derivatives().text(left, blank).isNullable();
    }

    /** The elements that may come next, in the schema's order; none inside of a start tag. */
    public List<ElementChoice> elements() {
        return inStartTag ? List.of() : choices().elements(frontier);
    }

    /** The attributes that may come next, in the schema's order; none outside of a start tag. */
    public List<AttributeChoice> attributes() {
        return inStartTag ? choices().attributes(frontier) : List.of();
    }

    /**
     * The values an attribute may have here, given the attributes already matched. To learn what it may have
     * given those that follow too, match them first: their order is free.
     */
    public ValueChoices attributeValues(QName name) {
        return choices().attributeValues(frontier, name);
    }

    /** The text that may come next. */
    public ValueChoices textValues() {
        return choices().textValues(frontier);
    }

    /** Whether text other than white space may come next. */
    public boolean allowsText() {
        if (!inStartTag) {
            for (Entry entry : frontier.entries()) {
                if (entry.left().hasText() && derivatives().anyText(entry.left()) != grammar.table().notAllowed) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The names of attributes without which the start tag cannot be closed, in the schema's order. */
    public SequencedSet<QName> missingAttributes() {
        return choices().required(frontier).attributes();
    }

    /**
     * The names of elements without which the element cannot be ended, in the schema's order. One of several that
     * could each do is not among them: {@link Instances#completion} tells what to insert then.
     */
    public SequencedSet<QName> missingElements() {
        return choices().required(frontier).elements();
    }

    Frontier frontier() {
        return frontier;
    }

    private Choices choices() {
        return new Choices(derivatives());
    }

    private Derivatives derivatives() {
        return grammar.derivatives();
    }

    private Optional<MatchState> eachLeft(Function<Pattern, Pattern> derive, String nextBlank) {
        Entry[] entries = frontier.entries();
        if (entries.length == 1) {
            Pattern left = derive.apply(entries[0].left());
            return left == grammar.table().notAllowed ? Optional.empty() : Optional.of(
                    new MatchState(grammar, Frontier.of(left, entries[0].outer()), false, nextBlank));
        }
        List<Entry> next = new ArrayList<>(entries.length);
        for (Entry entry : entries) {
            Pattern left = derive.apply(entry.left());
            if (left != grammar.table().notAllowed) {
                next.add(new Entry(left, entry.outer()));
            }
        }
        return state(next, false, nextBlank);
    }

    private Optional<MatchState> state(List<Entry> entries, boolean startTag, String nextBlank) {
        Frontier next = Frontier.of(entries, grammar.table());
        return next == null ? Optional.empty() : Optional.of(new MatchState(grammar, next, startTag, nextBlank));
    }

    private static void require(boolean inOrder) {
        if (!inOrder) {
            throw new IllegalStateException("the token does not follow the one before it");
        }
    }

    /** Equal states have the same left to match, in the innermost element and all around it. */
    @Override
    public boolean equals(Object other) {
        return other instanceof MatchState that && grammar == that.grammar && inStartTag == that.inStartTag
                && java.util.Objects.equals(blank, that.blank) && frontier.equals(that.frontier);
    }

    @Override
    public int hashCode() {
        return frontier.hashCode() * 2 + (inStartTag ? 1 : 0);
    }
}
