package dev.virtworkbench.language.rules;

import dev.virtworkbench.language.findings.Finding;
import dev.virtworkbench.language.findings.Fix;
import dev.virtworkbench.language.findings.Severity;
import dev.virtworkbench.language.syntax.TextEdit;
import dev.virtworkbench.language.syntax.XmlAttribute;
import dev.virtworkbench.language.syntax.XmlElement;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A logical pool that names its own volume group where the physical volumes below the group belong. libvirt names the group by
 * {@code <source><name>}, and by the pool's name where that is missing.
 */
final class LogicalSourceIsOwnGroup extends Rule {

    LogicalSourceIsOwnGroup() {
        super("logical-source-is-own-group", Severity.WARNING, "formatstorage.html#source-elements");
    }

    @Override
    public void check(RuleContext context, Consumer<Finding> findings) {
        Optional<XmlElement> pool = context.root("pool").filter(root -> root.value("type").equals("logical"));
        Optional<XmlElement> source = pool.flatMap(root -> root.element("source"));
        if (source.isEmpty()) {
            return;
        }
        Optional<XmlElement> named = source.get().element("name");
        String group = named.or(() -> pool.get().element("name")).map(XmlElement::text).orElse("").strip();
        for (XmlElement device : source.get().elements("device")) {
            Optional<XmlAttribute> path = device.attribute("path");
            if (path.isEmpty() || !isGroup(path.get().value(), group)) {
                continue;
            }
            String value = path.get().value();
            findings.accept(finding(Severity.WARNING, path.get().valueSpan().orElse(path.get().nameSpan()),
                    message(isVolume(value, group) ? "volume" : "message", value, group),
                    () -> List.of(fix(context, device, named, group))));
        }
    }

    /** Without a {@code <name>} the device becomes one, so that the group is not named by chance only. */
    private Fix fix(RuleContext context, XmlElement device, Optional<XmlElement> named, String group) {
        if (named.isPresent()) {
            return new Fix(Fix.Kind.REMOVE, message("fix.remove"),
                    List.of(new ElementEdits(context.tree()).remove(device)), false);
        }
        return new Fix(Fix.Kind.REPLACE, message("fix.name", group),
                List.of(new TextEdit(device.span(), "<name>" + group + "</name>")), false);
    }

    /** Whether a path is the group's folder, a volume in it, or its bare name. */
    private static boolean isGroup(String path, String group) {
        return !group.isEmpty() && (path.equals(group) || path.equals("/dev/" + group) || isVolume(path, group)
                || path.equals("/dev/mapper/" + group));
    }

    private static boolean isVolume(String path, String group) {
        return path.startsWith("/dev/" + group + "/");
    }
}
