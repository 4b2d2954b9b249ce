package dev.virtworkbench.language.validation;

import dev.virtworkbench.language.findings.Finding;
import dev.virtworkbench.language.findings.Message;
import dev.virtworkbench.language.findings.Severity;
import dev.virtworkbench.language.findings.Source;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.List;
import java.util.function.ToIntFunction;

final class SchemaFindings {
    private final List<Mistake> mistakes;
    SchemaFindings(XmlTree tree, List<Mistake> mistakes, SchemaNames names, ToIntFunction<String> count) { this.mistakes = mistakes; }
    List<Finding> all() {
        return mistakes.stream().map(m -> new Finding(Source.SCHEMA, m.getClass().getSimpleName(), Severity.ERROR, m.span(),
            Message.of(SchemaFindings.class, "x", m.toString()), null, List.of(), List::of)).toList();
    }
}
