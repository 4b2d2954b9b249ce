package dev.virtworkbench.language.reading;

import dev.virtworkbench.language.findings.Finding;
import dev.virtworkbench.language.findings.Fix;
import dev.virtworkbench.language.findings.Message;
import dev.virtworkbench.language.findings.Severity;
import dev.virtworkbench.language.findings.Source;
import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.TextEdit;
import java.util.List;

/**
 * One place where the bytes of a document are not what they should be.
 *
 * @param code what is wrong
 * @param span where, in the text as it was decoded
 * @param arguments what {@code code} says it has, for the wording
 * @param encoding the name to declare instead of the one at {@code span}; empty where that does not mend it
 */
public record ReadingProblem(ReadingCode code, Span span, List<String> arguments, String encoding) {

    public ReadingProblem {
        arguments = List.copyOf(arguments);
    }

    ReadingProblem(ReadingCode code, Span span, String... arguments) {
        this(code, span, List.of(arguments), "");
    }

    /** The same as a finding of source {@code xml}; declaring the encoding that the file is in is a safe fix. */
    public Finding finding() {
        List<Fix> fixes = encoding.isEmpty() ? List.of() : List.of(new Fix(Fix.Kind.RENAME,
                Message.of(ReadingProblem.class, "declare", encoding), List.of(new TextEdit(span, encoding)), true));
        return new Finding(Source.XML, code.id(), Severity.ERROR, span,
                Message.of(ReadingProblem.class, code.id(), arguments.toArray()), null, List.of(), () -> fixes);
    }
}
