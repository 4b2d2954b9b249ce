package dev.virtworkbench.engine.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.clones.CloneDraft;
import dev.virtworkbench.engine.clones.CloneOrder;
import dev.virtworkbench.engine.clones.CloneSource;
import dev.virtworkbench.engine.clones.Clones;
import dev.virtworkbench.engine.domains.Domain;
import dev.virtworkbench.engine.domains.DomainSummary;
import dev.virtworkbench.engine.domains.Undefine;
import dev.virtworkbench.engine.drafts.BootEdits;
import dev.virtworkbench.engine.drafts.BootSettings;
import dev.virtworkbench.engine.drafts.BootSettings.Firmware;
import dev.virtworkbench.engine.drafts.DomainDraft;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.facts.Guest;
import dev.virtworkbench.engine.images.GuestDisk.Boot;
import dev.virtworkbench.engine.images.Image;
import dev.virtworkbench.engine.images.NewImage;
import dev.virtworkbench.engine.storage.PoolSummary;
import dev.virtworkbench.language.syntax.XmlTree;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Domains that UEFI boots, by the UEFI of this machine, and the files in which that keeps its variables. */
class RealUefiTest extends Applying {

    /** Apostrophes, as libvirt quotes command lines with them. */
    private static final String NAME = "it's UEFI";

    private Domain domain;

    @BeforeAll
    static void needed() throws IOException {
        daemon.needsUefi();
    }

    @BeforeEach
    void begin() {
        domain = define(domain(NAME, "").replace("machine='pc'", "machine='q35'"));
        bootBy(Firmware.UEFI);
    }

    @AfterEach
    void clear() {
        for (DomainSummary each : host.domains().list().await()) {
            Domain one = host.domains().domain(each);
            if (each.state().active()) {
                one.destroy().await();
            }
            one.undefine(one.kept().await().stream().filter(with -> with != Undefine.KEEP_NVRAM).collect(Collectors.toSet())).await();
        }
    }

    private void bootBy(Firmware firmware) {
        String xml = domain.xml(true, true).await();
        BootSettings now = BootSettings.of(XmlTree.parse(xml));
        domain = define(BootEdits.apply(xml, new BootSettings(now.byKind(), now.order(), now.kinds(), now.menu(), now.menuTimeout(), firmware)));
    }

    private static String variables(Domain of) {
        return host.domains().variables(of.xml(true, true).await()).await().orElseThrow();
    }

    private static boolean there(String file) throws IOException {
        return daemon.run("sh", "-c", "test -e \"$1\" && echo yes || echo no", "sh", file).strip().equals("yes");
    }

    private static String sum(String file) throws IOException {
        return daemon.run("sha256sum", "--", file).replaceFirst("^\\\\?", "").substring(0, 64);
    }

    private void startAndEnd() {
        domain.start().await();
        assertTrue(domain.summary().await().state().active());
        domain.destroy().await();
    }

    @Test
    void theFileOfItsVariablesIsMadeAtItsFirstStartAndKeptOrRemoved() throws IOException {
        String file = variables(domain);
        assertTrue(file.endsWith("/" + NAME + "_VARS.fd"), file);
        assertFalse(there(file));
        domain.start().await();
        String runs = domain.xml(false, false).await();
        assertTrue(runs.contains(">" + file.replace("'", "&apos;") + "</nvram>"), runs);
        domain.destroy().await();
        assertTrue(there(file));
        VirtException neither = assertThrows(VirtException.class, () -> domain.undefine(Set.of()).await());
        assertTrue(neither.hint().isPresent(), neither.getMessage());
        assertEquals(Set.of(Undefine.NVRAM, Undefine.KEEP_NVRAM), domain.kept().await());
        String xml = domain.xml(true, true).await();
        domain.undefine(Set.of(Undefine.KEEP_NVRAM)).await();
        assertTrue(there(file));
        domain = define(xml);
        domain.undefine(Set.of(Undefine.NVRAM)).await();
        assertFalse(there(file));
    }

    @Test
    void secureBootTakesItsKeysFromNewVariablesOnly() throws IOException {
        startAndEnd();
        String file = variables(domain);
        String plain = sum(file);
        bootBy(Firmware.SECURE_UEFI);
        domain.start().await();
        String runs = domain.xml(false, false).await();
        assertTrue(runs.contains("secure='yes'") && runs.contains("<smm state='on'/>"), runs);
        assertEquals(file, variables(domain));
        assertEquals(plain, sum(file), "libvirt leaves what another firmware has written");
        domain.destroy().await();
        domain.startWithNewVariables().await();
        domain.destroy().await();
        assertNotEquals(plain, sum(file));
        bootBy(Firmware.UEFI);
        domain.start().await();
        assertFalse(domain.xml(false, false).await().contains("secure='yes'"));
        domain.destroy().await();
        bootBy(Firmware.MACHINE);
        startAndEnd();
        assertEquals(Set.of(), domain.kept().await());
        daemon.run("rm", "--", file);
    }

    @Test
    void aUefiThatTheHostLacksIsNamedWithItsPackage() {
        Domain old = define(domain("old", ""));
        assertFalse(host.firmware("x86_64", "pc", "qemu").await().secureBoot());
        domain.undefine(Set.of(Undefine.NVRAM)).await();
        domain = old;
        // libvirt looks for it when the domain starts, newer ones when it is defined
        VirtException none = assertThrows(VirtException.class, () -> {
            bootBy(Firmware.SECURE_UEFI);
            domain.start().await();
        });
        assertTrue(none.getMessage().contains("nable to find ") && none.getMessage().contains("ovmf"), none.getMessage());
    }

    @Test
    void anImageWithAnEfiPartitionBecomesADomainThatIsBootedWithSecureBootOrWithout() throws IOException {
        PrivateLibvirtd.needs("sfdisk");
        Image image = new Image(daemon.folder().resolve("efi.raw").toString(), "raw");
        host.images().create(new NewImage(image.path(), "raw"), 64 * MIB).await();
        ImagesOnHost.run("sh", "-c", "printf 'label: gpt\\nsize=8MiB, type=uefi\\n' | sfdisk -q \"$1\"", "sh", image.path());
        assertEquals(Boot.UEFI, host.images().guestDisk(image).await().boot());
        Guest pc = host.abilities().await().guests().stream().filter(guest -> guest.architecture().equals("x86_64")).findFirst().orElseThrow();
        for (Firmware firmware : List.of(Firmware.UEFI, Firmware.SECURE_UEFI)) {
            String xml = new DomainDraft("imported", 64 * MIB, 1, pc, "qemu", firmware, new DomainDraft.Image.Path(image.path(), "raw"),
                    new DomainDraft.Nic.None(), DomainDraft.Graphics.NONE).xml();
            Domain imported = host.domains().make(xml, true, true).await();
            assertEquals(firmware == Firmware.SECURE_UEFI, imported.xml(false, false).await().contains("secure='yes'"));
            imported.destroy().await();
            imported.undefine(Set.of(Undefine.NVRAM)).await();
        }
    }

    private CloneOrder order(CloneSource source) {
        return new CloneOrder(source, new CloneDraft(source, "twin", UUID.randomUUID(), List.of()).xml(), true, List.of(), List.of());
    }

    @Test
    void aCloneHasACopyOfTheVariables() throws IOException {
        startAndEnd();
        String file = variables(domain);
        daemon.run("sh", "-c", "printf 'a boot entry' | dd of=\"$1\" bs=1 seek=1000 conv=notrunc status=none", "sh", file);
        String its = sum(file);
        Clones clones = new Clones(host);
        Domain clone = host.domains().domain(clones.make(order(clones.look(domain).await()), apply).await().uuid(), "twin");
        String copy = variables(clone);
        assertTrue(copy.endsWith("/twin_VARS.fd"), copy);
        assertEquals(its, sum(copy));
        clone.start().await();
        domain.start().await();
        clone.destroy().await();
        clone.undefine(Set.of(Undefine.NVRAM)).await();
        assertFalse(there(copy));
        assertEquals(its, sum(file));
        assertEquals(List.of(), host.pools().list().await().stream().map(PoolSummary::name).toList());
    }

    @Test
    void twoNeverWriteIntoOneFile() throws IOException {
        startAndEnd();
        String file = variables(domain);
        String its = sum(file);
        Clones clones = new Clones(host);
        CloneOrder good = order(clones.look(domain).await());
        // newer libvirts have one in the XML before the first start
        String shared = good.xml().replaceFirst("<nvram.*</nvram>", "").replace("</os>", "<nvram>" + file.replace("'", "&apos;") + "</nvram></os>");
        CloneOrder same = new CloneOrder(good.source(), shared, true, List.of(), List.of());
        assertNotEquals(good.xml(), same.xml());
        VirtException refused = assertThrows(VirtException.class, () -> clones.make(same, apply).await());
        assertTrue(refused.getMessage().contains("both would write") && refused.getMessage().contains(file), refused.getMessage());
        assertEquals(its, sum(file));
        assertEquals(List.of(NAME), host.domains().list().await().stream().map(DomainSummary::name).toList());
    }
}
