package dev.virtworkbench.engine.real;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.virtworkbench.engine.actions.ImageAction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said to be possible with a format is what the real qemu-img does with it. */
class RealImageActionTest {

    private static final int NO_CHECK = 63;

    @TempDir
    private Path folder;

    @BeforeAll
    static void needed() {
        PrivateLibvirtd.needs("qemu-img");
    }

    @ParameterizedTest
    @ValueSource(strings = {"raw", "qcow2", "qed", "qcow", "vmdk", "vdi", "vhdx", "vpc", "parallels"})
    void qemuImgDoesWhatIsOffered(String format) throws IOException {
        String image = folder.resolve("image").toString();
        assertEquals(0, end("create", "-q", "-f", format, image, "10M"));
        assertEquals(end("check", "-f", format, image) != NO_CHECK, offered(ImageAction.CHECK, format), "check");
        assertEquals(end("resize", "-q", "-f", format, image, "20M") == 0, offered(ImageAction.RESIZE, format), "resize");
        assertEquals(end("snapshot", "-c", "one", image) == 0, offered(ImageAction.SNAPSHOTS, format), "snapshot");
        String base = folder.resolve("base").toString();
        String other = folder.resolve("other").toString();
        // vmdk builds on its like alone
        String below = format.equals("vmdk") ? format : "raw";
        assertEquals(0, end("create", "-q", "-f", below, base, "10M"));
        boolean builds = end("create", "-q", "-f", format, "-b", base, "-F", below, other) == 0;
        assertEquals(builds && end("commit", "-q", "-f", format, other) == 0, offered(ImageAction.COMMIT, format), "commit");
        assertEquals(builds && end("rebase", "-u", "-f", format, "-b", "", other) == 0, offered(ImageAction.REBASE, format), "rebase");
    }

    private static boolean offered(ImageAction action, String format) {
        return action.impossible(format).isEmpty();
    }

    private static int end(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("qemu-img"));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
