package dev.virtworkbench.engine.snapshots;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A snapshot that somebody wants.
 *
 * @param name empty to let libvirt choose one
 * @param description what people shall read; empty for nothing
 * @param memory where the memory goes: a path on the host where nothing is yet; for {@link SnapshotKind#EXTERNAL_WITH_MEMORY} only
 * @param files where new images go, by the disk's target: paths on the host. For a disk that is not named libvirt puts one beside the image
 * @param without targets of disks that are left as they are
 * @param quiesce whether the guest's agent is asked to freeze its file systems, for {@link SnapshotKind#DISK_ONLY} of a domain that runs
 */
public record NewSnapshot(String name, String description, SnapshotKind kind, Optional<String> memory, Map<String, String> files,
        List<String> without, boolean quiesce) {

    public NewSnapshot {
        if (memory.isPresent() != (kind == SnapshotKind.EXTERNAL_WITH_MEMORY)) {
            throw new IllegalArgumentException("a file for the memory belongs to external snapshots with memory: " + kind);
        }
        if (quiesce && kind != SnapshotKind.DISK_ONLY) {
            throw new IllegalArgumentException("only snapshots of disks alone are quiesced: " + kind);
        }
        files = Map.copyOf(files);
        without = List.copyOf(without);
    }

    public static NewSnapshot internal(String name) {
        return new NewSnapshot(name, "", SnapshotKind.INTERNAL, Optional.empty(), Map.of(), List.of(), false);
    }

    public static NewSnapshot ofDisks(String name) {
        return new NewSnapshot(name, "", SnapshotKind.DISK_ONLY, Optional.empty(), Map.of(), List.of(), false);
    }

    public static NewSnapshot withMemory(String name, String file) {
        return new NewSnapshot(name, "", SnapshotKind.EXTERNAL_WITH_MEMORY, Optional.of(file), Map.of(), List.of(), false);
    }

    public NewSnapshot described(String words) {
        return new NewSnapshot(name, words, kind, memory, files, without, quiesce);
    }

    /** With the new image of that disk at that path. */
    public NewSnapshot at(String target, String path) {
        Map<String, String> more = new LinkedHashMap<>(files);
        more.put(target, path);
        return new NewSnapshot(name, description, kind, memory, more, without, quiesce);
    }

    public NewSnapshot leaving(String... targets) {
        return new NewSnapshot(name, description, kind, memory, files, List.of(targets), quiesce);
    }

    public NewSnapshot quiesced() {
        return new NewSnapshot(name, description, kind, memory, files, without, true);
    }
}
