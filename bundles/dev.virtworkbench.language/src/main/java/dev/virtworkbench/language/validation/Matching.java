package dev.virtworkbench.language.validation;

import dev.virtworkbench.language.relaxng.MatchState;
import dev.virtworkbench.language.relaxng.QName;
import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.XmlAttribute;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlNode;
import dev.virtworkbench.language.syntax.XmlText;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One pass of a tree through a grammar. A token that is refused is handed to {@link Recovery}, which says what was most likely
 * meant; the pass goes on from there, so that one mistake does not become many.
 */
final class Matching {

    /** Elements in elements that are looked at: libxml2 refuses documents that nest deeper (xmlParserMaxDepth). */
    private static final int DEEPEST = 256;

    private final Mistakes mistakes;
    private final Recovery recovery;
    private final boolean trial;
    private final XmlTree tree;
    private final SoundElements sound;
    private int depth;

    /** @param trial whether this pass only counts the mistakes of a guess, and must not guess deeply itself */
    Matching(SchemaNames names, Mistakes mistakes, boolean trial) {
        this(names, mistakes, trial, null, null);
    }

    /** @param sound elements of documents that are known to be right; it is added to */
    Matching(SchemaNames names, Mistakes mistakes, XmlTree tree, SoundElements sound) {
        this(names, mistakes, false, tree, sound);
    }

    private Matching(SchemaNames names, Mistakes mistakes, boolean trial, XmlTree tree, SoundElements sound) {
        this.mistakes = mistakes;
        this.recovery = new Recovery(names, trial);
        this.trial = trial;
        this.tree = tree;
        this.sound = sound;
    }

    /** Matches a root and all in it, and returns the state behind it; in one that the grammar has not, nothing is judged. */
    MatchState element(XmlElement element, MatchState before) {
        Optional<MatchState> tag = before.startTag(Names.of(element));
        if (tag.isEmpty()) {
            mistakes.add(new Mistake.UnknownElement(element, before, List.of(), false));
            return before;
        }
        return inside(element, tag.get());
    }

    /** Matches what follows the name in a start tag, up to the element's end. */
    MatchState inside(XmlElement element, MatchState tag) {
        int before = mistakes.count();
        MatchState content = attributes(element, tag);
        if (depth == DEEPEST) {
            return content.endTagIgnoringMissing();
        }
        depth++;
        MatchState ended = content(element, content);
        depth--;
        if (trial || mistakes.count() == before) {
            return ended;
        }
        // A choice such as type='block' that was left out shows only in what does not fit the choice that is the default.
        Optional<Recovery.Choice> choice = recovery.missingChoice(element, tag, mistakes.since(before));
        if (choice.isEmpty()) {
            tellOtherChoice(element, tag, before);
            return ended;
        }
        mistakes.forgetSince(before);
        mistakes.add(choice.get().mistake());
        return content(element, choice.get().behind());
    }

    /** An attribute that a child may not have may be right for another type of this element: then that is what is told. */
    private void tellOtherChoice(XmlElement element, MatchState tag, int before) {
        List<Mistake> found = List.copyOf(mistakes.since(before));
        for (Mistake each : found) {
            if (each instanceof Mistake.UnknownAttribute unknown && unknown.suggestions().isEmpty() && unknown.conflict() == null
                    && unknown.element().parent().equals(Optional.of(element))) {
                recovery.otherChoice(element, tag, found)
                        .ifPresent(other -> mistakes.replace(unknown, unknown.with(other)));
                return;
            }
        }
    }

    /** Matches a start tag from behind the name to its end. */
    MatchState attributes(XmlElement element, MatchState tag) {
        MatchState state = tag;
        List<XmlAttribute> refused = null;
        List<XmlAttribute> attributes = element.attributes();
        for (int i = 0; i < attributes.size(); i++) {
            XmlAttribute attribute = attributes.get(i);
            if (attribute.declaresNamespace() || isRepeated(attributes, i)) {
                continue;
            }
            QName name = Names.of(attribute);
            Optional<MatchState> next = attribute.valueSpan().isEmpty() ? state.attribute(name)
                    : state.attribute(name, attribute.value());
            if (next.isPresent()) {
                state = next.get();
            } else {
                refused = refused == null ? new ArrayList<>(2) : refused;
                refused.add(attribute);
            }
        }
        boolean guessed = false;
        if (refused != null) {
            for (XmlAttribute attribute : refused) {
                Recovery.Guess guess = recovery.attribute(attribute, state, tag);
                mistakes.add(guess.mistake());
                state = guess.next();
                guessed |= guess.mistake() instanceof Mistake.UnknownAttribute;
            }
        }
        Optional<MatchState> closed = state.closeStartTag();
        if (closed.isPresent()) {
            return closed.get();
        }
        if (!guessed) {
            mistakes.add(new Mistake.MissingAttributes(element, state, recovery.missingAttributes(state)));
        }
        return state.closeStartTagIgnoringMissing();
    }

    /** Whether an attribute of that name stands before the one at {@code index}: that is told as a problem of its own. */
    private static boolean isRepeated(List<XmlAttribute> attributes, int index) {
        for (int i = 0; i < index; i++) {
            if (attributes.get(i).name().equals(attributes.get(index).name())) {
                return true;
            }
        }
        return false;
    }

    private static boolean holdsElements(XmlElement element) {
        List<XmlNode> children = element.children();
        for (int i = 0; i < children.size(); i++) {
            if (children.get(i) instanceof XmlElement) {
                return true;
            }
        }
        return false;
    }

    /** Matches an element from behind its start tag to its end. */
    MatchState content(XmlElement element, MatchState start) {
        MatchState state = start;
        StringBuilder text = null;
        boolean unexplained = false;
        boolean holdsElements = holdsElements(element);
        Set<QName> assumed = null;
        Optional<SoundElements.In> remembered = sound == null ? Optional.empty() : sound.in(tree, element, depth);
        for (XmlNode node : element.children()) {
            if (mistakes.full()) {
                return state.endTagIgnoringMissing();
            }
            if (node instanceof XmlText words) {
                if (!words.blank() || !holdsElements) {
                    text = text == null ? new StringBuilder() : text;
                    text.append(words.value());
                }
            } else if (node instanceof XmlElement child) {
                if (text != null) {
                    state = text(element, text.toString(), state);
                    text = null;
                }
                Optional<MatchState> tag = state.startTag(Names.of(child));
                if (tag.isPresent()) {
                    state = remembered.isEmpty() ? inside(child, tag.get()) : sound.behind(remembered.get(), child, state,
                            mistakes::count, () -> inside(child, tag.get()));
                    continue;
                }
                if (assumed != null && assumed.contains(Names.of(child))) {
                    continue;
                }
                Recovery.Guess guess = recovery.element(child, state);
                mistakes.add(guess.mistake());
                if (guess.as() != null) {
                    state = inside(child, guess.as());
                } else if (guess.mistake() instanceof Mistake.ElementOutOfOrder order) {
                    assumed = assumed == null ? new HashSet<>() : assumed;
                    assumed.add(Names.of(order.later()));
                    state = element(child, guess.next());
                } else if (guess.mistake() instanceof Mistake.MissingElements) {
                    state = element(child, guess.next());
                } else {
                    unexplained |= guess.mistake() instanceof Mistake.UnknownElement unknown && !unknown.knownElsewhere();
                    state = guess.next();
                }
            }
        }
        if (text != null) {
            state = text(element, text.toString(), state);
        }
        return end(element, state, unexplained);
    }

    private MatchState text(XmlElement element, String text, MatchState state) {
        Optional<MatchState> next = state.text(text);
        if (next.isPresent()) {
            return next.get();
        }
        Span span = element.textSpan().orElse(element.content());
        if (state.allowsText()) {
            mistakes.add(recovery.text(element, span, text, state));
            return state.text().orElse(state);
        }
        mistakes.add(new Mistake.UnexpectedText(element, span));
        return state;
    }

    private MatchState end(XmlElement element, MatchState state, boolean unexplained) {
        Optional<MatchState> ended = state.endTag();
        if (ended.isPresent()) {
            return ended.get();
        }
        List<QName> missing = recovery.missingElements(state);
        if (missing.isEmpty() && state.allowsText()) {
            Span span = element.selfClosing() ? element.nameSpan() : element.content();
            mistakes.add(recovery.text(element, span, "", state));
        } else if (!unexplained) {
            mistakes.add(new Mistake.MissingElements(element, null, state, missing));
        }
        return state.endTagIgnoringMissing();
    }
}
