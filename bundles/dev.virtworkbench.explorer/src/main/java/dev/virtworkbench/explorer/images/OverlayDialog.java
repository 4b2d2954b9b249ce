package dev.virtworkbench.explorer.images;

import dev.virtworkbench.engine.images.ImageChain;
import dev.virtworkbench.engine.images.NewImage;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.explorer.wizards.Fields;
import dev.virtworkbench.explorer.wizards.SizeField;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.swt.widgets.Button;

/** Asks where an image shall be that builds on another, and how large. */
final class OverlayDialog extends ImageDialog {

    private static final String FORMAT = "qcow2";

    private TargetField target;
    private Button larger;
    private SizeField size;

    OverlayDialog(OpenImage opened) {
        super(opened, "overlay", Kind.NEW_FILE);
    }

    @Override
    protected void createFields(Fields fields) {
        target = new TargetField(fields, image().file(), this::check);
        larger = fields.check(Texts.get("overlay.larger"), Texts.get("overlay.larger.help"), false);
        size = fields.size(Texts.get("overlay.size"), Texts.get("overlay.larger.help"), image().info().virtualSize());
    }

    @Override
    protected void begun() {
        target.propose("-overlay", "." + FORMAT);
        stated();
    }

    @Override
    protected void stated() {
        size.number().setEnabled(larger.getSelection());
        size.unit().setEnabled(larger.getSelection());
    }

    @Override
    protected Optional<String> problem() {
        boolean small = larger.getSelection() && size.bytes() < image().info().virtualSize();
        return target.problem().or(() -> small ? Optional.of(Texts.get("overlay.small", Sizes.exact(image().info().virtualSize()))) : Optional.empty());
    }

    @Override
    protected boolean go() {
        NewImage made = new NewImage(target.path(), FORMAT);
        OptionalLong bytes = larger.getSelection() ? OptionalLong.of(size.bytes()) : OptionalLong.empty();
        Job<ImageChain> job = image().images().overlay(target.replace() ? made.replacing() : made, image().image(), bytes);
        ImageJobs.made(image(), job, target.path());
        String title = Texts.get("overlay.title", image().name());
        String name = made.path().substring(made.path().lastIndexOf('/') + 1);
        bytes.stream().filter(now -> now > image().info().virtualSize()).forEach(now -> job.result().thenRun(() ->
                AfterGrowth.tell(title, name, now, () -> image().images().guestDisk(image().image()))));
        return true;
    }
}
