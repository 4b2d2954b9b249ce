package dev.virtworkbench.explorer.wizards;

import dev.virtworkbench.engine.clones.CloneSource;
import dev.virtworkbench.engine.clones.ClonedDisk;
import dev.virtworkbench.engine.clones.DiskWay;
import dev.virtworkbench.engine.clones.NewDisk;
import dev.virtworkbench.engine.storage.PoolSummary;
import dev.virtworkbench.explorer.dialogs.NewName;
import dev.virtworkbench.explorer.labels.Words;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** What becomes of one disk of a domain that is cloned: which way it goes, and where its volume is made. */
final class CloneDiskRow {

    private static final int NAME_WIDTH = 180;

    private final CloneSource source;
    private final ClonedDisk disk;
    private final List<DiskWay> ways;
    private final Runnable changed;
    private final Combo way;
    private final Combo pool;
    private final Text name;
    private List<PoolSummary> pools = List.of();
    private String clone = "";
    private String proposed = "";
    private boolean begun;

    /** @param changed told of everything that is typed or chosen */
    CloneDiskRow(Fields fields, CloneSource source, ClonedDisk disk, Runnable changed) {
        this.source = source;
        this.disk = disk;
        this.changed = changed;
        ways = disk.ways();
        Label label = new Label(fields.area(), SWT.NONE);
        label.setText(Texts.get("clone.disk", disk.target()));
        label.setToolTipText(disk.path());
        Composite row = new Composite(fields.area(), SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        way = new Combo(row, SWT.DROP_DOWN | SWT.READ_ONLY);
        way.setItems(ways.stream().map(each -> Texts.get("clone.way." + each)).toArray(String[]::new));
        way.select(ways.indexOf(disk.proposed()));
        way.addListener(SWT.Selection, event -> wayChosen());
        fields.explain(way, meaning());
        pool = new Combo(row, SWT.DROP_DOWN | SWT.READ_ONLY);
        pool.addListener(SWT.Selection, event -> propose(List.of()));
        fields.explain(pool, Texts.get("clone.pool.help"));
        name = new Text(row, SWT.BORDER | SWT.SINGLE);
        name.addModifyListener(event -> changed.run());
        GridDataFactory.fillDefaults().grab(true, false).hint(NAME_WIDTH, SWT.DEFAULT).applyTo(name);
        fields.explain(name, Texts.get("clone.volume.help"));
    }

    /** What its image is, and why ways are not offered. */
    private String meaning() {
        String image = disk.path().isEmpty() ? "" : Texts.get("clone.image", disk.target(), disk.path()) + "\n";
        return image + disk.impossible().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(each -> Texts.get("clone.not", Texts.get("clone.way." + each.getKey()), Words.of(each.getValue()))).collect(Collectors.joining("\n"));
    }

    private void wayChosen() {
        boolean makes = makes();
        pools = makes ? source.pools(way()) : List.of();
        pool.setItems(pools.stream().map(PoolSummary::name).toArray(String[]::new));
        Optional<PoolSummary> usual = makes ? source.pool(disk, way()) : Optional.empty();
        usual.ifPresent(each -> pool.select(pools.indexOf(each)));
        pool.setVisible(makes);
        name.setVisible(makes);
        propose(List.of());
    }

    /** Shows what is proposed for a clone of that name. @param more names that other rows propose */
    void cloneIs(String newName, Collection<String> more) {
        clone = newName;
        if (!begun) {
            begun = true;
            wayChosen();
        }
        propose(more);
    }

    private void propose(Collection<String> more) {
        if (pool().isPresent() && name.getText().equals(proposed)) {
            proposed = source.name(disk, way(), pool().get(), clone, more);
            name.setText(proposed);
        }
        changed.run();
    }

    private boolean makes() {
        return way() == DiskWay.COPY || way() == DiskWay.LINK;
    }

    DiskWay way() {
        return ways.get(way.getSelectionIndex());
    }

    private Optional<PoolSummary> pool() {
        return pool.getSelectionIndex() < 0 ? Optional.empty() : Optional.of(pools.get(pool.getSelectionIndex()));
    }

    /** The name of its volume; empty for none. */
    String name() {
        return makes() ? name.getText().strip() : "";
    }

    /** What is wrong with what is stated; empty if nothing is. */
    Optional<String> problem() {
        if (!makes()) {
            return Optional.empty();
        }
        if (pool().isEmpty()) {
            return Optional.of(Texts.get("clone.no-pool", disk.target()));
        }
        Set<String> taken = source.volumes().getOrDefault(pool().get().uuid(), Set.of());
        return Optional.ofNullable(new NewName(taken).isValid(name())).map(why -> Texts.get("clone.disk", disk.target()) + " " + why);
    }

    NewDisk wanted() {
        return makes() ? NewDisk.in(pool().orElseThrow(), name(), disk.target(), way()) : NewDisk.without(disk.target(), way());
    }

    /** The overlay that the original goes on in, where the clone builds on its image. */
    Optional<NewDisk> overlay() {
        return way() == DiskWay.LINK && pool().isPresent()
                ? Optional.of(NewDisk.in(pool().get(), source.overlay(disk, pool().get(), List.of(name())), disk.target(), DiskWay.LINK)) : Optional.empty();
    }
}
