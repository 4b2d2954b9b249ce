package dev.virtworkbench.engine.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.errors.ObjectKind;
import dev.virtworkbench.engine.hosts.Credentials;
import dev.virtworkbench.engine.hosts.Engine;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.hosts.HostListener;
import dev.virtworkbench.engine.libvirt.ObjectEvent;
import dev.virtworkbench.engine.secrets.SecretSummary;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Secrets are told of as they come and go, and described without their values. */
class RealSecretsTest {

    @Test
    void aSecretSaysWhatItIsForAndComesAndGoesByEvents() throws IOException, InterruptedException {
        try (PrivateLibvirtd daemon = PrivateLibvirtd.start(); Engine engine = new Engine(Credentials.NONE)) {
            Host host = engine.add(daemon.uri());
            RealHost.connect(host);
            BlockingQueue<ObjectEvent> events = new LinkedBlockingQueue<>();
            host.addListener(new HostListener() {
                @Override
                public void objectChanged(Host told, ObjectEvent event) {
                    events.add(event);
                }
            });
            SecretSummary made = host.secrets().define("<secret ephemeral='no' private='yes'><description>the array</description>"
                    + "<usage type='iscsi'><target>san-chap</target></usage></secret>", true).await();
            assertEquals(List.of(made), host.secrets().list().await());
            assertEquals("iscsi san-chap the array", made.type() + " " + made.usage() + " " + made.description());
            assertTrue(made.isPrivate());
            assertFalse(made.ephemeral());
            assertEquals(new ObjectEvent(ObjectKind.SECRET, made.uuid(), made.uuid().toString(), ObjectEvent.Change.DEFINED),
                    events.poll(30, TimeUnit.SECONDS));
            host.secrets().undefine(made.uuid()).await();
            assertEquals(ObjectEvent.Change.UNDEFINED, events.poll(30, TimeUnit.SECONDS).change());
            assertEquals(List.of(), host.secrets().list().await());
        }
    }
}
