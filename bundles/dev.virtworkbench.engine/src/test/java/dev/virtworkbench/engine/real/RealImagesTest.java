package dev.virtworkbench.engine.real;

import static dev.virtworkbench.engine.real.ImagesOnHost.MIB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.images.CheckReport;
import dev.virtworkbench.engine.images.Comparison;
import dev.virtworkbench.engine.images.Conversion;
import dev.virtworkbench.engine.images.FormatOption;
import dev.virtworkbench.engine.images.Image;
import dev.virtworkbench.engine.images.ImageChain;
import dev.virtworkbench.engine.images.ImageChange;
import dev.virtworkbench.engine.images.ImageInfo;
import dev.virtworkbench.engine.images.ImageMap;
import dev.virtworkbench.engine.images.ImageSizes;
import dev.virtworkbench.engine.images.Measure;
import dev.virtworkbench.engine.images.NewImage;
import dev.virtworkbench.engine.images.Passphrase;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each operation on images, by the installed qemu-img. */
class RealImagesTest {

    @RegisterExtension
    static final ImagesOnHost on = new ImagesOnHost();

    @Test
    void formatsAndTheirOptionsAreThoseOfTheInstalledQemuImg() {
        List<String> formats = on.images().formats().await();
        assertTrue(formats.containsAll(List.of("raw", "qcow2", "vmdk", "vdi", "vhdx", "vpc", "luks")), formats.toString());
        assertFalse(formats.contains("nbd") || formats.contains("throttle"), formats.toString());
        assertEquals(FormatOption.Kind.SIZE, option("qcow2", "cluster_size").kind());
        assertEquals(FormatOption.Kind.BOOLEAN, option("qcow2", "lazy_refcounts").kind());
        assertEquals(FormatOption.Kind.NUMBER, option("qcow2", "refcount_bits").kind());
        assertEquals(FormatOption.Kind.KEY, option("luks", "key-secret").kind());
        assertEquals(FormatOption.Kind.TEXT, option("qcow2", "data_file").kind());
        assertEquals(List.of("off", "metadata", "falloc", "full"), option("qcow2", "preallocation").choices());
        assertEquals(List.of("aes", "luks"), option("qcow2", "encrypt.format").choices());
        assertEquals(List.of("v2", "v3"), option("qcow2", "compat").choices());
        assertEquals(List.of("monolithicSparse", "monolithicFlat", "twoGbMaxExtentSparse", "twoGbMaxExtentFlat", "streamOptimized"),
                option("vmdk", "subformat").choices());
        assertEquals(List.of("ide", "lsilogic", "buslogic", "legacyESX"), option("vmdk", "adapter_type").choices());
        assertEquals(List.of("dynamic", "fixed"), option("vhdx", "subformat").choices());
        assertTrue(on.images().amendOptions("qcow2").await().stream().anyMatch(each -> each.name().equals("compat")));
        assertEquals(List.of(), on.images().amendOptions("raw").await());
        assertEquals(List.of(), on.images().createOptions("dmg").await());
    }

    private FormatOption option(String format, String name) {
        return on.images().createOptions(format).await().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"raw,preallocation=falloc", "qcow2,cluster_size=2M", "qcow,", "qed,", "vmdk,subformat=monolithicFlat", "vmdk,subformat=twoGbMaxExtentSparse",
            "vdi,static=on", "vhdx,subformat=fixed", "vpc,", "parallels,"})
    void everyFormatIsMadeAndConvertedTo(String format, String option) throws IOException {
        NewImage target = new NewImage(on.path("new." + format), format);
        if (option != null) {
            target = target.with(option.split("=")[0], option.split("=")[1]);
        }
        ImageInfo made = on.images().create(target, 8 * MIB).await().top();
        assertEquals(format, made.format());
        assertTrue(made.virtualSize() >= 8 * MIB);
        Image source = raw("source.raw", 8);
        ImagesOnHost.write(source, 7, MIB);
        NewImage converted = new NewImage(on.path("converted." + format), format, target.options(), Optional.empty(), false);
        on.images().convert(source, converted, Conversion.PLAIN).await();
        ImagesOnHost.reads(converted.image(), 7, MIB);
        assertTrue(on.images().compare(source, converted.image(), false).await().same());
        assertTrue(on.names().stream().noneMatch(name -> name.startsWith(".")), on.names().toString());
    }

    @Test
    void virtualSizeAllocationAndRoomOnDiskAreToldApart() throws IOException {
        Image image = raw("sparse.raw", 16);
        ImagesOnHost.write(image, 1, 0);
        ImageSizes sizes = on.images().sizes(image).await();
        assertEquals(new ImageSizes(16 * MIB, MIB, 16 * MIB, MIB), sizes);
        assertTrue(sizes.sparse() && !sizes.preallocated());
        ImageMap.Extent first = on.images().map(image).await().extents().getFirst();
        assertEquals(List.of(0L, MIB, true), List.of(first.start(), first.length(), first.data()));
        on.images().create(new NewImage(on.path("full.qcow2"), "qcow2").with("preallocation", "full"), 4 * MIB).await();
        ImageSizes full = on.images().sizes(qcow2("full.qcow2")).await();
        assertTrue(full.preallocated() && full.onDisk() >= 4 * MIB && full.virtual() == 4 * MIB, full.toString());
        on.images().create(new NewImage(on.path("empty.qcow2"), "qcow2"), 4 * MIB).await();
        ImageSizes empty = on.images().sizes(qcow2("empty.qcow2")).await();
        assertTrue(empty.allocated() == 0 && empty.onDisk() < MIB && empty.virtual() == 4 * MIB, empty.toString());
        Measure measure = on.images().measure(image, new NewImage(on.path("x"), "qcow2")).await().orElseThrow();
        assertTrue(measure.required() >= MIB && measure.required() < 2 * MIB && measure.full() >= 16 * MIB, measure.toString());
        assertEquals(Optional.empty(), on.images().measure(image, new NewImage(on.path("x"), "vmdk")).await());
    }

    @Test
    void chainsAreToldToTheirEndOrToWhereTheyBreak() throws IOException {
        chain();
        ImageChain chain = on.images().info(on.path("top.qcow2"), Optional.of("qcow2")).await();
        assertEquals(List.of(on.path("top.qcow2"), on.path("middle.qcow2"), on.path("base.qcow2")), chain.images().stream().map(ImageInfo::path).toList());
        assertEquals(Optional.of("qcow2"), chain.top().backingFormat());
        Files.move(on.folder().resolve("middle.qcow2"), on.folder().resolve("moved.qcow2"));
        ImageChain broken = on.images().info(on.path("top.qcow2"), Optional.of("qcow2")).await();
        assertEquals(1, broken.images().size());
        assertTrue(broken.broken().orElseThrow().arguments().toString().contains("middle.qcow2"));
        change("top.qcow2", new ImageChange.Rebase(Optional.of(qcow2("moved.qcow2")), true));
        assertEquals(3, on.images().info(on.path("top.qcow2"), Optional.of("qcow2")).await().images().size());
        ImagesOnHost.reads(qcow2("top.qcow2"), 1, 0);
    }

    @Test
    void safeRebaseKeepsContentsAndCommitWritesThemBelow() throws IOException {
        chain();
        change("top.qcow2", new ImageChange.Rebase(Optional.of(qcow2("base.qcow2")), false));
        ImagesOnHost.reads(qcow2("top.qcow2"), 2, MIB);
        refused("circle", () -> change("base.qcow2", new ImageChange.Rebase(Optional.of(qcow2("top.qcow2")), false)), "top.qcow2 builds on");
        Files.delete(on.folder().resolve("middle.qcow2"));
        change("top.qcow2", new ImageChange.Commit(Optional.empty(), false));
        ImagesOnHost.reads(qcow2("base.qcow2"), 3, 2 * MIB);
        assertEquals(0, on.images().sizes(qcow2("top.qcow2")).await().allocated());
        change("top.qcow2", new ImageChange.Rebase(Optional.empty(), false));
        assertEquals(Optional.empty(), info("top.qcow2").backing());
        Files.delete(on.folder().resolve("base.qcow2"));
        ImagesOnHost.reads(qcow2("top.qcow2"), 1, 0);
        ImagesOnHost.reads(qcow2("top.qcow2"), 3, 2 * MIB);
        refused("nothing below", () -> change("top.qcow2", new ImageChange.Commit(Optional.empty(), false)), "builds on no other image");
    }

    @Test
    void whatIsCommittedIntoStaysAsACopyThatWasMadeBefore() throws IOException {
        chain();
        on.images().change(qcow2("top.qcow2"), new ImageChange.Commit(Optional.of(on.path("base.qcow2")), true), Optional.of(on.path("kept.qcow2"))).await();
        ImagesOnHost.reads(qcow2("base.qcow2"), 3, 2 * MIB);
        ImagesOnHost.reads(qcow2("kept.qcow2"), 1, 0);
        ImagesOnHost.reads(qcow2("kept.qcow2"), 0, 2 * MIB);
        assertEquals(List.of("base.qcow2", "kept.qcow2", "middle.qcow2", "top.qcow2"), on.names());
    }

    @Test
    void aDeepCommitReachesTheNamedImage() throws IOException {
        chain();
        change("top.qcow2", new ImageChange.Commit(Optional.of(on.path("base.qcow2")), true));
        ImagesOnHost.reads(qcow2("base.qcow2"), 2, MIB);
        ImagesOnHost.reads(qcow2("base.qcow2"), 3, 2 * MIB);
    }

    @Test
    void snapshotsInsideAreMadeRevertedToAndDeleted() throws IOException {
        on.images().create(new NewImage(on.path("disk.qcow2"), "qcow2"), 8 * MIB).await();
        Image image = qcow2("disk.qcow2");
        ImagesOnHost.write(image, 1, 0);
        String name = "-a, 'b' 线";
        assertEquals(List.of(name), snapshots(change("disk.qcow2", new ImageChange.MakeSnapshot(name))));
        ImagesOnHost.write(image, 2, 0);
        on.images().convert(image, new NewImage(on.path("then.raw"), "raw"), new Conversion(false, Optional.of(name))).await();
        ImagesOnHost.reads(new Image(on.path("then.raw"), "raw"), 1, 0);
        change("disk.qcow2", new ImageChange.Revert(name));
        ImagesOnHost.reads(image, 1, 0);
        assertEquals(List.of(), snapshots(change("disk.qcow2", new ImageChange.DeleteSnapshot(name))));
    }

    private static List<String> snapshots(ImageInfo info) {
        return info.snapshots().stream().map(ImageInfo.Snapshot::name).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"falloc", "full"})
    void growingMayTakeItsRoomAtOnce(String preallocation) {
        for (String format : List.of("raw", "qcow2")) {
            Image image = new Image(on.path("grown." + format), format);
            on.images().create(new NewImage(image.path(), format), 4 * MIB).await();
            ImageInfo grown = on.images().change(image, new ImageChange.Resize(12 * MIB, false, Optional.of(preallocation)), Optional.empty())
                    .await().top();
            assertEquals(12 * MIB, grown.virtualSize());
            assertTrue(grown.onDisk() >= 8 * MIB, grown.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zlib", "zstd"})
    void compressedItTakesLessAndReadsTheSame(String compression) throws IOException {
        Image source = new Image(on.path("source.raw"), "raw");
        on.images().create(new NewImage(source.path(), "raw"), 8 * MIB).await();
        for (int i = 0; i < 8; i++) {
            ImagesOnHost.write(source, i + 1, i * MIB);
        }
        NewImage target = new NewImage(on.path("compressed.qcow2"), "qcow2").with("compression_type", compression);
        ImageInfo made = on.images().convert(source, target, new Conversion(true, Optional.empty())).await().top();
        assertTrue(made.onDisk() < 2 * MIB, made.toString());
        assertTrue(on.images().compare(source, target.image(), false).await().same());
    }

    @Test
    void sizesOptionsAndBitmapsChangeInPlace() throws IOException {
        on.images().create(new NewImage(on.path("disk.qcow2"), "qcow2").with("compat", "v2"), 8 * MIB).await();
        assertEquals(16 * MIB, change("disk.qcow2", new ImageChange.Resize(16 * MIB, false, Optional.of("metadata"))).virtualSize());
        refused("smaller", () -> change("disk.qcow2", new ImageChange.Resize(4 * MIB, false, Optional.empty())), "would be lost");
        assertEquals(4 * MIB, change("disk.qcow2", new ImageChange.Resize(4 * MIB, true, Optional.empty())).virtualSize());
        assertEquals("1.1", change("disk.qcow2", new ImageChange.Amend(Map.of("compat", "v3", "lazy_refcounts", "on"), Map.of())).compat());
        bitmap(ImageChange.BitmapAction.ADD, "-b1", OptionalLong.of(65536), Optional.empty());
        ImageInfo two = bitmap(ImageChange.BitmapAction.ADD, "b2", OptionalLong.empty(), Optional.empty());
        assertEquals(List.of(new ImageInfo.Bitmap("-b1", 65536, List.of("auto")), new ImageInfo.Bitmap("b2", 65536, List.of("auto"))), two.bitmaps());
        bitmap(ImageChange.BitmapAction.MERGE, "b2", OptionalLong.empty(), Optional.of("-b1"));
        bitmap(ImageChange.BitmapAction.CLEAR, "b2", OptionalLong.empty(), Optional.empty());
        bitmap(ImageChange.BitmapAction.DISABLE, "b2", OptionalLong.empty(), Optional.empty());
        bitmap(ImageChange.BitmapAction.ENABLE, "b2", OptionalLong.empty(), Optional.empty());
        assertEquals(1, bitmap(ImageChange.BitmapAction.REMOVE, "-b1", OptionalLong.empty(), Optional.empty()).bitmaps().size());
    }

    private ImageInfo bitmap(ImageChange.BitmapAction action, String name, OptionalLong granularity, Optional<String> from) {
        return change("disk.qcow2", new ImageChange.ChangeBitmap(action, name, granularity, from));
    }

    @Test
    void damageIsFoundRefusedAndRepaired() throws IOException {
        on.images().create(new NewImage(on.path("disk.qcow2"), "qcow2"), 8 * MIB).await();
        Image image = qcow2("disk.qcow2");
        ImagesOnHost.write(image, 1, 0);
        try (RandomAccessFile file = new RandomAccessFile(image.path(), "rw")) {
            // the refcount of the last cluster that is in use: qcow2's spec, version 3, 64 KiB clusters, 16 bit refcounts
            file.seek(2 * 65536 + 2 * 5);
            file.writeShort(0);
        }
        CheckReport report = on.images().check(image).await();
        assertTrue(report.possible() && report.corruptions() > 0 && !report.sound(), report.toString());
        refused("damaged", () -> change("disk.qcow2", new ImageChange.Resize(16 * MIB, false, Optional.empty())), "is damaged");
        on.images().change(image, new ImageChange.Repair(false), Optional.of(on.path("before.qcow2"))).await();
        assertTrue(on.images().check(image).await().sound());
        assertFalse(on.images().check(qcow2("before.qcow2")).await().sound());
        ImagesOnHost.reads(image, 1, 0);
        assertFalse(on.images().check(raw("x.raw", 1)).await().possible());
    }

    @Test
    void whatDiffersIsTold() throws IOException {
        Image one = raw("one.raw", 4);
        Image other = raw("other.raw", 4);
        assertTrue(on.images().compare(one, other, true).await().same());
        ImagesOnHost.write(other, 1, MIB);
        Comparison comparison = on.images().compare(one, other, false).await();
        assertFalse(comparison.same());
        assertTrue(comparison.words().contains(Long.toString(MIB)), comparison.words());
    }

    @Test
    void passphrasesReachEveryOperationAndNoCommand() throws IOException {
        Passphrase first = new Passphrase("p,ass \"word\" 线");
        Passphrase second = new Passphrase("second\nline");
        NewImage plan = new NewImage(on.path("secret.qcow2"), "qcow2").with("encrypt.format", "luks").with("encrypt.iter-time", "10").encrypted(first);
        assertTrue(on.images().create(plan, 8 * MIB).await().top().encrypted());
        Image source = raw("source.raw", 8);
        ImagesOnHost.write(source, 5, MIB);
        on.images().convert(source, plan.replacing(), Conversion.PLAIN).await();
        NewImage luks = new NewImage(on.path("a,b=c.luks"), "luks").with("iter-time", "10").encrypted(second);
        on.images().convert(plan.image(), luks, Conversion.PLAIN).await();
        on.images().change(luks.image(), new ImageChange.Amend(Map.of("state", "active", "iter-time", "10"), Map.of("new-secret", first)),
                Optional.of(on.path("copy.luks"))).await();
        on.images().convert(new Image(on.path("a,b=c.luks"), "luks").with(first), new NewImage(on.path("plain.raw"), "raw"), Conversion.PLAIN).await();
        assertTrue(on.images().compare(source, new Image(on.path("plain.raw"), "raw"), false).await().same());
        assertTrue(on.images().compare(plan.image(), luks.image(), false).await().same());
        on.images().change(plan.image(), new ImageChange.Resize(16 * MIB, false, Optional.empty()), Optional.empty()).await();
        VirtException wrong = assertThrows(VirtException.class,
                () -> on.images().convert(plan.image().with(second), new NewImage(on.path("never.raw"), "raw"), Conversion.PLAIN).await());
        assertTrue(wrong.getMessage().contains("assword") && !wrong.getMessage().contains("second"), wrong.getMessage());
        assertTrue(on.commands().stream().anyMatch(command -> command.contains("secret,id=key0,file=/dev/stdin")));
        assertTrue(on.commands().stream().noneMatch(command -> command.contains("p,ass") || command.contains("second")));
        assertFalse((plan + " " + luks.image()).contains("ass \""));
    }

    @Test
    void dataMayBeInAFileOfTheirOwn() throws IOException {
        NewImage plan = new NewImage(on.path("disk.qcow2"), "qcow2").with("data_file", on.path("data, 1.raw")).with("data_file_raw", "on");
        assertEquals(Optional.of(on.path("data, 1.raw")), on.images().create(plan, 4 * MIB).await().top().dataFile());
        refused("data file is there", () -> on.images().create(new NewImage(on.path("other.qcow2"), "qcow2", plan.options(), Optional.empty(), false),
                4 * MIB).await(), "is there already");
        assertEquals(List.of("data, 1.raw", "disk.qcow2"), on.names());
        refused("its data", () -> on.images().change(new Image(on.path("data, 1.raw"), "raw"),
                new ImageChange.Resize(8 * MIB, false, Optional.empty()), Optional.empty()).await(), "builds on");
    }

    /** base (1 at 0) - middle (2 at 1 MiB) - top (3 at 2 MiB) */
    private void chain() throws IOException {
        on.images().create(new NewImage(on.path("base.qcow2"), "qcow2"), 8 * MIB).await();
        ImagesOnHost.write(qcow2("base.qcow2"), 1, 0);
        on.images().overlay(new NewImage(on.path("middle.qcow2"), "qcow2"), qcow2("base.qcow2"), OptionalLong.empty()).await();
        ImagesOnHost.write(qcow2("middle.qcow2"), 2, MIB);
        on.images().overlay(new NewImage(on.path("top.qcow2"), "qcow2"), qcow2("middle.qcow2"), OptionalLong.empty()).await();
        ImagesOnHost.write(qcow2("top.qcow2"), 3, 2 * MIB);
    }

    private ImageInfo change(String name, ImageChange change) {
        return on.images().change(qcow2(name), change, Optional.empty()).await().top();
    }

    private ImageInfo info(String name) {
        return on.images().info(on.path(name), Optional.of("qcow2")).await().top();
    }

    private static void refused(String what, Runnable work, String words) {
        VirtException refusal = assertThrows(VirtException.class, work::run, what);
        assertTrue(refusal.getMessage().contains(words), refusal.getMessage());
    }

    private Image qcow2(String name) {
        return new Image(on.path(name), "qcow2");
    }

    private Image raw(String name, long mib) throws IOException {
        Path file = on.folder().resolve(name);
        try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
            raw.setLength(mib * MIB);
        }
        return new Image(file.toString(), "raw");
    }
}
