package dev.virtworkbench.engine.real;

import static dev.virtworkbench.engine.real.ImagesOnHost.MIB;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.domains.Domain;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.images.Conversion;
import dev.virtworkbench.engine.images.Image;
import dev.virtworkbench.engine.images.ImageChange;
import dev.virtworkbench.engine.images.NewImage;
import dev.virtworkbench.engine.storage.Pool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Images that somebody needs are not written to, by whatever name they are called. */
class RealImageGuardTest {

    @RegisterExtension
    static final ImagesOnHost on = new ImagesOnHost();

    private Image base;
    private Image top;

    @BeforeEach
    void begin() throws IOException {
        base = new Image(on.path("base.qcow2"), "qcow2");
        top = new Image(on.path("top.qcow2"), "qcow2");
        on.images().create(new NewImage(base.path(), "qcow2"), 8 * MIB).await();
        on.images().overlay(new NewImage(top.path(), "qcow2"), base, OptionalLong.empty()).await();
    }

    @Test
    void aRunningDomainKeepsItsDiskAndAllBelow() throws IOException {
        Path link = Files.createSymbolicLink(on.folder().resolve("link.qcow2"), Path.of(top.path()));
        Path hard = Files.createLink(on.folder().resolve("hard.qcow2"), Path.of(top.path()));
        Domain domain = domain(top);
        domain.start().await();
        byte[] before = Files.readAllBytes(Path.of(top.path()));
        for (String name : List.of(top.path(), link.toString(), hard.toString())) {
            Image image = new Image(name, "qcow2");
            String refusal = refused(image, new ImageChange.Resize(16 * MIB, false, Optional.empty()));
            assertTrue(refusal.contains("Domain “guest” runs with " + name + " for its disk vda")
                    && refusal.contains("grow disk vda of “guest” by “While Running > Grow…” (blockresize)"), refusal);
            assertTrue(refusal.contains("lock"), refusal);
            assertTrue(on.images().writing(name).await().getFirst().in(Locale.ENGLISH).contains("“guest” runs with"), name);
        }
        assertTrue(refused(top, new ImageChange.Commit(Optional.empty(), false)).contains("“While Running > Commit Down…” (blockcommit)"));
        assertTrue(refused(top, new ImageChange.Rebase(Optional.empty(), false)).contains("“While Running > Pull…” (blockpull)"));
        String below = refused(base, new ImageChange.MakeSnapshot("s"));
        assertTrue(below.contains("“guest” runs with " + base.path() + " below its disk vda") && below.contains("need it no more by “While Running > Pull…”")
                && below.contains("flatten " + top.path() + " first"), below);
        assertTrue(refused(top, new ImageChange.Revert("s")).contains("revert domain “guest” to one of its snapshots"));
        assertTrue(refused(top, new ImageChange.DeleteSnapshot("s")).contains("delete the snapshot of domain “guest”"));
        assertTrue(refused(top, new ImageChange.Repair(false)).contains("shut domain “guest” down first"));
        assertTrue(refused(top, new ImageChange.Amend(Map.of(), Map.of())).contains("“While Running > Copy…” (blockcopy)"));
        refuses(() -> on.images().convert(base, new NewImage(top.path(), "qcow2").replacing(), Conversion.PLAIN).await(), "“guest” runs with");
        refuses(() -> on.images().copy(top, on.path("copy.qcow2"), false).await(), "blockcopy");
        refuses(() -> on.images().overlay(new NewImage(on.path("more.qcow2"), "qcow2"), top, OptionalLong.empty()).await(), "“guest” runs with");
        assertArrayEquals(before, Files.readAllBytes(Path.of(top.path())));
        assertEquals(List.of("base.qcow2", "hard.qcow2", "link.qcow2", "top.qcow2"), on.names());
        assertEquals(List.of(), on.images().writing(base.path()).await(), "what it builds on is only read");
        domain.destroy().await();
        on.images().change(top, new ImageChange.Resize(16 * MIB, false, Optional.empty()), Optional.empty()).await();
        on.images().change(top, new ImageChange.Commit(Optional.empty(), false), Optional.empty()).await();
        domain.undefine(Set.of()).await();
    }

    @Test
    void whatADomainOrAnImageBuildsOnStays() {
        Domain domain = domain(top);
        assertTrue(refused(base, new ImageChange.Resize(16 * MIB, false, Optional.empty())).contains("resize " + top.path() + " by “Image > Resize…”"));
        refuses(() -> on.images().create(new NewImage(base.path(), "raw").replacing(), MIB).await(), "top.qcow2 builds on");
        // its only child may be written into it, but nobody else's
        on.images().overlay(new NewImage(on.path("other.qcow2"), "qcow2"), base, OptionalLong.empty()).await();
        String commit = refused(top, new ImageChange.Commit(Optional.empty(), false));
        assertTrue(commit.contains("other.qcow2 builds on") && !commit.contains("top.qcow2 builds on")
                && commit.contains("other.qcow2 first by “Image > Flatten…”"), commit);
        domain.undefine(Set.of()).await();
    }

    @Test
    void whoHasItOpenIsInTheWay() throws Exception {
        assertEquals(List.of(), reasons(top));
        Process open = new ProcessBuilder("qemu-io", "-f", "qcow2", top.path()).redirectErrorStream(true).start();
        try {
            open.getOutputStream().write("length\n".getBytes());
            open.getOutputStream().flush();
            // its prompt and its answer: it has the image open
            byte[] answer = open.getInputStream().readNBytes(10);
            assertTrue(answer.length == 10);
            assertTrue(reasons(top).toString().contains("lock"), reasons(top).toString());
            assertTrue(refused(top, new ImageChange.MakeSnapshot("s")).contains("end what has the image open first"));
        } finally {
            open.destroy();
            open.waitFor();
        }
        assertEquals(List.of(), reasons(top));
    }

    @Test
    void itsPoolShowsWhatWasMade() {
        Pool pool = on.host().pools().createTransient(RealPoolsTest.dirPool("images", on.folder())).await();
        on.images().create(new NewImage(on.path("new.qcow2"), "qcow2"), MIB).await();
        assertTrue(pool.volumes().await().stream().anyMatch(volume -> volume.name().equals("new.qcow2")));
        Image image = new Image(on.path("new.qcow2"), "qcow2");
        on.images().change(image, new ImageChange.Resize(16 * MIB, false, Optional.empty()), Optional.empty()).await();
        assertEquals(16 * MIB, pool.volume("new.qcow2").summary().await().capacity());
        pool.stop().await();
    }

    private List<String> reasons(Image image) {
        return on.images().inTheWay(image).await().stream().map(reason -> reason.in(Locale.ENGLISH)).toList();
    }

    private String refused(Image image, ImageChange change) {
        return assertThrows(VirtException.class, () -> on.images().change(image, change, Optional.empty()).await()).getMessage();
    }

    private static void refuses(Runnable work, String words) {
        VirtException refusal = assertThrows(VirtException.class, work::run);
        assertTrue(refusal.getMessage().contains(words), refusal.getMessage());
        assertTrue(refusal.hint().map(hint -> hint.in(Locale.SIMPLIFIED_CHINESE)).orElse("").codePoints().anyMatch(Character::isIdeographic));
    }

    private Domain domain(Image image) {
        return on.host().domains().define(RealDomainsTest.domain("guest", "<disk type='file' device='disk'><driver name='qemu' type='"
                + image.format() + "'/><source file='" + image.path() + "'/><target dev='vda' bus='virtio'/></disk>"), true).await();
    }
}
