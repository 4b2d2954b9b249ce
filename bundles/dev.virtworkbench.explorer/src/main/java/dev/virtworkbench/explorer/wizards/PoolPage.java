package dev.virtworkbench.explorer.wizards;

import dev.virtworkbench.engine.drafts.PoolDraft;
import dev.virtworkbench.engine.drafts.PoolField;
import dev.virtworkbench.engine.drafts.PoolType;
import dev.virtworkbench.engine.facts.Abilities;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.secrets.SecretSummary;
import dev.virtworkbench.engine.storage.NewPool;
import dev.virtworkbench.explorer.dialogs.NewName;
import dev.virtworkbench.explorer.model.Reading;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** What a pool shall be: its type, and the fields that this type has. */
final class PoolPage extends FieldsPage {

    private final List<PoolType> types = List.of(PoolType.values());
    /** What was stated of a type stays when another is looked at. */
    private final Map<PoolType, Map<PoolField, String>> stated = new EnumMap<>(PoolType.class);
    private final Map<PoolField, Control> shown = new EnumMap<>(PoolField.class);
    private final List<Control> ofType = new ArrayList<>();
    private Abilities abilities = new Abilities(List.of(), Map.of());
    private Fields fields;
    private Text name;
    private Combo type;
    /** The host's secrets that have no value, as far as it tells. */
    private Set<UUID> valueless = Set.of();
    private PoolType showing;
    private Control belowType;
    /** Null for types of which no sources are found. */
    private Button find;
    private Button build;
    private Button start;
    private Button autostart;

    PoolPage(Optional<Host> wanted) {
        super("pool", wanted);
    }

    @Override
    Control create(Fields page) {
        fields = page;
        name = page.text(Texts.get("name"), Texts.get("pool.name.help"));
        type = page.choice(Texts.get("pool.type"), Texts.get("pool.type.help"),
                types.stream().map(each -> Texts.get("pool.type." + each)).toList());
        type.setVisibleItemCount(types.size());
        type.addListener(SWT.Selection, event -> typeChosen());
        new Label(page.area(), SWT.NONE);
        Button example = new Button(page.area(), SWT.PUSH);
        example.setText(Texts.get("pool.example"));
        example.addListener(SWT.Selection, event -> fillIn());
        page.explain(example, Texts.get("pool.example.help"));
        belowType = new Label(page.area(), SWT.NONE);
        GridDataFactory.fillDefaults().span(2, 1).hint(SWT.DEFAULT, 1).applyTo(belowType);
        build = page.check(Texts.get("pool.build"), Texts.get("pool.build.help"), true);
        start = page.check(Texts.get("pool.start"), Texts.get("pool.start.help"), true);
        autostart = page.check(Texts.get("pool.autostart"), Texts.get("pool.autostart.help"), false);
        typeChosen();
        return name;
    }

    @Override
    void hostChosen() {
        abilities = new Abilities(List.of(), Map.of());
        valueless = Set.of();
        if (showing.fields().contains(PoolField.SECRET)) {
            askForValues();
        }
        ask(host().abilities(), can -> {
            abilities = can;
            check();
        });
    }

    private void typeChosen() {
        if (showing != null) {
            remember();
        }
        showing = types.get(type.getSelectionIndex());
        ofType.forEach(Control::dispose);
        ofType.clear();
        shown.clear();
        find = null;
        for (PoolField field : showing.fields()) {
            Label label = new Label(fields.area(), SWT.NONE);
            label.setText(word(field) + (showing.requires(field) ? "" : ' ' + Texts.get("optional")));
            place(label);
            boolean found = showing.foundBy().filter(field::equals).isPresent();
            Composite row = found ? row() : fields.area();
            Control control = switch (field) {
                case FORMAT -> formats();
                case SECRET -> secrets();
                default -> line(row, field);
            };
            GridDataFactory.fillDefaults().grab(true, false).applyTo(control);
            fields.explain(control, Texts.either("pool.field." + showing + '.' + field + ".help", "pool.field." + field + ".help"));
            if (found) {
                find = finder(row);
            }
            place(found ? row : control);
            shown.put(field, control);
        }
        Optional<?> building = showing.building();
        build.setEnabled(building.isPresent());
        build.setSelection(building.isPresent());
        build.setText(Texts.either("pool.build." + showing, "pool.build"));
        build.requestLayout();
        grow();
        check();
    }

    /** Above what all types have. */
    private void place(Control control) {
        control.moveAbove(belowType);
        ofType.add(control);
    }

    /** A field with something behind it. */
    private Composite row() {
        Composite row = new Composite(fields.area(), SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        return row;
    }

    /** Has the host look for what the pool may be made of. */
    private Button finder(Composite row) {
        Button button = new Button(row, SWT.PUSH);
        button.setText(Texts.get("sources.find"));
        button.addListener(SWT.Selection, event -> SourceChooser.choose(getShell(), getContainer(), host(), draft()).ifPresent(this::take));
        fields.explain(button, Texts.get("sources.find." + showing));
        return button;
    }

    private void take(Map<PoolField, String> found) {
        found.forEach(this::state);
        if (showing == PoolType.LOGICAL) {
            // the group is there; building would make one
            build.setSelection(false);
        }
        check();
    }

    private void state(PoolField field, String value) {
        switch (shown.get(field)) {
            case Text text -> text.setText(value);
            case Combo combo -> combo.setText(value);
            default -> throw new IllegalStateException(field.toString());
        }
    }

    private Control line(Composite row, PoolField field) {
        Text text = new Text(row, SWT.BORDER | SWT.SINGLE);
        text.setText(stated(field));
        text.setMessage(showing.example(field));
        text.addModifyListener(event -> check());
        return text;
    }

    private Control formats() {
        Combo combo = new Combo(fields.area(), SWT.DROP_DOWN | SWT.READ_ONLY);
        List<String> formats = showing.sourceFormats();
        combo.setItems(formats.toArray(String[]::new));
        combo.select(Math.max(formats.indexOf(stated(PoolField.FORMAT)), 0));
        combo.addListener(SWT.Selection, event -> check());
        return combo;
    }

    /** The host's for such storage; another can be typed. */
    private Control secrets() {
        Combo combo = new Combo(fields.area(), SWT.DROP_DOWN);
        combo.setText(stated(PoolField.SECRET));
        Runnable offer = () -> {
            String typed = combo.getText();
            combo.setItems(knownSecrets());
            combo.setText(typed);
        };
        offer.run();
        askForValues();
        combo.addListener(SWT.FocusIn, event -> offer.run());
        combo.addModifyListener(event -> check());
        return combo;
    }

    private void askForValues() {
        ask(host().secrets().withoutValue(), found -> {
            valueless = found;
            check();
        });
    }

    private String[] knownSecrets() {
        return secretsRead().map(SecretSummary::name).toArray(String[]::new);
    }

    /** Those for such storage, as far as they are read by now. */
    private Stream<SecretSummary> secretsRead() {
        Reading<SecretSummary> secrets = VirtWorkbench.get().contents().of(host()).secrets();
        secrets.once();
        return secrets.latest().orElse(List.of()).stream().filter(secret -> secret.type().equals(showing.secretType()));
    }

    /** What is stated of the secret, if the host tells that it has no value. */
    private Optional<String> withoutValue() {
        if (!shown.containsKey(PoolField.SECRET)) {
            return Optional.empty();
        }
        String stated = ((Combo) shown.get(PoolField.SECRET)).getText().strip();
        return secretsRead().filter(secret -> valueless.contains(secret.uuid()))
                .filter(secret -> stated.equals(secret.usage()) || stated.equals(secret.uuid().toString()))
                .findFirst().map(secret -> Texts.get("pool.secret.empty", secret.name()));
    }

    private void fillIn() {
        PoolDraft example = PoolDraft.example(showing);
        if (name.getText().isBlank()) {
            name.setText(example.name());
        }
        shown.keySet().forEach(field -> state(field, example.values().get(field)));
        check();
    }

    private void remember() {
        Map<PoolField, String> values = stated.computeIfAbsent(showing, each -> new EnumMap<>(PoolField.class));
        shown.forEach((field, control) -> values.put(field, control instanceof Combo combo ? combo.getText() : ((Text) control).getText()));
    }

    private String stated(PoolField field) {
        return stated.getOrDefault(showing, Map.of()).getOrDefault(field, "");
    }

    private String word(PoolField field) {
        return Texts.either("pool.field." + showing + '.' + field, "pool.field." + field);
    }

    private PoolDraft draft() {
        remember();
        return new PoolDraft(name.getText(), showing, stated.get(showing));
    }

    @Override
    Optional<String> problem() {
        if (find != null) {
            // a host finds what another one has if it is told which
            find.setEnabled(!showing.requires(PoolField.HOST) || !((Text) shown.get(PoolField.HOST)).getText().isBlank());
        }
        return NewName.problem(name.getText())
                .or(() -> draft().lacking().stream().findFirst().map(field -> Texts.get("pool.lacking", word(field).replaceFirst("[:：]$", ""))));
    }

    @Override
    Optional<String> warning() {
        return abilities.lacksPoolType(showing.word()) ? Optional.of(Texts.get("pool.unsupported", showing.word()))
                : withoutValue().or(this::versionOfNothing);
    }

    /** Only what is said to be NFS has a version in a pool. */
    private Optional<String> versionOfNothing() {
        Map<PoolField, String> values = draft().values();
        return values.getOrDefault(PoolField.PROTOCOL, "").isEmpty() || values.get(PoolField.FORMAT).equals("nfs") ? Optional.empty()
                : Optional.of(Texts.get("pool.protocol.of-nfs"));
    }

    @Override
    String xml() {
        return draft().xml();
    }

    /** The pool that is wanted, of that document. */
    NewPool wanted(String xml, boolean validate) {
        return new NewPool(xml, validate, build.getSelection() ? showing.building() : Optional.empty(), start.getSelection(),
                autostart.getSelection());
    }
}
