package dev.virtworkbench.language.structure;

import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.Optional;

/** What to write for somebody who has just typed {@code >} of a start tag, or {@code </}. */
public final class AutoClose {

    private AutoClose() {
    }

    /**
     * The text to insert at {@code offset} with the cursor staying before it (behind a start tag) or going
     * behind it (behind {@code </}); empty where the element is closed already.
     *
     * @param offset right behind the {@code >} or {@code </} just typed
     */
    public static Optional<String> at(XmlTree tree, int offset) {
        String text = tree.text();
        if (offset < 1 || offset > text.length()) {
            return Optional.empty();
        }
        return switch (text.charAt(offset - 1)) {
            case '>' -> behindStartTag(tree, offset);
            case '/' -> behindSlash(tree, offset);
            default -> Optional.empty();
        };
    }

    private static Optional<String> behindStartTag(XmlTree tree, int offset) {
        return tree.elements().stream()
                .filter(element -> element.startTag().end() == offset && element.startTagFinished())
                .filter(element -> !element.selfClosing() && needsEndTag(element))
                .findFirst()
                .map(element -> "</" + element.name() + ">");
    }

    private static Optional<String> behindSlash(XmlTree tree, int offset) {
        String text = tree.text();
        Optional<XmlElement> ended = tree.elements().stream()
                .filter(element -> element.endTag().filter(tag -> tag.start() == offset - 2).isPresent())
                .filter(element -> element.endNameSpan().filter(name -> name.isEmpty()).isPresent())
                .findFirst();
        if (ended.isEmpty()) {
            return Optional.empty();
        }
        int start = ended.get().startTag().start();
        XmlTree before = XmlTree.parse(text.substring(0, offset - 2) + text.substring(offset));
        boolean needed = before.elements().stream()
                .anyMatch(element -> element.startTag().start() == start && needsEndTag(element));
        String rest = offset < text.length() && text.charAt(offset) == '>' ? "" : ">";
        return needed ? Optional.of(ended.get().name() + rest) : Optional.empty();
    }

    /**
     * Whether an end tag is missing for this element, or for one around it of the same name whose end tag it
     * took.
     */
    private static boolean needsEndTag(XmlElement element) {
        for (XmlElement at = element; at != null; at = at.parent().orElse(null)) {
            if (at.name().equals(element.name()) && !at.closed()) {
                return true;
            }
        }
        return false;
    }
}
