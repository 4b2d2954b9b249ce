package dev.virtworkbench.language.rules;

import dev.virtworkbench.language.findings.Finding;
import dev.virtworkbench.language.findings.Fix;
import dev.virtworkbench.language.findings.Severity;
import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.TextEdit;
import dev.virtworkbench.language.syntax.XmlAttribute;
import dev.virtworkbench.language.syntax.XmlElement;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An iSCSI target or initiator whose name is no iSCSI name. The forms are those of RFC 3720, section 3.2.6.3, and RFC 3980.
 * The schema takes any path or word for the source of an {@code iscsi} pool, and any text for disks and initiators.
 */
final class IscsiSourceNotIqn extends Rule {

    private static final String IQN = "iqn\\.\\d{4}-(?:0[1-9]|1[0-2])\\.[a-z0-9.-]+";
    private static final Pattern NAME = Pattern.compile(
            IQN + "(?::\\S+)?|eui\\.[0-9a-f]{16}|naa\\.(?:[0-9a-f]{16}|[0-9a-f]{32})", Pattern.CASE_INSENSITIVE);
    /** Against the standard, but targets can be called so, as they are in libvirt's own tests. */
    private static final Pattern WORD = Pattern.compile("[\\w+-]+");
    /** An IQN inside a longer text, as in {@code /dev/disk/by-path/ip-…-iscsi-iqn.…-lun-1} or a URL. */
    private static final Pattern HIDDEN = Pattern.compile("(" + IQN + "?(?::[^\\s/]+?)?)(?:-lun-\\d+|/\\d+)?$",
            Pattern.CASE_INSENSITIVE);

    IscsiSourceNotIqn() {
        super("iscsi-source-not-iqn", Severity.WARNING, "formatstorage.html#source-elements");
    }

    @Override
    public void check(RuleContext context, Consumer<Finding> findings) {
        context.root("pool").filter(pool -> pool.value("type").startsWith("iscsi"))
                .flatMap(pool -> pool.element("source"))
                .flatMap(source -> source.element("device"))
                .flatMap(device -> device.attribute("path"))
                .ifPresent(path -> check(path, path.value(), "target", findings));
        for (XmlElement source : context.elements("source")) {
            if (source.value("protocol").equals("iscsi")) {
                source.attribute("name").ifPresent(name -> check(name, withoutLun(name.value()), "disk", findings));
            }
        }
        for (XmlElement iqn : context.elements("iqn")) {
            if (iqn.parent().filter(parent -> parent.name().equals("initiator")).isPresent()) {
                iqn.attribute("name").ifPresent(name -> check(name, name.value(), "initiator", findings));
            }
        }
    }

    private void check(XmlAttribute attribute, String name, String role, Consumer<Finding> findings) {
        if (name.isEmpty() || NAME.matcher(name).matches()) {
            return;
        }
        Span span = attribute.valueSpan().orElse(attribute.nameSpan());
        Severity weight = WORD.matcher(name).matches() ? Severity.INFORMATION : Severity.WARNING;
        findings.accept(finding(weight, span, message(role, name), () -> fixes(span, name)));
    }

    private List<Fix> fixes(Span span, String name) {
        Matcher hidden = HIDDEN.matcher(name);
        if (!hidden.find()) {
            return List.of();
        }
        return List.of(new Fix(Fix.Kind.REPLACE, message("fix", hidden.group(1)),
                List.of(new TextEdit(span, hidden.group(1))), false));
    }

    /** The target in a disk's {@code target/lun}. */
    private static String withoutLun(String name) {
        int slash = name.lastIndexOf('/');
        return slash > 0 && name.substring(slash + 1).chars().allMatch(Character::isDigit)
                ? name.substring(0, slash) : name;
    }
}
