package dev.virtworkbench.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Completion proposes what the host of the settings has; a host that cannot be had costs nothing else. */
class ChosenHostTest {

    private static final Path LOADED = Path.of("/proc/self/maps");

    /** What their files are called, JNA's as it unpacks it. */
    private static final Map<String, Pattern> NATIVE =
            Map.of("JNA", Pattern.compile("/jna[0-9]+\\.tmp|jnidispatch"), "libvirt", Pattern.compile("/libvirt\\.so"));

    private static final String DISK = "<disk type='volume' device='disk'><source pool='' volume='a'/><target dev='vda'/></disk>";

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void itsPoolsAreProposed() {
        try (Editor editor = new Editor().start(
                "{\"capabilities\": {}, \"initializationOptions\": {\"host\": {\"uri\": \"test:///default\"}}}")) {
            String uri = editor.open("disk.xml", DISK);
            List<String> proposed = pools(editor, uri);
            while (!proposed.contains("default-pool")) {
                // It connects beside everything else.
                proposed = pools(editor, uri);
            }
            editor.settings("{\"virtWorkbench\": {\"host\": {\"uri\": \"\"}}}");
            assertEquals(List.of(), pools(editor, uri));
        }
    }

    @Test
    void oneThatCannotBeHadIsToldOnce() {
        try (Editor editor = new Editor().start(
                "{\"capabilities\": {}, \"initializationOptions\": {\"host\": {\"uri\": \"test:///no/such/file.xml\"}}}")) {
            String told = editor.client.nextShown().getMessage();
            assertTrue(told.contains("test:///no/such/file.xml"), told);
            assertEquals(List.of(), pools(editor, editor.open("disk.xml", DISK)));
        }
    }

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void nothingNativeIsLoadedBeforeAHostIsWanted() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.exists(LOADED), "SKIPPED: only Linux tells what a process has loaded");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), Wanting.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        List<String> said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        assertEquals(0, process.waitFor());
        assertEquals(List.of("without a host: []", "with one: [JNA, libvirt]"), said);
    }

    /** What a JVM of its own does, as one that has loaded a library keeps it: serves a document without a host, then with one. */
    static final class Wanting {

        public static void main(String[] none) throws IOException {
            try (Editor editor = new Editor().start("{\"capabilities\": {}}")) {
                String uri = editor.open("disk.xml", DISK);
                editor.client.nextDiagnostics(uri);
                pools(editor, uri);
                System.out.println("without a host: " + loaded());
                editor.settings("{\"virtWorkbench\": {\"host\": {\"uri\": \"test:///default\"}}}");
                List<String> proposed = pools(editor, uri);
                while (!proposed.contains("default-pool")) {
                    proposed = pools(editor, uri);
                }
                System.out.println("with one: " + loaded());
            }
            // threads that wait for work would keep it for a minute more
            System.exit(0);
        }

        private static List<String> loaded() throws IOException {
            String all = Files.readString(LOADED);
            return NATIVE.entrySet().stream().filter(each -> each.getValue().matcher(all).find()).map(Map.Entry::getKey).sorted().toList();
        }
    }

    private static List<String> pools(Editor editor, String uri) {
        return Editor.answer(editor.server.getTextDocumentService().completion(new CompletionParams(
                Editor.id(uri), Editor.position(DISK, DISK.indexOf("pool='") + "pool='".length()))))
                .getRight().getItems().stream().map(CompletionItem::getLabel).toList();
    }
}
