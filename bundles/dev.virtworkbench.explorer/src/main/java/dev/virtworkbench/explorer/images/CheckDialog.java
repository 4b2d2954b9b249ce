package dev.virtworkbench.explorer.images;

import dev.virtworkbench.engine.actions.ImageLoss;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.images.CheckReport;
import dev.virtworkbench.engine.images.ImageChange;
import dev.virtworkbench.explorer.dialogs.LossQuestion;
import dev.virtworkbench.explorer.jobs.Waiting;
import dev.virtworkbench.explorer.wizards.Fields;
import dev.virtworkbench.explorer.workbench.Person;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Label;

/** What a check has found wrong, and how to mend it. */
final class CheckDialog extends ImageDialog {

    private static final int ALL = 1;

    private final CheckReport report;
    private Combo how;
    private CopyFirst copy;

    private CheckDialog(OpenImage opened, CheckReport report) {
        super(opened, "check", Kind.IN_PLACE);
        this.report = report;
    }

    /** Checks the image and tells what was found. On the UI thread. */
    static void check(OpenImage opened) {
        Waiting.orTold(() -> opened.images().check(opened.image())).ifPresent(report -> {
            if (!report.possible() || report.sound() && report.leaks() == 0) {
                told(opened, report);
            } else {
                new CheckDialog(opened, report).open();
            }
        });
    }

    private static void told(OpenImage opened, CheckReport report) {
        String key = !report.possible() ? "check.impossible" : report.sound() && report.leaks() == 0 ? "check.sound" : "check.left";
        MessageDialog.openInformation(Person.shell(), Texts.get("check.title", opened.name()),
                Texts.get(key, opened.name(), report.corruptions(), report.leaks(), report.errors()));
    }

    @Override
    protected void createFields(Fields fields) {
        Label found = new Label(fields.area(), SWT.WRAP);
        found.setText(Texts.get("check.found", report.corruptions(), report.leaks(), report.errors()) + "\n\n"
                + Texts.get(report.sound() ? "check.harmless" : "check.harmful"));
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(convertHorizontalDLUsToPixels(300), SWT.DEFAULT).applyTo(found);
        how = fields.choice(Texts.get("check.how"), Texts.get("check.how.help"), List.of(Texts.get("check.leaks"), Texts.get("check.all")));
        how.select(report.sound() ? 0 : ALL);
        copy = new CopyFirst(fields, image().file());
    }

    @Override
    protected Optional<String> problem() {
        return Optional.empty();
    }

    @Override
    protected boolean go() {
        boolean all = how.getSelectionIndex() == ALL;
        boolean sure = !all || LossQuestion.confirmed(getShell(), Texts.get("check.go"), List.of(ImageLoss.ofRepair(image().image())));
        if (!sure || !Opening.free(image(), Operation.IMAGE_REPAIR)) {
            return false;
        }
        ImageJobs.change(image(), new ImageChange.Repair(!all), copy.path(), changed -> checkAgain());
        return true;
    }

    /** What a repair has left is told by looking again. */
    private void checkAgain() {
        Waiting.orTold(() -> image().images().check(image().image())).ifPresent(report -> told(image(), report));
    }
}
