package dev.virtworkbench.explorer.images;

import dev.virtworkbench.engine.images.FormatOption;
import dev.virtworkbench.engine.images.NewImage;
import dev.virtworkbench.explorer.wizards.Fields;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Display;

/** What a new image shall be and where: its format with all that can be said of it, as the host's qemu-img tells. */
final class NewImageFields {

    /** Those that qemu-img can write, the usual ones first; what else it names it can only read, as a rule. */
    private static final List<String> USUAL = List.of("qcow2", "raw", "vmdk", "vdi", "vhdx", "vpc", "qed", "qcow", "parallels", "luks");
    private static final Map<String, String> ENDINGS = Map.of("vpc", ".vhd", "parallels", ".hds");
    /** What there are other fields for. */
    private static final Set<String> APART = Set.of("size", "backing_file", "backing_fmt", "preallocation", "encryption");

    private final ImageFile beside;
    private final String middle;
    private final Runnable changed;
    private final List<String> formats;
    private final Map<String, List<FormatOption>> known = new HashMap<>();
    private final Combo format;
    private final TargetField target;
    private Preallocation preallocation;
    private NewPassphrase passphrase;
    private FormatOptions options;

    /**
     * Makes the first of them: format and target. {@link #more} makes the others.
     *
     * @param told the formats that the host's qemu-img knows
     * @param beside what its folder and name are proposed by
     * @param middle what the proposed name has behind that
     * @param changed is run when something is stated
     */
    NewImageFields(Fields fields, List<String> told, ImageFile beside, String middle, Runnable changed) {
        this.beside = beside;
        this.middle = middle;
        this.changed = changed;
        List<String> both = USUAL.stream().filter(told::contains).toList();
        formats = both.isEmpty() ? USUAL : both;
        format = fields.choice(Texts.get("convert.format"), Texts.get("convert.format.help"),
                formats.stream().map(each -> Texts.get("format.name", each, Texts.getOr("format." + each, ""))).toList());
        format.addListener(SWT.Selection, event -> chosen());
        target = new TargetField(fields, beside, changed);
    }

    /** Makes the others, below what is there. */
    void more(Fields fields) {
        preallocation = new Preallocation(fields);
        passphrase = new NewPassphrase(fields);
        options = new FormatOptions(fields.area(), changed);
    }

    /** All are there: begins with that format. */
    void begin(String first) {
        format.select(Math.max(0, formats.indexOf(first)));
        chosen();
    }

    String format() {
        return formats.get(Math.max(0, format.getSelectionIndex()));
    }

    private void chosen() {
        String now = format();
        target.propose(middle, ENDINGS.getOrDefault(now, "." + now));
        if (known.containsKey(now)) {
            show(known.get(now));
            return;
        }
        show(List.of());
        Display display = format.getDisplay();
        beside.images().createOptions(now).result().whenComplete((read, failure) -> display.asyncExec(() -> {
            if (!format.isDisposed()) {
                known.put(now, failure == null ? read : List.of());
                if (format().equals(now)) {
                    show(known.get(now));
                }
            }
        }));
    }

    private void show(List<FormatOption> all) {
        preallocation.offer(all);
        options.show(all.stream().filter(each -> !APART.contains(each.name()) && each.kind() != FormatOption.Kind.KEY).toList());
        changed.run();
    }

    private boolean encrypted() {
        return format().equals("luks") || options.values().containsKey("encrypt.format");
    }

    /** To be called when something else is stated. */
    void stated() {
        passphrase.want(encrypted());
    }

    Optional<String> problem() {
        return target.problem().or(options::problem).or(() -> encrypted() ? passphrase.problem() : Optional.empty());
    }

    String path() {
        return target.path();
    }

    /** Once there is no problem. */
    NewImage made() {
        Map<String, String> values = new HashMap<>(options.values());
        preallocation.chosen().ifPresent(how -> values.put("preallocation", how));
        return new NewImage(target.path(), format(), values, encrypted() ? passphrase.typed() : Optional.empty(), target.replace());
    }
}
