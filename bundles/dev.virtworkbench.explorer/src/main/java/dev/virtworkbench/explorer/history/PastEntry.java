package dev.virtworkbench.explorer.history;

import dev.virtworkbench.engine.apply.ApplyMode;
import dev.virtworkbench.engine.apply.ApplyRequest;
import dev.virtworkbench.engine.history.HistoryEntry;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.explorer.applying.Applying;
import dev.virtworkbench.explorer.comparing.TextComparison;
import dev.virtworkbench.explorer.comparing.TextComparison.Titled;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;

/** What a person can do with an entry of the history. On the UI thread. */
public final class PastEntry {

    private PastEntry() { }

    /** What it is about, as in “domain web”. */
    static String words(HistoryEntry entry) {
        return Texts.get("kind." + entry.kind(), entry.name());
    }

    /** What was done, in a word. */
    static String how(HistoryEntry entry) {
        return Texts.get(entry.mode() == ApplyMode.CREATE ? "how.created" : entry.before().isPresent() ? "how.changed" : "how.made");
    }

    /** Shows before and after side by side. */
    public static void compare(HistoryEntry entry) {
        TextComparison.openDialog(Texts.get("compare.title", words(entry)), entry.name() + ".xml",
                new Titled(Texts.get("before"), entry.before().orElse("")), new Titled(Texts.get("after"), entry.after()));
    }

    /** Whether there was something before, which can be had back, or nothing, which undefining or stopping brings back. */
    public static boolean canBePutBack(HistoryEntry entry) {
        return entry.putBack().isPresent() || Unmaking.possible(entry);
    }

    /**
     * Applies what was there before; the person sees the difference to what is there now and can still cancel. What was made is
     * undefined, a volume deleted, what was only started stopped, after the question that says what is lost.
     *
     * @return whether it was applied; whatever failed was told. Of what is undefined, deleted or stopped nobody knows yet: the person may
     *         have cancelled, and it takes its time
     */
    public static boolean putBack(Shell shell, HistoryEntry entry) {
        Optional<Host> host = VirtWorkbench.get().engine().host(entry.uri());
        if (host.isEmpty()) {
            MessageDialog.openInformation(shell, Texts.get("history"), Texts.get("host-removed", entry.uri()));
            return false;
        }
        if (Unmaking.possible(entry)) {
            new Unmaking(shell, host.get(), entry).run();
            return false;
        }
        ApplyRequest request = entry.putBack().orElseThrow();
        return !new Applying(shell, host.get()).apply(List.of(request), conflict -> {
            throw new IllegalStateException("history was not opened from the host");
        }).isEmpty();
    }
}
