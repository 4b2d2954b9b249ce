package dev.virtworkbench.explorer.images;

import dev.virtworkbench.engine.images.Growth;
import dev.virtworkbench.engine.images.GuestDisk;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.explorer.labels.Bytes;
import dev.virtworkbench.explorer.labels.Words;
import dev.virtworkbench.explorer.workbench.Person;
import dev.virtworkbench.language.findings.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

/** Tells what is left to do inside a guest after its disk became larger, wherever that was done. */
public final class AfterGrowth {

    private AfterGrowth() { }

    /**
     * Tells it once it is known how the guest has divided its disk; that it could not be read, if so. From any thread; comes back at once.
     *
     * @param title of the dialog
     * @param name of what has grown
     * @param size bytes that it has now
     * @param look starts the look at it, on the UI thread
     * @param first what is to be done before, outside the guest
     */
    public static void tell(String title, String name, long size, Supplier<Job<GuestDisk>> look, Message... first) {
        Display display = PlatformUI.getWorkbench().getDisplay();
        display.asyncExec(() -> look.get().result().whenComplete((disk, unread) ->
                display.asyncExec(() -> tell(title, name, size, Optional.ofNullable(disk), first))));
    }

    /** The same where that is known. On the UI thread. @param disk empty where it could not be read */
    static void tell(String title, String name, long size, Optional<GuestDisk> disk, Message... first) {
        List<Message> steps = new ArrayList<>(List.of(first));
        steps.addAll(new Growth(disk, size).steps());
        String words = IntStream.range(0, steps.size()).mapToObj(i -> (steps.size() > 1 ? i + 1 + ". " : "") + Words.of(steps.get(i)))
                .collect(Collectors.joining("\n"));
        MessageDialog.openInformation(Person.shell(), title, Texts.get("resize.left", name, Bytes.of(size), words));
    }
}
