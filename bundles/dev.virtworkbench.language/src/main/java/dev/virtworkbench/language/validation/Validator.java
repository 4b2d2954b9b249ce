package dev.virtworkbench.language.validation;

import dev.virtworkbench.language.findings.Finding;
import dev.virtworkbench.language.relaxng.Grammar;
import dev.virtworkbench.language.relaxng.MatchState;
import dev.virtworkbench.language.syntax.Nesting;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Validates documents against one grammar: whether they are well-formed, and what in them the schema does not allow. Free to
 * share between threads.
 */
public final class Validator {

    /** Mistakes told of one document: who has more has the wrong schema. */
    private static final int MOST = 500;

    private final SchemaNames names;
    private final SoundElements sound = new SoundElements();

    public Validator(Grammar grammar) {
        this.names = new SchemaNames(grammar);
    }

    /**
     * What is wrong in a document, in document order; empty if nothing is.
     *
     * @param start the state of the grammar before the root; for a fragment it differs from the grammar's own
     * @param pages the page of libvirt's reference about an element, by the names from the root to it
     */
    public List<Finding> findings(XmlTree tree, MatchState start, Function<List<String>, URI> pages) {
        ToIntFunction<String> count = text -> count(XmlTree.parse(text, names), start);
        List<Finding> findings = new ArrayList<>(new SyntaxFindings(tree, count).all());
        List<Mistake> mistakes = mistakes(tree, start);
        if (!mistakes.isEmpty()) {
            Repairs repairs = new Repairs(tree, names, count, findings.size() + mistakes.size());
            SchemaFindings words = new SchemaFindings(tree, names, repairs, pages);
            mistakes.forEach(mistake -> findings.add(words.of(mistake)));
        }
        findings.sort(Comparator.comparingInt(finding -> finding.span().start()));
        return List.copyOf(findings);
    }

    /** What helps the parser to guess where an element without end tag was meant to end. */
    public Nesting nesting() {
        return names;
    }

    /** What the grammar says at places of documents that begin in a state. */
    public SchemaContext context(MatchState start) {
        return new SchemaContext(names, start);
    }

    private int count(XmlTree tree, MatchState start) {
        return tree.problems().size() + mistakes(tree, start).size();
    }

    private List<Mistake> mistakes(XmlTree tree, MatchState start) {
        if (tree.root().isEmpty()) {
            return List.of();
        }
        Mistakes mistakes = new Mistakes(MOST);
        XmlElement root = tree.root().get();
        new Matching(names, mistakes, tree, sound).element(root, start);
        return Consequences.dropped(mistakes.all(), new Damage(tree));
    }
}
