package dev.virtworkbench.language.rules;

import dev.virtworkbench.language.findings.Finding;
import dev.virtworkbench.language.findings.Fix;
import dev.virtworkbench.language.findings.Severity;
import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.TextEdit;
import dev.virtworkbench.language.syntax.XmlAttribute;
import dev.virtworkbench.language.syntax.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A backing store below an image whose format has none, or a backing store without a format. libvirt refuses to create the
 * first ("backing storage not supported for raw volumes"); for the second it records {@code raw}, and the guest then reads the
 * base file's header as its disk. Block devices are left alone: LVM snapshots have a backing store and no format.
 */
final class BackingStoreFormat extends Rule {

    /** The formats that keep the name of a backing file (the schema's storageFormatBacking). */
    private static final Set<String> OVERLAYS = Set.of("cow", "qcow", "qcow2", "qed", "vmdk");

    BackingStoreFormat() {
        super("backing-store-format", Severity.WARNING, "formatstorage.html#backing-store-elements");
    }

    @Override
    public void check(RuleContext context, Consumer<Finding> findings) {
        context.root("volume").ifPresent(volume -> checkVolume(context, volume, findings));
        for (XmlElement disk : context.elements("disk")) {
            checkDisk(context, disk, findings);
        }
    }

    private void checkVolume(RuleContext context, XmlElement volume, Consumer<Finding> findings) {
        Optional<XmlElement> backing = volume.element("backingStore");
        String path = backing.flatMap(b -> b.element("path")).map(XmlElement::text).orElse("").strip();
        boolean file = volume.value("type").isEmpty() || volume.value("type").equals("file");
        if (path.isEmpty() || !file || path.startsWith("/dev/")) {
            return;
        }
        Optional<XmlElement> format = volume.element("target").flatMap(target -> target.element("format"));
        Optional<XmlAttribute> type = format.flatMap(f -> f.attribute("type"));
        if (format.isPresent() && (type.isEmpty() || type.get().value().isEmpty())) {
            return;
        }
        if (type.isEmpty() && context.isTold(volume.span())) {
            return;
        }
        String overlay = type.map(XmlAttribute::value).orElse("raw");
        if (!OVERLAYS.contains(overlay)) {
            Span spot = type.map(BackingStoreFormat::spot).orElse(backing.get().nameSpan());
            findings.accept(finding(Severity.WARNING, spot, message(type.isPresent() ? "raw" : "none", overlay),
                    () -> overlayFixes(context, volume, type, backing.get())));
        } else if (backing.get().element("format").isEmpty() && !context.isTold(backing.get().span())) {
            findings.accept(finding(Severity.WARNING, backing.get().nameSpan(), message("unnamed", path),
                    () -> formatFixes(context, backing.get(), overlay, path)));
        }
    }

    private void checkDisk(RuleContext context, XmlElement disk, Consumer<Finding> findings) {
        Optional<XmlAttribute> type = disk.element("driver").flatMap(driver -> driver.attribute("type"))
                .filter(t -> !t.value().isEmpty() && !OVERLAYS.contains(t.value()));
        Optional<XmlElement> backing = disk.element("backingStore").filter(b -> b.element("source").isPresent());
        if (type.isPresent() && backing.isPresent()) {
            findings.accept(finding(Severity.WARNING, spot(type.get()), message("raw", type.get().value()),
                    () -> List.of(replace(type.get()), remove(context, backing.get()))));
        }
    }

    private List<Fix> overlayFixes(RuleContext context, XmlElement volume, Optional<XmlAttribute> type,
            XmlElement backing) {
        List<Fix> fixes = new ArrayList<>();
        if (type.isPresent()) {
            fixes.add(replace(type.get()));
        } else {
            ElementEdits edits = new ElementEdits(context.tree());
            String format = "<format type='qcow2'/>";
            volume.element("target").map(target -> edits.append(target, format))
                    .orElseGet(() -> edits.append(volume, "<target>\n  " + format + "\n</target>"))
                    .ifPresent(edit -> fixes.add(new Fix(Fix.Kind.INSERT, message("fix.overlay", "qcow2"),
                            List.of(edit), false)));
        }
        fixes.add(remove(context, backing));
        return fixes;
    }

    /** The format that the name of the base hints at comes first; a base of a vmdk image is always vmdk. */
    private List<Fix> formatFixes(RuleContext context, XmlElement backing, String overlay, String path) {
        List<String> formats = overlay.equals("vmdk") || path.endsWith(".vmdk") ? List.of("vmdk")
                : path.endsWith(".qed") ? List.of("qed")
                : path.endsWith(".img") || path.endsWith(".raw") ? List.of("raw", "qcow2") : List.of("qcow2", "raw");
        ElementEdits edits = new ElementEdits(context.tree());
        return formats.stream().flatMap(format -> edits.append(backing, "<format type='" + format + "'/>").stream()
                .map(edit -> new Fix(Fix.Kind.INSERT, message("fix.format", format), List.of(edit), false))).toList();
    }

    private Fix replace(XmlAttribute type) {
        return new Fix(Fix.Kind.REPLACE, message("fix.overlay", "qcow2"),
                List.of(new TextEdit(spot(type), "qcow2")), false);
    }

    private Fix remove(RuleContext context, XmlElement backing) {
        return new Fix(Fix.Kind.REMOVE, message("fix.remove"),
                List.of(new ElementEdits(context.tree()).remove(backing)), false);
    }

    private static Span spot(XmlAttribute attribute) {
        return attribute.valueSpan().orElse(attribute.nameSpan());
    }
}
