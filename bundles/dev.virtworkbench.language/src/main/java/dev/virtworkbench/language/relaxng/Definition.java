package dev.virtworkbench.language.relaxng;

import com.thaiopensource.relaxng.parse.GrammarSection;
import com.thaiopensource.relaxng.parse.GrammarSection.Combine;
import java.util.ArrayList;
import java.util.List;

/** What a {@code <define>} or {@code <start>} stands for, put together from all places that say so (4.17). */
final class Definition implements Draft {

    /** What happens to a further place that defines the name. */
    enum Replacement {
        /** It takes part. */
        NONE,
        /** It is replaced by an include's content, and must be there. */
        REQUIRED,
        /** It is replaced by an include's content. */
        DONE
    }

    private final String name;
    private final PatternTable table;
    private final List<Draft> parts = new ArrayList<>();
    private SourceLocation firstUse;
    private Combine combine;
    private boolean withoutCombine;
    private Replacement replacement = Replacement.NONE;
    private boolean beingMade;
    private Pattern pattern;

    Definition(String name, PatternTable table) {
        this.name = name;
        this.table = table;
    }

    Replacement replacement() {
        return replacement;
    }

    void replacement(Replacement now) {
        replacement = now;
    }

    void usedAt(SourceLocation location) {
        if (firstUse == null) {
            firstUse = location;
        }
    }

    void add(Combine how, Draft part, SourceLocation location) {
        if (replacement != Replacement.NONE) {
            replacement = Replacement.DONE;
            return;
        }
        if (how == null) {
            if (withoutCombine) {
                throw new GrammarFault("\"" + name + "\" is defined twice without combine", location);
            }
            withoutCombine = true;
        } else if (combine == null) {
            combine = how;
        } else if (combine != how) {
            throw new GrammarFault("\"" + name + "\" is combined by choice and by interleave", location);
        }
        parts.add(part);
    }

    void check() {
        if (parts.isEmpty()) {
            throw new GrammarFault("\"" + name + "\" is not defined", firstUse);
        }
        if (parts.size() > 1 && combine == null) {
            throw new GrammarFault("\"" + name + "\" is defined twice without combine", firstUse);
        }
    }

    @Override
    public Pattern pattern() {
        if (pattern == null) {
            if (beingMade) {
                throw new GrammarFault("\"" + name + "\" refers to itself with no element between", firstUse);
            }
            beingMade = true;
            List<Pattern> patterns = parts.stream().map(Draft::pattern).toList();
            pattern = combine == GrammarSection.COMBINE_INTERLEAVE
                    ? table.interleave(patterns) : table.choice(patterns);
        }
        return pattern;
    }
}
