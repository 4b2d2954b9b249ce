package dev.virtworkbench.language.relaxng;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompactGrammarTest {

    private static final String SCHEMA = """
            <element name="pool" xmlns="http://relaxng.org/ns/structure/1.0"><empty/></element>
            """;

    @ParameterizedTest
    @ValueSource(strings = {"domain", "storagepool", "storagevol", "network", "nwfilter", "nodedev", "capability", "secret"})
    void holdsAllThatTheSchemaFilesSay(String name) throws Exception {
        Grammar read = GrammarFiles.libvirt(name);
        Grammar compact = CompactGrammar.read(CompactGrammar.write(read), GrammarFiles.LIBVIRT).orElseThrow();
        assertEquals(text(read.start()), text(compact.start()));
        assertEquals(List.copyOf(read.defines()), List.copyOf(compact.defines()));
        for (String define : read.defines()) {
            assertEquals(text(read.define(define).orElseThrow()), text(compact.define(define).orElseThrow()), define);
        }
        assertEquals(elements(read.elements()), elements(compact.elements()));
        assertEquals(read.parts().vocabulary().names(), compact.parts().vocabulary().names());
        assertEquals(read.parts().vocabulary().namespaces(), compact.parts().vocabulary().namespaces());
    }

    @Test
    void answersOnlyForTheFilesItWasReadFrom(@TempDir Path folder, @TempDir Path elsewhere) throws Exception {
        Path schema = Files.writeString(folder.resolve("pool.rng"), SCHEMA);
        SchemaSource source = SchemaSource.folder(folder);
        byte[] compact = CompactGrammar.write(GrammarReader.read(source, "pool.rng"));
        assertTrue(CompactGrammar.read(compact, source).isPresent());

        Files.copy(schema, elsewhere.resolve("pool.rng"));
        assertEquals(Optional.empty(), CompactGrammar.read(compact, SchemaSource.folder(elsewhere)), "another folder");
        Files.writeString(schema, SCHEMA.replace("pool", "pond"));
        assertEquals(Optional.empty(), CompactGrammar.read(compact, source), "a changed file");
        Files.delete(schema);
        assertEquals(Optional.empty(), CompactGrammar.read(compact, source), "a file that is gone");
    }

    @Test
    void damagedBytesAreAsGoodAsNone() throws Exception {
        byte[] whole = CompactGrammar.write(GrammarFiles.libvirt("secret"));
        Random random = new Random(20);
        for (int i = 0; i < 500; i++) {
            byte[] damaged = random.nextBoolean() ? whole.clone() : Arrays.copyOf(whole, random.nextInt(whole.length));
            if (damaged.length == whole.length) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            }
            assertEquals(Optional.empty(), CompactGrammar.read(damaged, GrammarFiles.LIBVIRT));
        }
    }

    private static String elements(Collection<ElementDefinition> elements) {
        StringBuilder text = new StringBuilder();
        elements.forEach(element -> text.append(element).append(" in ").append(element.define()).append(": ")
                .append(text(element.content())).append('\n'));
        return text.toString();
    }

    private static String text(Pattern pattern) {
        return switch (pattern) {
            case Pattern.NotAllowed none -> "notAllowed";
            case Pattern.Empty none -> "empty";
            case Pattern.Text any -> "text";
            case Pattern.Choice choice -> "(" + String.join(" | ", texts(choice.alternatives())) + ")";
            case Pattern.Interleave interleave -> "(" + String.join(" & ", texts(interleave.members())) + ")";
            case Pattern.Group group -> "(" + text(group.first()) + ", " + text(group.second()) + ")";
            case Pattern.OneOrMore many -> text(many.operand()) + "+";
            case Pattern.Items items -> "list " + text(items.operand());
            case Pattern.Data data -> data.type() + " - " + text(data.except());
            case Pattern.Value value -> value.type() + " " + value.literal();
            case Pattern.Attribute attribute ->
                    "@" + attribute.nameClass() + " at " + attribute.location() + " " + text(attribute.value());
            case Pattern.Element element -> "<" + element.definition() + ">";
        };
    }

    private static List<String> texts(Pattern[] patterns) {
        return Arrays.stream(patterns).map(CompactGrammarTest::text).toList();
    }
}
