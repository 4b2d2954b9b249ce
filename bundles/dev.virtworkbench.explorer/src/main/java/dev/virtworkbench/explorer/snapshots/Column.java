package dev.virtworkbench.explorer.snapshots;

import dev.virtworkbench.engine.snapshots.Snapshot;
import dev.virtworkbench.engine.snapshots.SnapshotKind;
import dev.virtworkbench.explorer.labels.Times;

/** What the tree tells of a snapshot. */
enum Column {
    NAME(210) {
        @Override
        String text(Snapshot snapshot) {
            return snapshot.current() ? Texts.get("current", snapshot.name()) : snapshot.name();
        }
    },
    MADE(150) {
        @Override
        String text(Snapshot snapshot) {
            return Times.toTheMinute(snapshot.made());
        }
    },
    STATE(110) {
        @Override
        String text(Snapshot snapshot) {
            return Texts.word("state", snapshot.state());
        }
    },
    KIND(150) {
        @Override
        String text(Snapshot snapshot) {
            boolean off = snapshot.state().equals("shutoff");
            return Texts.get("kind." + snapshot.kind() + (snapshot.kind() == SnapshotKind.INTERNAL && off ? ".off" : ""));
        }
    },
    DESCRIPTION(120) {
        @Override
        String text(Snapshot snapshot) {
            return snapshot.description().lines().findFirst().orElse("");
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

    String title() {
        return Texts.get("column." + name());
    }

    abstract String text(Snapshot snapshot);
}
