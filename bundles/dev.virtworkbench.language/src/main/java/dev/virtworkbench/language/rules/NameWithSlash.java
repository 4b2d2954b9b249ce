package dev.virtworkbench.language.rules;

import dev.virtworkbench.language.findings.Finding;
import dev.virtworkbench.language.findings.Fix;
import dev.virtworkbench.language.findings.Severity;
import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.TextEdit;
import dev.virtworkbench.language.syntax.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A name with a slash in it. Every libvirt refuses it for pools, volumes, networks and domains; only the VMware driver takes
 * such domains. Snapshots are refused by the drivers when they are made.
 */
final class NameWithSlash extends Rule {

    private static final Set<String> KINDS = Set.of("pool", "volume", "network", "domain", "domainsnapshot");
    /** Domain types whose drivers allow no slash; others come from hypervisors with names of their own. */
    private static final Set<String> DOMAIN_TYPES = Set.of("kvm", "qemu", "hvf", "xen", "lxc", "bhyve", "test");

    NameWithSlash() {
        super("name-with-slash", Severity.ERROR, "formatdomain.html#general-metadata");
    }

    @Override
    public void check(RuleContext context, Consumer<Finding> findings) {
        Optional<XmlElement> root = context.tree().root().filter(r -> KINDS.contains(r.name()));
        Optional<XmlElement> name = root.flatMap(r -> r.element("name"));
        Optional<Span> span = name.flatMap(XmlElement::textSpan);
        if (span.isEmpty() || name.get().text().indexOf('/') < 0
                || root.get().name().equals("domain") && !DOMAIN_TYPES.contains(root.get().value("type"))) {
            return;
        }
        Severity weight = root.get().name().equals("domainsnapshot") ? Severity.WARNING : Severity.ERROR;
        findings.accept(finding(weight, span.get(), message("message", name.get().text().strip()),
                () -> fixes(span.get(), span.get().of(context.tree().text()))));
    }

    /** A path keeps its last part, as volumes are often named by their path; else the slashes become hyphens. */
    private List<Fix> fixes(Span span, String name) {
        List<Fix> fixes = new ArrayList<>();
        String last = name.substring(name.lastIndexOf('/') + 1);
        if (name.startsWith("/") && !last.isEmpty()) {
            fixes.add(rename(span, last));
        }
        String joined = name.replaceAll("^/+|/+$", "").replaceAll("/+", "-");
        if (!joined.isEmpty() && !joined.equals(last)) {
            fixes.add(rename(span, joined));
        }
        return fixes;
    }

    private Fix rename(Span span, String name) {
        return new Fix(Fix.Kind.REPLACE, message("fix", name), List.of(new TextEdit(span, name)), false);
    }
}
