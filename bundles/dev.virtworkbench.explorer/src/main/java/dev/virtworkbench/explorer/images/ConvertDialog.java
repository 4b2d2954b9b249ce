package dev.virtworkbench.explorer.images;

import dev.virtworkbench.engine.images.Conversion;
import dev.virtworkbench.engine.images.FormatOption;
import dev.virtworkbench.engine.images.ImageInfo;
import dev.virtworkbench.engine.images.NewImage;
import dev.virtworkbench.explorer.wizards.Fields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Display;

/** Asks as what, where and how an image shall be made of another. */
final class ConvertDialog extends ImageDialog {

    /** Those that qemu-img can write, the usual ones first; what else it names it can only read, as a rule. */
    private static final List<String> USUAL = List.of("qcow2", "raw", "vmdk", "vdi", "vhdx", "vpc", "qed", "qcow", "parallels", "luks");
    private static final Set<String> COMPRESSED = Set.of("qcow2", "qcow", "vmdk");
    private static final Map<String, String> ENDINGS = Map.of("vpc", ".vhd", "parallels", ".hds");
    /** What the dialog has other fields for. */
    private static final Set<String> APART = Set.of("size", "backing_file", "backing_fmt", "preallocation", "encryption");

    private final List<String> formats;
    private final Map<String, List<FormatOption>> known = new HashMap<>();
    private Combo format;
    private TargetField target;
    private Combo snapshot;
    private Preallocation preallocation;
    private Button compress;
    private NewPassphrase passphrase;
    private FormatOptions options;
    private Estimate estimate;

    /** @param formats that the host's qemu-img knows */
    ConvertDialog(OpenImage opened, List<String> formats) {
        super(opened, "convert", Kind.NEW_FILE);
        List<String> both = USUAL.stream().filter(formats::contains).toList();
        this.formats = both.isEmpty() ? USUAL : both;
    }

    @Override
    protected void createFields(Fields fields) {
        format = fields.choice(Texts.get("convert.format"), Texts.get("convert.format.help"),
                formats.stream().map(each -> Texts.get("format.name", each, Texts.getOr("format." + each, ""))).toList());
        format.select(Math.max(0, formats.indexOf(image().image().format().equals("qcow2") ? "raw" : "qcow2")));
        format.addListener(SWT.Selection, event -> formatChosen());
        target = new TargetField(fields, image().file(), this::check);
        List<String> states = new ArrayList<>(List.of(Texts.get("convert.now")));
        image().info().snapshots().stream().map(ImageInfo.Snapshot::name).forEach(states::add);
        if (states.size() > 1) {
            snapshot = fields.choice(Texts.get("convert.state"), Texts.get("convert.state.help"), states);
        }
        preallocation = new Preallocation(fields);
        compress = fields.check(Texts.get("convert.compress"), Texts.get("convert.compress.help"), false);
        passphrase = new NewPassphrase(fields);
        options = new FormatOptions(fields.area(), this::check);
        estimate = new Estimate(fields);
    }

    @Override
    protected void begun() {
        formatChosen();
    }

    private String format() {
        return formats.get(format.getSelectionIndex());
    }

    private void formatChosen() {
        String chosen = format();
        target.propose("", ENDINGS.getOrDefault(chosen, "." + chosen));
        compress.setEnabled(COMPRESSED.contains(chosen));
        compress.setSelection(compress.getSelection() && compress.isEnabled());
        if (known.containsKey(chosen)) {
            show(known.get(chosen));
            return;
        }
        show(List.of());
        Display display = format.getDisplay();
        image().images().createOptions(chosen).result().whenComplete((read, failure) -> display.asyncExec(() -> {
            if (!format.isDisposed()) {
                known.put(chosen, failure == null ? read : List.of());
                if (format().equals(chosen)) {
                    show(known.get(chosen));
                }
            }
        }));
    }

    private void show(List<FormatOption> all) {
        preallocation.offer(all);
        options.show(all.stream().filter(each -> !APART.contains(each.name()) && each.kind() != FormatOption.Kind.KEY).toList());
        check();
    }

    @Override
    protected void stated() {
        passphrase.want(encrypted());
        estimate.of(problem().isEmpty() ? Optional.of(() -> image().images().measure(image().image(), made())) : Optional.empty(),
                compress.getSelection());
    }

    private boolean encrypted() {
        return format().equals("luks") || options.values().containsKey("encrypt.format");
    }

    @Override
    protected Optional<String> problem() {
        return target.problem().or(options::problem).or(() -> encrypted() ? passphrase.problem() : Optional.empty());
    }

    private NewImage made() {
        Map<String, String> values = new HashMap<>(options.values());
        preallocation.chosen().ifPresent(how -> values.put("preallocation", how));
        return new NewImage(target.path(), format(), values, encrypted() ? passphrase.typed() : Optional.empty(), target.replace());
    }

    @Override
    protected boolean go() {
        boolean past = snapshot != null && snapshot.getSelectionIndex() > 0;
        Conversion how = new Conversion(compress.getSelection(), past ? Optional.of(snapshot.getText()) : Optional.empty());
        ImageJobs.made(image(), image().images().convert(image().image(), made(), how), target.path());
        return true;
    }
}
