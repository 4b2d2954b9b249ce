package dev.virtworkbench.explorer.images;

import dev.virtworkbench.engine.images.Conversion;
import dev.virtworkbench.engine.images.ImageInfo;
import dev.virtworkbench.explorer.wizards.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;

/** Asks as what, where and how an image shall be made of another. */
final class ConvertDialog extends ImageDialog {

    private static final Set<String> COMPRESSED = Set.of("qcow2", "qcow", "vmdk");

    private final List<String> formats;
    private NewImageFields made;
    private Combo snapshot;
    private Button compress;
    private Estimate estimate;

    /** @param formats that the host's qemu-img knows */
    ConvertDialog(OpenImage opened, List<String> formats) {
        super(opened, "convert", Kind.NEW_FILE);
        this.formats = formats;
    }

    @Override
    protected void createFields(Fields fields) {
        made = new NewImageFields(fields, formats, image().file(), "", this::check);
        List<String> states = new ArrayList<>(List.of(Texts.get("convert.now")));
        image().info().snapshots().stream().map(ImageInfo.Snapshot::name).forEach(states::add);
        if (states.size() > 1) {
            snapshot = fields.choice(Texts.get("convert.state"), Texts.get("convert.state.help"), states);
        }
        compress = fields.check(Texts.get("convert.compress"), Texts.get("convert.compress.help"), false);
        made.more(fields);
        estimate = new Estimate(fields);
    }

    @Override
    protected void begun() {
        made.begin(image().image().format().equals("qcow2") ? "raw" : "qcow2");
        stated();
    }

    @Override
    protected void stated() {
        compress.setEnabled(COMPRESSED.contains(made.format()));
        compress.setSelection(compress.getSelection() && compress.isEnabled());
        made.stated();
        estimate.of(problem().isEmpty() ? Optional.of(() -> image().images().measure(image().image(), made.made())) : Optional.empty(),
                compress.getSelection());
    }

    @Override
    protected Optional<String> problem() {
        return made.problem();
    }

    @Override
    protected boolean go() {
        boolean past = snapshot != null && snapshot.getSelectionIndex() > 0;
        Conversion how = new Conversion(compress.getSelection(), past ? Optional.of(snapshot.getText()) : Optional.empty());
        ImageJobs.made(image(), image().images().convert(image().image(), made.made(), how), made.path());
        return true;
    }
}
