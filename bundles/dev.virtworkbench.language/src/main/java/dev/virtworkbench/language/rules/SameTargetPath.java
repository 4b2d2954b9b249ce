package dev.virtworkbench.language.rules;

import dev.virtworkbench.language.findings.Finding;
import dev.virtworkbench.language.findings.Severity;
import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.XmlElement;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A target path that another pool of the workspace has too. libvirt refuses a second {@code dir} pool on one folder
 * ("Storage source conflict"), and lets other pools mount over each other. Pools on device folders ({@code /dev/…}) share them
 * rightly; two documents of one name describe one pool.
 */
final class SameTargetPath extends Rule {

    SameTargetPath() {
        super("same-target-path", Severity.WARNING, "formatstorage.html#storage-pool-target-elements");
    }

    @Override
    public void check(RuleContext context, Consumer<Finding> findings) {
        WorkspaceFacts.Pool own = WorkspaceFacts.Pool.of("", context.tree()).orElse(null);
        Optional<Span> spot = context.root("pool").flatMap(pool -> pool.element("target"))
                .flatMap(target -> target.element("path")).flatMap(XmlElement::textSpan);
        if (own == null || spot.isEmpty() || !isMountPoint(own.targetPath())) {
            return;
        }
        String path = sanitised(own.targetPath());
        for (WorkspaceFacts.Pool other : context.workspace().otherPools()) {
            if (!other.name().equals(own.name()) && sanitised(other.targetPath()).equals(path)) {
                boolean folders = own.type().equals("dir") && other.type().equals("dir");
                // libvirt refuses the second folder; mounts may take turns, and a workspace may hold both on purpose.
                findings.accept(finding(folders ? Severity.WARNING : Severity.INFORMATION, spot.get(),
                        message(folders ? "folder" : "mount", path, other.name(), other.document()), List::of));
                return;
            }
        }
    }

    private static boolean isMountPoint(String path) {
        String clean = sanitised(path);
        return clean.startsWith("/") && !clean.equals("/dev") && !clean.startsWith("/dev/");
    }

    /** As libvirt compares paths: without doubled slashes and without one at the end. */
    private static String sanitised(String path) {
        String single = path.replaceAll("/+", "/");
        return single.length() > 1 && single.endsWith("/") ? single.substring(0, single.length() - 1) : single;
    }
}
