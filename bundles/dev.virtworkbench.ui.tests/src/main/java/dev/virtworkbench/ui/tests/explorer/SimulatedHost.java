package dev.virtworkbench.ui.tests.explorer;

import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.hosts.HostState;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import dev.virtworkbench.ui.tests.driver.Ui;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A host of libvirt's test driver with many objects, in the explorer until it is closed. */
record SimulatedHost(Host host, Path file) implements AutoCloseable {

    static final String FULL_POOL = "a-full-one";

    /** @param pools pools besides the one of {@code volumes} volumes, which is {@link #FULL_POOL} */
    static SimulatedHost with(int pools, int volumes) {
        StringBuilder node = new StringBuilder("<node><cpu/>");
        node.append("<pool type='dir'><name>").append(FULL_POOL).append("</name><target><path>/full</path></target>");
        for (int i = 0; i < volumes; i++) {
            node.append("<volume><name>disk-%05d.qcow2</name><capacity unit='GiB'>1</capacity><target>".formatted(i))
                    .append("<format type='qcow2'/></target></volume>");
        }
        node.append("</pool>");
        for (int i = 0; i < pools; i++) {
            node.append("<pool type='dir'><name>pool-%03d</name><target><path>/pool-%03d</path></target></pool>".formatted(i, i));
        }
        return of(node.append("</node>").toString());
    }

    /** @param node what it has, as the test driver reads it */
    static SimulatedHost of(String node) {
        try {
            Path file = Files.createTempFile("simulated", ".xml");
            Files.writeString(file, node);
            return new SimulatedHost(VirtWorkbench.get().contents().add("test://" + file), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** It, once it is connected: what asks the engine at once needs that. */
    SimulatedHost connected() {
        Ui.await("connected host", () -> host.status().state() == HostState.CONNECTED);
        return this;
    }

    @Override
    public void close() {
        Ui.run(() -> VirtWorkbench.get().contents().remove(host));
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
