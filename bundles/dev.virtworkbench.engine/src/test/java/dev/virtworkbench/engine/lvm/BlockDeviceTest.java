package dev.virtworkbench.engine.lvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.actions.Loss;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BlockDeviceTest {

    @Test
    void aDiskWithItsOwnPartitionsAloneIsSpare() {
        assertTrue(device("/dev/sdb", "disk", "").spare());
        assertTrue(device("/dev/sdb", "disk", "gpt", device("/dev/sdb1", "part", "ext4")).spare());
        assertFalse(device("/dev/sdb", "disk", "gpt", device("/dev/sdb1", "part", "LVM2_member")).spare());
        assertFalse(device("/dev/sdb", "disk", "mpath_member", device("/dev/mapper/both", "mpath", "")).spare());
        assertFalse(device("/dev/sdb", "disk", "", device("/dev/mapper/both", "mpath", "")).spare());
        assertFalse(device("/dev/group/volume", "lvm", "ext4").spare());
        assertFalse(new BlockDevice("/dev/sdb", 1, "disk", "", "", Optional.empty(), Optional.of("/"), false, List.of()).spare());
        assertFalse(new BlockDevice("/dev/sdb", 1, "disk", "", "", Optional.empty(), Optional.empty(), true, List.of()).spare());
        assertFalse(new BlockDevice("/dev/zram0", 0, "disk", "", "", Optional.empty(), Optional.empty(), false, List.of()).spare());
    }

    @Test
    void whatIsLostIsNamedAndTheGroupsNameTyped() {
        Loss loss = Loss.ofDevices("fast", List.of(device("/dev/sdb", "disk", "gpt", device("/dev/sdb1", "part", "ext4"), device("/dev/sdb2", "part", "")),
                device("/dev/sdc", "disk", "xfs")));
        assertEquals("fast", loss.nameToType());
        for (Locale language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            String text = loss.text().in(language);
            assertTrue(text.contains("/dev/sdb (gpt, /dev/sdb1 ext4, /dev/sdb2), /dev/sdc (xfs)"), text);
        }
    }

    private static BlockDevice device(String path, String type, String holds, BlockDevice... above) {
        return new BlockDevice(path, 1 << 30, type, "", "", Optional.of(holds).filter(held -> !held.isEmpty()), Optional.empty(), false, List.of(above));
    }
}
