package dev.virtworkbench.explorer.images;

import dev.virtworkbench.engine.images.Comparison;
import dev.virtworkbench.engine.images.Image;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.explorer.jobs.Amounts;
import dev.virtworkbench.explorer.jobs.Asked;
import dev.virtworkbench.explorer.wizards.Fields;
import dev.virtworkbench.explorer.workbench.Person;
import java.util.Optional;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Button;

/** Asks with which image one shall be compared, as guests see them. */
final class CompareDialog extends ImageDialog {

    private OtherImage other;
    private Button strict;

    CompareDialog(OpenImage opened) {
        super(opened, "compare", Kind.READS);
    }

    @Override
    protected void createFields(Fields fields) {
        other = new OtherImage(fields, Texts.get("compare.other"), Texts.get("compare.other.help"), image().file(), this::check);
        strict = fields.check(Texts.get("compare.strict"), Texts.get("compare.strict.help"), false);
    }

    @Override
    protected Optional<String> problem() {
        return other.problem();
    }

    @Override
    protected boolean go() {
        Image second = other.image();
        Job<Comparison> job = image().images().compare(image().image(), second, strict.getSelection());
        Amounts.tell(job, image().info().virtualSize());
        Asked.then(job, found -> MessageDialog.openInformation(Person.shell(), Texts.get("compare.title", image().name()),
                Texts.get(found.same() ? "compare.same" : "compare.differ", image().image().path(), second.path()) + "\n\n" + found.words()));
        return true;
    }
}
