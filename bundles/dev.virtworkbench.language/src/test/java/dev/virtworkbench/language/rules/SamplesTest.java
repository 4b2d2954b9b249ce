package dev.virtworkbench.language.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.language.findings.Finding;
import dev.virtworkbench.language.findings.Fix;
import dev.virtworkbench.language.syntax.XmlTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules over the documents in {@code samples/}, the whole folder being the workspace. */
class SamplesTest {

    private static final Path SAMPLES = Path.of("../../samples");

    @Test
    void workingExamplesBreakNoRule() throws IOException {
        for (Path file : samples()) {
            if (!isMistake(file)) {
                assertEquals(List.of(), check(file, Files.readString(file)), file.toString());
            }
        }
    }

    @Test
    void everyRuleHasItsMistake() throws IOException {
        Set<String> broken = new TreeSet<>();
        for (Path file : samples()) {
            check(file, Files.readString(file)).forEach(finding -> broken.add(finding.code()));
        }
        assertEquals(Rules.all().stream().map(Rule::id).collect(Collectors.toCollection(TreeSet::new)), broken);
    }

    @Test
    void noPrefixOfAnyDocumentBreaksARule() throws IOException {
        for (Path file : samples()) {
            String text = Files.readString(file);
            for (int end = 0; end < text.length(); end += 7) {
                for (Finding finding : check(file, text.substring(0, end))) {
                    finding.fixes().forEach(Fix::edits);
                }
            }
        }
    }

    @Test
    void theReadMeNamesEverySample() throws IOException {
        String readMe = Files.readString(SAMPLES.resolve("README.md"));
        for (Path file : samples()) {
            String name = SAMPLES.relativize(file).toString().replace('\\', '/');
            assertTrue(readMe.contains("| [" + name + "](" + name + ") | "), name);
        }
    }

    private static boolean isMistake(Path file) {
        return file.getParent().endsWith("mistakes");
    }

    private static List<Finding> check(Path file, String text) throws IOException {
        List<WorkspaceFacts.Pool> others = new ArrayList<>();
        if (text.contains("<pool")) {
            others.addAll(RuleExample.pools(SAMPLES.resolve("pools")));
            others.removeIf(pool -> file.endsWith("pools/" + pool.document()));
        }
        return Rules.check(new RuleContext(XmlTree.parse(text), () -> others, List.of()));
    }

    private static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".xml")).sorted().toList();
        }
    }
}
