package dev.virtworkbench.language.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Writes {@code docs/rules.md} from the rules and their examples {@code bad.xml} and {@code good.xml}, with {@code -Dvirtworkbench.rewrite=true}. */
class RulesPageTest {

    private static final Path PAGE = Path.of("../../docs/rules.md");

    @Test
    void thePageSaysWhatTheRulesSay() throws IOException {
        String page = page();
        if (RuleExamplesTest.REWRITE) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }
        assertEquals(page, Files.readString(PAGE), "docs/rules.md is older than the rules: run with -Dvirtworkbench.rewrite=true");
    }

    private static String page() throws IOException {
        StringBuilder out = new StringBuilder("""
                # Rules beyond the schema

                libvirt refuses, drops or misreads some things that its schema allows. Findings about them have the source
                `libvirt rule` and the code below. An *error* is what libvirt always refuses; a *warning* is what it accepts and
                then fails on, or takes for something else; *information* is legal and often not what was meant.

                | code | | what |
                |---|---|---|
                """);
        for (Rule rule : Rules.all()) {
            out.append("| [`%1$s`](#%1$s) | %2$s | %3$s |%n".formatted(rule.id(),
                    rule.severity().name().toLowerCase(Locale.ROOT), markdown(rule.title().in(Locale.ENGLISH))));
        }
        for (Rule rule : Rules.all()) {
            out.append("\n## ").append(rule.id()).append("\n\n").append(markdown(rule.why().in(Locale.ENGLISH)))
                    .append(" ([libvirt’s reference](").append(rule.page()).append("))\n");
            example(out, rule, "bad.xml", "Wrong:");
            example(out, rule, "good.xml", "Right:");
        }
        return out.toString().replace("\r\n", "\n");
    }

    private static void example(StringBuilder out, Rule rule, String name, String caption) throws IOException {
        RuleExample example = RuleExample.read(RuleExamplesTest.EXAMPLES.resolve(rule.id()).resolve(name));
        out.append('\n').append(caption).append("\n\n```xml\n").append(example.document()).append("```\n");
        example.findings().forEach(finding ->
                out.append("\n> ").append(markdown(finding.text(Locale.ENGLISH))).append('\n'));
    }

    private static String markdown(String text) {
        return text.replaceAll("</?[a-z][^>]*>", "`$0`");
    }
}
