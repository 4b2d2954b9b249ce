package dev.virtworkbench.engine.echo;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

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
        for (EchoListener listener : listeners) {
            try {
                listener.called(command);
            } catch (RuntimeException defect) {
                LOG.log(System.Logger.Level.ERROR, "an echo listener failed", defect);
            }
        }
    }
}
