package dev.virtworkbench.engine.real;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.LibvirtTests;
import dev.virtworkbench.engine.difference.Change;
import dev.virtworkbench.engine.difference.ChangeKind;
import dev.virtworkbench.engine.difference.Difference;
import dev.virtworkbench.engine.difference.Origin;
import dev.virtworkbench.engine.domains.Domain;
import dev.virtworkbench.engine.domains.Undefine;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.networks.Network;
import dev.virtworkbench.engine.storage.Pool;
import dev.virtworkbench.language.syntax.XmlTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Documents of libvirt's own tests, defined on a real daemon and read back: whatever the difference says was dropped or altered,
 * libvirt did drop or alter.
 */
class RealRoundTripTest extends OnRealHost {

    @BeforeAll
    static void start() {
        LibvirtTests.needed();
    }

    @Test
    void pools() throws IOException {
        assertFaithful(LibvirtTests.in("storagepoolxml2xmlin"), 20, 3, xml -> {
            Pool pool = host.pools().define(xml, false).await();
            String back = pool.xml(true).await();
            pool.undefine().await();
            return back;
        });
    }

    @Test
    void networks() throws IOException {
        assertFaithful(LibvirtTests.in("networkxml2xmlin"), 25, 3, xml -> {
            Network network = host.networks().define(xml, false).await();
            String back = network.xml(true).await();
            network.undefine().await();
            return back;
        });
    }

    /** What is left over is libvirt's doing: it adds up the memory of NUMA cells, splits ranges, drops what is not for this type. */
    @Test
    void domains() throws IOException {
        assertFaithful(LibvirtTests.domains(), 500, LibvirtTests.inOneFolder() ? 66 : 60, xml -> {
            Domain domain = host.domains().define(xml.replaceFirst("type=(['\"])kvm['\"]", "type=$1qemu$1")
                    .replaceAll("<emulator>.*</emulator>", ""), false).await();
            String back = domain.xml(true, true).await();
            domain.undefine(Set.of(Undefine.NVRAM)).await();
            return back;
        });
    }

    /**
     * @param enough how many of the documents this libvirtd has to take for the test to say anything
     * @param most how many of these may differ
     */
    private static void assertFaithful(List<Path> files, int enough, int most, UnaryOperator<String> define) throws IOException {
        int defined = 0;
        List<String> differing = new ArrayList<>();
        for (Path file : files) {
            String sent = Files.readString(file);
            String back;
            try {
                back = define.apply(sent);
            } catch (VirtException refused) {
                continue;
            }
            defined++;
            List<Change> changes = Difference.of(XmlTree.parse(sent), Origin.PERSON, XmlTree.parse(back), Origin.LIBVIRT)
                    .changes().stream().filter(change -> change.kind() != ChangeKind.ADDED)
                    .filter(change -> !change.place().toString().matches("domain(@type|/devices/emulator)")).toList();
            if (!changes.isEmpty()) {
                differing.add(file.getFileName() + " " + changes);
            }
        }
        assertTrue(defined >= enough, defined + " documents were taken");
        assertTrue(differing.size() <= most, differing.size() + " of " + defined + " differ:\n" + String.join("\n", differing));
    }
}
