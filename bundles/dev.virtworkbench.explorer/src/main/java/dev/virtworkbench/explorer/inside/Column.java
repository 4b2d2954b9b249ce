package dev.virtworkbench.explorer.inside;

import dev.virtworkbench.engine.inside.Entry;
import dev.virtworkbench.engine.inside.Survey;
import dev.virtworkbench.explorer.inside.Row.OfDevice;
import dev.virtworkbench.explorer.inside.Row.OfEntry;
import dev.virtworkbench.explorer.labels.Bytes;
import dev.virtworkbench.explorer.labels.Times;
import java.util.Optional;

/** What the tree tells of devices and of what is in them. */
enum Column {
    NAME(220) {
        @Override
        String of(OfDevice device) {
            String what = device.fileSystem().map(Survey.FileSystem::type).or(() -> device.partition().map(Survey.Partition::holds))
                    .filter(type -> !type.isEmpty()).map(type -> Texts.known("type." + type).orElse(type)).orElseGet(() -> Texts.get("nothing"));
            String label = device.fileSystem().map(Survey.FileSystem::label).filter(each -> !each.isEmpty()).map(each -> Texts.get("label", each)).orElse("");
            return Texts.get("device", device.device(), what, label).strip();
        }

        @Override
        String of(Entry entry) {
            // a line feed would end the line, and the name with it
            String name = entry.path().shownName().replace("\n", "\u21b5").replace("\r", "\u21b5");
            return entry.link().map(target -> Texts.get("link", name, target.replace("\n", "\u21b5"))).orElse(name);
        }
    },
    SIZE(75) {
        @Override
        String of(OfDevice device) {
            return device.size() > 0 ? Bytes.of(device.size()) : "";
        }

        @Override
        String of(Entry entry) {
            return entry.type() == Entry.Type.FILE ? Bytes.of(entry.size()) : "";
        }
    },
    FREE(75) {
        @Override
        String of(OfDevice device) {
            return device.fileSystem().flatMap(Survey.FileSystem::space).map(space -> Bytes.of(space.free())).orElse("");
        }
    },
    /** Drawn as a bar, where it is known. */
    USED(80),
    MODE(95) {
        @Override
        String of(Entry entry) {
            return entry.modeText();
        }
    },
    OWNER(60) {
        @Override
        String of(Entry entry) {
            return entry.user() + ":" + entry.group();
        }
    },
    MODIFIED(140) {
        @Override
        String of(Entry entry) {
            return entry.type() == Entry.Type.UNKNOWN ? "" : Times.toTheMinute(entry.modified());
        }
    };

    private final int width;

    Column(int width) {
        this.width = width;
    }

    /** In pixels where there is little room; its share where there is more. */
    int width() {
        return width;
    }

    boolean number() {
        return this == SIZE || this == FREE;
    }

    String title() {
        return Texts.get("column." + name());
    }

    String text(Row row) {
        return switch (row) {
            case OfDevice device -> of(device);
            case OfEntry(Entry entry) -> of(entry);
            case Row.Note(var below, String words) -> this == NAME ? words : "";
        };
    }

    String of(OfDevice device) {
        return "";
    }

    String of(Entry entry) {
        return "";
    }

    /** How full it is, 0 … 1; empty where that is not known. */
    static Optional<Double> share(Row row) {
        return row instanceof OfDevice device ? device.fileSystem().flatMap(Survey.FileSystem::space).filter(space -> space.size() > 0)
                .map(space -> (double) space.used() / space.size()) : Optional.empty();
    }
}
