package dev.virtworkbench.explorer.inside;

import dev.virtworkbench.engine.inside.Entry;
import dev.virtworkbench.engine.inside.GuestPath;
import dev.virtworkbench.engine.inside.Survey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A row of the tree. */
sealed interface Row {

    /** A partition, and the file system on it; or one of the two. */
    record OfDevice(Optional<Survey.Partition> partition, Optional<Survey.FileSystem> fileSystem) implements Row {

        String device() {
            return partition.map(Survey.Partition::device).orElseGet(() -> fileSystem.orElseThrow().device());
        }

        long size() {
            return partition.map(Survey.Partition::size).orElseGet(() -> fileSystem.orElseThrow().size());
        }

        boolean locked() {
            return fileSystem.filter(Survey.FileSystem::locked).isPresent();
        }
    }

    /** What is in a folder. */
    record OfEntry(Entry entry) implements Row { }

    /** Words where rows will be, or cannot be. */
    record Note(GuestPath below, String words) implements Row { }

    /** The folder that unfolds below it; empty where none does. */
    default Optional<GuestPath> folder() {
        return switch (this) {
            case OfDevice device -> device.fileSystem().filter(Survey.FileSystem::browsable).map(each -> GuestPath.root(each.device()));
            case OfEntry(Entry entry) -> entry.type() == Entry.Type.FOLDER ? Optional.of(entry.path()) : Optional.empty();
            case Note note -> Optional.empty();
        };
    }

    /** Partitions in their order, then what is on no partition. */
    static List<Row> of(Survey survey) {
        List<Row> rows = new ArrayList<>();
        Set<String> partitions = survey.partitions().stream().map(Survey.Partition::device).collect(Collectors.toSet());
        survey.partitions().forEach(each -> rows.add(new OfDevice(Optional.of(each), survey.fileSystem(each.device()))));
        survey.fileSystems().stream().filter(each -> !partitions.contains(each.device()))
                .forEach(each -> rows.add(new OfDevice(Optional.empty(), Optional.of(each))));
        return rows;
    }
}
