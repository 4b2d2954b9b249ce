package dev.virtworkbench.engine.drafts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.storage.PoolAbilities;
import dev.virtworkbench.engine.storage.PoolSource;
import dev.virtworkbench.language.schema.DocumentKind;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is stated of whichever type, libvirt's schema takes the document, and the document says what was stated. */
class PoolDraftTest {

    @ParameterizedTest
    @EnumSource(PoolType.class)
    void libvirtTakesTheExample(PoolType type) {
        assertEquals(List.of(), Judged.errors(DocumentKind.STORAGE_POOL, PoolDraft.example(type).xml()));
    }

    @ParameterizedTest
    @EnumSource(PoolType.class)
    void libvirtTakesTheLeastThereIs(PoolType type) {
        Map<PoolField, String> needed = new EnumMap<>(PoolDraft.example(type).values());
        needed.keySet().removeIf(field -> !type.requires(field));
        PoolDraft least = new PoolDraft("least", type, needed);
        assertEquals(List.of(), least.lacking());
        assertEquals(List.of(), Judged.errors(DocumentKind.STORAGE_POOL, least.xml()));
        for (PoolField field : needed.keySet()) {
            Map<PoolField, String> without = new EnumMap<>(needed);
            without.put(field, " ");
            assertEquals(List.of(field), new PoolDraft("least", type, without).lacking());
        }
    }

    @ParameterizedTest
    @EnumSource(PoolType.class)
    void libvirtTakesEveryFormatOfItsSource(PoolType type) {
        for (String format : type.sourceFormats()) {
            Map<PoolField, String> values = new EnumMap<>(PoolDraft.example(type).values());
            values.put(PoolField.FORMAT, format);
            assertEquals(List.of(), Judged.errors(DocumentKind.STORAGE_POOL, new PoolDraft("a", type, values).xml()), format);
        }
    }

    @Test
    void namesComeThroughAsTheyWereStated() {
        for (String name : Judged.ODD_NAMES) {
            XmlElement pool = root(new PoolDraft(name, PoolType.DIR, Map.of(PoolField.TARGET, "/srv/" + name)));
            assertEquals(name, pool.element("name").orElseThrow().text());
            assertEquals("/srv/" + name, pool.element("target").orElseThrow().element("path").orElseThrow().text());
            assertEquals(List.of(), Judged.errors(DocumentKind.STORAGE_POOL, new PoolDraft(name, PoolType.VSTORAGE,
                    Map.of(PoolField.SOURCE_NAME, name, PoolField.TARGET, "/srv/" + name)).xml()));
        }
    }

    @Test
    void aSourceThatIsFoundSaysWhatThePoolIsOf() {
        assertEquals(Map.of(PoolField.DIRECTORY, "/export/vms", PoolField.FORMAT, "nfs"),
                PoolDraft.found(PoolType.NETFS, new PoolSource("", "files", "/export/vms", List.of(), "nfs")));
        assertEquals(Map.of(PoolField.DEVICE, "iqn.2026-11.test:one"),
                PoolDraft.found(PoolType.ISCSI, new PoolSource("", "san", "", List.of("iqn.2026-11.test:one"), "")));
        // the devices of a group that is there would be those to make one of
        assertEquals(Map.of(PoolField.SOURCE_NAME, "fast", PoolField.DEVICE, "", PoolField.TARGET, "/dev/fast"),
                PoolDraft.found(PoolType.LOGICAL, new PoolSource("fast", "", "", List.of("/dev/sdb"), "lvm2")));
    }

    @ParameterizedTest
    @EnumSource(PoolType.class)
    void sourcesAreFoundOfTheTypesOfWhichLibvirtFindsAny(PoolType type) {
        // what libvirt finds for the one is what the other is made of
        boolean finds = type == PoolType.ISCSI_DIRECT || PoolAbilities.lacks(type.word(), Operation.POOL_SOURCES).isEmpty();
        assertEquals(finds, type.foundBy().isPresent());
        type.foundBy().ifPresent(field -> {
            PoolSource source = new PoolSource("name", "host", "/directory", List.of("/dev/device"), "");
            assertTrue(type.fields().containsAll(PoolDraft.found(type, source).keySet()));
            assertTrue(type.requires(field) && !PoolDraft.found(type, source).get(field).isEmpty());
        });
    }

    @Test
    void severalHostsHaveTheirPorts() {
        XmlElement source = root(new PoolDraft("ceph", PoolType.RBD, Map.of(PoolField.SOURCE_NAME, "vms",
                PoolField.HOST, "mon1:6789  mon2 [fe80::1]:6790 fe80::2"))).element("source").orElseThrow();
        assertEquals(List.of("mon1/6789", "mon2/", "fe80::1/6790", "fe80::2/"),
                source.elements("host").stream().map(host -> host.value("name") + '/' + host.value("port")).toList());
    }

    @Test
    void aSecretIsNamedByItsUuidOrItsUsage() {
        XmlElement byUsage = root(PoolDraft.example(PoolType.ISCSI));
        assertEquals("san-chap", secret(byUsage).value("usage"));
        XmlElement byUuid = root(PoolDraft.example(PoolType.RBD));
        assertEquals(PoolType.RBD.example(PoolField.SECRET), secret(byUuid).value("uuid"));
    }

    @Test
    void whatAnotherTypeWasGivenIsNotInIt() {
        XmlElement pool = root(new PoolDraft("a", PoolType.DIR, PoolDraft.example(PoolType.ISCSI).values()));
        assertTrue(pool.element("source").isEmpty());
    }

    private static XmlElement secret(XmlElement pool) {
        return pool.element("source").orElseThrow().element("auth").orElseThrow().element("secret").orElseThrow();
    }

    private static XmlElement root(PoolDraft draft) {
        return XmlTree.parse(draft.xml()).root().orElseThrow();
    }
}
