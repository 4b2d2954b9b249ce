package dev.virtworkbench.engine.domains;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoolPlacesTest {

    @ParameterizedTest
    @CsvSource({
            "dir, /srv/images, '', /srv/images/a.qcow2, true",
            "dir, /srv/images/, '', /srv/images/below/a.qcow2, true",
            "dir, /srv/images, '', /srv/images2/a.qcow2, false",
            "logical, /dev/fast, /dev/sdb, /dev/fast/root, true",
            "logical, /dev/fast, /dev/sdb, /dev/sdb, true",
            "fs, /mnt, /dev/sdb1, /dev/sdb1, true",
            "disk, /dev, /dev/sdb, /dev/sdb2, true",
            "disk, /dev, /dev/nvme0n1, /dev/nvme0n1p2, true",
            "disk, /dev, /dev/disk/by-id/ata-X, /dev/disk/by-id/ata-X-part1, true",
            "disk, /dev, /dev/sdb, /dev/sda, false",
            "disk, /dev, /dev/sdb, /dev/sdba, false",
            "scsi, /dev/disk/by-path, '', /dev/disk/by-path/other, false"})
    void whatIsInAPoolThatIsNotActive(String type, String target, String device, String path, boolean in) {
        String source = device.isEmpty() ? "" : "<source><device path='" + device + "'/></source>";
        assertEquals(in, PoolPlaces.of("<pool type='" + type + "'><name>p</name>" + source + "<target><path>" + target
                + "</path></target></pool>").have(path));
    }

    @ParameterizedTest
    @CsvSource({
            "iscsi, '', true",
            "scsi, fc_host, true",
            "scsi, scsi_host, false",
            "iscsi-direct, '', false",
            "dir, '', false"})
    void whichDevicesAreThereOnlyWhileThePoolIs(String type, String adapter, boolean attached) {
        String source = adapter.isEmpty() ? "" : "<source><adapter type='" + adapter + "'/></source>";
        assertEquals(attached, PoolPlaces.of("<pool type='" + type + "'><name>p</name>" + source + "</pool>").attached());
    }
}
