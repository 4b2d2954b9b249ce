package dev.virtworkbench.engine.echo;

import dev.virtworkbench.language.findings.Message;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Where the engine tells which command each of its calls amounts to. Safe to use from any thread. */
public final class Echo {

    private static final System.Logger LOG = System.getLogger(Echo.class.getName());

    private final List<EchoListener> listeners = new CopyOnWriteArrayList<>();

    public void addListener(EchoListener listener) {
        listeners.add(listener);
    }

    public void removeListener(EchoListener listener) {
        listeners.remove(listener);
    }

    /** Tells all listeners, on this thread. */
    public void tell(Command command) {
        tell(listener -> listener.called(command));
    }

    /** Tells all listeners, on this thread, what was looked through on the host of that URI. */
    public void tell(String uri, Message lookedAt) {
        tell(listener -> listener.looked(uri, lookedAt));
    }

    private void tell(Consumer<EchoListener> what) {
        for (EchoListener listener : listeners) {
            try {
                what.accept(listener);
            } catch (RuntimeException defect) {
                LOG.log(System.Logger.Level.ERROR, "an echo listener failed", defect);
            }
        }
    }
}
