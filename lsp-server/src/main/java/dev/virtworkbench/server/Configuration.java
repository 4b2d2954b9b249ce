package dev.virtworkbench.server;

import com.google.gson.JsonObject;
import dev.virtworkbench.server.session.Session;
import dev.virtworkbench.server.session.Settings;
import dev.virtworkbench.server.session.SettingsReader;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.lsp4j.ConfigurationItem;
import org.eclipse.lsp4j.ConfigurationParams;
import org.eclipse.lsp4j.services.LanguageClient;

/**
 * Takes settings from wherever the client has them: its initialization options, what it answers when it is asked, and its
 * change notices. The options are what holds where the other two are silent. Thread-safe.
 */
final class Configuration {

    /**
     * How long the first judgement waits for a client that has been asked for its settings, in milliseconds: long enough for
     * any client that is not busy, too short for a person to notice.
     */
    private static final long PATIENCE = 100;

    private final Session session;
    private final ServerLog log;
    private final Consumer<Settings> changed;
    private final CountDownLatch settled = new CountDownLatch(1);
    private volatile long givenUpAt;
    private Settings initial = Settings.DEFAULT;

    /** @param changed is called with the settings that held before, when others hold */
    Configuration(Session session, ServerLog log, Consumer<Settings> changed) {
        this.session = session;
        this.log = log;
        this.changed = changed;
    }

    /** Takes the initialization options. */
    synchronized void start(Object options) {
        initial = SettingsReader.read(options, Settings.DEFAULT);
        replace(initial);
    }

    /** Asks the client if it can be asked; otherwise all is known now. */
    void ask(LanguageClient client) {
        if (!session.client().configuration()) {
            settled.countDown();
            return;
        }
        ConfigurationItem item = new ConfigurationItem();
        item.setSection(SettingsReader.SECTION);
        if (givenUpAt == 0) {
            givenUpAt = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE);
        }
        client.configuration(new ConfigurationParams(List.of(item))).whenComplete((answer, failure) -> {
            if (failure != null) {
                log.info("the client did not answer workspace/configuration: " + failure.getMessage());
            } else if (answer != null && !answer.isEmpty() && answer.getFirst() instanceof JsonObject section) {
                take(section);
            }
            settled.countDown();
        });
    }

    /** Takes a change notice; one that names nothing of ours says that the client wants to be asked. */
    void changed(Object sent, LanguageClient client) {
        if (SettingsReader.concerns(sent)) {
            take(sent);
            settled.countDown();
        } else if (session.client().configuration()) {
            ask(client);
        } else {
            take(new JsonObject());
        }
    }

    /** Waits, briefly, for settings that the client has been asked for; returns at once ever after. */
    void await() {
        long deadline = givenUpAt;
        if (deadline == 0 || settled.getCount() == 0) {
            return;
        }
        try {
            settled.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void take(Object sent) {
        replace(SettingsReader.read(sent, initial));
    }

    private void replace(Settings settings) {
        Settings before = session.settings();
        if (!before.equals(settings)) {
            session.settings(settings);
            changed.accept(before);
        }
    }
}
