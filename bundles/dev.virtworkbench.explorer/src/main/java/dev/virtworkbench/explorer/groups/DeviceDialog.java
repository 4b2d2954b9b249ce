package dev.virtworkbench.explorer.groups;

import dev.virtworkbench.engine.lvm.BlockDevice;
import dev.virtworkbench.explorer.labels.Bytes;
import dev.virtworkbench.explorer.workbench.HelpContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;

/** Asks for the devices that a volume group shall get, and for the name of one that is new. */
final class DeviceDialog extends Dialog {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 180;

    /**
     * What was chosen.
     *
     * @param devices at least one
     */
    record Choice(String group, List<BlockDevice> devices) { }

    private final String action;
    private final Optional<String> group;
    private final Function<String, Optional<String>> problemOf;
    private final List<BlockDevice> devices;
    private Text name;
    private Table table;
    private Label problem;
    private Choice choice;

    private DeviceDialog(Shell shell, String action, Optional<String> group, Function<String, Optional<String>> problemOf, List<BlockDevice> devices) {
        super(shell);
        this.action = action;
        this.group = group;
        this.problemOf = problemOf;
        this.devices = devices;
    }

    /** Asks, on the UI thread. @param problemOf what is wrong with a name @return empty if the person cancelled */
    static Optional<Choice> ofNew(Shell shell, Function<String, Optional<String>> problemOf, List<BlockDevice> devices) {
        return ask(new DeviceDialog(shell, Texts.get("new"), Optional.empty(), problemOf, devices));
    }

    /** Asks, on the UI thread. @return empty if the person cancelled */
    static Optional<Choice> ofMore(Shell shell, String group, List<BlockDevice> devices) {
        return ask(new DeviceDialog(shell, Texts.get("extend"), Optional.of(group), typed -> Optional.empty(), devices));
    }

    private static Optional<Choice> ask(DeviceDialog dialog) {
        return dialog.open() == Window.OK ? Optional.of(dialog.choice) : Optional.empty();
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        HelpContext.HOSTS.of(shell);
        shell.setText(group.map(name -> Texts.get("extend.of", name)).orElse(action));
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        if (group.isEmpty()) {
            new Label(area, SWT.NONE).setText(Texts.get("name"));
            name = new Text(area, SWT.BORDER | SWT.SINGLE);
            name.addModifyListener(event -> check());
            GridDataFactory.fillDefaults().grab(true, false).applyTo(name);
        }
        Label which = new Label(area, SWT.WRAP);
        which.setText(Texts.get(devices.isEmpty() ? "devices.none" : "devices"));
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(which);
        table = new Table(area, SWT.BORDER | SWT.CHECK | SWT.FULL_SELECTION);
        table.setHeaderVisible(true);
        column("device", 170);
        column("size", 90);
        column("model", 170);
        column("holds", 200);
        devices.forEach(device -> new TableItem(table, SWT.NONE).setText(new String[] {device.path(), Bytes.of(device.size()),
                Stream.of(device.model(), device.serial()).filter(each -> !each.isEmpty()).collect(Collectors.joining(" ")), holds(device)}));
        table.addListener(SWT.Selection, event -> check());
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, HEIGHT).applyTo(table);
        problem = new Label(area, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(problem);
        applyDialogFont(area);
        return area;
    }

    private void column(String heading, int width) {
        TableColumn column = new TableColumn(table, SWT.LEFT);
        column.setText(Texts.get(heading));
        column.setWidth(width);
    }

    private static String holds(BlockDevice device) {
        if (device.blank()) {
            return Texts.get("holds.nothing");
        }
        List<String> held = new ArrayList<>();
        device.holds().ifPresent(held::add);
        device.all().skip(1).forEach(each -> held.add(each.path() + each.holds().map(" "::concat).orElse("")));
        return String.join(", ", held);
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, action, true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
        check();
    }

    private void check() {
        List<BlockDevice> chosen = Arrays.stream(table.getItems()).filter(TableItem::getChecked).map(table::indexOf).map(devices::get).toList();
        choice = new Choice(group.orElseGet(() -> name.getText().strip()), chosen);
        Optional<String> wrong = problemOf.apply(choice.group()).or(() -> chosen.isEmpty() ? Optional.of(Texts.get("devices.choose")) : Optional.empty());
        problem.setText(wrong.orElse(""));
        problem.requestLayout();
        getButton(IDialogConstants.OK_ID).setEnabled(wrong.isEmpty());
    }
}
