package dev.virtworkbench.explorer.actions;

import dev.virtworkbench.engine.secrets.SecretEncoding;
import dev.virtworkbench.engine.secrets.SecretSummary;
import dev.virtworkbench.explorer.wizards.Fields;
import dev.virtworkbench.explorer.wizards.FieldsDialog;
import dev.virtworkbench.explorer.workbench.HelpContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Asks for the value of a secret, typed twice, as nobody can look at it afterwards. Says what it is for and what becomes of it. */
final class SecretValueDialog extends FieldsDialog {

    private static final int NOTE_WIDTH = 560;
    /** Those whose words stand in the messages. */
    private static final List<String> TYPES = List.of("iscsi", "ceph", "volume", "tls", "vtpm");

    private final SecretSummary secret;
    private Text value;
    private Text again;
    private Combo encoding;
    private byte[] answer;

    private SecretValueDialog(Shell shell, SecretSummary secret) {
        super(shell, HelpContext.EXPLORER, Texts.get("secret.value"), Texts.get("secret.value.go"));
        this.secret = secret;
    }

    /** Asks, on the UI thread. @return the bytes, which whoever takes them overwrites; empty if the person cancelled */
    static Optional<byte[]> ask(Shell shell, SecretSummary secret) {
        SecretValueDialog dialog = new SecretValueDialog(shell, secret);
        return dialog.open() == Window.OK ? Optional.of(dialog.answer) : Optional.empty();
    }

    @Override
    protected void create(Fields fields) {
        setTitle(Texts.get("secret.value.title", secret.name()));
        setMessage(TYPES.contains(secret.type()) ? Texts.get("secret.for." + secret.type(), secret.usage()) : Texts.get("secret.for.nothing"));
        value = hidden(fields, "secret.value.value");
        again = hidden(fields, "secret.value.again");
        encoding = fields.choice(Texts.get("secret.value.encoding"), Texts.get("secret.value.encoding.help"),
                Arrays.stream(SecretEncoding.values()).map(each -> Texts.get("secret.value." + each)).toList());
        encoding.select(SecretEncoding.usual(secret.type()).ordinal());
        Label kept = new Label(fields.area(), SWT.WRAP);
        kept.setText(Texts.get(secret.isPrivate() ? "secret.value.private" : "secret.value.public") + ' '
                + Texts.get(secret.ephemeral() ? "secret.value.ephemeral" : "secret.value.kept") + ' ' + Texts.get("secret.value.old"));
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).indent(0, 6).hint(NOTE_WIDTH, SWT.DEFAULT).applyTo(kept);
    }

    private static Text hidden(Fields fields, String key) {
        Text text = fields.text(Texts.get(key), Texts.get(key + ".help"));
        text.setEchoChar('•');
        return text;
    }

    @Override
    protected Optional<String> problem() {
        if (typed(value, typed -> typed.length == 0)) {
            return Optional.of(Texts.get("secret.value.missing"));
        }
        if (!typed(value, first -> typed(again, second -> Arrays.equals(first, second)))) {
            return Optional.of(Texts.get("secret.value.different"));
        }
        Optional<byte[]> bytes = bytes();
        bytes.ifPresent(each -> Arrays.fill(each, (byte) 0));
        return bytes.isPresent() ? Optional.empty() : Optional.of(Texts.get("secret.value.no-base64"));
    }

    private Optional<byte[]> bytes() {
        return typed(value, SecretEncoding.values()[encoding.getSelectionIndex()]::bytes);
    }

    /** Looks at what was typed, of which no copy stays. */
    private static <T> T typed(Text text, Function<char[], T> look) {
        char[] typed = text.getTextChars();
        try {
            return look.apply(typed);
        } finally {
            Arrays.fill(typed, '\0');
        }
    }

    /** A value that it has already is lost. */
    @Override
    protected boolean careful() {
        return true;
    }

    @Override
    protected boolean go() {
        answer = bytes().orElseThrow();
        return true;
    }
}
