package dev.virtworkbench.language.relaxng;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What matching has worked out about a pattern; two threads may both do so, and come to the same. */
final class PatternMemo {

    /** Most attributes have few values, over and over; the others, like names, are not worth keeping. */
    private static final int MANY_TEXTS = 40;

    /**
     * One way on behind the name of an element or attribute.
     *
     * @param inside what the element's attributes and content, or the attribute's value, must match
     * @param rest what must match behind it
     */
    record Branch(Pattern inside, Pattern rest) { }

    private volatile Map<QName, List<Branch>> startTags;
    private volatile Map<QName, List<Branch>> attributes;
    private volatile Pattern closed;
    private volatile Pattern closedIgnoringMissing;
    private volatile Required required;
    private volatile Map<String, Boolean> texts;

    Map<QName, List<Branch>> startTags() {
        Map<QName, List<Branch>> known = startTags;
        if (known == null) {
            known = new ConcurrentHashMap<>(4);
            startTags = known;
        }
        return known;
    }

    Map<QName, List<Branch>> attributes() {
        Map<QName, List<Branch>> known = attributes;
        if (known == null) {
            known = new ConcurrentHashMap<>(4);
            attributes = known;
        }
        return known;
    }

    /** What is left behind the start tag's end; null if that was not worked out yet. */
    Pattern closed(boolean ignoringMissing) {
        return ignoringMissing ? closedIgnoringMissing : closed;
    }

    void closed(boolean ignoringMissing, Pattern pattern) {
        if (ignoringMissing) {
            closedIgnoringMissing = pattern;
        } else {
            closed = pattern;
        }
    }

    /** Null if that was not worked out yet. */
    Required required() {
        return required;
    }

    void required(Required names) {
        required = names;
    }

    /** Whether it matches a text, where that was worked out. */
    Boolean matches(String text) {
        Map<String, Boolean> known = texts;
        return known == null ? null : known.get(text);
    }

    void matches(String text, boolean matches) {
        Map<String, Boolean> known = texts;
        if (known == null) {
            known = new ConcurrentHashMap<>(4);
            texts = known;
        }
        if (known.size() < MANY_TEXTS) {
            known.put(text, matches);
        }
    }

    /** Lets go of patterns derived from this one. */
    void forget() {
        startTags = null;
        attributes = null;
        closed = null;
        closedIgnoringMissing = null;
        texts = null;
    }
}
