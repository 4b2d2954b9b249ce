package dev.virtworkbench.engine.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.apply.Applied;
import dev.virtworkbench.engine.apply.ApplyPlan;
import dev.virtworkbench.engine.apply.ApplyRequest;
import dev.virtworkbench.engine.apply.Decision;
import dev.virtworkbench.engine.domains.Domain;
import dev.virtworkbench.engine.echo.EchoListener;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.history.History;
import dev.virtworkbench.engine.history.HistoryEntry;
import dev.virtworkbench.language.schema.DocumentKind;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is secret in a document, or is a secret itself: kept when it is applied and put back, and never told. */
class RealSecretApplyTest extends Applying {

    private static final List<String> PASSWORDS = List.of("geheim", "gestern", "heute");

    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final EchoListener echo = command -> commands.add(command.shell());

    @BeforeEach
    void listen() {
        engine.echo().addListener(echo);
    }

    @AfterEach
    void noCommandHasAPassword() {
        engine.echo().removeListener(echo);
        assertTrue(commands.stream().anyMatch(command -> command.contains("define")), commands::toString);
        PASSWORDS.forEach(password -> assertFalse(commands.stream().anyMatch(command -> command.contains(password)), commands::toString));
    }

    @Test
    void aFailingDefinitionLeavesTheOldOneAndNoPasswordInTheError() {
        Domain domain = define(domain("stays", "<graphics type='vnc' passwd='geheim'/>"));
        try {
            String xml = domain.xml(true, true).await();
            // libvirt takes at most eight characters
            String edited = xml.replace("passwd='geheim'", "passwd='streng geheim'").replace("<memory unit='KiB'>65536", "<memory unit='KiB'>1");
            ApplyPlan plan = plan(ApplyRequest.document(DocumentKind.DOMAIN,
                    edited.replace("type='vnc'", "type='vnc' port='-1' websocket='-9'").replace("port='-1' autoport", "autoport")));
            VirtException failure = assertThrows(VirtException.class,
                    () -> apply.apply(plan, Set.of(Decision.WITHOUT_VALIDATION)).await());
            assertFalse(failure.getMessage().contains("geheim"), failure.getMessage());
            assertEquals(xml, domain.xml(true, true).await());
        } finally {
            domain.undefine(Set.of()).await();
        }
    }

    @Test
    void aVncPasswordSurvivesAnEdit() {
        Domain domain = define(domain("display", "<graphics type='vnc' passwd='geheim'/>"));
        try {
            String secure = domain.xml(true, true).await();
            Applied applied = apply.apply(plan(ApplyRequest.document(DocumentKind.DOMAIN,
                    secure.replace("</name>", "</name><title>one</title>")).openedAs(secure)), NONE).await();
            assertEquals(List.of(), applied.dropped());
            assertTrue(domain.xml(true, true).await().contains("passwd='geheim'"));
            String plain = domain.xml(true, false).await();
            ApplyPlan plan = plan(ApplyRequest.document(DocumentKind.DOMAIN, plain.replace(">one<", ">two<")).openedAs(plain)
                    .keepingSecrets());
            assertTrue(plan.conflict().isEmpty());
            assertEquals(List.of("title: one → two"), words(plan));
            apply.apply(plan, NONE).await();
            assertTrue(domain.xml(true, true).await().contains("passwd='geheim'"));
            ApplyPlan removal = plan(ApplyRequest.document(DocumentKind.DOMAIN, plain.replace(">one<", ">two<")));
            assertEquals(List.of("graphics vnc · passwd: removed, was •••"), words(removal));
            assertFalse((removal + " " + removal.present()).contains("geheim"));
        } finally {
            domain.undefine(Set.of()).await();
        }
    }

    @Test
    void whatWasAppliedIsPutBackWithThePasswordOfToday() throws IOException {
        Domain domain = define(domain("history", "<graphics type='vnc' passwd='gestern'/>"));
        History history = new History(daemon.folder().resolve("history"), 10);
        try {
            String opened = domain.xml(true, true).await();
            HistoryEntry entry = history.add(apply.apply(plan(ApplyRequest.document(DocumentKind.DOMAIN,
                    opened.replace(">1</vcpu>", ">2</vcpu>").replace("gestern", "heute"))), NONE).await());
            assertTrue(domain.xml(true, true).await().contains(">2</vcpu>"));
            ApplyPlan back = plan(history.entries(entry.uri(), domain.uuid(), "history").getFirst().putBack().orElseThrow());
            assertEquals(List.of("vcpu: 2 → 1"), words(back));
            apply.apply(back, NONE).await();
            assertEquals(opened.replace("gestern", "heute"), domain.xml(true, true).await());
        } finally {
            domain.undefine(Set.of()).await();
        }
    }

    @Test
    void networksAndSecretsGoTheSameWay() {
        Applied network = apply.apply(plan(ApplyRequest.document(DocumentKind.NETWORK,
                "<network><name>apart</name><bridge name='vwb-apart'/></network>")), NONE).await();
        Applied secret = apply.apply(plan(ApplyRequest.document(DocumentKind.SECRET, "<secret ephemeral='no' private='yes'>"
                + "<usage type='ceph'><name>one for tests</name></usage></secret>")), NONE).await();
        try {
            assertEquals(List.of(), network.dropped());
            assertEquals(List.of(), secret.dropped());
            ApplyPlan again = plan(ApplyRequest.document(DocumentKind.SECRET, "<secret ephemeral='no' private='yes'>"
                    + "<description>what for</description><usage type='ceph'><name>one for tests</name></usage></secret>"));
            assertEquals(List.of("description: added, what for"), words(again));
            assertEquals(secret.uuid(), apply.apply(again, NONE).await().uuid());
            ApplyPlan bridge = plan(ApplyRequest.document(DocumentKind.NETWORK,
                    "<network><name>apart</name><bridge name='vwb-other'/></network>"));
            assertEquals(List.of("bridge name: vwb-apart → vwb-other"), words(bridge));
            assertEquals(List.of(), apply.apply(bridge, NONE).await().altered());
        } finally {
            host.secrets().undefine(secret.uuid()).await();
            host.networks().network(network.uuid(), network.name()).undefine().await();
        }
    }
}
