package dev.virtworkbench.explorer.snapshots;

import dev.virtworkbench.engine.domains.Disk;
import dev.virtworkbench.engine.snapshots.NewSnapshot;
import dev.virtworkbench.engine.snapshots.SnapshotAbilities;
import dev.virtworkbench.engine.snapshots.SnapshotKind;
import dev.virtworkbench.explorer.dialogs.NewName;
import dev.virtworkbench.explorer.labels.Words;
import dev.virtworkbench.explorer.wizards.Fields;
import dev.virtworkbench.explorer.wizards.FieldsDialog;
import dev.virtworkbench.explorer.workbench.HelpContext;
import dev.virtworkbench.language.findings.Message;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Asks what a new snapshot shall be. What this domain cannot have is there, greyed, with the reason. */
final class TakeDialog extends FieldsDialog {

    private static final int WIDTH = 480;
    /** Under what a choice says, as far to the right as its words begin. */
    private static final int INDENT = 22;

    private final String domain;
    private final SnapshotAbilities abilities;
    private final NewName names;
    private final Runnable addChannel;
    /** Where new images go, of the disks that libvirt finds no place for. */
    private final Map<String, Text> places = new LinkedHashMap<>();
    private Text name;
    private Text description;
    private Text memory;
    private String proposedMemory = "";
    private Button quiesce;
    private Optional<SnapshotKind> chosen = Optional.empty();
    private NewSnapshot wanted;

    private TakeDialog(Shell shell, String domain, SnapshotAbilities abilities, Collection<String> taken, Runnable addChannel) {
        super(shell, HelpContext.SNAPSHOTS, Texts.get("take"), Texts.get("take"));
        this.domain = domain;
        this.abilities = abilities;
        names = new NewName(taken);
        this.addChannel = addChannel;
    }

    /**
     * Asks. On the UI thread.
     *
     * @param domain its name
     * @param abilities asked just before
     * @param taken names of its snapshots
     * @param addChannel gives the domain a channel for its guest's agent, when the person wants that instead
     * @return empty if the person cancelled
     */
    static Optional<NewSnapshot> ask(Shell shell, String domain, SnapshotAbilities abilities, Collection<String> taken, Runnable addChannel) {
        TakeDialog dialog = new TakeDialog(shell, domain, abilities, taken, addChannel);
        return dialog.open() == Window.OK ? Optional.of(dialog.wanted) : Optional.empty();
    }

    @Override
    protected void create(Fields fields) {
        setTitle(Texts.get("take.title", domain));
        setMessage(Texts.get(abilities.running() ? "take.message" : "take.off.message"));
        name = fields.text(Texts.get("take.name"), Texts.get("take.name.help"));
        description = fields.text(Texts.get("take.description"), Texts.get("take.description.help"));
        createKinds(fields);
        memory = fields.text(Texts.get("take.memory"), Texts.get("take.memory.help"));
        for (Disk disk : abilities.disks()) {
            if (SnapshotAbilities.needsPlace(disk)) {
                places.put(disk.target(), fields.text(Texts.get("take.place", disk.target()), Texts.get("take.place.help", disk.target())));
            }
        }
        createQuiesce(fields);
        name.setText(names.near("snapshot"));
        name.selectAll();
    }

    private void createKinds(Fields fields) {
        Label label = new Label(fields.area(), SWT.NONE);
        label.setText(Texts.get("take.kind"));
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.TOP).applyTo(label);
        Composite choices = new Composite(fields.area(), SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(5, 2).applyTo(choices);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(choices);
        for (SnapshotKind kind : SnapshotKind.values()) {
            Button choice = new Button(choices, SWT.RADIO);
            choice.setText(Texts.get("take." + kind));
            choice.addListener(SWT.Selection, event -> {
                if (choice.getSelection()) {
                    chosen = Optional.of(kind);
                    check();
                }
            });
            List<Message> obstacles = obstacles(kind);
            if (obstacles.isEmpty() && chosen.isEmpty()) {
                chosen = Optional.of(kind);
                choice.setSelection(true);
            }
            explain(choices, choice, obstacles, "take." + kind + (abilities.running() ? ".help" : ".off.help"));
        }
    }

    private void createQuiesce(Fields fields) {
        quiesce = fields.check(Texts.get("take.quiesce"), Texts.get("take.quiesce.help"), false);
        new Label(fields.area(), SWT.NONE);
        explain(fields.area(), quiesce, reasonsAgainstQuiesce(), "take.quiesce.help");
        if (abilities.running() && abilities.lacksAgentChannel()) {
            new Label(fields.area(), SWT.NONE);
            Link add = new Link(fields.area(), SWT.NONE);
            add.setText(Texts.get("take.channel"));
            GridDataFactory.swtDefaults().indent(INDENT, 0).applyTo(add);
            add.addListener(SWT.Selection, event -> {
                cancelPressed();
                addChannel.run();
            });
        }
    }

    /** What a choice means; of one that cannot be made, why. */
    private static void explain(Composite parent, Button choice, List<Message> reasons, String help) {
        choice.setEnabled(reasons.isEmpty());
        Label words = new Label(parent, SWT.WRAP);
        words.setText(reasons.isEmpty() ? Texts.get(help)
                : Texts.get("take.cannot", reasons.stream().map(Words::of).collect(Collectors.joining("; "))));
        GridDataFactory.fillDefaults().grab(true, false).indent(INDENT, 0).hint(WIDTH, SWT.DEFAULT).applyTo(words);
    }

    /** Why none of that kind can be made, whatever is stated here. */
    private List<Message> obstacles(SnapshotKind kind) {
        NewSnapshot some = kind == SnapshotKind.INTERNAL ? NewSnapshot.internal("") : kind == SnapshotKind.DISK_ONLY
                ? NewSnapshot.ofDisks("") : NewSnapshot.withMemory("", "/");
        for (Disk disk : abilities.disks()) {
            some = SnapshotAbilities.needsPlace(disk) ? some.at(disk.target(), "/") : some;
        }
        return abilities.obstacles(some);
    }

    private List<Message> reasonsAgainstQuiesce() {
        List<Message> without = abilities.obstacles(NewSnapshot.ofDisks(""));
        return abilities.obstacles(NewSnapshot.ofDisks("").quiesced()).stream().filter(reason -> !without.contains(reason)).toList();
    }

    /** What cannot be done at all is said at once. */
    @Override
    protected void begun() {
        check();
    }

    @Override
    protected Optional<String> problem() {
        return chosen.map(this::problem).orElse(Optional.of(Texts.get("take.none")));
    }

    @Override
    protected void stated() {
        proposeMemory();
        memory.setEnabled(chosen.filter(SnapshotKind.EXTERNAL_WITH_MEMORY::equals).isPresent());
        places.values().forEach(place -> place.setEnabled(chosen.filter(kind -> kind != SnapshotKind.INTERNAL).isPresent()));
        quiesce.setEnabled(chosen.filter(SnapshotKind.DISK_ONLY::equals).isPresent() && reasonsAgainstQuiesce().isEmpty());
    }

    /** Beside the first disk, until somebody types another place. */
    private void proposeMemory() {
        if (!memory.getText().equals(proposedMemory)) {
            return;
        }
        proposedMemory = abilities.disks().stream().map(Disk::source).filter(path -> path.startsWith("/") && !path.startsWith("/dev/")).findFirst()
                .map(path -> path.substring(0, path.lastIndexOf('/') + 1) + domain + "." + name.getText().strip() + ".memory").orElse("");
        if (!memory.getText().equals(proposedMemory)) {
            memory.setText(proposedMemory);
        }
    }

    private Optional<String> problem(SnapshotKind kind) {
        String typed = name.getText().strip();
        if (names.isValid(typed) != null) {
            return Optional.of(names.isValid(typed));
        }
        if (typed.startsWith(".")) {
            return Optional.of(Texts.get("take.name.dot"));
        }
        boolean relative = Stream.concat(kind == SnapshotKind.EXTERNAL_WITH_MEMORY ? Stream.of(memory) : Stream.of(),
                kind == SnapshotKind.INTERNAL ? Stream.of() : places.values().stream()).anyMatch(path -> !path.getText().strip().startsWith("/"));
        return relative ? Optional.of(Texts.get("take.path")) : Optional.empty();
    }

    @Override
    protected boolean go() {
        SnapshotKind kind = chosen.orElseThrow();
        String typed = name.getText().strip();
        NewSnapshot made = switch (kind) {
            case INTERNAL -> NewSnapshot.internal(typed);
            case EXTERNAL_WITH_MEMORY -> NewSnapshot.withMemory(typed, memory.getText().strip());
            case DISK_ONLY -> quiesce.getSelection() && quiesce.isEnabled() ? NewSnapshot.ofDisks(typed).quiesced() : NewSnapshot.ofDisks(typed);
        };
        if (kind != SnapshotKind.INTERNAL) {
            for (Map.Entry<String, Text> place : places.entrySet()) {
                made = made.at(place.getKey(), place.getValue().getText().strip());
            }
        }
        wanted = made.described(description.getText().strip());
        return true;
    }
}
