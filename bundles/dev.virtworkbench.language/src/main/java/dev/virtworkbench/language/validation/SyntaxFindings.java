package dev.virtworkbench.language.validation;

import dev.virtworkbench.language.findings.Finding;
import dev.virtworkbench.language.findings.Fix;
import dev.virtworkbench.language.findings.Message;
import dev.virtworkbench.language.findings.Severity;
import dev.virtworkbench.language.findings.Source;
import dev.virtworkbench.language.syntax.SyntaxProblem;
import dev.virtworkbench.language.syntax.SyntaxProblem.Repair;
import dev.virtworkbench.language.syntax.TextEdit;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/** Tells what is not well-formed. Of several ways to mend a place, the one that leaves the fewest findings comes first. */
final class SyntaxFindings {

    private final XmlTree tree;
    private final ToIntFunction<String> findingsIn;

    /** @param findingsIn counts the findings of a changed text */
    SyntaxFindings(XmlTree tree, ToIntFunction<String> findingsIn) {
        this.tree = tree;
        this.findingsIn = findingsIn;
    }

    List<Finding> all() {
        return tree.problems().stream().map(this::finding).toList();
    }

    private Finding finding(SyntaxProblem problem) {
        return new Finding(Source.XML, problem.code().id(), Severity.ERROR, problem.span(),
                Message.of(SyntaxFindings.class, "xml." + problem.code().id(), problem.arguments().toArray()), null,
                List.of(), () -> fixes(problem));
    }

    private List<Fix> fixes(SyntaxProblem problem) {
        List<Repair> repairs = problem.repairs();
        if (repairs.size() > 1) {
            repairs = repairs.stream().sorted(Comparator.comparingInt(this::leftAfter)).toList();
        }
        boolean clear = repairs.size() == 1;
        return repairs.stream().map(repair -> fix(repair, clear)).toList();
    }

    private int leftAfter(Repair repair) {
        return findingsIn.applyAsInt(TextEdit.apply(tree.text(), repair.edits()));
    }

    private static Fix fix(Repair repair, boolean clear) {
        Fix.Kind kind = switch (repair.kind()) {
            case RENAME_END_TAG -> Fix.Kind.RENAME;
            case CLOSE_TAG, SELF_CLOSE, INSERT_END_TAG, INSERT_QUOTE, INSERT_EQUALS, INSERT_VALUE, INSERT_SPACE,
                    DECLARE_NAMESPACE -> Fix.Kind.INSERT;
            case ESCAPE -> Fix.Kind.REPLACE;
            case REMOVE, REMOVE_ATTRIBUTE, REMOVE_END_TAG -> Fix.Kind.REMOVE;
        };
        String key = "xml.fix." + repair.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Fix(kind, Message.of(SyntaxFindings.class, key, repair.argument()), repair.edits(),
                clear && kind != Fix.Kind.REMOVE && repair.kind() != SyntaxProblem.RepairKind.INSERT_VALUE);
    }
}
