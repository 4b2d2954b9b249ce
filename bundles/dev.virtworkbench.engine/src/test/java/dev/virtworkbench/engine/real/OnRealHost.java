package dev.virtworkbench.engine.real;

import dev.virtworkbench.engine.hosts.Credentials;
import dev.virtworkbench.engine.hosts.Engine;
import dev.virtworkbench.engine.hosts.Host;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A libvirtd of its own and a connection to it, for all tests of a class. */
abstract class OnRealHost {

    static PrivateLibvirtd daemon;
    static Engine engine;
    static Host host;

    @BeforeAll
    static void connect() throws IOException {
        daemon = PrivateLibvirtd.start();
        engine = new Engine(Credentials.NONE);
        host = engine.add(daemon.uri());
        RealHost.connect(host);
    }

    @AfterAll
    static void end() throws IOException {
        if (engine != null) {
            engine.close();
            engine = null;
        }
        if (daemon != null) {
            daemon.close();
            daemon = null;
        }
    }
}
