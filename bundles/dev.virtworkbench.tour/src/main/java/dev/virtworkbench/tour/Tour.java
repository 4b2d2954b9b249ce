package dev.virtworkbench.tour;

import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.hosts.Credentials;
import dev.virtworkbench.engine.hosts.DefaultHosts;
import dev.virtworkbench.engine.hosts.Engine;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.hosts.HostListener;
import dev.virtworkbench.engine.hosts.HostState;
import dev.virtworkbench.engine.hosts.HostStatus;
import dev.virtworkbench.language.findings.Message;
import dev.virtworkbench.server.command.Console;
import dev.virtworkbench.server.command.ValidateCommand;
import dev.virtworkbench.server.session.SettingsReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/**
 * The program: validates the documents it is given, then makes a pool with a volume on the newcomer's host, shows the host's
 * tree and takes all of it away again. Each call of libvirt is printed as the {@code virsh} command it amounts to.
 */
public final class Tour {

    private static final int COULD_NOT_RUN = 2;

    private final PrintStream out;
    private final Locale locale;

    Tour(PrintStream out, Locale locale) {
        this.out = out;
        this.locale = locale;
    }

    /** @param words folders and files to validate first. Ends with 0, or with 2 where the host refused something. */
    public static void main(String[] words) {
        Locale locale = SettingsReader.localeOfEnvironment(System.getenv());
        Tour tour = new Tour(new PrintStream(System.out, true, StandardCharsets.UTF_8), locale);
        tour.say("validate", String.join(" ", words));
        new ValidateCommand(Console.ofProcess(), locale, "tour").run(List.of(words));
        System.exit(tour.visit(DefaultHosts.choose()));
    }

    /** Does the main job on that host, on the simulated one where it cannot be reached. @return the exit code */
    int visit(String uri) {
        try (Engine engine = new Engine(Credentials.NONE)) {
            engine.echo().addListener(command -> out.println("  $ " + command.shell()));
            Host host = connected(engine, uri);
            say(host.simulated() ? "simulated" : "host", host.uri());
            new Demonstration(host, this).run();
            return 0;
        } catch (VirtException e) {
            tell(e);
            return COULD_NOT_RUN;
        } catch (CancellationException e) {
            // Whoever ended the process needs no word of it.
            return COULD_NOT_RUN;
        }
    }

    /** Prints a text of this package's {@code messages}. */
    void say(String key, Object... arguments) {
        out.println(Message.of(Tour.class, key, arguments).in(locale));
    }

    private void tell(VirtException failure) {
        out.println(failure.text().in(locale));
        failure.hint().ifPresent(hint -> out.println(hint.in(locale)));
    }

    private Host connected(Engine engine, String uri) {
        Host host = engine.add(uri);
        HostStatus status = connect(host);
        if (status.state() == HostState.CONNECTED) {
            return host;
        }
        VirtException failure = status.failure().orElseThrow();
        if (host.simulated()) {
            throw failure;
        }
        tell(failure);
        engine.remove(host);
        return connected(engine, DefaultHosts.TEST);
    }

    /** What the first attempt comes to. */
    private static HostStatus connect(Host host) {
        CompletableFuture<HostStatus> end = new CompletableFuture<>();
        HostListener listener = new HostListener() {
            @Override
            public void statusChanged(Host changed) {
                HostStatus now = changed.status();
                if (now.state() != HostState.CONNECTING && now.state() != HostState.DISCONNECTED) {
                    end.complete(now);
                }
            }
        };
        host.addListener(listener);
        host.connect();
        try {
            return end.join();
        } finally {
            host.removeListener(listener);
        }
    }
}
