package dev.virtworkbench.language.rules;

import dev.virtworkbench.language.findings.Finding;
import dev.virtworkbench.language.findings.Fix;
import dev.virtworkbench.language.findings.Severity;
import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.TextEdit;
import dev.virtworkbench.language.syntax.XmlAttribute;
import dev.virtworkbench.language.syntax.XmlElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Two disks of one domain with the same target. libvirt refuses the domain; only what VMware tells of its own may have it. */
final class DuplicateDiskTarget extends Rule {

    DuplicateDiskTarget() {
        super("duplicate-disk-target", Severity.ERROR, "formatdomain.html#hard-drives-floppy-disks-cdroms");
    }

    @Override
    public void check(RuleContext context, Consumer<Finding> findings) {
        for (XmlElement devices : context.elements("devices")) {
            if (devices.parent().filter(parent -> parent.value("type").equals("vmware")).isEmpty()) {
                checkDisks(devices.elements("disk"), findings);
            }
        }
    }

    private void checkDisks(List<XmlElement> disks, Consumer<Finding> findings) {
        Map<String, XmlAttribute> firsts = new HashMap<>();
        List<XmlAttribute> repeated = new ArrayList<>();
        for (XmlElement disk : disks) {
            disk.element("target").flatMap(target -> target.attribute("dev")).ifPresent(dev -> {
                if (!dev.value().isBlank() && firsts.putIfAbsent(dev.value(), dev) != null) {
                    repeated.add(dev);
                }
            });
        }
        Set<String> taken = new HashSet<>(firsts.keySet());
        for (XmlAttribute dev : repeated) {
            Span span = spot(dev);
            Optional<String> free = freeName(dev.value(), taken);
            free.ifPresent(taken::add);
            findings.accept(finding(Severity.ERROR, span, message("message", dev.value()),
                    List.of(new Finding.Related(spot(firsts.get(dev.value())), message("first", dev.value()))),
                    () -> free.map(name -> new Fix(Fix.Kind.REPLACE, message("fix", name),
                            List.of(new TextEdit(span, name)), false)).stream().toList()));
        }
    }

    private static Span spot(XmlAttribute attribute) {
        return attribute.valueSpan().orElse(attribute.nameSpan());
    }

    /** The first name of the same bus, {@code vda}, {@code vdb}, …, that no disk has. */
    private static Optional<String> freeName(String name, Set<String> taken) {
        if (!name.matches("[a-z]{2}[a-z]+")) {
            return Optional.empty();
        }
        String bus = name.substring(0, 2);
        for (char letter = 'a'; letter <= 'z'; letter++) {
            if (!taken.contains(bus + letter)) {
                return Optional.of(bus + letter);
            }
        }
        return Optional.empty();
    }
}
