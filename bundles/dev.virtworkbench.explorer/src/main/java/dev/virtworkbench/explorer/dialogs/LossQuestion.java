package dev.virtworkbench.explorer.dialogs;

import dev.virtworkbench.engine.actions.Loss;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/**
 * The question before something is destroyed: says exactly what goes, has Cancel for its default, and asks for the name where
 * the engine wants it.
 */
public final class LossQuestion extends ActionQuestion {

    /** More than these are listed in a field of their own, which scrolls. */
    private static final int FEW = 4;
    private static final int LINES = 10;
    /** Nobody reads more, and laying out thousands of lines takes the toolkit a minute. */
    private static final int MOST = 200;

    private final String list;
    private final String wanted;

    private LossQuestion(Shell shell, String action, String words, String list, String nameToType) {
        super(shell, action, true, words);
        this.list = list;
        wanted = nameToType;
    }

    /**
     * Asks, unless nothing is lost but what the person does not want to be asked about. On the UI thread.
     *
     * @param action what the button that goes on says
     * @return whether to go on
     */
    public static boolean confirmed(Shell shell, String action, List<Loss> losses) {
        if (losses.stream().noneMatch(Confirmations::wanted)) {
            return true;
        }
        boolean few = losses.size() <= FEW;
        String words = losses.stream().limit(MOST).map(loss -> Texts.of(loss.text())).collect(Collectors.joining(few ? "\n\n" : "\n"));
        String list = losses.size() <= MOST ? words : words + "\n" + Texts.get("loss.more", losses.size() - MOST);
        String name = losses.size() == 1 ? losses.getFirst().nameToType()
                : losses.stream().anyMatch(loss -> !loss.nameToType().isEmpty()) ? Integer.toString(losses.size()) : "";
        return new LossQuestion(shell, action, few ? words : Texts.get("loss.many", losses.size()), few ? "" : list, name).agreed();
    }

    @Override
    protected Control createCustomArea(Composite parent) {
        if (!list.isEmpty()) {
            Text losses = new Text(parent, SWT.MULTI | SWT.READ_ONLY | SWT.BORDER | SWT.V_SCROLL | SWT.WRAP);
            losses.setText(list);
            GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, LINES * losses.getLineHeight()).applyTo(losses);
        }
        if (wanted.isEmpty()) {
            return null;
        }
        Label label = new Label(parent, SWT.WRAP);
        label.setText(Texts.get("loss.type", wanted));
        Text name = new Text(parent, SWT.BORDER | SWT.SINGLE);
        name.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        name.addModifyListener(event -> allow(name.getText().equals(wanted)));
        return name;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        super.createButtonsForButtonBar(parent);
        allow(wanted.isEmpty());
    }
}
