package dev.virtworkbench.explorer.disks;

import dev.virtworkbench.engine.drafts.BootEdits;
import dev.virtworkbench.engine.drafts.BootSettings;
import dev.virtworkbench.engine.drafts.BootSettings.Device;
import dev.virtworkbench.engine.drafts.BootSettings.Firmware;
import dev.virtworkbench.engine.drafts.DiskPlaces;
import dev.virtworkbench.explorer.wizards.Fields;
import dev.virtworkbench.explorer.wizards.FieldsDialog;
import dev.virtworkbench.explorer.workbench.HelpContext;
import dev.virtworkbench.language.syntax.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;

/** What a domain starts from, in which order, with which menu and by which firmware. */
final class BootDialog extends FieldsDialog {

    private static final int NOTE_LINES = 3;
    private static final int NOTE_WIDTH = 300;
    /** {@code <bootmenu timeout=…>} of libvirt's schema goes up to 65535 ms. */
    private static final int MOST_SECONDS = 65;
    private static final int MILLISECONDS = 1000;
    private static final List<Optional<Boolean>> MENUS = List.of(Optional.empty(), Optional.of(true), Optional.of(false));

    private final Guest guest;
    private final BootSettings now;
    private final List<Device> devices;
    private final List<Firmware> firmwares = new ArrayList<>(List.of(Firmware.MACHINE, Firmware.UEFI, Firmware.SECURE_UEFI));
    private boolean byKind;
    private OrderList<Object> order;
    private Combo menu;
    private Spinner timeout;
    private Combo firmware;
    private Label note;
    private Optional<dev.virtworkbench.engine.facts.Firmware> host = Optional.empty();
    private String text;

    private BootDialog(Shell shell, Guest guest) {
        super(shell, HelpContext.DISKS, Texts.get("boot"), Texts.get("boot.go"));
        this.guest = guest;
        now = BootSettings.of(guest.document());
        devices = BootSettings.devices(guest.document());
        if (now.firmware() == Firmware.OWN_LOADER) {
            firmwares.addFirst(Firmware.OWN_LOADER);
        }
    }

    /** Asks. @return the domain's document with what was chosen; empty if the person cancelled */
    static Optional<String> ask(Shell shell, Guest guest) {
        BootDialog dialog = new BootDialog(shell, guest);
        return dialog.open() == Window.OK ? Optional.of(dialog.text) : Optional.empty();
    }

    @Override
    protected void create(Fields fields) {
        setTitle(Texts.get("boot.title", guest.name()));
        byKind = now.byKind();
        Button single = radio(fields.area(), "boot.single", false);
        Button kinds = radio(fields.area(), "boot.kinds", true);
        single.addListener(SWT.Selection, event -> kinds.setSelection(byKind));
        kinds.addListener(SWT.Selection, event -> single.setSelection(!byKind));
        order = new OrderList<>(fields.area(), BootDialog::words, this::check);
        GridDataFactory.fillDefaults().grab(true, true).span(2, 1).applyTo(order.control());
        menu = fields.choice(Texts.get("boot.menu"), Texts.get("boot.menu.help"),
                List.of(Texts.get("boot.menu.default"), Texts.get("boot.menu.on"), Texts.get("boot.menu.off")));
        menu.select(MENUS.indexOf(now.menu()));
        timeout = fields.number(Texts.get("boot.timeout"), Texts.get("boot.timeout.help"), 0, MOST_SECONDS,
                now.menuTimeout().orElse(0) / MILLISECONDS);
        firmware = fields.choice(Texts.get("boot.firmware"), Texts.get("boot.firmware.help"),
                firmwares.stream().map(each -> Texts.get("boot.firmware." + each)).toList());
        firmware.select(firmwares.indexOf(now.firmware()));
        note = new Label(fields.area(), SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(NOTE_WIDTH, NOTE_LINES * note.computeSize(SWT.DEFAULT, SWT.DEFAULT).y).applyTo(note);
        fill();
    }

    private Button radio(Composite area, String key, boolean kinds) {
        Button button = new Button(area, SWT.RADIO);
        button.setText(Texts.get(key));
        button.setSelection(kinds == byKind);
        GridDataFactory.fillDefaults().span(2, 1).applyTo(button);
        button.addListener(SWT.Selection, event -> {
            if (button.getSelection() && kinds != byKind) {
                byKind = kinds;
                fill();
                check();
            }
        });
        return button;
    }

    private void fill() {
        if (byKind) {
            List<String> ticked = now.byKind() ? now.kinds() : now.order().stream().map(Device::kind).filter(BootSettings.KINDS::contains).distinct().toList();
            order.show(List.copyOf(ticked), List.copyOf(BootSettings.KINDS));
        } else {
            order.show(List.copyOf(now.order()), List.copyOf(devices));
        }
    }

    private static String words(Object each) {
        return each instanceof Device device ? Texts.get("boot.device", Texts.get("boot.kind." + device.kind()), device.name(), device.details()).strip()
                : Texts.get("boot.kinds." + each);
    }

    @Override
    protected Optional<String> problem() {
        return Optional.empty();
    }

    @Override
    protected void begun() {
        Display display = note.getDisplay();
        Optional<XmlElement> type = guest.document().root().flatMap(root -> root.element("os")).flatMap(os -> os.element("type"));
        guest.host().firmware(type.map(each -> each.value("arch")).orElse(""), type.map(each -> each.value("machine")).orElse(""),
                new DiskPlaces(guest.document()).domainType()).result().thenAccept(found -> display.asyncExec(() -> {
                    if (!note.isDisposed()) {
                        host = Optional.of(found);
                        check();
                    }
                }));
        stated();
    }

    @Override
    protected void stated() {
        timeout.setEnabled(menu().orElse(false));
        Firmware chosen = firmwares.get(firmware.getSelectionIndex());
        Optional<String> warning = lacking(chosen);
        boolean nothing = order.ticked().isEmpty();
        setMessage(warning.orElseGet(() -> Texts.get(nothing ? "boot.nothing" : guest.running().isPresent() ? "boot.message.running" : "boot.message")),
                warning.isPresent() || nothing ? IMessageProvider.WARNING : IMessageProvider.NONE);
        boolean uefi = now.firmware() == Firmware.UEFI || now.firmware() == Firmware.SECURE_UEFI;
        note.setText(chosen == now.firmware() || chosen == Firmware.OWN_LOADER ? "" : Texts.get(!uefi ? "boot.nvram.new"
                : chosen == Firmware.MACHINE ? "boot.nvram.unused" : "boot.nvram.stays"));
        getButton(IDialogConstants.OK_ID).setEnabled(!settings().equals(now));
    }

    /** What the host says against that firmware. */
    private Optional<String> lacking(Firmware chosen) {
        boolean uefi = chosen == Firmware.UEFI || chosen == Firmware.SECURE_UEFI;
        if (!uefi || chosen == now.firmware() || host.filter(known -> known.told()).isEmpty()) {
            return Optional.empty();
        }
        if (!host.get().uefi()) {
            return Optional.of(Texts.get("boot.no-uefi"));
        }
        return chosen == Firmware.SECURE_UEFI && !host.get().secureBoot() ? Optional.of(Texts.get("boot.no-secure")) : Optional.empty();
    }

    private Optional<Boolean> menu() {
        return MENUS.get(menu.getSelectionIndex());
    }

    private BootSettings settings() {
        boolean kinds = byKind && !order.ticked().isEmpty();
        List<String> chosen = kinds ? order.ticked().stream().map(String.class::cast).toList() : List.of();
        // what kinds come to is not asked for
        List<Device> ordered = kinds ? chosen.equals(now.kinds()) ? now.order() : List.of()
                : order.ticked().stream().filter(Device.class::isInstance).map(Device.class::cast).toList();
        Optional<Boolean> on = menu();
        // a time-out of less than a second that was there is kept as it is, unless another one is chosen
        boolean same = timeout.getSelection() == now.menuTimeout().orElse(0) / MILLISECONDS;
        OptionalInt milliseconds = !on.orElse(false) ? on.equals(now.menu()) ? now.menuTimeout() : OptionalInt.empty()
                : same ? now.menuTimeout() : OptionalInt.of(timeout.getSelection() * MILLISECONDS);
        return new BootSettings(kinds, ordered, chosen, on, milliseconds,
                firmwares.get(firmware.getSelectionIndex()));
    }

    @Override
    protected boolean go() {
        text = BootEdits.apply(guest.configured(), settings());
        return true;
    }
}
