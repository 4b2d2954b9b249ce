package dev.virtworkbench.ui.tests.driver;

import java.nio.file.Path;

/** The window system's own dialog for a file. It consists of none of the toolkit's widgets, so it is typed into from outside. */
public final class FileChooser {

    private FileChooser() {}

    /** Waits for the dialog whose title has those words and has it open {@code file}. From any thread but the UI thread. */
    public static void open(String title, Path file) {
        answer(title, file, "alt+o");
    }

    /** The same for one that saves. */
    public static void save(String title, Path file) {
        answer(title, file, "alt+s");
    }

    private static void answer(String title, Path file, String button) {
        String window = Xdotool.run("search", "--sync", "--onlyvisible", "--name", title).lines().findFirst().orElseThrow();
        Xdotool.run("windowactivate", "--sync", window);
        // to the line for a path, which one that opens a file does not show at first, and over what stands there
        Xdotool.run("key", "--clearmodifiers", "ctrl+l", "ctrl+a");
        Xdotool.run("type", "--delay", "20", file.toString());
        // while the dialog still looks what there is at that path, its button does nothing
        long end = System.nanoTime() + Ui.PATIENCE.toNanos();
        while (Xdotool.finds("search", "--onlyvisible", "--name", title)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("did not take " + file + ": " + title);
            }
            Xdotool.run("key", button, "sleep", "0.5");
        }
    }
}
