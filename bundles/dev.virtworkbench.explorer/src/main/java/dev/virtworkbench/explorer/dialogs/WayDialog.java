package dev.virtworkbench.explorer.dialogs;

import dev.virtworkbench.engine.actions.Loss;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
public final class WayDialog<T> extends ActionQuestion {

    private final List<T> ways;
    private final Function<T, String> words;
    private T chosen;

    private WayDialog(Shell shell, String action, boolean destroys, String question, List<T> ways, Function<T, String> words) {
        super(shell, action, destroys, question);
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
        return answer(new WayDialog<>(shell, action, true, Texts.of(loss.text()), ways, words));
    }

    /** The same where nothing is destroyed. @param question says what will be done */
    public static <T> Optional<T> ask(Shell shell, String action, String question, List<T> ways, Function<T, String> words) {
        return answer(new WayDialog<>(shell, action, false, question, ways, words));
    }

    private static <T> Optional<T> answer(WayDialog<T> dialog) {
        return dialog.agreed() ? Optional.of(dialog.chosen) : Optional.empty();
    }

    @Override
    protected Control createCustomArea(Composite parent) {
        Composite area = choices(parent);
        for (T way : ways) {
            Button button = choice(area, SWT.RADIO, words.apply(way));
            button.setSelection(way == chosen);
            button.addListener(SWT.Selection, event -> {
                if (button.getSelection()) {
                    chosen = way;
                }
            });
        }
        return area;
    }
}
