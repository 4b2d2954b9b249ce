package dev.virtworkbench.engine.difference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.virtworkbench.language.syntax.XmlTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * libvirt's own tests hold documents beside what libvirt 9.0.0 makes of them: the two should differ in nothing but in what
 * libvirt really changed.
 */
class LibvirtTestPairsTest {

    private final String folder = System.getProperty("virtworkbench.libvirtTests", "");

    @BeforeEach
    void needsLibvirtsTests() {
        assumeFalse(folder.isEmpty(), "libvirt's own tests are not here");
    }

    @Test
    void aDocumentDoesNotDifferFromItself() throws IOException {
        int documents = 0;
        for (String suite : List.of("qemuxml2argvdata", "qemuxml2xmloutdata", "storagepoolxml2xmlin", "storagevolxml2xmlin",
                "networkxml2xmlin", "nwfilterxml2xmlin", "secretxml2xmlin")) {
            for (Path file : files(suite)) {
                XmlTree tree = XmlTree.parse(Files.readString(file));
                for (Origin origin : Origin.values()) {
                    Difference none = Difference.of(tree, origin, tree, Origin.LIBVIRT);
                    assertEquals(List.of(), none.changes(), file.toString());
                    assertEquals(List.of(), none.filledIn(), file.toString());
                }
                documents++;
            }
        }
        assertTrue(documents > 1000, documents + " documents");
    }

    /** What is left are libvirt's own decisions: it reorders USB controllers, rounds memory, splits ranges, drops unknowns. */
    @Test
    void whatLibvirtGivesBackDiffersOnlyWhereItDecided() throws IOException {
        assertFewDiffer(28, "qemuxml2argvdata", "qemuxml2xmloutdata", 380);
        assertFewDiffer(0, "networkxml2xmlin", "networkxml2xmlout", 30);
        assertFewDiffer(1, "storagepoolxml2xmlin", "storagepoolxml2xmlout", 30);
        assertFewDiffer(3, "storagevolxml2xmlin", "storagevolxml2xmlout", 15);
        assertFewDiffer(12, "nwfilterxml2xmlin", "nwfilterxml2xmlout", 20);
    }

    /** Only what was sent and is not there any more, or is another: what libvirt adds is no matter here. */
    private void assertFewDiffer(int most, String sent, String back, int atLeast) throws IOException {
        int pairs = 0;
        List<String> differing = new ArrayList<>();
        for (Path in : files(sent)) {
            Path out = Path.of(folder, "tests", back).resolve(in.getFileName());
            if (Files.exists(out)) {
                pairs++;
                Difference.of(XmlTree.parse(Files.readString(in)), Origin.PERSON,
                        XmlTree.parse(Files.readString(out)), Origin.LIBVIRT).changes().stream()
                        .filter(change -> change.kind() != ChangeKind.ADDED).findFirst()
                        .ifPresent(change -> differing.add(in.getFileName() + " " + change));
            }
        }
        assertTrue(pairs >= atLeast, pairs + " pairs in " + sent);
        assertTrue(differing.size() <= most, () -> String.join("\n", differing));
    }

    private List<Path> files(String suite) throws IOException {
        try (Stream<Path> all = Files.list(Path.of(folder, "tests", suite))) {
            return all.filter(file -> file.toString().endsWith(".xml")).sorted().toList();
        }
    }
}
