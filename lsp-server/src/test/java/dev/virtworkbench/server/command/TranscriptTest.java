package dev.virtworkbench.server.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every folder of {@code transcripts} is a case: files, and a {@code transcript.txt} of calls and what they say. {@code $} begins
 * a call ({@code validate …}, or {@code cat FILE} to see what became of a file), {@code !} a line of standard error, {@code =}
 * the exit code. After an intended change of wording, {@code -Dvirtworkbench.transcripts=write} writes them anew.
 */
class TranscriptTest {

    private static final Path CASES = Path.of("src/test/resources/dev/virtworkbench/server/command/transcripts");
    private static final String TRANSCRIPT = "transcript.txt";

    static List<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            List<String> names = folders.map(folder -> folder.getFileName().toString()).sorted().toList();
            assertFalse(names.isEmpty());
            return names;
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysWhatTheTranscriptSays(String name, @TempDir Path folder) throws IOException {
        copy(CASES.resolve(name), folder);
        Path transcript = CASES.resolve(name).resolve(TRANSCRIPT);
        String expected = Files.readString(transcript);
        StringBuilder actual = new StringBuilder();
        for (String line : expected.lines().filter(l -> l.startsWith("$ ")).toList()) {
            actual.append(line).append('\n').append(call(folder, line.substring(2).split(" ")));
        }
        // how many else are allowed is another number in each release of libvirt
        String said = actual.toString().replaceAll("and \\d+ more", "and … more");
        if (System.getProperty("virtworkbench.transcripts", "").equals("write")) {
            Files.writeString(transcript, said);
        }
        assertEquals(expected, said);
    }

    private static String call(Path folder, String[] words) throws IOException {
        if (words[0].equals("cat")) {
            return Files.readString(folder.resolve(words[1]));
        }
        assertEquals("validate", words[0]);
        CommandRun run = CommandRun.in(folder, List.of(words).subList(1, words.length).toArray(String[]::new));
        StringBuilder said = new StringBuilder(run.out());
        run.err().lines().forEach(line -> said.append("! ").append(line).append('\n'));
        return said.append("= ").append(run.exitCode()).append('\n').toString();
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(folder).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!file.getFileName().toString().equals(TRANSCRIPT)) {
                    Files.copy(file, to.resolve(from.relativize(file).toString()));
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
