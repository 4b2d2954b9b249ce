package dev.virtworkbench.explorer.wizards;

import dev.virtworkbench.engine.clones.CloneDraft;
import dev.virtworkbench.engine.clones.CloneOrder;
import dev.virtworkbench.engine.clones.CloneSource;
import dev.virtworkbench.engine.clones.DiskWay;
import dev.virtworkbench.engine.clones.NewDisk;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.explorer.dialogs.NewName;
import dev.virtworkbench.explorer.labels.Words;
import dev.virtworkbench.explorer.workbench.HelpContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** What a clone is called and what becomes of each disk. */
final class ClonePage extends FieldsPage {

    private static final int NOTES_WIDTH = 560;

    private final CloneSource source;
    private final UUID uuid = UUID.randomUUID();
    private final List<CloneDiskRow> rows = new ArrayList<>();
    private Text name;
    private Button originalGoesOn;
    private Label notes;

    ClonePage(Host host, CloneSource source) {
        super("clone", host);
        this.source = source;
    }

    @Override
    Control create(Fields fields) {
        name = fields.text(Texts.get("name"), Texts.get("clone.name.help"));
        source.disks().forEach(disk -> rows.add(new CloneDiskRow(fields, source, disk, this::check)));
        originalGoesOn = fields.check(Texts.get("clone.overlays", source.domain().name()), Texts.get("clone.overlays.help"), !source.keepsStates());
        notes = new Label(fields.area(), SWT.WRAP);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(NOTES_WIDTH, SWT.DEFAULT).applyTo(notes);
        name.addModifyListener(event -> named());
        name.setText(source.name());
        return name;
    }

    private void named() {
        Set<String> more = new HashSet<>();
        for (CloneDiskRow row : rows) {
            row.cloneIs(name.getText().strip(), more);
            more.add(row.name());
        }
    }

    @Override
    HelpContext helpContext() {
        return HelpContext.DOMAINS;
    }

    @Override
    void hostChosen() {
        // it is the original's
    }

    @Override
    Optional<String> problem() {
        boolean linked = rows.stream().anyMatch(row -> row.way() == DiskWay.LINK);
        originalGoesOn.setEnabled(linked && !source.keepsStates());
        Optional<String> problem = Optional.ofNullable(new NewName(source.domains()).isValid(name.getText().strip()))
                .or(() -> rows.stream().flatMap(row -> row.problem().stream()).findFirst()).or(this::twice);
        showNotes(problem.isEmpty());
        return problem;
    }

    private Optional<String> twice() {
        Set<List<String>> places = new HashSet<>();
        return disks().stream().filter(disk -> disk.pool().isPresent()).filter(disk -> !places.add(List.of(disk.pool().get().name(), disk.name())))
                .findFirst().map(disk -> Texts.get("clone.twice", disk.name()));
    }

    private void showNotes(boolean stated) {
        if (stated) {
            notes.setText(draft().notes().stream().map(Words::of).collect(Collectors.joining("\n")));
            notes.requestLayout();
        }
    }

    @Override
    Optional<String> warning() {
        return rows.stream().anyMatch(row -> row.way() == DiskWay.LINK) && overlays().isEmpty()
                ? Optional.of(Texts.get("clone.base", source.domain().name())) : Optional.empty();
    }

    private List<NewDisk> disks() {
        return rows.stream().map(CloneDiskRow::wanted).toList();
    }

    private List<NewDisk> overlays() {
        return originalGoesOn.isEnabled() && originalGoesOn.getSelection() ? rows.stream().flatMap(row -> row.overlay().stream()).toList() : List.of();
    }

    private CloneDraft draft() {
        return new CloneDraft(source, name.getText().strip(), uuid, disks());
    }

    @Override
    String xml() {
        return draft().xml();
    }

    /** What is wanted, with the document as it is by then. */
    CloneOrder order(String xml, boolean validate) {
        return new CloneOrder(source, xml, validate, disks(), overlays());
    }
}
