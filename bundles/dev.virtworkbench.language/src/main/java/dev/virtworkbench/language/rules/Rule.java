package dev.virtworkbench.language.rules;

import dev.virtworkbench.language.findings.Finding;
import dev.virtworkbench.language.findings.Fix;
import dev.virtworkbench.language.findings.Message;
import dev.virtworkbench.language.findings.Severity;
import dev.virtworkbench.language.findings.Source;
import dev.virtworkbench.language.syntax.Span;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Something that libvirt demands beyond its schema. Rules have no state: one instance serves all documents on all threads.
 * Their texts stand in the package's {@code messages} bundle under the rule's id.
 */
public abstract class Rule {

    private final String id;
    private final Severity severity;
    private final URI page;

    /**
     * @param id the code of its findings: stable, in lower case with hyphens
     * @param severity of its gravest findings; an error only where libvirt always refuses the document
     * @param page the page and section of libvirt's reference, as in {@code formatstorage.html#source-elements}
     */
    Rule(String id, Severity severity, String page) {
        this.id = id;
        this.severity = severity;
        this.page = URI.create("https://libvirt.org/" + page);
    }

    /**
     * Tells what is wrong. Works on any tree, malformed ones too, and never throws. May repeat what the schema says of a spot;
     * {@link Rules#check} leaves that out.
     */
    public abstract void check(RuleContext context, Consumer<Finding> findings);

    public final String id() {
        return id;
    }

    public final Severity severity() {
        return severity;
    }

    /** Where libvirt's reference describes what the rule is about. */
    public final URI page() {
        return page;
    }

    /** What is wrong, in a few words. */
    public final Message title() {
        return message("title");
    }

    /** Why it is wrong and what libvirt does with it: a paragraph. */
    public final Message why() {
        return message("why");
    }

    final Message message(String key, Object... arguments) {
        return Message.of(Rule.class, id + "." + key, arguments);
    }

    final Finding finding(Severity weight, Span span, Message text, Supplier<List<Fix>> fixes) {
        return finding(weight, span, text, List.of(), fixes);
    }

    final Finding finding(Severity weight, Span span, Message text, List<Finding.Related> related,
            Supplier<List<Fix>> fixes) {
        return new Finding(Source.RULE, id, weight, span, text, page, related, fixes);
    }

    @Override
    public final String toString() {
        return id;
    }
}
