package dev.virtworkbench.ui.tests.driver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What acts on the display from outside, as hands do: for what consists of none of the toolkit's widgets, and for the mouse. */
final class Xdotool {

    private Xdotool() {}

    /** Runs {@code xdotool} with those words. From any thread but the UI thread. @return what it wrote */
    static String run(String... words) {
        Outcome outcome = ran(words);
        if (outcome.code != 0) {
            throw new AssertionError(List.of(words) + " failed: " + outcome.said);
        }
        return outcome.said;
    }

    /** Whether it finds what it is asked to search for now. */
    static boolean finds(String... words) {
        return ran(words).code == 0;
    }

    private record Outcome(int code, String said) { }

    private static Outcome ran(String... words) {
        List<String> command = Stream.concat(Stream.of("xdotool"), Arrays.stream(words)).toList();
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            if (!process.waitFor(Ui.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("did not end: " + command);
            }
            return new Outcome(process.exitValue(), new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
