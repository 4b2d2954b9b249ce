package dev.virtworkbench.engine.real;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.actions.SecretAction;
import dev.virtworkbench.engine.domains.Domain;
import dev.virtworkbench.engine.errors.ObjectKind;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.hosts.Credentials;
import dev.virtworkbench.engine.hosts.Engine;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.hosts.HostListener;
import dev.virtworkbench.engine.libvirt.ObjectEvent;
import dev.virtworkbench.engine.secrets.SecretEncoding;
import dev.virtworkbench.engine.secrets.SecretSummary;
import dev.virtworkbench.engine.secrets.SecretUse;
import dev.virtworkbench.engine.storage.Pool;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Secrets are told of as they come and go, and described without their values, which are set and told to nobody. */
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

    @Test
    void whoNeedsASecretIsFoundAndKeepsItFromBeingUndefined() throws IOException {
        try (PrivateLibvirtd daemon = PrivateLibvirtd.start(); Engine engine = new Engine(Credentials.NONE)) {
            Host host = engine.add(daemon.uri());
            RealHost.connect(host);
            SecretSummary secret = host.secrets().define("<secret ephemeral='no' private='yes'><usage type='iscsi'><target>chap</target></usage></secret>", true).await();
            SecretSummary volumes = host.secrets().define("<secret ephemeral='no' private='yes'><usage type='volume'><volume>/chap</volume></usage></secret>", true).await();
            Pool pool = host.pools().define("<pool type='iscsi'><name>array</name><source><host name='127.0.0.1'/><device path='iqn.2026-01.example:a'/>"
                    + "<auth type='chap' username='me'><secret usage='chap'/></auth></source><target><path>/dev/disk/by-path</path></target></pool>", false).await();
            Domain domain = host.domains().define(RealApplyTest.domain("sealed", "<disk type='file' device='disk'><driver name='qemu' type='qcow2'/>"
                    + "<source file='/nowhere.qcow2'><encryption format='luks'><secret type='passphrase' uuid='" + volumes.uuid() + "'/></encryption></source>"
                    + "<target dev='vda' bus='virtio'/></disk>"), true).await();
            SecretUse use = host.secrets().use().await();
            assertEquals(List.of(new SecretUse.User(ObjectKind.POOL, "array")), use.of(secret));
            assertEquals(List.of(new SecretUse.User(ObjectKind.DOMAIN, "sealed")), use.of(volumes));
            VirtException refused = assertThrows(VirtException.class, () -> host.secrets().undefine(secret,
                    () -> SecretAction.UNDEFINE.refusals(secret, host.secrets().use().await())).await());
            assertTrue(refused.text().in(Locale.ENGLISH).contains("Storage pool “array” needs secret “chap”"), () -> refused.text().in(Locale.ENGLISH));
            pool.undefine().await();
            host.secrets().undefine(secret, () -> SecretAction.UNDEFINE.refusals(secret, host.secrets().use().await())).await();
            assertEquals(List.of(volumes), host.secrets().list().await());
            domain.undefine(Set.of()).await();
            host.secrets().undefine(volumes.uuid()).await();
        }
    }

    @Test
    void aValueIsSetAndStandsNowhereElse() throws IOException {
        List<String> commands = new CopyOnWriteArrayList<>();
        try (PrivateLibvirtd daemon = PrivateLibvirtd.start(); Engine engine = new Engine(Credentials.NONE)) {
            engine.echo().addListener(command -> commands.add(command.shell()));
            Host host = engine.add(daemon.uri());
            RealHost.connect(host);
            SecretSummary open = host.secrets().define("<secret ephemeral='no' private='no'><usage type='ceph'><name>open</name></usage></secret>", true).await();
            SecretSummary closed = host.secrets().define("<secret ephemeral='no' private='yes'><usage type='ceph'><name>closed</name></usage></secret>", true).await();
            assertEquals(Set.of(open.uuid()), host.secrets().withoutValue().await(), "of a private one nobody can tell");
            byte[] text = SecretEncoding.PLAIN.bytes(" geheim 密".toCharArray()).orElseThrow();
            host.secrets().setValue(open, text).await();
            assertArrayEquals(new byte[text.length], text);
            assertEquals(Set.of(), host.secrets().withoutValue().await());
            assertEquals("IGdlaGVpbSDlr4Y=", value(daemon, open));
            host.secrets().setValue(open, SecretEncoding.BASE64.bytes("AP8H".toCharArray()).orElseThrow()).await();
            assertEquals("AP8H", value(daemon, open));
            host.secrets().setValue(closed, SecretEncoding.PLAIN.bytes("geheim".toCharArray()).orElseThrow()).await();
            assertTrue(commands.contains("virsh -c '" + daemon.uri() + "' secret-set-value --interactive " + closed.uuid()), commands::toString);
            assertTrue(commands.stream().noneMatch(command -> command.contains("geheim") || command.contains("AP8H")), commands::toString);
            host.secrets().undefine(open.uuid()).await();
            VirtException gone = assertThrows(VirtException.class, () -> host.secrets().setValue(open, new byte[] {1}).await());
            assertTrue(gone.text().in(Locale.ENGLISH).contains("Set the value of secret open"), () -> gone.text().in(Locale.ENGLISH));
            assertTrue(gone.hint().isPresent());
        }
    }

    @Test
    void whatCannotStartForLackOfAValueSaysSo() throws IOException {
        try (PrivateLibvirtd daemon = PrivateLibvirtd.start(); Engine engine = new Engine(Credentials.NONE)) {
            Host host = engine.add(daemon.uri());
            RealHost.connect(host);
            SecretSummary secret = host.secrets().define("<secret ephemeral='no' private='yes'><usage type='iscsi'><target>chap</target></usage></secret>", true).await();
            Domain domain = host.domains().define(RealApplyTest.domain("waiting", "<disk type='network' device='disk'><driver name='qemu' type='raw'/>"
                    + "<source protocol='iscsi' name='iqn.2026-01.example:a/1'><host name='127.0.0.1'/><auth username='me'>"
                    + "<secret type='iscsi' usage='chap'/></auth></source><target dev='vda' bus='virtio'/></disk>"), true).await();
            VirtException lacking = assertThrows(VirtException.class, () -> domain.start().await());
            assertTrue(lacking.getMessage().contains("does not have a value"), lacking.getMessage());
            assertTrue(lacking.hint().orElseThrow().in(Locale.ENGLISH).contains("set its value"));
            host.secrets().setValue(secret, SecretEncoding.PLAIN.bytes("opensesame-1".toCharArray()).orElseThrow()).await();
            VirtException noTarget = assertThrows(VirtException.class, () -> domain.start().await());
            assertFalse(noTarget.getMessage().contains("value"), noTarget.getMessage());
            domain.undefine(Set.of()).await();
            host.secrets().undefine(secret.uuid()).await();
        }
    }

    private static String value(PrivateLibvirtd daemon, SecretSummary secret) throws IOException {
        return daemon.run("virsh", "-c", daemon.uri(), "secret-get-value", secret.uuid().toString()).strip();
    }
}
