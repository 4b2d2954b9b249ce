package dev.virtworkbench.editor.hyperlinks;

import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Paths in documents of hosts on other machines, whose files are not here. Who knows hosts offers what opens them; the editor itself knows
 * none. Thread-safe.
 */
public interface HostPaths {

    /** Whether the paths in a document, by its address, are those of another machine. Answers at once. */
    boolean areElsewhere(URI document);

    /** What opens, on the UI thread, a path of such a document; empty if nothing does. Answers at once. */
    Optional<Consumer<String>> opener(URI document);

    /** Has paths opened by somebody. */
    static void offer(HostPaths hosts) {
        Offered.hosts = hosts;
    }

    /** Where every path is this machine's, until somebody offers more. */
    final class Offered implements HostPaths {

        private static volatile HostPaths hosts = new Offered();

        private Offered() {}

        static HostPaths get() {
            return hosts;
        }

        @Override
        public boolean areElsewhere(URI document) {
            return false;
        }

        @Override
        public Optional<Consumer<String>> opener(URI document) {
            return Optional.empty();
        }
    }
}
