package dev.virtworkbench.engine.domains;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DiskOrderTest {

    private static final List<Disk> DISKS = Disk.in("<domain><devices>"
            + Stream.of("vdaa virtio", "vda virtio", "hda ide", "sda scsi", "vdz virtio", "sdb sata").map(words -> words.split(" "))
                    .map(words -> "<disk type='file'><target dev='" + words[0] + "' bus='" + words[1] + "'/></disk>").reduce("", String::concat)
            + "</devices></domain>");

    private static Disk disk(String target) {
        return DISKS.stream().filter(disk -> disk.target().equals(target)).findFirst().orElseThrow();
    }

    private static Optional<String> before(String target) {
        return new DiskOrder(DISKS).before(disk(target)).map(Disk::target);
    }

    private static Optional<String> behind(String target) {
        return new DiskOrder(DISKS).behind(disk(target)).map(Disk::target);
    }

    @Test
    void itGoesByTheLettersOfTheName() {
        assertEquals(Optional.of("vdz"), behind("vda"));
        assertEquals(Optional.of("vdaa"), behind("vdz"));
        assertEquals(Optional.empty(), behind("vdaa"));
        assertEquals(Optional.of("vdz"), before("vdaa"));
        assertEquals(Optional.empty(), before("vda"));
    }

    @Test
    void eachBusHasItsOwn() {
        assertEquals(Optional.empty(), before("sdb"), "on another bus than sda");
        assertEquals(Optional.empty(), behind("sda"));
        assertEquals(Optional.empty(), behind("hda"));
    }

    @Test
    void whatOnlyTheRunningDomainHasIsInNone() {
        List<Disk> all = Disk.in("<domain><devices><disk><target dev='sda' bus='scsi'/></disk></devices></domain>",
                "<domain><devices><disk><target dev='sda' bus='scsi'/></disk><disk><target dev='sdb' bus='scsi'/></disk></devices></domain>");
        DiskOrder order = new DiskOrder(all);
        assertEquals(Optional.empty(), order.behind(all.getFirst()));
        assertEquals(Optional.empty(), order.before(all.getLast()));
    }
}
