package dev.virtworkbench.engine.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.virtworkbench.engine.difference.Difference;
import dev.virtworkbench.engine.difference.Origin;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveChangesTest {

    private static final String CDROM = "<disk type='file' device='cdrom'><source file='/a.iso'/><target dev='sda'/></disk>";
    private static final String DISK = "<disk type='file' device='disk'><source file='/a.img'/><target dev='vda'/></disk>";

    @Test
    void aDeviceIsAttachedOrDetachedWithItsOwnElement() {
        LiveChange attached = live("", DISK).getFirst();
        assertEquals("ATTACH disk vda", attached.toString());
        assertEquals(DISK, attached.xml());
        assertEquals("DETACH disk vda", live(DISK, "").getFirst().toString());
        assertEquals(DISK, live(DISK, "").getFirst().xml());
    }

    @Test
    void aMediumIsChangedButADisksImageIsNot() {
        assertEquals(List.of("UPDATE disk sda"), names(live(CDROM, CDROM.replace("/a.iso", "/b.iso"))));
        assertEquals(List.of(), live(DISK, DISK.replace("/a.img", "/b.img")));
    }

    @Test
    void aDriveIsEmptied() {
        LiveChange emptied = live(CDROM, CDROM.replace("<source file='/a.iso'/>", "")).getFirst();
        assertEquals("UPDATE disk sda", emptied.toString());
        assertEquals("<disk type='file' device='cdrom'><target dev='sda'/></disk>", emptied.xml());
        assertEquals(List.of(), live(DISK, DISK.replace("<source file='/a.img'/>", "")));
    }

    @Test
    void whatHasNoPlugIsNotPlugged() {
        for (String bus : List.of("ide", "sata", "fdc")) {
            String disk = DISK.replace("'vda'", "'vda' bus='" + bus + "'");
            assertEquals(List.of(), live("", disk));
            assertEquals(List.of(), live(disk, ""));
        }
        assertEquals(List.of("ATTACH disk vda"), names(live("", DISK.replace("'vda'", "'vda' bus='usb'"))));
    }

    @Test
    void aDeviceThatAlsoChangesWhatCannotChangeIsNotOffered() {
        String before = "<interface type='network'><mac address='52:54:00:00:00:01'/><source network='a'/><model type='virtio'/>"
                + "</interface>";
        assertEquals(List.of("UPDATE interface 52:54:00:00:00:01"), names(live(before, before.replace("'a'", "'b'"))));
        assertEquals(List.of(), live(before, before.replace("'a'", "'b'").replace("virtio", "e1000")));
    }

    @Test
    void aPasswordIsUpdatedAndNotShown() {
        LiveChange change = live("<graphics type='vnc' passwd='alt'/>", "<graphics type='vnc' passwd='neu'/>").getFirst();
        assertEquals("UPDATE graphics vnc", change.toString());
        assertEquals("<graphics type='vnc' passwd='neu'/>", change.xml());
        assertEquals("<graphics type='vnc'/>", change.shownXml());
    }

    @Test
    void whatIsNoDeviceWaits() {
        XmlTree after = XmlTree.parse("<domain><vcpu>2</vcpu></domain>");
        assertEquals(List.of(), LiveChanges.of(Difference.of(XmlTree.parse("<domain><vcpu>1</vcpu></domain>"), Origin.LIBVIRT,
                after, Origin.LIBVIRT), after));
        assertEquals(List.of(), live("", "<video><model type='virtio'/></video>"));
    }

    private static List<String> names(List<LiveChange> changes) {
        return changes.stream().map(LiveChange::toString).toList();
    }

    private static List<LiveChange> live(String before, String after) {
        XmlTree changed = XmlTree.parse("<domain><devices>" + after + "</devices></domain>");
        return LiveChanges.of(Difference.of(XmlTree.parse("<domain><devices>" + before + "</devices></domain>"), Origin.LIBVIRT,
                changed, Origin.LIBVIRT), changed);
    }
}
