package dev.virtworkbench.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Editors that people use, as they come from Debian, with the server as a process of its own. */
class EditorsTest {

    private static final Path SCRIPTS = Path.of("src/test/clients").toAbsolutePath();

    private static final String DOCUMENT = """
            <pool type='dir'>
            <nmae>images</nmae>
              <target>
              <path>/x</path>
              </target>
            </pool>
            """;
    private static final String MENDED = """
            <pool type='dir'>
              <name>images</name>
              <target>
                <path>/x</path>
              </target>
            </pool>
            """;

    @TempDir
    private Path folder;

    @Test
    void neovim() throws Exception {
        Map<String, String> seen = run("nvim", "--headless", "-u", "NONE", "-i", "NONE", "-n", "-S",
                SCRIPTS.resolve("neovim.lua").toString());
        assertTrue(seen.get("diagnostic").startsWith("2:2 <nmae>"), seen.get("diagnostic"));
        assertTrue(seen.get("quick fix").contains("<name>"), seen.get("quick fix"));
        assertEquals("**`type`** of `<pool>`", seen.get("hover"));
        assertEquals("pool images dir", seen.get("symbol"));
        assertEquals(MENDED.strip().replace("\n", "\\n"), seen.get("text"));
        assertEquals("stopped", seen.get("end"));
    }

    @Test
    void emacs() throws Exception {
        Assumptions.assumeTrue(hasEglot(), "SKIPPED: Emacs has no eglot here (Emacs 29, or Debian's elpa-eglot)");
        Map<String, String> seen = run("emacs", "-q", "--batch", "-l", SCRIPTS.resolve("emacs.el").toString());
        assertTrue(seen.get("diagnostic").startsWith("2:2 "), seen.get("diagnostic"));
        assertTrue(seen.get("diagnostic").contains("<nmae>"), seen.get("diagnostic"));
        assertTrue(seen.get("quick fix").contains("<name>"), seen.get("quick fix"));
        assertEquals(MENDED.replace("\n", "\\n"), seen.get("text"));
        assertEquals("stopped", seen.get("end"));
    }

    /** What an editor's script says, by the word before the colon. */
    private Map<String, String> run(String... command) throws IOException, InterruptedException {
        Assumptions.assumeTrue(isInstalled(command[0]), "SKIPPED: " + command[0] + " is not installed");
        Path file = Files.writeString(folder.resolve("images.pool.xml"), DOCUMENT);
        List<String> server = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
                Main.class.getName(), "server"));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(Map.of("VIRT_SERVER", String.join("\n", server), "VIRT_FILE", file.toString(),
                "HOME", folder.toString(), "LC_ALL", "C.UTF-8"));
        Path errors = folder.resolve("errors");
        Process editor = builder.redirectErrorStream(false).redirectError(errors.toFile()).start();
        editor.getOutputStream().close();
        String output = new String(editor.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(editor.waitFor(60, TimeUnit.SECONDS), "the editor hangs");
        assertEquals(0, editor.exitValue(), output + Files.readString(errors));
        Map<String, String> seen = new LinkedHashMap<>();
        output.lines().filter(line -> line.contains(": "))
                .forEach(line -> seen.put(line.substring(0, line.indexOf(": ")), line.substring(line.indexOf(": ") + 2)));
        return seen;
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    private static boolean hasEglot() throws IOException, InterruptedException {
        if (!isInstalled("emacs")) {
            return false;
        }
        Process emacs = new ProcessBuilder("emacs", "-q", "--batch", "--eval",
                "(progn (package-initialize) (kill-emacs (if (require 'eglot nil t) 0 1)))")
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        return emacs.waitFor() == 0;
    }
}
