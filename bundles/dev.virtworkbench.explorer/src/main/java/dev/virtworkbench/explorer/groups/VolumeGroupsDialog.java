package dev.virtworkbench.explorer.groups;

import dev.virtworkbench.engine.actions.Loss;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.lvm.BlockDevice;
import dev.virtworkbench.engine.lvm.LogicalVolume;
import dev.virtworkbench.engine.lvm.PhysicalVolume;
import dev.virtworkbench.engine.lvm.VolumeGroup;
import dev.virtworkbench.engine.lvm.VolumeGroups;
import dev.virtworkbench.explorer.dialogs.Failure;
import dev.virtworkbench.explorer.dialogs.LossQuestion;
import dev.virtworkbench.explorer.jobs.Asked;
import dev.virtworkbench.explorer.labels.Bytes;
import dev.virtworkbench.explorer.labels.Words;
import dev.virtworkbench.explorer.workbench.HelpContext;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.swt.widgets.TreeItem;

/**
 * The volume groups of a host with the devices they are made of and their thin pools. What changes them is a job, in the Progress view;
 * the window stays usable. Why something cannot be done to what is selected stands below.
 */
public final class VolumeGroupsDialog extends Dialog {

    private static final int WIDTH = 780;
    private static final int HEIGHT = 260;
    private static final int LINES = 5;
    private static final double WHOLE = 100;

    /** What a button does. */
    private enum Act {
        NEW, EXTEND, REDUCE, GROW, RENAME, REMOVE;

        int id() {
            return IDialogConstants.CLIENT_ID + ordinal();
        }
    }

    /**
     * What a line stands for; with neither of the two, for the group itself.
     *
     * @param device one of the group's
     * @param thinPool one of the group's
     */
    private record Row(VolumeGroup group, Optional<PhysicalVolume> device, Optional<LogicalVolume> thinPool) {

        boolean same(Row other) {
            return group.name().equals(other.group.name()) && device.map(PhysicalVolume::device).equals(other.device.map(PhysicalVolume::device))
                    && thinPool.map(LogicalVolume::name).equals(other.thinPool.map(LogicalVolume::name));
        }
    }

    private final Host host;
    private final VolumeGroups groups;
    private List<VolumeGroup> known = List.of();
    /** What goes on, in words; empty while nothing does. */
    private String busy = "";
    private Label said;
    private Tree tree;

    private VolumeGroupsDialog(Shell shell, Host host, VolumeGroups groups) {
        super(shell);
        this.host = host;
        this.groups = groups;
        setShellStyle(SWT.CLOSE | SWT.TITLE | SWT.MIN | SWT.RESIZE | SWT.MODELESS | getDefaultOrientation());
        setBlockOnOpen(false);
    }

    /** Opens it, once it is known how the person becomes root on the host. On the UI thread; comes back while it is open. */
    public static void open(Shell shell, Host host) {
        Root.groups(shell, host).ifPresent(groups -> new VolumeGroupsDialog(shell, host, groups).open());
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        HelpContext.HOSTS.of(shell);
        shell.setText(Texts.get("title", host.uri()));
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        tree = new Tree(area, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE);
        tree.setHeaderVisible(true);
        column("group", SWT.LEFT, 330);
        column("size", SWT.RIGHT, 110);
        column("free", SWT.RIGHT, 110);
        column("volumes", SWT.RIGHT, 140);
        tree.addListener(SWT.Selection, event -> enable());
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, HEIGHT).applyTo(tree);
        said = new Label(area, SWT.WRAP);
        int line = said.computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, LINES * line).applyTo(said);
        applyDialogFont(area);
        return area;
    }

    private void column(String heading, int alignment, int width) {
        TreeColumn column = new TreeColumn(tree, alignment);
        column.setText(Texts.get(heading));
        column.setWidth(width);
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        for (Act act : Act.values()) {
            createButton(parent, act.id(), Texts.get("button." + act), false);
        }
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CLOSE_LABEL, true);
        list();
    }

    private void list() {
        then(Texts.get("asking"), groups.list(), found -> {
            Optional<Row> before = selected();
            known = found;
            tree.removeAll();
            for (VolumeGroup group : found) {
                TreeItem item = item(new TreeItem(tree, SWT.NONE), new Row(group, Optional.empty(), Optional.empty()), group.name(), group.size(),
                        group.free(), Integer.toString(group.volumes().size()));
                group.devices().forEach(device -> item(new TreeItem(item, SWT.NONE), new Row(group, Optional.of(device), Optional.empty()),
                        device.device(), device.size(), device.free(), device.missing() ? Texts.get("missing") : ""));
                group.volumes().stream().filter(LogicalVolume::pool).forEach(pool -> item(new TreeItem(item, SWT.NONE),
                        new Row(group, Optional.empty(), Optional.of(pool)), Texts.get("thin", pool.name()), pool.size(), free(pool),
                        Integer.toString(group.thin(pool.name()).size())));
                item.setExpanded(true);
            }
            before.flatMap(this::find).ifPresent(tree::setSelection);
        });
    }

    private Optional<TreeItem> find(Row row) {
        return Arrays.stream(tree.getItems()).flatMap(top -> Stream.concat(Stream.of(top), Arrays.stream(top.getItems())))
                .filter(item -> row.same((Row) item.getData())).findFirst();
    }

    private static long free(LogicalVolume pool) {
        return Math.round(pool.size() * (WHOLE - pool.filled().orElse(0.0)) / WHOLE);
    }

    private static TreeItem item(TreeItem item, Row row, String name, long size, long free, String more) {
        item.setText(new String[] {name, Bytes.of(size), Bytes.of(free), more});
        item.setData(row);
        return item;
    }

    /** Goes on with the result on the UI thread while the window is open; what failed stands in it. */
    private <T> void then(String words, Job<T> job, Consumer<T> next) {
        busy = words;
        enable();
        Display display = tree.getDisplay();
        job.result().whenComplete((result, failure) -> display.asyncExec(() -> {
            if (tree.isDisposed()) {
                return;
            }
            busy = "";
            switch (Failure.plain(failure)) {
                case null -> {
                    next.accept(result);
                    enable();
                }
                case VirtException told -> {
                    enable();
                    said.setText(Words.of(told.text()) + told.hint().map(hint -> '\n' + Words.of(hint)).orElse(""));
                }
                case Throwable defect -> {
                    enable();
                    Failure.log(defect);
                    said.setText(defect.toString());
                }
            }
        }));
    }

    private Optional<Row> selected() {
        return tree.getSelectionCount() == 0 ? Optional.empty() : Optional.of((Row) tree.getSelection()[0].getData());
    }

    private void enable() {
        if (getButton(Act.NEW.id()) == null) {
            return;
        }
        List<String> reasons = new ArrayList<>();
        for (Act act : Act.values()) {
            Optional<String> reason = busy.isEmpty() ? reason(act) : Optional.of(busy);
            getButton(act.id()).setEnabled(reason.isEmpty());
            getButton(act.id()).setToolTipText(reason.orElseGet(() -> Texts.get("tip." + act)));
            reason.filter(words -> !reasons.contains(words)).ifPresent(reasons::add);
        }
        selected().flatMap(VolumeGroupsDialog::unseen).ifPresent(reasons::add);
        said.setText(String.join("\n", reasons));
    }

    /** Why it cannot be done to what is selected; empty if it can. */
    private Optional<String> reason(Act act) {
        if (act == Act.NEW) {
            return Optional.empty();
        }
        if (known.isEmpty()) {
            return Optional.of(Texts.get("none"));
        }
        return selected().map(row -> switch (act) {
            case REDUCE, GROW -> row.device().isEmpty() ? Texts.get("reason.device")
                    : act == Act.REDUCE && row.group().devices().size() == 1 ? Texts.get("reason.last", row.group().name()) : "";
            case REMOVE -> row.group().volumes().isEmpty() ? "" : Texts.get("reason.volumes", row.group().name(), row.group().volumes().size());
            default -> "";
        }).or(() -> Optional.of(Texts.get("reason.none"))).filter(reason -> !reason.isEmpty());
    }

    /** The volumes of a thin pool, which libvirt does not show. */
    private static Optional<String> unseen(Row row) {
        return row.thinPool().map(pool -> {
            List<LogicalVolume> volumes = row.group().thin(pool.name());
            List<String> inactive = volumes.stream().filter(each -> !each.active()).map(LogicalVolume::name).toList();
            String names = volumes.isEmpty() ? Texts.get("thin.none") : volumes.stream().map(LogicalVolume::name).collect(Collectors.joining(", "));
            return Texts.get("thin.pool", pool.name(), names) + (inactive.isEmpty() ? ""
                    : ' ' + Texts.get("thin.inactive", String.join(", ", inactive), row.group().name() + '/' + inactive.getFirst()));
        });
    }

    @Override
    protected void buttonPressed(int button) {
        Optional<Act> act = Arrays.stream(Act.values()).filter(each -> each.id() == button).findFirst();
        if (act.isEmpty()) {
            super.buttonPressed(button);
        } else if (act.get() == Act.NEW) {
            spare(devices -> DeviceDialog.ofNew(getShell(), typed -> Names.problemOfGroup(typed, known), devices)
                    .ifPresent(choice -> give(Texts.get("new"), choice, groups::create)));
        } else {
            selected().ifPresent(row -> act(act.get(), row));
        }
    }

    private void act(Act act, Row row) {
        String group = row.group().name();
        switch (act) {
            case EXTEND -> spare(devices ->
                    DeviceDialog.ofMore(getShell(), group, devices).ifPresent(choice -> give(Texts.get("extend"), choice, groups::extend)));
            case REDUCE -> ask("reduce", Loss.ofGroupReduce(row.group(), row.device().orElseThrow()),
                    () -> groups.reduce(group, row.device().orElseThrow().device()));
            case GROW -> {
                String device = row.device().orElseThrow().device();
                if (MessageDialog.openConfirm(getShell(), Texts.get("grow.device"), Texts.get("grow.device.question", device, group))) {
                    change(groups.growDevice(group, device));
                }
            }
            case RENAME -> {
                InputDialog dialog = new InputDialog(getShell(), Texts.get("rename"), Texts.get("rename.to", group), group,
                        typed -> Names.problemOfGroup(typed.strip(), known).orElse(null));
                if (dialog.open() == Window.OK) {
                    change(groups.rename(group, dialog.getValue().strip()));
                }
            }
            case REMOVE -> ask("remove", Loss.ofGroupRemove(row.group()), () -> groups.remove(group));
            default -> throw new IllegalArgumentException(act.toString());
        }
    }

    private void ask(String action, Loss loss, Supplier<Job<?>> job) {
        if (LossQuestion.confirmed(getShell(), Texts.get(action), List.of(loss))) {
            change(job.get());
        }
    }

    private void spare(Consumer<List<BlockDevice>> next) {
        then(Texts.get("asking"), groups.devices(), devices -> next.accept(
                devices.stream().flatMap(BlockDevice::all).filter(BlockDevice::spare).distinct().toList()));
    }

    /** Gives a group its chosen devices, after a question if something is on them. */
    private void give(String action, DeviceDialog.Choice choice, Giving giving) {
        List<BlockDevice> used = choice.devices().stream().filter(device -> !device.blank()).toList();
        if (used.isEmpty() || LossQuestion.confirmed(getShell(), action, List.of(Loss.ofDevices(choice.group(), used)))) {
            change(giving.start(choice.group(), choice.devices().stream().map(BlockDevice::path).toList(), !used.isEmpty()));
        }
    }

    /** Making or extending a group. */
    @FunctionalInterface
    private interface Giving {
        /** As {@link VolumeGroups#create}. */
        Job<VolumeGroup> start(String group, List<String> devices, boolean overwrite);
    }

    private void change(Job<?> job) {
        busy = Words.of(job.name());
        enable();
        Display display = tree.getDisplay();
        Asked.all(List.of(job), () -> display.asyncExec(() -> {
            VirtWorkbench.get().contents().of(host).pools().again();
            if (!tree.isDisposed()) {
                list();
            }
        }));
    }
}
