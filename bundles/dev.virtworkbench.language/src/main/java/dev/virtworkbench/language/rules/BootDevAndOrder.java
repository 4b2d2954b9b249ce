package dev.virtworkbench.language.rules;

import dev.virtworkbench.language.findings.Finding;
import dev.virtworkbench.language.findings.Fix;
import dev.virtworkbench.language.findings.Severity;
import dev.virtworkbench.language.syntax.TextEdit;
import dev.virtworkbench.language.syntax.XmlElement;
import java.util.List;
import java.util.function.Consumer;

/** {@code <boot dev>} in {@code <os>} beside {@code <boot order>} in a device: libvirt takes one of the two, never both. */
final class BootDevAndOrder extends Rule {

    BootDevAndOrder() {
        super("boot-dev-and-order", Severity.ERROR, "formatdomain.html#bios-bootloader");
    }

    @Override
    public void check(RuleContext context, Consumer<Finding> findings) {
        if (context.elements("boot").size() < 2) {
            return;
        }
        for (XmlElement domain : context.elements("domain")) {
            List<XmlElement> byKind = domain.elements("os").stream().filter(BootDevAndOrder::isFullyVirtualised)
                    .flatMap(os -> os.elements("boot").stream())
                    .filter(boot -> boot.attribute("dev").isPresent()).toList();
            if (byKind.isEmpty()) {
                continue;
            }
            List<XmlElement> byDevice = context.elements("boot").stream()
                    .filter(boot -> boot.attribute("order").isPresent() && isOfDevice(boot, domain)).toList();
            if (!byDevice.isEmpty()) {
                findings.accept(finding(Severity.ERROR, byKind.get(0).nameSpan(),
                        message("message", byKind.get(0).value("dev")),
                        byDevice.stream().map(boot -> new Finding.Related(boot.nameSpan(),
                                message("device", boot.value("order")))).toList(),
                        () -> List.of(remove(context, "fix.order", byKind), remove(context, "fix.dev", byDevice))));
            }
        }
    }

    /** Domains of type {@code xen} and containers have other ways to boot, which libvirt does not check for this. */
    private static boolean isFullyVirtualised(XmlElement os) {
        return os.element("type").filter(type -> type.text().strip().equals("hvm")).isPresent();
    }

    private static boolean isOfDevice(XmlElement boot, XmlElement domain) {
        return boot.parent().flatMap(XmlElement::parent).filter(devices -> devices.name().equals("devices"))
                .flatMap(XmlElement::parent).filter(parent -> parent == domain).isPresent();
    }

    private Fix remove(RuleContext context, String title, List<XmlElement> boots) {
        ElementEdits edits = new ElementEdits(context.tree());
        List<TextEdit> removals = boots.stream().map(edits::remove).toList();
        return new Fix(Fix.Kind.REMOVE, message(title), removals, false);
    }
}
