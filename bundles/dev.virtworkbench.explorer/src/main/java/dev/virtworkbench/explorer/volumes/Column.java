package dev.virtworkbench.explorer.volumes;

import dev.virtworkbench.engine.domains.ImageUse;
import dev.virtworkbench.engine.storage.VolumeSummary;
import dev.virtworkbench.explorer.labels.Bytes;
import dev.virtworkbench.explorer.labels.Words;
import dev.virtworkbench.language.findings.Message;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the table tells of a volume. */
enum Column {
    NAME(260, false) {
        @Override
        String text(VolumeSummary volume, ImageUse use) {
            return volume.name();
        }
    },
    FORMAT(70, false) {
        @Override
        String text(VolumeSummary volume, ImageUse use) {
            return volume.format();
        }
    },
    CAPACITY(90, true) {
        @Override
        String text(VolumeSummary volume, ImageUse use) {
            return size(volume, volume.capacity());
        }

        @Override
        Comparator<VolumeSummary> order(ImageUse use) {
            return Comparator.comparingLong(VolumeSummary::capacity);
        }
    },
    ALLOCATION(90, true) {
        @Override
        String text(VolumeSummary volume, ImageUse use) {
            return size(volume, volume.allocation());
        }

        @Override
        Comparator<VolumeSummary> order(ImageUse use) {
            return Comparator.comparingLong(VolumeSummary::allocation);
        }
    },
    BACKING(220, false) {
        @Override
        String text(VolumeSummary volume, ImageUse use) {
            return volume.backing();
        }
    },
    USED_BY(200, false) {
        @Override
        String text(VolumeSummary volume, ImageUse use) {
            return use == null ? "" : Stream.concat(use.domains(volume.path()).stream().map(ImageUse.ByDomain::domain),
                    use.children(volume.path()).stream().map(path -> path.substring(path.lastIndexOf('/') + 1)))
                    .distinct().collect(Collectors.joining(", "));
        }

        @Override
        Comparator<VolumeSummary> order(ImageUse use) {
            // put together once a row, not each time that it is compared
            Map<VolumeSummary, String> texts = new IdentityHashMap<>();
            return Comparator.comparing(volume -> texts.computeIfAbsent(volume, each -> text(each, use)), String.CASE_INSENSITIVE_ORDER);
        }
    };

    private final int width;
    private final boolean number;

    Column(int width, boolean number) {
        this.width = width;
        this.number = number;
    }

    /** In pixels, to begin with. */
    int width() {
        return width;
    }

    /** Whether numbers stand in it, one below the other. */
    boolean number() {
        return number;
    }

    String title() {
        return Words.of(Message.of(Column.class, "column." + name()));
    }

    /** @param use null while it is not known */
    abstract String text(VolumeSummary volume, ImageUse use);

    /** For sorting once. */
    Comparator<VolumeSummary> order(ImageUse use) {
        return Comparator.comparing(volume -> text(volume, use), String.CASE_INSENSITIVE_ORDER);
    }

    private static String size(VolumeSummary volume, long bytes) {
        return !volume.described() ? "" : bytes < 0 ? Words.of("size.unknown") : Bytes.of(bytes);
    }
}
