package dev.virtworkbench.explorer.console;

import dev.virtworkbench.engine.echo.Command;
import dev.virtworkbench.engine.echo.Echo;
import dev.virtworkbench.engine.echo.EchoListener;
import dev.virtworkbench.explorer.labels.Icons;
import dev.virtworkbench.explorer.labels.Words;
import dev.virtworkbench.language.findings.Message;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.console.ConsolePlugin;
import org.eclipse.ui.console.IConsole;
import org.eclipse.ui.console.MessageConsole;
import org.eclipse.ui.console.MessageConsoleStream;

/**
 * Shows for each call to libvirt the command of {@code virsh} that does the same, so that people learn it and can script it.
 * What merely lists or looks, and is called again and again, is shown the first time; a look at very many objects as a comment.
 */
public final class VirshConsole implements EchoListener {

    /** Characters that are kept, and how far it may grow before older ones go. */
    private static final int KEPT = 80_000;
    private static final int MOST = 100_000;

    /** A console has the platform make the Console view, also where nobody sees it: not while a window is being opened. */
    private static final long SETTLED_MILLISECONDS = 3_000;

    private final Set<String> listings = new HashSet<>();
    private final List<String> early = new ArrayList<>();
    private MessageConsoleStream out;

    private VirshConsole() { }

    /** Collects the commands from now on, and adds the console to the Console view a little later. From any thread. */
    public static void show(Echo echo) {
        VirshConsole console = new VirshConsole();
        echo.addListener(console);
        Job.createSystem(title(), (ICoreRunnable) monitor -> console.open()).schedule(SETTLED_MILLISECONDS);
    }

    private static String title() {
        return Words.of(Message.of(VirshConsole.class, "title"));
    }

    private synchronized void open() {
        MessageConsole console = new MessageConsole(title(), Icons.descriptor("explorer"));
        console.setWaterMarks(KEPT, MOST);
        ConsolePlugin.getDefault().getConsoleManager().addConsoles(new IConsole[] {console});
        MessageConsoleStream stream = console.newMessageStream();
        early.forEach(stream::println);
        early.clear();
        out = stream;
    }

    private void print(String line) {
        MessageConsoleStream stream;
        synchronized (this) {
            stream = out;
            if (stream == null) {
                early.add(line);
                return;
            }
        }
        stream.println(line);
    }

    @Override
    public void called(Command command) {
        String line = command.shell();
        if (!isListing(command) || isFirst(line)) {
            print(line);
        }
    }

    @Override
    public void looked(String uri, Message at) {
        String line = "# " + uri + ": " + Words.of(at);
        if (isFirst(line)) {
            print(line);
        }
    }

    private static boolean isListing(Command command) {
        return virsh(command).filter(name -> name.endsWith("list") || name.endsWith("dumpxml")
                || name.endsWith("capabilities") || name.equals("cpu-models")).isPresent();
    }

    /** The name of virsh's command, as in {@code pool-list}: the first word that is no option, nor an option's value. */
    private static Optional<String> virsh(Command command) {
        List<String> words = command.arguments();
        int at = words.indexOf("-c") == 1 ? 3 : 1;
        return at < words.size() ? Optional.of(words.get(at)) : Optional.empty();
    }

    private synchronized boolean isFirst(String line) {
        return listings.add(line);
    }
}
