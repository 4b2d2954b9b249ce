package dev.virtworkbench.explorer.console;

import dev.virtworkbench.engine.echo.Command;
import dev.virtworkbench.engine.echo.Echo;
import dev.virtworkbench.engine.echo.EchoListener;
import dev.virtworkbench.explorer.labels.Icons;
import dev.virtworkbench.explorer.labels.Words;
import dev.virtworkbench.language.findings.Message;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    private final MessageConsoleStream out;
    private final Set<String> listings = new HashSet<>();

    private VirshConsole(MessageConsoleStream out) {
        this.out = out;
    }

    /** Adds the console to the Console view, from any thread. */
    public static void show(Echo echo) {
        MessageConsole console = new MessageConsole(Words.of(Message.of(VirshConsole.class, "title")), Icons.descriptor("explorer"));
        console.setWaterMarks(KEPT, MOST);
        ConsolePlugin.getDefault().getConsoleManager().addConsoles(new IConsole[] {console});
        echo.addListener(new VirshConsole(console.newMessageStream()));
    }

    @Override
    public void called(Command command) {
        String line = command.shell();
        if (!isListing(command) || isFirst(line)) {
            out.println(line);
        }
    }

    @Override
    public void looked(String uri, Message at) {
        String line = "# " + uri + ": " + Words.of(at);
        if (isFirst(line)) {
            out.println(line);
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
