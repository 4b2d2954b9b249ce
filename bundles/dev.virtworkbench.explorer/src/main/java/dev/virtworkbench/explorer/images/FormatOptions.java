package dev.virtworkbench.explorer.images;

import dev.virtworkbench.engine.images.FormatOption;
import dev.virtworkbench.engine.images.FormatOption.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** The options of a format as fields, each with what the host's qemu-img says of it. What nobody states is left to qemu-img. */
final class FormatOptions {

    private static final Pattern SIZE = Pattern.compile("\\d+[kKMGTPE]?");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final int HEIGHT = 170;
    private static final int LEAST_HEIGHT = 90;

    private final ScrolledComposite scrolled;
    private final Runnable changed;
    private final Map<FormatOption, Supplier<String>> values = new LinkedHashMap<>();

    /** @param parent a grid of two columns */
    FormatOptions(Composite parent, Runnable changed) {
        this.changed = changed;
        scrolled = new ScrolledComposite(parent, SWT.V_SCROLL | SWT.H_SCROLL | SWT.BORDER);
        scrolled.setExpandHorizontal(true);
        scrolled.setExpandVertical(true);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, true).hint(SWT.DEFAULT, HEIGHT).minSize(SWT.DEFAULT, LEAST_HEIGHT)
                .applyTo(scrolled);
    }

    void show(List<FormatOption> options) {
        values.clear();
        if (scrolled.getContent() != null) {
            scrolled.getContent().dispose();
        }
        Composite rows = new Composite(scrolled, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).margins(6, 6).spacing(10, 4).applyTo(rows);
        options.forEach(option -> row(rows, option));
        if (options.isEmpty()) {
            new Label(rows, SWT.NONE).setText(Texts.get("options.none"));
        }
        scrolled.setContent(rows);
        scrolled.setMinSize(rows.computeSize(SWT.DEFAULT, SWT.DEFAULT));
        rows.layout();
    }

    private void row(Composite rows, FormatOption option) {
        new Label(rows, SWT.NONE).setText(option.name());
        values.put(option, option.kind() == Kind.BOOLEAN || option.kind() == Kind.CHOICE ? choice(rows, option) : text(rows, option));
        Label help = new Label(rows, SWT.NONE);
        help.setText(option.help());
    }

    private Supplier<String> choice(Composite rows, FormatOption option) {
        Combo combo = new Combo(rows, SWT.DROP_DOWN | SWT.READ_ONLY);
        combo.add(Texts.get("options.usual"));
        (option.kind() == Kind.BOOLEAN ? List.of("on", "off") : option.choices()).forEach(combo::add);
        combo.select(0);
        combo.setToolTipText(option.help());
        combo.addListener(SWT.Selection, event -> changed.run());
        GridDataFactory.fillDefaults().applyTo(combo);
        return () -> combo.getSelectionIndex() == 0 ? "" : combo.getText();
    }

    private Supplier<String> text(Composite rows, FormatOption option) {
        Text text = new Text(rows, SWT.BORDER | SWT.SINGLE);
        text.setMessage(Texts.getOr("options.example." + option.kind(), ""));
        text.setToolTipText(option.help());
        text.addModifyListener(event -> changed.run());
        GridDataFactory.fillDefaults().applyTo(text);
        return () -> text.getText().strip();
    }

    Optional<String> problem() {
        return values.entrySet().stream().filter(each -> !fits(each.getKey(), each.getValue().get())).findFirst()
                .map(each -> Texts.get("options.wrong." + each.getKey().kind(), each.getKey().name()));
    }

    private static boolean fits(FormatOption option, String value) {
        return value.isEmpty() || switch (option.kind()) {
            case SIZE -> SIZE.matcher(value).matches();
            case NUMBER -> NUMBER.matcher(value).matches();
            default -> true;
        };
    }

    /** What is stated, by the options' names. */
    Map<String, String> values() {
        Map<String, String> stated = new LinkedHashMap<>();
        values.forEach((option, value) -> {
            if (!value.get().isEmpty()) {
                stated.put(option.name(), value.get());
            }
        });
        return stated;
    }
}
