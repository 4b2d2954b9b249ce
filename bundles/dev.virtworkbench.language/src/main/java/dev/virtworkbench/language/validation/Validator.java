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

/**
 * Validates documents of one kind: whether they are well-formed, and what in them the schema does not allow. Immutable, and free
 * to share between threads.
 */
public final class Validator {

    /** Mistakes told of one document: who has more has the wrong schema. */
    private static final int MOST = 500;

    private final SchemaNames names;
    private final Function<XmlElement, MatchState> start;
    private final Function<List<String>, URI> pages;

    /**
     * @param grammar the schema
     * @param start the state before the root; it differs from the grammar's own for fragments
     * @param pages the page of libvirt's reference about an element, by the names from the root to it
     */
    public Validator(Grammar grammar, Function<XmlElement, MatchState> start, Function<List<String>, URI> pages) {
        this.names = new SchemaNames(grammar);
        this.start = start;
        this.pages = pages;
    }

    /** What is wrong in a document, in document order; empty if nothing is. */
    public List<Finding> findings(XmlTree tree) {
        List<Finding> findings = new ArrayList<>(new SyntaxFindings(tree, this::count).all());
        List<Mistake> mistakes = mistakes(tree);
        if (!mistakes.isEmpty()) {
            Repairs repairs = new Repairs(tree, names, this::count, findings.size() + mistakes.size());
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

    /** How many findings a text has. */
    private int count(String text) {
        XmlTree tree = XmlTree.parse(text, names);
        return tree.problems().size() + mistakes(tree).size();
    }

    private List<Mistake> mistakes(XmlTree tree) {
        if (tree.root().isEmpty()) {
            return List.of();
        }
        Mistakes mistakes = new Mistakes(MOST);
        XmlElement root = tree.root().get();
        new Matching(names, mistakes, false).element(root, start.apply(root));
        return Consequences.dropped(mistakes.all(), new Damage(tree));
    }
}
