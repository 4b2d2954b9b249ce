package dev.virtworkbench.explorer.wizards;

import dev.virtworkbench.engine.drafts.PoolType;
import dev.virtworkbench.engine.drafts.VolumeDraft;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.facts.Abilities;
import dev.virtworkbench.engine.storage.PoolAbilities;
import dev.virtworkbench.engine.storage.PoolSummary;
import dev.virtworkbench.explorer.dialogs.NewName;
import dev.virtworkbench.explorer.labels.Bytes;
import dev.virtworkbench.explorer.labels.Words;
import dev.virtworkbench.explorer.model.HostObject;
import dev.virtworkbench.explorer.model.HostObject.OfVolume;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;

/** What a volume shall be: the pool it is in, its format, how large, and what it rests on or begins with. */
final class VolumePage extends FieldsPage {

    private static final long USUAL = 20L << 30;

    private final Optional<PoolSummary> wanted;
    private Abilities abilities = new Abilities(List.of(), Map.of());
    private Optional<List<PoolSummary>> pools = Optional.empty();
    private Text name;
    private Optional<String> partition = Optional.empty();
    private Combo pool;
    private Combo format;
    private SizeField capacity;
    private Button full;
    private ImageField backing;
    private ContentsField contents;

    VolumePage(Optional<HostObject> selected) {
        super("volume", selected.map(HostObject::host));
        wanted = selected.flatMap(object -> switch (object) {
            case HostObject.OfPool of -> Optional.of(of.summary());
            case HostObject.OfVolume of -> Optional.of(of.in());
            default -> Optional.empty();
        });
    }

    @Override
    Control create(Fields fields) {
        pool = fields.choice(Texts.get("volume.pool"), Texts.get("volume.pool.help"), List.of());
        pool.addListener(SWT.Selection, event -> otherPool());
        name = fields.text(Texts.get("name"), Texts.get("volume.name.help"));
        format = fields.choice(Texts.get("volume.format"), Texts.get("volume.format.help"), List.of());
        format.addListener(SWT.Selection, event -> formatChosen());
        capacity = fields.size(Texts.get("volume.capacity"), Texts.get("volume.capacity.help"), USUAL);
        full = fields.check(Texts.get("volume.full"), Texts.get("volume.full.help"), false);
        backing = new ImageField(fields, Texts.get("volume.backing") + ' ' + Texts.get("optional"), Texts.get("volume.backing.help"),
                this::host, this::getContainer, this::check);
        contents = new ContentsField(fields, this::host, this::getContainer, this::contentsChosen);
        return name;
    }

    @Override
    void hostChosen() {
        propose(Optional.empty());
        pools = Optional.empty();
        abilities = new Abilities(List.of(), Map.of());
        pool.removeAll();
        contents.take(Optional.empty());
        ask(host().pools().list(), this::show);
        ask(host().abilities(), known -> {
            abilities = known;
            poolChosen();
        });
    }

    private void show(List<PoolSummary> all) {
        pools = Optional.of(all.stream().filter(each -> each.state().active()
                && PoolType.of(each.type()).map(PoolType::makesVolumes).orElse(true)).toList());
        pool.setItems(pools.get().stream().map(each -> Texts.get("volume.pool.line", each.name(), each.type(),
                Bytes.of(each.available()))).toArray(String[]::new));
        int before = wanted.map(PoolSummary::uuid).map(uuid -> pools.get().stream().map(PoolSummary::uuid).toList().indexOf(uuid)).orElse(0);
        pool.select(Math.max(before, 0));
        otherPool();
    }

    private void otherPool() {
        propose(Optional.empty());
        Optional<PoolSummary> into = pool();
        into.filter(each -> type(each) == PoolType.DISK).ifPresent(disk -> ask(host().pools().pool(disk).partitions(), table -> {
            if (pool().equals(into)) {
                propose(table.nextName());
            }
        }));
        poolChosen();
    }

    /** Fills in what the next partition will be called, empty where that is not known. What somebody has typed stays. */
    private void propose(Optional<String> next) {
        boolean typed = !name.getText().equals(partition.orElse(""));
        partition = next;
        if (typed) {
            check();
        } else {
            name.setText(next.orElse(""));
        }
    }

    /** The formats that the host tells for this type of pool and that a person may want, in our order. */
    private void poolChosen() {
        List<String> usual = pool().map(VolumePage::type).map(PoolType::volumeFormats).orElse(List.of());
        List<String> told = pool().map(each -> abilities.pools().get(each.type())).map(Abilities.PoolAbility::volumeFormats).orElse(List.of());
        List<String> offered = told.isEmpty() ? usual : usual.stream().filter(told::contains).toList();
        String before = format.getText();
        format.setItems(offered.toArray(String[]::new));
        format.select(Math.max(offered.indexOf(before), 0));
        format.setEnabled(!offered.isEmpty());
        contents.unless(pool().flatMap(each -> PoolAbilities.lacks(each.type(), Operation.VOLUME_CREATE_FROM)).map(Words::of));
        formatChosen();
    }

    /** What a volume begins with has to have room in it. */
    private void contentsChosen() {
        contents.volume().map(volume -> volume.summary().capacity()).filter(bytes -> bytes > capacity.bytes()).ifPresent(capacity::show);
        formatChosen();
    }

    private void formatChosen() {
        boolean choice = pool().map(each -> type(each).choosesAllocation(format.getText())).orElse(false);
        full.setEnabled(choice);
        full.setSelection(full.getSelection() && choice);
        backing.setEnabled(contents.volume().isEmpty() && pool().map(each -> type(each).mayRest(format.getText())).orElse(false));
        check();
    }

    private static PoolType type(PoolSummary pool) {
        return PoolType.of(pool.type()).orElse(PoolType.DIR);
    }

    /** The pool that is chosen. */
    Optional<PoolSummary> pool() {
        return pool.getSelectionIndex() < 0 ? Optional.empty() : Optional.of(pools.orElseThrow().get(pool.getSelectionIndex()));
    }

    /** The volume whose contents it begins with. */
    Optional<OfVolume> contents() {
        return contents.volume();
    }

    @Override
    Optional<String> problem() {
        if (pools.isEmpty()) {
            return Optional.of(asking());
        }
        if (pools.get().isEmpty()) {
            return Optional.of(Texts.get("volume.no-pool"));
        }
        return NewName.problem(name.getText())
                .or(() -> capacity.bytes() == 0 ? Optional.of(Texts.get("volume.capacity.wrong")) : Optional.empty())
                .or(() -> contents.volume().filter(volume -> volume.summary().capacity() > capacity.bytes())
                        .map(volume -> Texts.get("contents.smaller", volume.name(), Bytes.of(volume.summary().capacity()))))
                .or(backing::problem);
    }

    @Override
    Optional<String> warning() {
        return otherName().or(this::room);
    }

    private Optional<String> otherName() {
        return pool().flatMap(into -> partition.filter(next -> !next.equals(name.getText().strip()))
                .map(next -> Texts.get("volume.partition", next, into.name())));
    }

    private Optional<String> room() {
        return pool().filter(into -> capacity.bytes() > into.available()).map(into -> Texts.get(
                full.getSelection() ? "volume.too-large" : "volume.may-run-out", Bytes.of(capacity.bytes()), into.name(), Bytes.of(into.available())));
    }

    @Override
    String xml() {
        boolean choice = pool().map(each -> type(each).choosesAllocation(format.getText())).orElse(false);
        return new VolumeDraft(name.getText(), format.getText(), capacity.bytes(), choice && !full.getSelection(),
                backing.path().map(path -> new VolumeDraft.Backing(path, backing.format()))).xml();
    }
}
