package dev.virtworkbench.explorer.images;

import dev.virtworkbench.engine.domains.ImageUse;
import dev.virtworkbench.engine.images.ImageInfo;
import dev.virtworkbench.engine.images.ImageSizes;
import dev.virtworkbench.explorer.labels.Bytes;
import dev.virtworkbench.explorer.labels.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What there is to know of an image file, in words, by headings.
 *
 * @param sections in their order
 */
record ImageReport(List<Section> sections) {

    /** What belongs under one heading. */
    record Section(String heading, List<Line> lines) { }

    /**
     * Something to know.
     *
     * @param alarming whether something is wrong
     */
    record Line(String what, String value, boolean alarming) { }

    /**
     * @param sizes empty while they are not known
     * @param use of all images of the host; empty while, or where, nobody knows
     */
    static ImageReport of(OpenImage opened, Optional<ImageSizes> sizes, Optional<ImageUse> use) {
        List<Section> all = new ArrayList<>();
        all.add(new Section(Texts.get("info.file"), file(opened)));
        all.add(new Section(Texts.get("info.sizes"), sizes(opened.info(), sizes)));
        all.add(new Section(Texts.get("info.chain"), chain(opened)));
        all.add(new Section(Texts.get("info.snapshots"), snapshots(opened.info())));
        if (!opened.info().bitmaps().isEmpty()) {
            all.add(new Section(Texts.get("info.bitmaps"), opened.info().bitmaps().stream().map(each -> line(each.name(),
                    Texts.get("info.bitmap", Bytes.of(each.granularity()), String.join(", ", each.flags())))).toList()));
        }
        all.add(new Section(Texts.get("info.use"), use.map(it -> users(opened, it)).orElseGet(() -> List.of(line("", Texts.get("info.use.unknown"))))));
        return new ImageReport(all);
    }

    private static List<Line> file(OpenImage opened) {
        ImageInfo info = opened.info();
        List<Line> lines = new ArrayList<>();
        lines.add(line(Texts.get("info.path"), opened.file().path()));
        lines.add(line(Texts.get("info.host"), opened.file().host().uri()));
        lines.add(line(Texts.get("info.format"), info.compat().isEmpty() ? info.format() : Texts.get("info.compat", info.format(), info.compat())));
        info.clusterSize().ifPresent(bytes -> lines.add(line(Texts.get("info.cluster"), Bytes.of(bytes))));
        lines.add(line(Texts.get("info.encrypted"), Texts.get(info.encrypted() ? "yes" : "no")));
        info.dataFile().ifPresent(path -> lines.add(line(Texts.get("info.data"), path)));
        if (info.dirty()) {
            lines.add(new Line(Texts.get("info.state"), Texts.get("info.dirty"), true));
        }
        if (info.corrupt()) {
            lines.add(new Line(Texts.get("info.state"), Texts.get("info.corrupt"), true));
        }
        return lines;
    }

    private static List<Line> sizes(ImageInfo info, Optional<ImageSizes> sizes) {
        List<Line> lines = new ArrayList<>();
        lines.add(line(Texts.get("info.virtual"), Sizes.exact(info.virtualSize())));
        sizes.ifPresent(all -> lines.add(line(Texts.get("info.allocated"), Sizes.exact(all.allocated()))));
        lines.add(line(Texts.get("info.onDisk"), Sizes.exact(info.onDisk())));
        sizes.ifPresent(all -> lines.add(line(Texts.get("info.length"), Texts.get(all.preallocated() ? "info.length.whole"
                : all.sparse() ? "info.length.sparse" : "info.length.plain", Sizes.exact(all.length())))));
        return lines;
    }

    private static List<Line> chain(OpenImage opened) {
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (ImageInfo each : opened.chain().images()) {
            lines.add(line(number == 0 ? Texts.get("info.chain.this") : Texts.get("info.chain.below", number),
                    Texts.get("info.chain.image", each.path(), each.format(), Bytes.of(each.virtualSize()), Bytes.of(each.onDisk()))));
            number++;
        }
        opened.chain().broken().ifPresent(why -> lines.add(new Line(Texts.get("info.chain.broken"),
                opened.info().backing().orElse("") + ": " + Texts.of(why), true)));
        if (number == 1 && opened.chain().broken().isEmpty()) {
            lines.add(line("", Texts.get("info.chain.none")));
        }
        return lines;
    }

    private static List<Line> snapshots(ImageInfo info) {
        return info.snapshots().isEmpty() ? List.of(line("", Texts.get("info.snapshots.none"))) : info.snapshots().stream()
                .map(each -> line(each.name(), Texts.get(each.memory() > 0 ? "info.snapshot.memory" : "info.snapshot", Times.toTheSecond(each.made()),
                        Bytes.of(each.memory())))).toList();
    }

    private static List<Line> users(OpenImage opened, ImageUse use) {
        List<Line> lines = new ArrayList<>();
        String path = opened.file().path();
        use.domains(path).forEach(user -> lines.add(line(user.domain(),
                Texts.get((user.running() ? "info.use.runs" : "info.use.off") + (user.directly() ? "" : ".below"), user.target()))));
        use.children(path).forEach(child -> lines.add(line(Texts.get("info.use.child"), child)));
        return lines.isEmpty() ? List.of(line("", Texts.get("info.use.none"))) : lines;
    }

    private static Line line(String what, String value) {
        return new Line(what, value, false);
    }

    /** All of it, to be kept elsewhere. */
    String text() {
        return sections.stream().map(section -> section.heading() + "\n" + section.lines().stream()
                .map(line -> "  " + (line.what().isEmpty() ? "" : line.what() + ": ") + line.value()).collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n\n")) + "\n";
    }
}
