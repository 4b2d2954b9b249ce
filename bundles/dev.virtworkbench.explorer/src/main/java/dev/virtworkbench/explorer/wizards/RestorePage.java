package dev.virtworkbench.explorer.wizards;

import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.saves.Resume;
import dev.virtworkbench.explorer.workbench.HelpContext;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;

/** From which file a domain is brought back, and how it is then. */
final class RestorePage extends FieldsPage {

    private Text path;
    private Combo now;
    private String xml = "";

    RestorePage(Host host) {
        super("restore", host);
    }

    @Override
    HelpContext helpContext() {
        return HelpContext.DOMAINS;
    }

    @Override
    Control create(Fields fields) {
        path = fields.text(Texts.get("restore.path"), Texts.get("restore.path.help"));
        now = fields.choice(Texts.get("restore.now"), Texts.get("restore.now.help"),
                Arrays.stream(Resume.values()).map(each -> Texts.get("restore." + each)).toList());
        return path;
    }

    @Override
    void hostChosen() {
        // it is the one on which somebody began
    }

    @Override
    Optional<String> problem() {
        return path().startsWith("/") && !path().endsWith("/") ? Optional.empty() : Optional.of(Texts.get("restore.path.whole"));
    }

    String path() {
        return path.getText().strip();
    }

    Resume now() {
        return Resume.values()[now.getSelectionIndex()];
    }

    /** What was found in the file. */
    void found(String document) {
        xml = document;
    }

    @Override
    String xml() {
        return xml;
    }
}
