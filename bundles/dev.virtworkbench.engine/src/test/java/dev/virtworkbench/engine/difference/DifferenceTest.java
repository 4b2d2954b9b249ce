package dev.virtworkbench.engine.difference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.language.syntax.XmlTree;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    private static final String DISKS = "<domain><devices>"
            + "<disk type='file' device='disk'><source file='/a'/><target dev='vda' bus='virtio'/></disk>"
            + "<disk type='file' device='disk'><source file='/b'/><target dev='vdb' bus='virtio'/></disk>"
            + "</devices></domain>";

    @Test
    void aChangedAttributeIsToldInLibvirtsWords() {
        assertEquals(List.of("disk vdb · source file: /b → /c"), words(DISKS, DISKS.replace("/b", "/c")));
    }

    @Test
    void theSameInChinese() {
        Change change = difference(DISKS, DISKS.replace("/b", "/c")).changes().getFirst();
        assertEquals("disk vdb · source file：/b → /c", change.message().in(Locale.SIMPLIFIED_CHINESE));
    }

    @Test
    void aDiskIsKnownByItsTargetWhereverItStands() {
        String swapped = "<domain><devices>"
                + "<disk type='file' device='disk'><source file='/b'/><target dev='vdb' bus='virtio'/></disk>"
                + "<disk type='file' device='disk'><source file='/a'/><target dev='vda' bus='virtio'/></disk>"
                + "</devices></domain>";
        assertEquals(List.of(), words(DISKS, swapped));
    }

    @Test
    void anOrderOfSingleDevicesReplacesThatOfKinds() {
        String kinds = "<domain><os><boot dev='hd'/></os><devices><disk type='file'><target dev='vda'/>%s</disk></devices></domain>";
        Difference left = difference(kinds.formatted(""), kinds.formatted("").replace("<boot dev='hd'/>", ""));
        assertEquals(List.of(), left.changes());
        assertEquals(1, left.filledIn().size(), "libvirt fills it in again");
        Difference ordered = difference(kinds.formatted(""), kinds.formatted("<boot order='1'/>").replace("<boot dev='hd'/>", ""));
        assertEquals(2, ordered.changes().size(), () -> ordered.changes().toString());
        assertEquals(List.of(), ordered.filledIn());
    }

    @Test
    void anotherTargetIsAnotherDisk() {
        assertEquals(List.of("disk vdb: removed, was type=file device=disk", "disk vdc: added, type=file device=disk"),
                words(DISKS, DISKS.replace("vdb", "vdc")));
    }

    @Test
    void unitsAreNoDifference() {
        assertEquals(List.of(), words("<domain><memory unit='GiB'>1</memory></domain>",
                "<domain><memory unit='KiB'>1048576</memory></domain>"));
        assertEquals(List.of("memory: 1 GiB → 2 GiB"), words("<domain><memory unit='GiB'>1</memory></domain>",
                "<domain><memory unit='KiB'>2097152</memory></domain>"));
    }

    @Test
    void whiteSpaceCommentsAndHexadecimalAreNoDifference() {
        assertEquals(List.of(), words("<domain><title>a  b</title><x slot='0x0A'/></domain>",
                "<domain>\n  <!-- why -->\n  <title> a b\n</title>\n  <x slot='10'/>\n</domain>"));
    }

    @Test
    void setsOfNumbersAreComparedAsSets() {
        assertEquals(List.of(), words("<domain><vcpu cpuset='1-4,^3,8'>2</vcpu></domain>",
                "<domain><vcpu cpuset='1-2,4,8'>2</vcpu></domain>"));
        assertEquals(List.of("vcpu cpuset: 1-4 → 1-3"), words("<domain><vcpu cpuset='1-4'>2</vcpu></domain>",
                "<domain><vcpu cpuset='1-3'>2</vcpu></domain>"));
    }

    @Test
    void aNameOfDigitsIsNoNumber() {
        assertEquals(List.of("name: 007 → 7"), words("<domain><name>007</name></domain>", "<domain><name>7</name></domain>"));
    }

    @Test
    void theOrderOfBootDevicesMeansSomething() {
        assertEquals(List.of("os boot dev: hd → network", "os boot dev: network → hd"),
                words("<domain><os><boot dev='hd'/><boot dev='network'/></os></domain>",
                        "<domain><os><boot dev='network'/><boot dev='hd'/></os></domain>"));
    }

    @Test
    void statesAreNeverCompared() {
        assertEquals(List.of(), words("<pool type='dir'><name>p</name><capacity>5</capacity></pool>",
                "<pool type='dir'><name>p</name><capacity>7</capacity><available>1</available></pool>"));
    }

    @Test
    void whatLibvirtMakesUpIsToldApart() {
        Difference difference = Difference.of(
                XmlTree.parse("<pool type='dir'><name>p</name><uuid>8c3d5a3e-0000-4000-8000-000000000001</uuid></pool>"),
                Origin.LIBVIRT, XmlTree.parse("<pool type='dir'><name>p</name></pool>"), Origin.PERSON);
        assertTrue(difference.isEmpty());
        assertEquals("REMOVED pool/uuid 8c3d5a3e-0000-4000-8000-000000000001 -> ", difference.filledIn().getFirst().toString());
    }

    @Test
    void betweenTwoOfLibvirtsDocumentsNothingIsMadeUp() {
        String with = "<domain><devices><controller type='usb' index='0'/></devices></domain>";
        String without = "<domain><devices/></domain>";
        assertEquals(List.of("controller usb 0: removed, was type=usb index=0"), Difference
                .of(XmlTree.parse(with), Origin.LIBVIRT, XmlTree.parse(without), Origin.LIBVIRT).changes().stream()
                .map(change -> change.message().in(Locale.ENGLISH)).toList());
    }

    @Test
    void takingOutAModelIsAChangeThoughLibvirtHasADefault() {
        assertEquals(List.of("interface 52:54:00:00:00:01 · model: removed, was type=virtio"), words(
                "<domain><devices><interface type='user'><mac address='52:54:00:00:00:01'/><model type='virtio'/></interface>"
                        + "</devices></domain>",
                "<domain><devices><interface type='user'><mac address='52:54:00:00:00:01'/></interface></devices></domain>"));
    }

    @Test
    void aPasswordIsNeverInWords() {
        String before = "<domain><devices><graphics type='vnc' passwd='geheim'/></devices></domain>";
        String after = "<domain><devices><graphics type='vnc' passwd='anders'/></devices></domain>";
        assertEquals(List.of("graphics vnc · passwd: ••• → •••"), words(before, after));
        Change removed = difference(before, "<domain><devices/></domain>").changes().getFirst();
        assertFalse((removed.message().in(Locale.ENGLISH) + removed).contains("geheim"));
    }

    @Test
    void spansMarkTheAttributeInBothDocuments() {
        String after = DISKS.replace("/b", "/c");
        Change change = difference(DISKS, after).changes().getFirst();
        assertEquals("file='/b'", change.before().orElseThrow().span().of(DISKS));
        assertEquals("file='/c'", change.after().orElseThrow().span().of(after));
        assertEquals("domain/devices/disk[vdb]/source@file", change.place().toString());
    }

    @Test
    void prefixesAreNoDifferenceButNamespacesAre() {
        assertEquals(List.of(), words("<domain><metadata><a:x xmlns:a='urn:a' n='1'/></metadata></domain>",
                "<domain><metadata><b:x xmlns:b='urn:a' n='1'/></metadata></domain>"));
        assertEquals(2, words("<domain><metadata><a:x xmlns:a='urn:a' n='1'/></metadata></domain>",
                "<domain><metadata><a:x xmlns:a='urn:b' n='1'/></metadata></domain>").size());
    }

    @Test
    void differentKindsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> words("<pool/>", "<domain/>"));
    }

    private static List<String> words(String before, String after) {
        return difference(before, after).changes().stream().map(change -> change.message().in(Locale.ENGLISH)).toList();
    }

    private static Difference difference(String before, String after) {
        return Difference.of(XmlTree.parse(before), Origin.LIBVIRT, XmlTree.parse(after), Origin.PERSON);
    }
}
