package dev.virtworkbench.server;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.real.PrivateLibvirtd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Completion with the setting {@code virtWorkbench.host.uri} on a real libvirtd. */
class RealHostTest {

    private static final String POOL = "<disk type='volume' device='disk'><source pool='' volume='a'/><target dev='vda'/></disk>";
    private static final String VOLUME = POOL.replace("pool='' volume='a'", "pool='live images' volume=''");

    private PrivateLibvirtd daemon;

    @BeforeEach
    void start() throws IOException {
        daemon = PrivateLibvirtd.start();
    }

    @AfterEach
    void stop() throws IOException {
        if (daemon != null) {
            daemon.close();
        }
    }

    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void whatLivePoolsHaveIsProposedWhileTheyHaveIt() throws IOException {
        pool("live images");
        virsh("vol-create-as", "live images", "disk 一.raw", "1M");
        try (Editor editor = new Editor().start(
                "{\"capabilities\": {}, \"initializationOptions\": {\"host\": {\"uri\": \"" + daemon.uri() + "\"}}}")) {
            String pools = editor.open("pools.xml", POOL);
            String volumes = editor.open("volumes.xml", VOLUME);
            awaitProposed(editor, pools, POOL, "pool='", "live images");
            awaitProposed(editor, volumes, VOLUME, "volume='", "disk 一.raw");

            pool("came later");
            awaitProposed(editor, pools, POOL, "pool='", "came later");

            daemon.kill();
            long asked = System.nanoTime();
            proposed(editor, pools, POOL, "pool='");
            assertTrue(System.nanoTime() - asked < TimeUnit.SECONDS.toNanos(20), "who types waits for no host that is gone");

            daemon.restart();
            pool("after a crash");
            awaitProposed(editor, pools, POOL, "pool='", "after a crash");
        }
    }

    private void pool(String name) throws IOException {
        virsh("pool-create-as", name, "dir", "--target", folder(name));
    }

    private String folder(String name) throws IOException {
        Path folder = daemon.folder().resolve(name);
        return Files.createDirectories(folder).toString();
    }

    private void virsh(String... words) throws IOException {
        String[] command = new String[words.length + 3];
        command[0] = "virsh";
        command[1] = "-c";
        command[2] = daemon.uri();
        System.arraycopy(words, 0, command, 3, words.length);
        daemon.run(command);
    }

    /** The server connects, and asks again, beside everything else; asking it waits a little by itself. */
    private static void awaitProposed(Editor editor, String uri, String text, String behind, String name) {
        while (!proposed(editor, uri, text, behind).contains(name)) {
            assertTrue(!Thread.currentThread().isInterrupted(), () -> name + " is not proposed");
        }
    }

    private static List<String> proposed(Editor editor, String uri, String text, String behind) {
        return Editor.answer(editor.server.getTextDocumentService().completion(new CompletionParams(
                Editor.id(uri), Editor.position(text, text.indexOf(behind) + behind.length()))))
                .getRight().getItems().stream().map(CompletionItem::getLabel).toList();
    }
}
