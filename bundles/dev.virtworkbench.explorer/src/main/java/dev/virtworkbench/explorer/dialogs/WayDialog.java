package dev.virtworkbench.explorer.dialogs;

import dev.virtworkbench.engine.actions.Loss;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;

/**
 * The question in which of several ways something shall be done. Where something is destroyed it says what, and has Cancel for its default.
 *
 * @param <T> a way
 */
public final class WayDialog<T> extends MessageDialog {

    private static final int GO_ON = 0;
    private static final int CANCEL = 1;
    private static final int WIDTH = 560;

    private final List<T> ways;
    private final Function<T, String> words;
    private T chosen;

    private WayDialog(Shell shell, String action, int kind, String question, List<T> ways, Function<T, String> words) {
        super(shell, action, null, question, kind, new String[] {action, IDialogConstants.CANCEL_LABEL}, kind == WARNING ? CANCEL : GO_ON);
        this.ways = ways;
        this.words = words;
        chosen = ways.getFirst();
    }

    /**
     * Asks before something is destroyed. On the UI thread.
     *
     * @param action what the button that goes on says
     * @param ways at least one; the first is chosen to begin with
     * @param words what each means
     * @return the way; empty if the person cancelled
     */
    public static <T> Optional<T> ask(Shell shell, String action, Loss loss, List<T> ways, Function<T, String> words) {
        return answer(new WayDialog<>(shell, action, WARNING, Texts.of(loss.text()), ways, words));
    }

    /** The same where nothing is destroyed. @param question says what will be done */
    public static <T> Optional<T> ask(Shell shell, String action, String question, List<T> ways, Function<T, String> words) {
        return answer(new WayDialog<>(shell, action, QUESTION, question, ways, words));
    }

    private static <T> Optional<T> answer(WayDialog<T> dialog) {
        return dialog.open() == GO_ON ? Optional.of(dialog.chosen) : Optional.empty();
    }

    @Override
    protected Control createCustomArea(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(5, 8).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(area);
        for (T way : ways) {
            Button button = new Button(area, SWT.RADIO | SWT.WRAP);
            button.setText(words.apply(way));
            button.setSelection(way == chosen);
            GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(button);
            button.addListener(SWT.Selection, event -> {
                if (button.getSelection()) {
                    chosen = way;
                }
            });
        }
        return area;
    }
}
