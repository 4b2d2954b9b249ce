package dev.virtworkbench.language.rules;

import dev.virtworkbench.language.findings.Finding;
import dev.virtworkbench.language.findings.Fix;
import dev.virtworkbench.language.findings.Severity;
import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.TextEdit;
import dev.virtworkbench.language.syntax.XmlElement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A pool without a target path, or with one that is not absolute. libvirt 9.0.0 to 11.3.0 refuses the first; it defines a pool
 * with the second and then fails to build or start it. Pools of type {@code logical} and {@code zfs} get their path from
 * libvirt whatever is written; the network pools have none.
 */
final class TargetPath extends Rule {

    private static final Set<String> TYPES_WITH_PATH =
            Set.of("dir", "fs", "netfs", "disk", "iscsi", "scsi", "mpath", "vstorage");
    /** Where the devices of pools that mount nothing appear. */
    private static final Map<String, String> USUAL = Map.of("disk", "/dev", "iscsi", "/dev/disk/by-path",
            "scsi", "/dev/disk/by-path", "mpath", "/dev/mapper");

    TargetPath() {
        super("target-path", Severity.ERROR, "formatstorage.html#storage-pool-target-elements");
    }

    @Override
    public void check(RuleContext context, Consumer<Finding> findings) {
        Optional<XmlElement> pool = context.root("pool").filter(p -> TYPES_WITH_PATH.contains(p.value("type")));
        if (pool.isEmpty()) {
            return;
        }
        Optional<XmlElement> target = pool.get().element("target");
        Optional<XmlElement> path = target.flatMap(t -> t.element("path"));
        Optional<Span> written = path.flatMap(XmlElement::textSpan);
        if (written.isEmpty()) {
            XmlElement spot = path.or(() -> target).orElse(pool.get());
            // What is not closed yet may still get its path, and a misspelt one is told of already.
            if (!spot.closed() || context.isTold(pool.get().span())) {
                return;
            }
            findings.accept(finding(Severity.ERROR, spot.nameSpan(), message("missing", pool.get().value("type")),
                    () -> insertions(context, pool.get(), target, path)));
            return;
        }
        String value = path.get().text().strip();
        if (!path.get().text().equals(value) && path.get().closed()) {
            String bare = written.get().of(context.tree().text());
            findings.accept(finding(Severity.WARNING, written.get(), message("space"), () -> List.of(new Fix(
                    Fix.Kind.REPLACE, message("fix.trim"), List.of(new TextEdit(path.get().content(), bare)), true))));
        } else if (!value.startsWith("/")) {
            findings.accept(finding(Severity.WARNING, written.get(), message("relative", value),
                    () -> corrections(written.get(), value)));
        }
    }

    private List<Fix> insertions(RuleContext context, XmlElement pool, Optional<XmlElement> target,
            Optional<XmlElement> path) {
        String name = pool.element("name").map(XmlElement::text).orElse("").strip();
        String value = USUAL.getOrDefault(pool.value("type"), "/var/lib/libvirt/" + (isPlain(name) ? name : "images"));
        ElementEdits edits = new ElementEdits(context.tree());
        String element = "<path>" + value + "</path>";
        Optional<TextEdit> edit = path.isPresent() ? Optional.of(new TextEdit(path.get().span(), element))
                : target.isPresent() ? edits.append(target.get(), element)
                : edits.append(pool, "<target>\n  " + element + "\n</target>");
        return edit.map(e -> new Fix(Fix.Kind.INSERT, message("fix.insert", value), List.of(e), false))
                .stream().toList();
    }

    private List<Fix> corrections(Span span, String value) {
        String scheme = "file://";
        if (value.startsWith(scheme + "/")) {
            return List.of(replace(span, value.substring(scheme.length())));
        }
        // Without a slash nobody knows which folder ~, $HOME, a drive letter or ../ was meant to be.
        String bare = value.startsWith("./") ? value.substring(2) : value;
        return isPlain(bare.replace("/", "")) ? List.of(replace(span, "/" + bare)) : List.of();
    }

    private Fix replace(Span span, String path) {
        return new Fix(Fix.Kind.REPLACE, message("fix.replace", path), List.of(new TextEdit(span, path)), false);
    }

    private static boolean isPlain(String name) {
        return name.matches("[A-Za-z0-9_-][A-Za-z0-9_.-]*");
    }
}
