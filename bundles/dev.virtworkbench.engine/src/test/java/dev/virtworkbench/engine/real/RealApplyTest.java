package dev.virtworkbench.engine.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.apply.Applied;
import dev.virtworkbench.engine.apply.Apply;
import dev.virtworkbench.engine.apply.ApplyPlan;
import dev.virtworkbench.engine.apply.ApplyRequest;
import dev.virtworkbench.engine.apply.Decision;
import dev.virtworkbench.engine.domains.Domain;
import dev.virtworkbench.engine.errors.ErrorCode;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.storage.Pool;
import dev.virtworkbench.language.schema.DocumentKind;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is applied to a domain on a real daemon, and what stands against it. */
class RealApplyTest extends Applying {

    @Test
    void whatSomebodyElseChangedIsNotOverwrittenUnasked() {
        Domain domain = define(domain("contested", ""));
        try {
            String opened = domain.xml(true, true).await();
            host.domains().define(opened.replace("<vcpu placement='static'>1<", "<vcpu placement='static'>2<"), true).await();
            String edited = opened.replace("</name>", "</name><title>mine</title>");
            ApplyPlan plan = plan(ApplyRequest.document(DocumentKind.DOMAIN, edited).openedAs(opened));
            assertEquals(List.of("vcpu: 1 → 2"), sentences(plan.conflict().orElseThrow().theirs()));
            assertEquals(List.of("title: added, mine"), sentences(plan.conflict().orElseThrow().mine()));
            assertEquals(List.of(), plan.conflict().orElseThrow().both());
            VirtException refused = assertThrows(VirtException.class, () -> apply.apply(plan, NONE).await());
            assertTrue(refused.getMessage().contains("changed since it was opened"), refused.getMessage());
            assertTrue(domain.xml(true, false).await().contains(">2</vcpu>"));
            apply.apply(plan, Set.of(Decision.OVERWRITE)).await();
            assertTrue(domain.xml(true, false).await().contains("<title>mine</title>"));
        } finally {
            domain.undefine(Set.of()).await();
        }
    }

    @Test
    void aPlanThatAgedIsNotCarriedOut() {
        Domain domain = define(domain("aged", ""));
        try {
            String xml = domain.xml(true, true).await();
            ApplyPlan plan = plan(ApplyRequest.document(DocumentKind.DOMAIN, xml.replace("</name>", "</name><title>a</title>")));
            host.domains().define(xml.replace("</name>", "</name><title>b</title>"), true).await();
            assertThrows(VirtException.class, () -> apply.apply(plan, NONE).await());
            assertTrue(domain.xml(true, false).await().contains("<title>b</title>"));
        } finally {
            domain.undefine(Set.of()).await();
        }
    }

    @Test
    void whatLibvirtDropsIsTold() {
        Domain domain = define(domain("dropping", ""));
        try {
            String edited = domain.xml(true, true).await().replace("<devices>", "<devices><blinkenlights colour='red'/>");
            ApplyPlan plan = plan(ApplyRequest.document(DocumentKind.DOMAIN, edited));
            assertEquals(Decision.WITHOUT_VALIDATION, plan.obstacles().getFirst().decision());
            assertThrows(VirtException.class, () -> apply.apply(plan, NONE).await());
            Applied applied = apply.apply(plan, Set.of(Decision.WITHOUT_VALIDATION)).await();
            assertEquals(List.of("blinkenlights: removed, was colour=red"), sentences(applied.dropped()));
            assertFalse(applied.validated());
        } finally {
            domain.undefine(Set.of()).await();
        }
    }

    @Test
    void commentsThatLibvirtDoesNotKeepAreToldBefore() {
        Domain domain = define(domain("commented", ""));
        try {
            String xml = domain.xml(true, true).await();
            assertEquals(List.of(), plan(ApplyRequest.document(DocumentKind.DOMAIN, xml)).notes());
            String edited = "<!-- above -->\n" + xml.replace("<devices>", "<metadata>\n<a:a xmlns:a='urn:a'><!-- kept --></a:a></metadata>"
                    + "<devices><!-- one --><!-- two -->");
            ApplyPlan plan = plan(ApplyRequest.document(DocumentKind.DOMAIN, edited));
            assertEquals(List.of("libvirt keeps no comments: those of the text (comments: 3) are in no definition,"
                    + " only in a file that you keep the text in"),
                    plan.notes().stream().map(note -> note.in(Locale.ENGLISH)).toList());
            apply.apply(plan, NONE).await();
            String after = domain.xml(true, true).await();
            assertTrue(after.contains("<!-- kept -->"), "what libvirt does keep is not told of");
            assertEquals(1, after.split("<!--", -1).length - 1, after);
        } finally {
            domain.undefine(Set.of()).await();
        }
    }

    @Test
    void renamesAreToldForWhatTheyAre() {
        Domain domain = define(domain("before", ""));
        try {
            String xml = domain.xml(true, true).await();
            String renamed = xml.replace("<name>before<", "<name>after<");
            ApplyPlan plan = plan(ApplyRequest.document(DocumentKind.DOMAIN, renamed).openedAs(xml));
            assertTrue(plan.stopped(), plan.toString());
            assertThrows(VirtException.class, () -> apply.apply(plan, Set.of(Decision.values())).await());
            ApplyPlan other = plan(ApplyRequest.document(DocumentKind.DOMAIN,
                    xml.replace(domain.uuid().toString(), "6b1c9a0e-0d2c-4f5b-9b3e-0c1d2e3f4a5b")).openedAs(xml));
            assertTrue(other.stopped(), other.toString());
            ApplyPlan fresh = plan(ApplyRequest.document(DocumentKind.DOMAIN,
                    renamed.replaceAll("<uuid>.*</uuid>", "")).openedAs(xml));
            assertFalse(fresh.stopped());
            assertTrue(fresh.notes().getFirst().in(Locale.ENGLISH).contains("a new object is made"));
        } finally {
            domain.undefine(Set.of()).await();
        }
    }

    @Test
    void aBrokenTextIsNeverSent() {
        ApplyPlan plan = plan(ApplyRequest.document(DocumentKind.DOMAIN, "<domain type='qemu'><name>broken</nam"));
        assertTrue(plan.stopped());
        assertThrows(VirtException.class, () -> apply.apply(plan, Set.of(Decision.values())).await());
        assertTrue(plan(ApplyRequest.document(DocumentKind.DOMAIN, "<pool type='dir'><name>x</name></pool>")).stopped());
    }

    @Test
    void whoMayOnlyReadIsToldSoAndChangesNothing() {
        Pool pool = host.pools().define(RealPoolsTest.dirPool("guarded", daemon.folder().resolve("guarded")), true).await();
        Domain domain = define(domain("guarded", ""));
        Host reader = engine.add(daemon.uri() + "-ro");
        try {
            RealHost.connect(reader);
            Apply reading = new Apply(reader, LANGUAGE);
            String before = pool.xml(true).await();
            ApplyPlan plan = reading.plan(ApplyRequest.document(DocumentKind.STORAGE_POOL,
                    before.replace("/guarded<", "/elsewhere<"))).await();
            assertEquals(1, plan.changes().size());
            VirtException denied = assertThrows(VirtException.class, () -> reading.apply(plan, NONE).await());
            assertEquals(ErrorCode.OPERATION_DENIED, denied.code());
            assertEquals(before, pool.xml(true).await());
            String xml = domain.xml(true, false).await();
            VirtException secret = assertThrows(VirtException.class,
                    () -> reading.plan(ApplyRequest.document(DocumentKind.DOMAIN, xml)).await());
            assertEquals(ErrorCode.OPERATION_DENIED, secret.code());
            assertEquals("guarded", secret.object(), "told of what is applied, not of the step that failed");
        } finally {
            engine.remove(reader);
            pool.undefine().await();
            domain.undefine(Set.of()).await();
        }
    }
}
