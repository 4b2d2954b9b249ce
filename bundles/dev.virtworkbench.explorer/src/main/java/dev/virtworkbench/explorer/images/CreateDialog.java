package dev.virtworkbench.explorer.images;

import dev.virtworkbench.explorer.jobs.Amounts;
import dev.virtworkbench.explorer.jobs.Asked;
import dev.virtworkbench.engine.images.ImageChain;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.explorer.wizards.Fields;
import dev.virtworkbench.explorer.wizards.SizeField;
import java.util.List;
import java.util.Optional;

/** Asks what an empty image in a folder shall be, with all that its format has to choose. */
final class CreateDialog extends ImageDialog {

    private static final long USUAL = 20L << 30;

    private final ImageFile place;
    private final List<String> formats;
    private NewImageFields made;
    private SizeField size;
    private Estimate estimate;

    /**
     * @param place a path that ends with a slash: the folder
     * @param formats that the host's qemu-img knows
     */
    CreateDialog(ImageFile place, List<String> formats) {
        super(place, "create", Kind.NEW_FILE, place.folder());
        this.place = place;
        this.formats = formats;
    }

    @Override
    protected void createFields(Fields fields) {
        made = new NewImageFields(fields, formats, place, Texts.get("create.name"), this::check);
        size = fields.size(Texts.get("create.size"), Texts.get("create.size.help"), USUAL);
        made.more(fields);
        estimate = new Estimate(fields);
    }

    @Override
    protected void begun() {
        made.begin("qcow2");
        stated();
    }

    @Override
    protected void stated() {
        made.stated();
        estimate.of(problem().isEmpty() ? Optional.of(() -> place.images().measure(size.bytes(), made.made())) : Optional.empty(), false);
    }

    @Override
    protected Optional<String> problem() {
        return size.bytes() == 0 ? Optional.of(Texts.get("size.number")) : made.problem();
    }

    @Override
    protected boolean go() {
        String path = made.path();
        Job<ImageChain> job = place.images().create(made.made(), size.bytes());
        Amounts.tell(job, size.bytes());
        Asked.then(job, chain -> ShownFiles.changed(place.host(), path));
        return true;
    }
}
