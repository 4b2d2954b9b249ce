package dev.virtworkbench.explorer.images;

import dev.virtworkbench.engine.images.Passphrase;
import dev.virtworkbench.explorer.wizards.Fields;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;

/** The passphrase of an image that is to be encrypted, typed twice. It is kept nowhere. */
final class NewPassphrase {

    private final List<Control> rows;
    private final Text first;
    private final Text again;

    NewPassphrase(Fields fields) {
        int before = fields.area().getChildren().length;
        first = fields.text(Texts.get("passphrase"), Texts.get("passphrase.help"));
        again = fields.text(Texts.get("passphrase.again"), Texts.get("passphrase.help"));
        first.setEchoChar('•');
        again.setEchoChar('•');
        Control[] all = fields.area().getChildren();
        rows = List.of(all).subList(before, all.length);
        show(false);
    }

    private void show(boolean shown) {
        for (Control row : rows) {
            ((GridData) row.getLayoutData()).exclude = !shown;
            row.setVisible(shown);
        }
        first.getParent().requestLayout();
    }

    /** Whether one is wanted. */
    void want(boolean wanted) {
        if (wanted != first.getVisible()) {
            show(wanted);
        }
        if (!wanted && !first.getText().isEmpty()) {
            first.setText("");
            again.setText("");
        }
    }

    Optional<String> problem() {
        if (first.getText().isEmpty()) {
            return Optional.of(Texts.get("passphrase.missing"));
        }
        return first.getText().equals(again.getText()) ? Optional.empty() : Optional.of(Texts.get("passphrase.different"));
    }

    Optional<Passphrase> typed() {
        return first.getText().isEmpty() ? Optional.empty() : Optional.of(new Passphrase(first.getText()));
    }
}
