package dev.virtworkbench.engine.inside;

import dev.virtworkbench.language.findings.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an image has inside, as far as it is not locked.
 *
 * @param size bytes that the guest sees
 * @param table the kind of its partition table, as in {@code gpt} or {@code msdos}; empty where there is none
 * @param systems the operating systems that were found; most images have one
 * @param slow why the look takes long; empty where it does not
 */
public record Survey(long size, Optional<String> table, List<Partition> partitions, List<FileSystem> fileSystems, List<GuestSystem> systems,
        Optional<Message> slow) {

    public Survey {
        partitions = List.copyOf(partitions);
        fileSystems = List.copyOf(fileSystems);
        systems = List.copyOf(systems);
    }

    /**
     * A partition.
     *
     * @param device as in {@code /dev/sda1}
     * @param start byte where it begins
     * @param size bytes
     * @param holds what it holds, as in {@code ext4}, {@code LVM2_member} or {@code crypto_LUKS}; empty where nothing was recognised
     */
    public record Partition(String device, int number, long start, long size, String holds) { }

    /** Room in a file system. @param size bytes @param free bytes that nothing is in */
    public record Space(long size, long free) {

        public long used() {
            return size - free;
        }
    }

    /**
     * A file system, swap space or encrypted device.
     *
     * @param device that it is on, as in {@code /dev/sda1} or {@code /dev/group/volume}
     * @param type as in {@code ext4}, {@code swap}, {@code crypto_LUKS}; {@code unknown} where it was not recognised
     * @param size bytes of the device; 0 where that is not known
     * @param space empty where it cannot be browsed
     * @param problem why its files cannot be read though it looks like a file system: libguestfs's words
     */
    public record FileSystem(String device, String type, String label, String uuid, long size, Optional<Space> space,
            Optional<String> problem) {

        /** Whether a passphrase opens it. */
        public boolean locked() {
            return type.equals("crypto_LUKS");
        }

        /** Whether its files can be read. */
        public boolean browsable() {
            return space.isPresent();
        }
    }

    /**
     * An operating system.
     *
     * @param root device of its root file system
     * @param type as in {@code linux} or {@code windows}
     * @param distribution as in {@code debian}; empty where that is not known, as are the others
     * @param product its own name for itself, as in {@code Fedora Linux 40 (Server Edition)}
     * @param version as in {@code 12.5}
     * @param mountPoints devices by the folder where the guest has them, as it says itself
     */
    public record GuestSystem(String root, String type, String distribution, String product, String version, String hostname,
            Map<String, String> mountPoints) {

        public GuestSystem {
            mountPoints = Map.copyOf(mountPoints);
        }
    }

    public Optional<FileSystem> fileSystem(String device) {
        return fileSystems.stream().filter(each -> each.device().equals(device)).findFirst();
    }
}
