package dev.virtworkbench.engine.clones;

import dev.virtworkbench.engine.apply.Applied;
import dev.virtworkbench.engine.apply.Apply;
import dev.virtworkbench.engine.apply.ApplyPlan;
import dev.virtworkbench.engine.apply.ApplyRequest;
import dev.virtworkbench.engine.apply.Decision;
import dev.virtworkbench.engine.domains.Domain;
import dev.virtworkbench.engine.domains.Undefine;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.language.findings.Message;
import dev.virtworkbench.language.schema.DocumentKind;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.EnumSet;
import java.util.Set;

/** What is defined when a clone is made: the clone, and the original where it goes on in overlays. */
final class CloneDefinitions {

    private final Host host;
    private final CloneOrder order;
    private final Apply apply;
    private final ApplyPlan plan;
    private final String name;
    private boolean undone = true;

    /** Plans to define the clone; fails the job if a domain has its name or UUID, or its document cannot be defined. */
    CloneDefinitions(Host host, CloneOrder order, Apply apply) {
        this.host = host;
        this.order = order;
        this.apply = apply;
        this.plan = apply.plan(ApplyRequest.document(DocumentKind.DOMAIN, order.xml())).await();
        this.name = XmlTree.parse(order.xml()).root().flatMap(root -> root.element("name")).map(element -> element.text().strip()).orElse("");
        plan.present().ifPresent(present -> {
            throw failure(Clones.message("taken", present.name()), Clones.message("taken.hint"));
        });
        if (!plan.allowedBy(decisions())) {
            throw failure(plan.obstacles().getFirst().message(), null);
        }
    }

    private Set<Decision> decisions() {
        return order.validate() ? Set.of() : Set.of(Decision.WITHOUT_VALIDATION);
    }

    private VirtException failure(Message why, Message hint) {
        return VirtException.of(Operation.DOMAIN_CLONE, order.original().name(), why, hint, null);
    }

    /** Defines them: both, or none. */
    Applied make() {
        try {
            Applied clone = apply.apply(plan, decisions()).await();
            if (!order.overlays().isEmpty()) {
                String xml = order.source().xml();
                for (NewDisk overlay : order.overlays()) {
                    xml = DiskImages.in(xml, order.original(overlay), overlay);
                }
                ApplyPlan original = apply.plan(ApplyRequest.document(DocumentKind.DOMAIN, xml).openedAs(order.source().xml())).await();
                apply.apply(original, Set.of(Decision.WITHOUT_VALIDATION)).await();
            }
            return clone;
        } catch (RuntimeException e) {
            undo(e);
            throw e;
        }
    }

    private void undo(RuntimeException why) {
        try {
            if (!order.overlays().isEmpty()) {
                host.domains().define(order.source().xml(), false).await();
            }
            host.domains().list().await().stream().filter(domain -> domain.name().equals(name)).findFirst()
                    .ifPresent(domain -> forget(host.domains().domain(domain)));
        } catch (VirtException e) {
            why.addSuppressed(e);
            undone = false;
        }
    }

    /** Whether the host's domains are what they were; otherwise their images have to stay. */
    boolean undone() {
        return undone;
    }

    private static void forget(Domain clone) {
        Set<Undefine> with = EnumSet.noneOf(Undefine.class);
        if (clone.kept().await().contains(Undefine.NVRAM)) {
            with.add(Undefine.NVRAM);
        }
        clone.undefine(with).await();
    }
}
