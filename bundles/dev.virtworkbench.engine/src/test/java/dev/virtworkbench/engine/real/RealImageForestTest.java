package dev.virtworkbench.engine.real;

import static dev.virtworkbench.engine.real.ImagesOnHost.MIB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.domains.Domain;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.images.Image;
import dev.virtworkbench.engine.images.ImageChange;
import dev.virtworkbench.engine.images.ImageForest;
import dev.virtworkbench.engine.images.ImageForest.Member;
import dev.virtworkbench.engine.images.ImageForest.State;
import dev.virtworkbench.engine.images.NewImage;
import dev.virtworkbench.language.findings.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who builds on whom among the images of folders, and how a lost backing file is found again. */
class RealImageForestTest {

    @RegisterExtension
    static final ImagesOnHost on = new ImagesOnHost();

    private Image image(String name, String format) {
        Image image = new Image(on.path(name), format);
        on.images().create(new NewImage(image.path(), format), 8 * MIB).await();
        return image;
    }

    private Image overlay(String name, Image base) {
        Image image = new Image(on.path(name), "qcow2");
        on.images().overlay(new NewImage(image.path(), "qcow2"), base, OptionalLong.empty()).await();
        return image;
    }

    private ImageForest forest() {
        return on.images().forest(List.of(on.folder().toString()), false, path -> path.endsWith(".raw")).await();
    }

    private Member member(ImageForest forest, String name) {
        return forest.member(on.path(name)).orElseThrow(() -> new AssertionError(name + " in " + forest.members()));
    }

    @Test
    void eachStandsOnWhatItBuildsOnWhateverItIsCalled() throws IOException {
        Image base = image("base, “最初” {}.raw", "raw");
        Image middle = overlay("-middle.qcow2", base);
        overlay("left.qcow2", middle);
        overlay("right.qcow2", middle);
        image("alone.qcow2", "qcow2");
        Files.writeString(on.folder().resolve("notes.txt"), "no image");
        Files.createSymbolicLink(on.folder().resolve("zz-link.qcow2"), Path.of(middle.path()));
        ImageForest forest = forest();
        assertEquals(List.of("-middle.qcow2", "alone.qcow2", "base, “最初” {}.raw", "left.qcow2", "right.qcow2"),
                forest.members().stream().map(each -> each.path().substring(each.path().lastIndexOf('/') + 1)).toList());
        assertEquals(List.of(on.path("alone.qcow2"), base.path()), forest.roots().stream().map(Member::path).toList());
        assertEquals(List.of(on.path("left.qcow2"), on.path("right.qcow2")),
                forest.overlays(member(forest, "-middle.qcow2")).stream().map(Member::path).toList());
        assertEquals(Optional.of(member(forest, "-middle.qcow2")), forest.base(member(forest, "left.qcow2")));
        assertEquals(8 * MIB, member(forest, "left.qcow2").info().orElseThrow().virtualSize());
    }

    @Test
    void aLinkThatIsBrokenNamesWhatIsMissingAndIsMendedByWhatFits() throws IOException {
        Image base = image("base.qcow2", "qcow2");
        ImagesOnHost.write(base, 7, 0);
        Image top = overlay("top.qcow2", overlay("middle.qcow2", base));
        Path elsewhere = Files.createDirectory(on.folder().resolve("elsewhere"));
        Path moved = Files.move(Path.of(base.path()), elsewhere.resolve("moved.qcow2"));
        ImageForest broken = forest();
        Member lost = member(broken, "base.qcow2");
        assertEquals(State.MISSING, lost.state());
        assertTrue(lost.why().orElseThrow().in(Locale.ENGLISH).contains("base.qcow2"), lost::toString);
        assertTrue(broken.broken(member(broken, "middle.qcow2")) && broken.broken(member(broken, "top.qcow2")));

        Image middle = new Image(on.path("middle.qcow2"), "qcow2");
        assertEquals(List.of("misfit.format"), misfits(middle, image("plain.raw", "raw")));
        Image large = new Image(on.path("large.qcow2"), "qcow2");
        on.images().create(new NewImage(large.path(), "qcow2"), 16 * MIB).await();
        assertEquals(List.of("misfit.larger"), misfits(middle, large));
        assertEquals(List.of("misfit.broken"), misfits(middle, top).stream().filter(key -> key.equals("misfit.broken")).toList());
        Image found = new Image(moved.toString(), "qcow2");
        assertEquals(List.of(), misfits(middle, found));
        VirtException refused = assertThrows(VirtException.class,
                () -> on.images().change(middle, new ImageChange.Relocate(large), Optional.empty()).await());
        assertTrue(refused.getMessage().contains("more than the image with its 8388608"), refused.getMessage());
        on.images().change(middle, new ImageChange.Relocate(found), Optional.empty()).await();
        assertThrows(VirtException.class, () -> on.images().change(middle, new ImageChange.Relocate(found), Optional.empty()).await(), "it finds it");
        ImagesOnHost.reads(top, 7, 0);
        ImageForest mended = forest();
        assertFalse(mended.broken(member(mended, "top.qcow2")));
        // outside of the folder, and looked at as what the others build on
        assertEquals(Optional.of(moved.toString()), member(mended, "middle.qcow2").base());
        assertTrue(mended.member(on.path("base.qcow2")).isEmpty());
    }

    @Test
    void aCircleIsShownThoughNobodyCanOpenIt() throws IOException {
        Image lower = image("lower.qcow2", "qcow2");
        Image upper = overlay("upper.qcow2", lower);
        ImagesOnHost.run("qemu-img", "rebase", "-u", "-b", upper.path(), "-F", "qcow2", lower.path());
        ImageForest forest = forest();
        assertEquals(List.of(lower.path()), forest.roots().stream().map(Member::path).toList());
        assertEquals(Optional.of(upper.path()), forest.base(member(forest, "lower.qcow2")).map(Member::path));
        assertFalse(forest.broken(member(forest, "upper.qcow2")));
    }

    private static List<String> misfits(Image image, Image base) {
        return on.images().misfits(image, base).await().stream().map(Message::key).toList();
    }

    @Test
    void domainsAreToldWithTheImagesThatTheyUseWhereverTheseAre() throws IOException {
        Image base = image("base.raw", "raw");
        Image top = overlay("top.qcow2", base);
        Domain domain = on.host().domains().define("<domain type='qemu'><name>forest</name><memory>65536</memory>"
                + "<os><type>hvm</type></os><devices><disk type='file'><driver name='qemu' type='qcow2'/><source file='" + top.path()
                + "'/><target dev='vda' bus='virtio'/></disk><disk type='file'><source file='" + on.path("gone.qcow2")
                + "'/><target dev='vdb' bus='virtio'/></disk></devices></domain>", true).await();
        try {
            ImageForest all = on.images().forest(List.of(), true, path -> false).await();
            assertEquals(List.of("forest vda"), member(all, "top.qcow2").users().stream().map(user -> user.domain() + " " + user.target()).toList());
            assertFalse(member(all, "top.qcow2").running());
            assertEquals(List.of(), member(all, "base.raw").users(), "its user has it below another");
            assertEquals(State.MISSING, member(all, "gone.qcow2").state());
        } finally {
            domain.undefine(Set.of()).await();
        }
    }

    @Test
    void aThousandImagesAreReadWithFewCommands() throws IOException {
        Image base = image("image-0000.qcow2", "qcow2");
        overlay("first.qcow2", base);
        byte[] bytes = Files.readAllBytes(Path.of(on.path("first.qcow2")));
        for (int i = 1; i < 999; i++) {
            Files.write(on.folder().resolve(String.format("image-%04d.qcow2", i)), bytes);
        }
        ImageForest forest = forest();
        assertEquals(1000, forest.members().size());
        assertEquals(999, forest.overlays(member(forest, "image-0000.qcow2")).size());
        assertTrue(on.commands().size() < 120, () -> on.commands().size() + " commands");
    }
}
