package dev.virtworkbench.engine.drafts;

import dev.virtworkbench.language.LibvirtLanguage;
import dev.virtworkbench.language.findings.Severity;
import dev.virtworkbench.language.rules.WorkspaceFacts;
import dev.virtworkbench.language.schema.DocumentKind;
import dev.virtworkbench.language.schema.SchemaException;
import dev.virtworkbench.language.schema.SchemaLocations;
import dev.virtworkbench.language.schema.Schemas;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the language says of a document that was written here. */
final class Judged {

    /** Names that libvirt takes and that a careless writer of XML does not. */
    static final List<String> ODD_NAMES = List.of("it's", "a \"b\"", "a<b>", "R&D", "图像池", "a&amp;b", "ü-1.2_3", "]]>");

    private static final LibvirtLanguage LANGUAGE =
            new LibvirtLanguage(new Schemas(SchemaLocations.search(Optional.empty()), Runnable::run));

    private Judged() { }

    /** Every error and warning, in words. */
    static List<String> errors(DocumentKind kind, String xml) {
        try {
            return LANGUAGE.readAs(kind, "", xml).findings(WorkspaceFacts.NONE).stream()
                    .filter(finding -> finding.severity() == Severity.ERROR || finding.severity() == Severity.WARNING)
                    .map(finding -> finding.text(Locale.ENGLISH) + "\n" + xml).toList();
        } catch (SchemaException e) {
            throw new AssertionError(e);
        }
    }
}
