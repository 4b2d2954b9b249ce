package dev.virtworkbench.ui.tests.driver;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.swt.widgets.Shell;

/**
 * The windows that a test leaves open beside the workbench's own. A wizard with work under way answers to being closed with a question,
 * and waits for the answer on the UI thread: so nobody waits for the closing itself, and what asks is taken away.
 */
public final class LeftWindows {

    private final Duration patience;
    /** Those that are being closed; on the UI thread. */
    private final Set<Shell> closing = new HashSet<>();

    /** @param patience how long they may take, such as to end their work */
    public LeftWindows(Duration patience) {
        this.patience = patience;
    }

    /**
     * Closes them, and takes away what did not close in time, its questions included. From any thread but the UI thread.
     *
     * @return the titles of what did not close
     */
    public List<String> close() {
        if (Ui.holdsWithin(patience, this::closed)) {
            return List.of();
        }
        return Ui.get(() -> {
            List<Shell> stayed = open().toList();
            List<String> titles = stayed.stream().map(Shell::getText).toList();
            stayed.forEach(Shell::dispose);
            return titles;
        });
    }

    /** Whether all are closed; begins to close those that are not, what they ask as well, and again what was kept by work that has ended meanwhile. */
    private boolean closed() {
        List<Shell> still = open().toList();
        still.forEach(this::startToClose);
        return still.isEmpty();
    }

    private static Stream<Shell> open() {
        Shell main = FreshWorkbench.window().getShell();
        return Arrays.stream(Ui.display().getShells()).filter(shell -> shell != main && !shell.isDisposed() && shell.isVisible());
    }

    private void startToClose(Shell shell) {
        if (!closing.add(shell)) {
            return;
        }
        Ui.start(() -> {
            try {
                if (!shell.isDisposed()) {
                    shell.close();
                }
            } finally {
                closing.remove(shell);
            }
        });
    }
}
