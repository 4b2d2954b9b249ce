package dev.virtworkbench.engine.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.apply.Applied;
import dev.virtworkbench.engine.apply.Apply;
import dev.virtworkbench.engine.apply.ApplyMode;
import dev.virtworkbench.engine.apply.ApplyPlan;
import dev.virtworkbench.engine.apply.ApplyRequest;
import dev.virtworkbench.engine.apply.Decision;
import dev.virtworkbench.engine.domains.Domain;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.history.History;
import dev.virtworkbench.engine.history.HistoryEntry;
import dev.virtworkbench.engine.networks.Network;
import dev.virtworkbench.engine.storage.Pool;
import dev.virtworkbench.language.findings.Message;
import dev.virtworkbench.language.schema.DocumentKind;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Starting documents without defining them, by the same steps as defining them. */
class RealCreateTest extends OnRealHost {

    private final List<Applied> told = new ArrayList<>();
    private Apply apply;

    @BeforeEach
    void make() {
        apply = new Apply(host, RealApplyTest.LANGUAGE, told::add);
    }

    private ApplyPlan plan(DocumentKind kind, String text) {
        return apply.plan(ApplyRequest.document(kind, text).keepingSecrets().creating()).await();
    }

    private static List<String> words(List<Message> messages) {
        return messages.stream().map(message -> message.in(Locale.ENGLISH)).toList();
    }

    @Test
    void aDomainRunsToldAndKeptAndWithoutPasswordIsSaid() throws IOException {
        ApplyPlan plan = plan(DocumentKind.DOMAIN, RealApplyTest.domain("passing", "<graphics type='vnc' port='-1' autoport='yes'/>"
                + "<interface type='user'><model type='virtio'/></interface>"));
        assertTrue(words(plan.notes()).getFirst().contains("no password for its vnc display"), () -> words(plan.notes()).toString());
        Applied applied = apply.apply(plan, Set.of()).await();
        Domain domain = host.domains().domain(applied.uuid(), applied.name());
        try {
            assertEquals(List.of(), applied.altered(), "a port that was chosen by libvirt is a state");
            assertEquals(List.of(), applied.dropped());
            assertTrue(applied.validated());
            assertEquals(List.of(applied), told);
            assertTrue(domain.summary().await().state().active() && !domain.summary().await().persistent());
            HistoryEntry entry = new History(daemon.folder().resolve("history"), 10).add(applied);
            assertEquals(ApplyMode.CREATE, new History(daemon.folder().resolve("history"), 10).entries().getFirst().mode());
            assertEquals(Optional.empty(), entry.putBack(), "stopping it is the way back");
            ApplyPlan again = plan(DocumentKind.DOMAIN, RealApplyTest.domain("passing", ""));
            assertTrue(again.stopped());
            assertTrue(again.obstacles().getFirst().message().in(Locale.ENGLISH).contains("‘passing’ runs already"));
        } finally {
            domain.destroy().await();
        }
    }

    @Test
    void whatLibvirtDoesNotKnowAsksAndIsTold() {
        ApplyPlan plan = plan(DocumentKind.DOMAIN, RealApplyTest.domain("odd", "<serial type='null'><colour>red</colour></serial>"));
        assertEquals(Decision.WITHOUT_VALIDATION, plan.obstacles().getFirst().decision());
        assertThrows(VirtException.class, () -> apply.apply(plan, Set.of()).await());
        assertFalse(host.domains().list().await().stream().anyMatch(domain -> domain.name().equals("odd")));
        Applied applied = apply.apply(plan, Set.of(Decision.WITHOUT_VALIDATION)).await();
        host.domains().domain(applied.uuid(), "odd").destroy().await();
        assertEquals(1, applied.dropped().size(), () -> applied.dropped().toString());
        assertFalse(applied.validated());
    }

    @Test
    void aDefinedDomainRunsOnceOtherwiseThanItIsDefined() {
        Domain domain = host.domains().define(RealApplyTest.domain("defined", "<graphics type='vnc' passwd='secret'/>"), true).await();
        try {
            String definition = domain.xml(true, true).await();
            ApplyPlan plan = plan(DocumentKind.DOMAIN, RealApplyTest.domain("defined", "<graphics type='vnc' port='-1' autoport='yes'/>"
                    + "<interface type='user'/><serial type='pty'/>").replace(">65536<", ">131072<"));
            assertEquals(List.of("‘defined’ is defined: it is started once with this text, and stays defined as it was"), words(plan.notes()));
            assertFalse(plan.changes().isEmpty());
            Applied applied = apply.apply(plan, Set.of()).await();
            try {
                assertEquals(domain.uuid(), applied.uuid());
                assertEquals(List.of(), applied.altered());
                assertTrue(applied.after().contains(">131072<"), applied::after);
                assertTrue(domain.xml(false, true).await().contains("passwd='secret'"));
            } finally {
                domain.destroy().await();
            }
            assertEquals(definition, domain.xml(true, true).await());
        } finally {
            domain.undefine(Set.of()).await();
        }
    }

    @Test
    void aPoolAndANetworkAreGoneWhenTheyStop() throws IOException {
        var folder = Files.createDirectory(daemon.folder().resolve("passing"));
        Applied made = apply.apply(plan(DocumentKind.STORAGE_POOL, RealPoolsTest.dirPool("passing", folder)), Set.of()).await();
        Pool pool = host.pools().pool(made.uuid(), made.name());
        assertTrue(pool.summary().await().state().active() && !pool.summary().await().persistent());
        pool.stop().await();
        assertTrue(host.pools().list().await().stream().noneMatch(each -> each.uuid().equals(made.uuid())));
        Applied bridged = apply.apply(plan(DocumentKind.NETWORK,
                "<network><name>passing</name><forward mode='bridge'/><bridge name='nowhere0'/></network>"), Set.of()).await();
        Network network = host.networks().network(bridged.uuid(), bridged.name());
        assertTrue(network.summary().await().active() && !network.summary().await().persistent());
        network.stop().await();
        assertTrue(host.networks().list().await().stream().noneMatch(each -> each.uuid().equals(bridged.uuid())));
    }

    @Test
    void whatDoesNotRunIsNotCreated() {
        assertThrows(IllegalArgumentException.class, () -> plan(DocumentKind.SECRET, "<secret/>"));
    }
}
