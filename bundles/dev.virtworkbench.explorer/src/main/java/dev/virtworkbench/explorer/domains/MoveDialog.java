package dev.virtworkbench.explorer.domains;

import dev.virtworkbench.engine.clones.CloneSource;
import dev.virtworkbench.engine.clones.ClonedDisk;
import dev.virtworkbench.engine.clones.DiskMove;
import dev.virtworkbench.engine.clones.DiskMoves;
import dev.virtworkbench.engine.clones.DiskWay;
import dev.virtworkbench.engine.clones.NewDisk;
import dev.virtworkbench.engine.commands.Rights;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.storage.PoolSummary;
import dev.virtworkbench.explorer.dialogs.NewName;
import dev.virtworkbench.explorer.images.HostRights;
import dev.virtworkbench.explorer.labels.Bytes;
import dev.virtworkbench.explorer.wizards.Fields;
import dev.virtworkbench.explorer.wizards.FieldsDialog;
import dev.virtworkbench.explorer.workbench.HelpContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Asks to which pool a disk goes, and what becomes of the image that it was. */
final class MoveDialog extends FieldsDialog {

    private final Host host;
    private final CloneSource source;
    private final ClonedDisk disk;
    private final List<PoolSummary> pools;
    private final List<Rights> rights;
    private Combo pool;
    private Text name;
    private Optional<Button> compare = Optional.empty();
    private Optional<Combo> as = Optional.empty();
    private Button deleteOld;
    private String proposed = "";
    private DiskMove wanted;

    private MoveDialog(Shell shell, Host host, CloneSource source, ClonedDisk disk) {
        super(shell, HelpContext.DOMAINS, Texts.get("move"), Texts.get("move"));
        this.host = host;
        this.source = source;
        this.disk = disk;
        this.pools = DiskMoves.targets(source, disk);
        this.rights = HostRights.choices(host);
    }

    /**
     * Asks. On the UI thread.
     *
     * @param disk one that can be moved
     * @return empty if the person cancelled
     */
    static Optional<DiskMove> ask(Shell shell, Host host, CloneSource source, ClonedDisk disk) {
        MoveDialog dialog = new MoveDialog(shell, host, source, disk);
        return dialog.open() == Window.OK ? Optional.of(dialog.wanted) : Optional.empty();
    }

    @Override
    protected void create(Fields fields) {
        setTitle(Texts.get("move.title", disk.target(), source.domain().name()));
        setMessage(Texts.get(source.running() ? "move.running" : "move.off"));
        pool = fields.choice(Texts.get("move.pool"), Texts.get("move.pool.help"),
                pools.stream().map(each -> Texts.get("move.pool.line", each.name(), each.type(), Bytes.of(Math.max(0, each.available())))).toList());
        pool.addListener(SWT.Selection, event -> propose());
        name = fields.text(Texts.get("move.name"), Texts.get("move.name.help"));
        if (!source.running() && host.images().possible()) {
            compare(fields);
        }
        deleteOld = fields.check(Texts.get("move.delete", disk.path()), Texts.get("move.delete.help"), false);
        deleteOld.setEnabled(disk.volume().isPresent());
        propose();
    }

    private void compare(Fields fields) {
        compare = Optional.of(fields.check(Texts.get("move.compare"), Texts.get("move.compare.help"), true));
        if (rights.size() > 1) {
            Combo choice = fields.choice(Texts.get("move.rights"), Texts.get("move.rights.help", host.uri()),
                    rights.stream().map(HostRights::words).toList());
            choice.select(rights.indexOf(HostRights.of(host)));
            choice.addListener(SWT.Selection, event -> HostRights.choose(host, rights.get(choice.getSelectionIndex())));
            as = Optional.of(choice);
        }
    }

    private void propose() {
        if (target().isPresent() && name.getText().equals(proposed)) {
            proposed = source.name(disk, target().get());
            name.setText(proposed);
        }
        check();
    }

    private Optional<PoolSummary> target() {
        return pool.getSelectionIndex() < 0 ? Optional.empty() : Optional.of(pools.get(pool.getSelectionIndex()));
    }

    @Override
    protected Optional<String> problem() {
        return target().isEmpty() ? Optional.of(Texts.get("move.no-pool"))
                : Optional.ofNullable(new NewName(source.volumes().getOrDefault(target().get().uuid(), Set.of())).isValid(name.getText().strip()));
    }

    @Override
    protected void stated() {
        as.ifPresent(choice -> choice.setEnabled(compare.filter(Button::getSelection).isPresent()));
    }

    @Override
    protected boolean go() {
        Optional<Rights> comparing = compare.filter(Button::getSelection).map(wants -> as.map(choice -> rights.get(choice.getSelectionIndex()))
                .orElse(Rights.PERSON));
        wanted = new DiskMove(source, NewDisk.in(target().orElseThrow(), name.getText().strip(), disk.target(), DiskWay.COPY), comparing,
                deleteOld.isEnabled() && deleteOld.getSelection());
        return true;
    }
}
