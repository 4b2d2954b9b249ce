package dev.virtworkbench.engine.difference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.LibvirtTests;
import dev.virtworkbench.language.syntax.XmlTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * libvirt's own tests hold documents beside what libvirt makes of them: the two should differ in nothing but in what
 * libvirt really changed.
 */
class LibvirtTestPairsTest {

    @BeforeEach
    void needsLibvirtsTests() {
        LibvirtTests.needed();
    }

    @Test
    void aDocumentDoesNotDifferFromItself() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path domain : LibvirtTests.domains()) {
            files.add(domain);
            LibvirtTests.made(domain).ifPresent(files::add);
        }
        for (String suite : List.of("storagepoolxml2xmlin", "storagevolxml2xmlin", "networkxml2xmlin", "nwfilterxml2xmlin", "secretxml2xmlin")) {
            files.addAll(LibvirtTests.in(suite));
        }
        for (Path file : files) {
            XmlTree tree = XmlTree.parse(Files.readString(file));
            for (Origin origin : Origin.values()) {
                Difference none = Difference.of(tree, origin, tree, Origin.LIBVIRT);
                assertEquals(List.of(), none.changes(), file.toString());
                assertEquals(List.of(), none.filledIn(), file.toString());
            }
        }
        assertTrue(files.size() > 1000, files.size() + " documents");
    }

    /** What is left are libvirt's own decisions: it reorders USB controllers, rounds memory, splits ranges, drops unknowns. */
    @Test
    void whatLibvirtGivesBackDiffersOnlyWhereItDecided() throws IOException {
        // of 390 before libvirt 10.0.0, of 790 in 11.3.0
        assertFewDiffer(LibvirtTests.inOneFolder() ? 38 : 28, LibvirtTests.domains(), LibvirtTests::made, 380);
        assertFewDiffer(0, LibvirtTests.in("networkxml2xmlin"), in -> beside(in, "networkxml2xmlout"), 30);
        assertFewDiffer(1, LibvirtTests.in("storagepoolxml2xmlin"), in -> beside(in, "storagepoolxml2xmlout"), 30);
        assertFewDiffer(3, LibvirtTests.in("storagevolxml2xmlin"), in -> beside(in, "storagevolxml2xmlout"), 15);
        assertFewDiffer(12, LibvirtTests.in("nwfilterxml2xmlin"), in -> beside(in, "nwfilterxml2xmlout"), 20);
    }

    /** Only what was sent and is not there any more, or is another: what libvirt adds is no matter here. */
    private static void assertFewDiffer(int most, List<Path> sent, Function<Path, Optional<Path>> back, int atLeast) throws IOException {
        int pairs = 0;
        List<String> differing = new ArrayList<>();
        for (Path in : sent) {
            Optional<Path> out = back.apply(in);
            if (out.isPresent()) {
                pairs++;
                Difference.of(XmlTree.parse(Files.readString(in)), Origin.PERSON,
                        XmlTree.parse(Files.readString(out.get())), Origin.LIBVIRT).changes().stream()
                        .filter(change -> change.kind() != ChangeKind.ADDED).findFirst()
                        .ifPresent(change -> differing.add(in.getFileName() + " " + change));
            }
        }
        assertTrue(pairs >= atLeast, pairs + " pairs for " + sent.size() + " documents");
        assertTrue(differing.size() <= most, () -> String.join("\n", differing));
    }

    private static Optional<Path> beside(Path in, String suite) {
        return Optional.of(LibvirtTests.folder(suite).resolve(in.getFileName())).filter(Files::exists);
    }
}
