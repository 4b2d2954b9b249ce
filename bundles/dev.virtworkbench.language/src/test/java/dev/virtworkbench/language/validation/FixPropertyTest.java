package dev.virtworkbench.language.validation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.language.LibvirtDocument;
import dev.virtworkbench.language.LibvirtSuite;
import dev.virtworkbench.language.findings.Finding;
import dev.virtworkbench.language.findings.Fix;
import dev.virtworkbench.language.rules.WorkspaceFacts;
import dev.virtworkbench.language.schema.SchemaException;
import dev.virtworkbench.language.syntax.TextEdit;
import dev.virtworkbench.language.syntax.XmlAttribute;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Documents of libvirt's test suite with generated mistakes: every fix that is offered leaves fewer findings, never a new one. */
class FixPropertyTest {

    private static final int DOCUMENTS = 250;

    @Test
    void aFixNeverMakesANewFinding() throws IOException, SchemaException {
        Random random = new Random(20261121);
        List<Map.Entry<Path, String>> documents = new ArrayList<>(LibvirtSuite.documents().entrySet());
        int wrong = 0;
        int mended = 0;
        while (wrong < DOCUMENTS) {
            Map.Entry<Path, String> picked = documents.get(random.nextInt(documents.size()));
            Optional<LibvirtDocument> original = LibvirtSuite.LANGUAGE.read(picked.getKey().toString(), picked.getValue());
            if (original.isEmpty() || picked.getValue().length() > 20_000) {
                continue;
            }
            String text = withMistake(original.get().tree(), random);
            List<Finding> findings = findings(picked.getKey(), text);
            if (findings.isEmpty() || !findings(picked.getKey(), picked.getValue()).isEmpty()) {
                continue;
            }
            wrong++;
            for (Finding finding : findings) {
                for (Fix fix : finding.fixes()) {
                    String fixed = TextEdit.apply(text, fix.edits());
                    int left = findings(picked.getKey(), fixed).size();
                    assertTrue(left < findings.size(), () -> picked.getKey() + "\n" + finding.text(java.util.Locale.ENGLISH)
                            + "\n" + fix.title().in(java.util.Locale.ENGLISH) + " leaves " + left + "\n" + fixed);
                }
            }
            if (!findings.getFirst().fixes().isEmpty()
                    && findings(picked.getKey(), TextEdit.apply(text, findings.getFirst().fixes().getFirst().edits())).isEmpty()) {
                mended++;
            }
        }
        int share = mended * 100 / wrong;
        assertTrue(share >= 90, () -> "the first fix leaves only " + share + " % of the documents without a finding");
    }

    private static List<Finding> findings(Path file, String text) throws SchemaException {
        Optional<LibvirtDocument> document = LibvirtSuite.LANGUAGE.read(file.toString(), text);
        return document.isEmpty() ? List.of() : document.get().findings(WorkspaceFacts.NONE);
    }

    /** A document in which one thing was misspelt, left out, doubled or moved. */
    private static String withMistake(XmlTree tree, Random random) {
        List<XmlElement> elements = tree.elements();
        XmlElement element = elements.get(random.nextInt(elements.size()));
        List<XmlAttribute> attributes = element.attributes();
        XmlAttribute attribute = attributes.isEmpty() ? null : attributes.get(random.nextInt(attributes.size()));
        List<TextEdit> edits = new ArrayList<>();
        switch (random.nextInt(8)) {
            case 0 -> edits.add(new TextEdit(element.nameSpan(), slip(element.name(), random)));
            case 1 -> edits.add(TextEdit.insert(element.nameSpan().end(), " colour='red'"));
            case 2 -> edits.add(TextEdit.remove(element.span()));
            case 3 -> edits.add(TextEdit.insert(element.span().end(), element.span().of(tree.text())));
            case 4 -> {
                if (attribute != null) {
                    edits.add(new TextEdit(attribute.nameSpan(), slip(attribute.name(), random)));
                }
            }
            case 5 -> {
                if (attribute != null) {
                    edits.add(new TextEdit(attribute.valueSpan().orElseThrow(), slip(attribute.value(), random)));
                }
            }
            case 6 -> {
                if (attribute != null) {
                    edits.add(TextEdit.remove(attribute.span()));
                }
            }
            default -> element.endTag().ifPresent(end -> edits.add(TextEdit.remove(end)));
        }
        return TextEdit.apply(tree.text(), edits);
    }

    private static String slip(String word, Random random) {
        int at = random.nextInt(word.length() + 1);
        char letter = (char) ('a' + random.nextInt(26));
        return switch (random.nextInt(3)) {
            case 0 -> word.substring(0, at) + letter + word.substring(at);
            case 1 -> at == word.length() || word.length() < 2 ? word + letter : word.substring(0, at) + word.substring(at + 1);
            default -> at + 1 >= word.length() ? word + letter
                    : word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
        };
    }
}
