package dev.virtworkbench.explorer.wizards;

import dev.virtworkbench.engine.drafts.SecretDraft;
import dev.virtworkbench.engine.drafts.SecretType;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.secrets.SecretSummary;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;

/** What a secret is for, and who may read it. */
final class SecretPage extends FieldsPage {

    private Fields fields;
    private List<SecretSummary> known = List.of();
    private Combo type;
    private Text usage;
    private Text description;
    private Button hidden;
    private Button ephemeral;
    private Button value;

    SecretPage(Optional<Host> wanted) {
        super("secret", wanted);
    }

    @Override
    Control create(Fields fields) {
        this.fields = fields;
        type = fields.choice(Texts.get("secret.type"), Texts.get("secret.type.help"),
                Stream.of(SecretType.values()).map(each -> Texts.get("secret.type." + each)).toList());
        usage = fields.text(Texts.get("secret.usage"), Texts.get("secret.usage.ISCSI"));
        type.addListener(SWT.Selection, event -> this.fields.explain(usage, Texts.get("secret.usage." + type())));
        description = fields.text(Texts.get("secret.description.field") + ' ' + Texts.get("optional"), Texts.get("secret.description.help"));
        hidden = fields.check(Texts.get("secret.private"), Texts.get("secret.private.help"), true);
        ephemeral = fields.check(Texts.get("secret.ephemeral"), Texts.get("secret.ephemeral.help"), false);
        value = fields.check(Texts.get("secret.value"), Texts.get("secret.value.help"), true);
        return usage;
    }

    @Override
    void hostChosen() {
        known = List.of();
        ask(host().secrets().list(), found -> {
            known = found;
            check();
        });
    }

    private SecretType type() {
        return SecretType.values()[type.getSelectionIndex()];
    }

    private SecretDraft draft() {
        return new SecretDraft(type(), usage.getText(), description.getText(), hidden.getSelection(), ephemeral.getSelection());
    }

    @Override
    Optional<String> problem() {
        SecretDraft draft = draft();
        if (draft.usage().isEmpty()) {
            return Optional.of(Texts.get("secret.usage.lacking"));
        }
        if (draft.type() == SecretType.VOLUME && !draft.usage().startsWith("/")) {
            return Optional.of(Texts.get("secret.usage.no-path"));
        }
        return known.stream().filter(each -> each.type().equals(draft.type().word()) && each.usage().equals(draft.usage())).findFirst()
                .map(taken -> Texts.get("secret.usage.taken", taken.usage()));
    }

    @Override
    String xml() {
        return draft().xml();
    }

    /** Whether its value is asked for as soon as it is there. */
    boolean valueWanted() {
        return value.getSelection();
    }
}
