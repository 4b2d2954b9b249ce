package dev.virtworkbench.ui.tests.explorer;

import dev.virtworkbench.ui.tests.driver.FreshWorkbench;
import dev.virtworkbench.ui.tests.driver.Ui;
import dev.virtworkbench.ui.tests.driver.Widgets;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.handlers.IHandlerService;

/** What a person does in the wizards for new objects. From any thread but the UI thread. */
final class Wizard {

    private Wizard() {}

    /** Opens one by its command: {@code pool}. @param title of its window */
    static Shell open(String what, String title) {
        Ui.start(() -> FreshWorkbench.window().getService(IHandlerService.class)
                .executeCommand("dev.virtworkbench.explorer.new." + what, new Event()));
        return Widgets.shell(title);
    }

    /** Goes on to the XML. */
    static StyledText next(Shell wizard) {
        Widgets.press(Widgets.button(wizard, "Next >"));
        return Widgets.find(wizard, StyledText.class, "XML", text -> text.getText().startsWith("<"));
    }

    /** Goes on to the XML and has it sent; waits until the wizard has closed. */
    static void finish(Shell wizard) {
        next(wizard);
        Widgets.press(Widgets.button(wizard, "Finish"));
        Ui.await("closed wizard", wizard::isDisposed);
    }

    static void field(Shell wizard, String label, String value) {
        Text field = text(wizard, label);
        Ui.run(() -> field.setText(value));
    }

    static Text text(Shell wizard, String label) {
        return Widgets.labelled(wizard, label, Text.class);
    }

    static Combo combo(Shell wizard, String label) {
        return Widgets.labelled(wizard, label, Combo.class);
    }

    /** Waits until the host has told what it has. */
    static void filled(Combo combo, int least) {
        Ui.await("what the host has", () -> combo.getItemCount() >= least);
    }

    static void choose(Combo combo, int at) {
        Ui.run(() -> {
            combo.select(at);
            combo.notifyListeners(SWT.Selection, new Event());
        });
    }

    /** Chooses the first entry that begins like this, once there is one. */
    static void choose(Combo combo, String beginning) {
        choose(combo, Ui.find("choice " + beginning, () -> IntStream.range(0, combo.getItemCount()).boxed()
                .filter(at -> combo.getItem(at).startsWith(beginning)).findFirst()));
    }
}
