package dev.virtworkbench.explorer.images;

import dev.virtworkbench.engine.actions.ImageLoss;
import dev.virtworkbench.engine.images.FormatOption;
import dev.virtworkbench.engine.images.ImageChange;
import dev.virtworkbench.engine.images.Passphrase;
import dev.virtworkbench.explorer.dialogs.LossQuestion;
import dev.virtworkbench.explorer.wizards.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.swt.widgets.Text;

/** Asks which options of its format an image shall have from now, of those that the host's qemu-img can change later. */
final class AmendDialog extends ImageDialog {

    /** What other dialogs are for, which say what it comes to. */
    private static final Set<String> APART = Set.of("size", "backing_file", "backing_fmt");
    private static final String STATE = "state";
    private static final String AGAIN = "new-secret";

    private final List<FormatOption> amendable;
    private final Map<String, Text> keys = new LinkedHashMap<>();
    private FormatOptions options;
    /** Null where nothing is encrypted. */
    private Text again;
    private CopyFirst copy;

    /** @param all that can be changed in images of that format */
    AmendDialog(OpenImage opened, List<FormatOption> all) {
        super(opened, "amend", Kind.IN_PLACE);
        boolean encrypted = opened.info().encrypted();
        amendable = all.stream().filter(each -> !APART.contains(each.name()) && (encrypted || !each.name().startsWith("encrypt."))).toList();
    }

    @Override
    protected void createFields(Fields fields) {
        for (FormatOption option : amendable.stream().filter(each -> each.kind() == FormatOption.Kind.KEY).toList()) {
            String last = last(option.name());
            keys.put(option.name(), secret(fields, Texts.getOr("amend." + last, option.name()), Texts.getOr("amend." + last + ".help", option.help())));
            if (last.equals(AGAIN)) {
                again = secret(fields, Texts.get("passphrase.again"), Texts.get("passphrase.help"));
            }
        }
        options = new FormatOptions(fields.area(), this::check);
        options.show(amendable.stream().filter(each -> each.kind() != FormatOption.Kind.KEY).toList());
        copy = new CopyFirst(fields, image().file());
    }

    private static Text secret(Fields fields, String label, String meaning) {
        Text text = fields.text(label, meaning);
        text.setEchoChar('•');
        return text;
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private boolean typed(String last) {
        return keys.entrySet().stream().anyMatch(each -> last(each.getKey()).equals(last) && !each.getValue().getText().isEmpty());
    }

    private Optional<String> state() {
        return options.values().entrySet().stream().filter(each -> last(each.getKey()).equals(STATE)).map(Map.Entry::getValue).findFirst();
    }

    @Override
    protected Optional<String> problem() {
        boolean secret = keys.values().stream().anyMatch(text -> !text.getText().isEmpty());
        if (options.values().isEmpty() && !secret) {
            return Optional.of(Texts.get("amend.nothing"));
        }
        boolean different = keys.entrySet().stream().anyMatch(each -> last(each.getKey()).equals(AGAIN) && !each.getValue().getText().equals(again.getText()));
        if (different) {
            return Optional.of(Texts.get("passphrase.different"));
        }
        if (secret && state().isEmpty()) {
            return Optional.of(Texts.get("amend.state"));
        }
        return state().filter("active"::equals).isPresent() && !typed(AGAIN) ? Optional.of(Texts.get("amend.new")) : options.problem();
    }

    @Override
    protected boolean go() {
        Map<String, Passphrase> typed = new LinkedHashMap<>();
        keys.forEach((name, text) -> {
            if (!text.getText().isEmpty()) {
                typed.put(name, new Passphrase(text.getText()));
            }
        });
        if (state().isPresent() && !LossQuestion.confirmed(getShell(), Texts.get("amend.go"), List.of(ImageLoss.ofKeys(image().image())))) {
            return false;
        }
        ImageJobs.change(image(), new ImageChange.Amend(options.values(), typed), copy.path(), changed -> { });
        return true;
    }
}
