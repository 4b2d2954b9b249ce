package dev.virtworkbench.engine.real;

import dev.virtworkbench.engine.hosts.Credentials;
import dev.virtworkbench.engine.hosts.Engine;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.images.Image;
import dev.virtworkbench.engine.images.Images;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real host for the tests of a class, which registers it: with a folder for images, anew for each of them and gone with the host;
 * and the commands that were run on it.
 */
final class ImagesOnHost implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback, AutoCloseable {

    static final long MIB = 1024 * 1024;

    private final List<String> commands = new CopyOnWriteArrayList<>();
    private PrivateLibvirtd daemon;
    private Engine engine;
    private Host host;
    private Path folder;

    /** Starts it and connects to it. */
    void connect() throws IOException {
        daemon = PrivateLibvirtd.start();
        engine = new Engine(Credentials.NONE);
        host = engine.add(daemon.uri());
        engine.echo().addListener(command -> commands.add(command.shell()));
        RealHost.connect(host);
    }

    @Override
    public void beforeAll(ExtensionContext tests) throws IOException {
        connect();
    }

    @Override
    public void beforeEach(ExtensionContext test) throws IOException {
        begin();
    }

    @Override
    public void afterAll(ExtensionContext tests) throws IOException {
        close();
    }

    /** Begins anew, with an empty folder. */
    void begin() throws IOException {
        folder = Files.createTempDirectory(daemon.folder(), "image files");
        commands.clear();
    }

    PrivateLibvirtd daemon() {
        return daemon;
    }

    Engine engine() {
        return engine;
    }

    /** Runs a command of libvirt's shell on the host. */
    void virsh(String... words) throws IOException {
        List<String> all = new ArrayList<>(List.of("virsh", "-q", "-c", daemon.uri()));
        all.addAll(List.of(words));
        daemon.run(all.toArray(String[]::new));
    }

    Host host() {
        return host;
    }

    Images images() {
        return host.images();
    }

    Path folder() {
        return folder;
    }

    String path(String name) {
        return folder.resolve(name).toString();
    }

    /** All that was told to run. */
    List<String> commands() {
        return commands;
    }

    List<String> names() throws IOException {
        return names(folder);
    }

    static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** Has a guest write that byte into the first MiB after {@code at}. */
    static void write(Image image, int value, long at) throws IOException {
        io(image, "write -P " + value + " " + at + " " + MIB);
    }

    /** Looks whether a guest would read that byte there. */
    static void reads(Image image, int value, long at) throws IOException {
        io(image, "read -P " + value + " " + at + " " + MIB);
    }

    private static void io(Image image, String command) throws IOException {
        run("qemu-io", "-f", image.format(), "-c", command, "--", image.path());
    }

    static String run(String... command) throws IOException {
        return LocalProgram.run(command);
    }

    @Override
    public void close() throws IOException {
        if (engine != null) {
            engine.close();
        }
        if (daemon != null) {
            daemon.close();
        }
    }
}
