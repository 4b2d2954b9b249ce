package dev.virtworkbench.language.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.ValidationDriver;
import com.thaiopensource.validate.prop.rng.RngProperty;
import dev.virtworkbench.language.LibvirtDocument;
import dev.virtworkbench.language.LibvirtSuite;
import dev.virtworkbench.language.findings.Source;
import dev.virtworkbench.language.rules.WorkspaceFacts;
import dev.virtworkbench.language.schema.DocumentKind;
import dev.virtworkbench.language.schema.DocumentType;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** On every file of libvirt's test suite the verdict is that of Jing and of xmllint, over the same schemas. */
class VerdictTest {

    private static final Path SCHEMAS = Path.of("/usr/share/libvirt/schemas");

    @Test
    void likeJing() throws IOException, SAXException {
        Map<DocumentKind, Map<Path, Boolean>> ours = verdicts();
        for (var kind : ours.entrySet()) {
            PropertyMapBuilder properties = new PropertyMapBuilder();
            ValidateProperty.ERROR_HANDLER.put(properties, new DefaultHandler());
            RngProperty.CHECK_ID_IDREF.add(properties);
            ValidationDriver jing = new ValidationDriver(properties.toPropertyMap());
            jing.loadSchema(new InputSource(SCHEMAS.resolve(kind.getKey().schemaFile()).toUri().toString()));
            Map<Path, Boolean> theirs = new TreeMap<>();
            for (Path file : kind.getValue().keySet()) {
                theirs.put(file, jing(jing, file));
            }
            assertSame(theirs, kind.getValue(), "Jing");
        }
    }

    private static boolean jing(ValidationDriver jing, Path file) throws IOException {
        try {
            return jing.validate(new InputSource(file.toUri().toString()));
        } catch (SAXException notWellFormed) {
            return false;
        }
    }

    @Test
    void likeXmllint(@TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(onPath("xmllint"), "SKIPPED: xmllint is not on this machine (./test installs it)");
        for (var kind : verdicts().entrySet()) {
            List<Path> files = List.copyOf(kind.getValue().keySet());
            for (int from = 0; from < files.size(); from += 500) {
                List<Path> some = files.subList(from, Math.min(from + 500, files.size()));
                assertSame(xmllint(kind.getKey(), some, folder.resolve("xmllint.txt")),
                        new TreeMap<>(Map.copyOf(kind.getValue().entrySet().stream().filter(e -> some.contains(e.getKey()))
                                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)))),
                        "xmllint");
            }
        }
    }

    private static Map<Path, Boolean> xmllint(DocumentKind kind, List<Path> files, Path output)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("xmllint", "--noout", "--relaxng",
                SCHEMAS.resolve(kind.schemaFile()).toString()));
        files.forEach(file -> command.add(file.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("xmllint does not end");
        }
        Set<String> valid = new TreeSet<>();
        for (String line : Files.readAllLines(output, java.nio.charset.StandardCharsets.ISO_8859_1)) {
            if (line.endsWith(" validates")) {
                valid.add(line.substring(0, line.length() - " validates".length()));
            }
        }
        Map<Path, Boolean> verdicts = new TreeMap<>();
        files.forEach(file -> verdicts.put(file, valid.contains(file.toString())));
        return verdicts;
    }

    private static boolean onPath(String program) {
        for (String folder : System.getenv("PATH").split(File.pathSeparator)) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }

    /** Our verdict on every whole document, by kind; fragments have no schema of their own to compare with. */
    private static Map<DocumentKind, Map<Path, Boolean>> verdicts() throws IOException {
        assumeTrue(Files.isDirectory(SCHEMAS), "SKIPPED: libvirt's schemas are not in " + SCHEMAS);
        Map<DocumentKind, Map<Path, Boolean>> verdicts = new EnumMap<>(DocumentKind.class);
        for (var document : LibvirtSuite.documents().entrySet()) {
            Optional<LibvirtDocument> read = LibvirtSuite.LANGUAGE.read(document.getKey().toString(), document.getValue());
            if (read.isPresent() && read.get().type() instanceof DocumentType.Document) {
                verdicts.computeIfAbsent(read.get().kind(), kind -> new TreeMap<>())
                        .put(document.getKey(), valid(read.get()));
            }
        }
        return verdicts;
    }

    private static boolean valid(LibvirtDocument document) {
        try {
            return document.findings(WorkspaceFacts.NONE).stream().allMatch(finding -> finding.source() == Source.RULE);
        } catch (dev.virtworkbench.language.schema.SchemaException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static void assertSame(Map<Path, Boolean> reference, Map<Path, Boolean> ours, String name) {
        List<Path> differing = reference.keySet().stream().filter(file -> !reference.get(file).equals(ours.get(file))).toList();
        assertEquals(List.of(), differing, () -> name + " and we differ on " + differing.size() + " of " + reference.size());
    }
}
