package dev.virtworkbench.engine.real;

import static dev.virtworkbench.engine.real.ImagesOnHost.MIB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.images.Conversion;
import dev.virtworkbench.engine.images.Image;
import dev.virtworkbench.engine.images.ImageChange;
import dev.virtworkbench.engine.images.ImageChange.BitmapAction;
import dev.virtworkbench.engine.images.ImageChain;
import dev.virtworkbench.engine.images.ImageInfo;
import dev.virtworkbench.engine.images.NewImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A name is a name in every operation and in every place where one takes it: as folder, image, backing file, data file, snapshot,
 * bitmap. What a name could be mistaken for lies beside it, and stays as it is.
 */
@Timeout(600)
class RealImageNamesTest {

    @RegisterExtension
    static final ImagesOnHost on = new ImagesOnHost();

    private Path folder;
    private Manifest known;

    static List<String> names() {
        return List.of(" with  spaces ", "it's \"$(reboot)`x`;&|%s%41\\n*?[a]\"", "-f", "--help", "-", "a,b,,c=d", "line\nfeed", "ends\r\n", "映像 一😀",
                "json:{\"a\":1}", "nbd:b:1", "线".repeat(85));
    }

    /** What a careless reader might take the name for. */
    private static Set<String> mistaken(String name) {
        Set<String> others = Stream.of(name.strip(), name.replace(",,", ","), name.split("[,:\n=]", 2)[0], name.replace("%41", "A"),
                name.replaceAll("[^\\x20-\\x7e]", "?"), "b,c").filter(other -> !other.isBlank() && !other.equals(name) && !other.equals("-"))
                .collect(Collectors.toCollection(TreeSet::new));
        return others.stream().limit(3).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyOperationTakesANameForNothingElse(String name) throws IOException {
        folder = Files.createDirectory(on.folder().resolve(name));
        for (String sub : List.of("base", "top", "new")) {
            Files.createDirectory(folder.resolve(sub));
            // links, as whoever is asked about an image asks QEMU of each file beside it, and that takes its time
            for (String other : mistaken(name)) {
                Path precious = Files.writeString(Files.createTempFile(on.folder(), "precious", null), "precious " + other);
                Files.createSymbolicLink(folder.resolve(sub).resolve(other), precious);
            }
        }
        known = Manifest.of(on.folder());

        Image base = image("base", name);
        on.images().create(new NewImage(base.path(), "qcow2"), 4 * MIB).await();
        ImagesOnHost.write(base, 1, 0);
        changed("base");
        Image top = image("top", name);
        ImageChain chain = on.images().overlay(new NewImage(top.path(), "qcow2"), base, OptionalLong.empty()).await();
        assertEquals(List.of(top.path(), base.path()), chain.images().stream().map(ImageInfo::path).toList());
        changed("top");
        looksAtThem(base, top);
        changesInPlace(base, top, name);
        newFiles(base, top, name);
    }

    @Test
    void whatTheLocaleCannotSayIsNotSaidInAnotherWay() throws IOException {
        Path other = Files.writeString(on.folder().resolve("a?"), "precious");
        VirtException refused = assertThrows(VirtException.class,
                () -> on.images().create(new NewImage(on.folder() + "/a\ud800", "raw").replacing(), MIB).await());
        assertTrue(refused.getMessage().contains("UTF-8"), refused.getMessage());
        assertEquals("precious", Files.readString(other));
    }

    private void looksAtThem(Image base, Image top) throws IOException {
        assertEquals(2, on.images().info(top.path(), Optional.of("qcow2")).await().images().size());
        assertTrue(on.images().check(base).await().sound());
        assertTrue(on.images().map(base).await().allocated() > 0);
        assertEquals(4 * MIB, on.images().sizes(top).await().virtual());
        assertTrue(on.images().measure(top, new NewImage(folder.resolve("none").toString(), "raw")).await().isPresent());
        assertTrue(on.images().compare(top, base, false).await().same());
        changed();
    }

    private void changesInPlace(Image base, Image top, String name) throws IOException {
        change(top, new ImageChange.MakeSnapshot(name));
        assertEquals(List.of(name), on.images().info(top.path(), Optional.of("qcow2")).await().top().snapshots().stream()
                .map(ImageInfo.Snapshot::name).toList());
        change(top, new ImageChange.Revert(name));
        on.images().convert(top, new NewImage(path("new", name), "raw"), new Conversion(false, Optional.of(name))).await();
        changed("new");
        change(top, new ImageChange.DeleteSnapshot(name));
        change(top, new ImageChange.ChangeBitmap(BitmapAction.ADD, name, OptionalLong.empty(), Optional.empty()));
        assertEquals(List.of(name), on.images().info(top.path(), Optional.of("qcow2")).await().top().bitmaps().stream()
                .map(ImageInfo.Bitmap::name).toList());
        change(top, new ImageChange.ChangeBitmap(BitmapAction.REMOVE, name, OptionalLong.empty(), Optional.empty()));
        change(top, new ImageChange.Rebase(Optional.empty(), false));
        change(top, new ImageChange.Rebase(Optional.of(base), true));
        ImagesOnHost.write(top, 2, MIB);
        on.images().change(top, new ImageChange.Commit(Optional.of(base.path()), false), Optional.empty()).await();
        changed("base", "top");
        ImagesOnHost.reads(base, 2, MIB);
        change(top, new ImageChange.Amend(Map.of("lazy_refcounts", "on"), Map.of()));
        change(top, new ImageChange.Repair(false));
        change(top, new ImageChange.Resize(8 * MIB, false, Optional.empty()));
    }

    private void newFiles(Image base, Image top, String name) throws IOException {
        on.images().convert(top, new NewImage(path("new", name), "qcow2").replacing(), Conversion.PLAIN).await();
        changed("new");
        assertTrue(on.images().compare(top, image("new", name), false).await().same());
        on.images().copy(base, path("new", name), true).await();
        changed("new");
        Path beside = Files.createDirectory(folder.resolve("data"));
        known = Manifest.of(on.folder());
        on.images().create(new NewImage(path("new", name), "qcow2").with("data_file", beside.resolve(name).toString()).replacing(), MIB).await();
        assertEquals(List.of(name), ImagesOnHost.names(beside));
        assertEquals(Optional.of(beside.resolve(name).toString()), on.images().info(path("new", name), Optional.of("qcow2")).await().top().dataFile());
        Set<String> more = Manifest.of(on.folder()).differingFrom(known);
        assertEquals(Set.of(relative("data", name), relative("new", name)), more);
    }

    private void change(Image image, ImageChange change) throws IOException {
        on.images().change(image, change, Optional.empty()).await();
        changed("top");
    }

    /** Only the images in those of its folders are other ones than when it was looked last, or not even they. */
    private void changed(String... subs) throws IOException {
        Manifest now = Manifest.of(on.folder());
        List<String> differing = new ArrayList<>(now.differingFrom(known));
        differing.removeAll(Arrays.stream(subs).map(sub -> relative(sub, folder.getFileName().toString())).toList());
        assertEquals(List.of(), differing);
        known = now;
    }

    private String relative(String sub, String name) {
        return on.folder().relativize(folder.resolve(sub).resolve(name)).toString();
    }

    private Image image(String sub, String name) {
        return new Image(path(sub, name), "qcow2");
    }

    private String path(String sub, String name) {
        return folder.resolve(sub).resolve(name).toString();
    }
}
