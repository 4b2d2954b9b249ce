package dev.virtworkbench.explorer.disks;

import dev.virtworkbench.engine.drafts.DiskPlaces;
import dev.virtworkbench.engine.drafts.DiskSettings;
import dev.virtworkbench.engine.drafts.DiskSource;
import dev.virtworkbench.explorer.wizards.Fields;
import dev.virtworkbench.explorer.wizards.ImageField;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.TabFolder;
import org.eclipse.swt.widgets.TabItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;

/** The fields that say how a domain has a disk: which one, and how it is read and written. */
final class DiskForm {

    private static final List<String> DEVICES = List.of("disk", "cdrom", "floppy", "lun");
    private static final List<String> FORMATS = List.of("qcow2", "raw", "vmdk", "vdi", "vpc", "qed", "qcow");
    /** What is empty is left to the hypervisor. */
    private static final List<String> CACHES = List.of("", "none", "writeback", "writethrough", "directsync", "unsafe");
    private static final List<String> IOS = List.of("", "threads", "native", "io_uring");
    private static final List<String> DISCARDS = List.of("", "unmap", "ignore");
    private static final List<String> ZEROES = List.of("", "off", "on", "unmap");

    private final Guest guest;
    private final DiskPlaces places;
    private final Set<String> taken;
    private final Optional<DiskSettings> existing;
    private final Runnable changed;
    private ImageField image;
    private Text path;
    private Choice format;
    private Choice device;
    private Choice bus;
    private Text target;
    private Text serial;
    private Button readOnly;
    private Button shareable;
    private Choice cache;
    private Choice io;
    private Choice discard;
    private Choice zeroes;
    private Choice thread;
    private String proposed = "";

    /**
     * @param existing the disk that is changed; empty for a new one
     * @param changed told of everything that is typed or chosen
     */
    DiskForm(Guest guest, Optional<DiskSettings> existing, Runnable changed) {
        this.guest = guest;
        this.existing = existing;
        this.changed = changed;
        places = new DiskPlaces(guest.document());
        taken = guest.running().map(xml -> new DiskPlaces(XmlTree.parse(xml)).targets()).orElse(Set.of());
    }

    /** A few values with what each means. */
    private static final class Choice {

        private final Combo combo;
        private final List<String> values = new ArrayList<>();
        private final String words;

        /** @param words what the texts of its values begin with; those without a text stand for themselves */
        Choice(Combo combo, String words, List<String> offered) {
            this.combo = combo;
            this.words = words;
            offer(offered);
        }

        void offer(List<String> offered) {
            values.clear();
            values.addAll(offered);
            combo.setItems(values.stream().map(value -> Texts.getOr(words + "." + (value.isEmpty() ? "default" : value), value)).toArray(String[]::new));
            combo.select(0);
        }

        /** Chooses it; a value that is not offered is, from then on. */
        void set(String value) {
            if (!values.contains(value)) {
                values.add(value);
                combo.add(value);
            }
            combo.select(values.indexOf(value));
        }

        String value() {
            return values.get(Math.max(combo.getSelectionIndex(), 0));
        }

        void enable(boolean on) {
            combo.setEnabled(on);
        }
    }

    /** Puts them there. @return the fields of the first page, for what the dialog has besides */
    Fields create(TabFolder tabs) {
        Fields first = page(tabs, "tab.disk");
        if (existing.isEmpty()) {
            image = new ImageField(first, Texts.get("image"), Texts.get("image.help"), guest::host, () -> PlatformUI.getWorkbench().getProgressService(),
                    this::imageChanged);
        } else {
            path = first.text(Texts.get("image"), Texts.get("image.fixed"));
            path.setEditable(false);
            format = new Choice(first.choice(Texts.get("format"), Texts.get("format.help"), List.of()), "format", FORMATS);
        }
        device = choice(first, "device", DEVICES);
        device.combo.addListener(SWT.Selection, event -> deviceChanged());
        bus = choice(first, "bus", places.buses("disk"));
        bus.combo.addListener(SWT.Selection, event -> propose());
        target = first.text(Texts.get("target"), Texts.get("target.help"));
        serial = first.text(Texts.get("serial"), Texts.get("serial.help"));
        readOnly = first.check(Texts.get("readonly"), Texts.get("readonly.help"), false);
        shareable = first.check(Texts.get("shareable"), Texts.get("shareable.help"), false);
        Fields second = page(tabs, "tab.reading");
        cache = choice(second, "cache", CACHES);
        io = choice(second, "io", IOS);
        discard = choice(second, "discard", DISCARDS);
        zeroes = choice(second, "zeroes", ZEROES);
        List<String> threads = new ArrayList<>(List.of(""));
        for (int number = 1; number <= places.ioThreads(); number++) {
            threads.add(Integer.toString(number));
        }
        thread = choice(second, "thread", threads);
        thread.enable(threads.size() > 1);
        existing.ifPresentOrElse(this::show, () -> show(DiskSettings.usual(guest.document(), DiskSource.NONE, "disk", "qcow2")));
        return first;
    }

    private Fields page(TabFolder tabs, String title) {
        TabItem tab = new TabItem(tabs, SWT.NONE);
        tab.setText(Texts.get(title));
        Fields fields = new Fields(tabs, changed);
        tab.setControl(fields.control());
        return fields;
    }

    private static Choice choice(Fields fields, String name, List<String> values) {
        return new Choice(fields.choice(Texts.get(name), Texts.get(name + ".help"), List.of()), name, values);
    }

    private void show(DiskSettings disk) {
        device.set(disk.device());
        bus.offer(places.buses(disk.device()));
        bus.set(disk.bus());
        if (existing.isPresent()) {
            path.setText(disk.source().words());
            format.set(disk.format());
            target.setText(disk.target());
        } else {
            propose();
        }
        serial.setText(disk.serial());
        readOnly.setSelection(disk.readOnly());
        shareable.setSelection(disk.shareable());
        cache.set(disk.cache());
        io.set(disk.io());
        discard.set(disk.discard());
        zeroes.set(disk.detectZeroes());
        thread.set(disk.ioThread() == 0 ? "" : Integer.toString(disk.ioThread()));
        changed.run();
    }

    private void deviceChanged() {
        bus.offer(places.buses(device.value()));
        bus.set(places.usualBus(device.value()));
        readOnly.setSelection(device.value().equals("cdrom"));
        propose();
    }

    /** The next free name on the bus, unless the person has typed another. */
    private void propose() {
        boolean own = existing.filter(disk -> disk.bus().equals(bus.value())).isPresent();
        if (target.getText().equals(proposed) || existing.filter(disk -> disk.target().equals(target.getText())).isPresent()) {
            proposed = own ? existing.get().target() : places.free(bus.value(), taken);
            target.setText(proposed);
        }
        changed.run();
    }

    private void imageChanged() {
        if (device != null && image.volume().filter(volume -> volume.summary().format().equals("iso")).isPresent() && !device.value().equals("cdrom")) {
            device.set("cdrom");
            deviceChanged();
        }
        changed.run();
    }

    /** The field of a new disk's image. */
    ImageField image() {
        return image;
    }

    /** What is wrong with what is typed, before anybody can say what it comes to; empty if nothing is. */
    Optional<String> problem() {
        return existing.isPresent() ? Optional.empty() : image.problem();
    }

    DiskSettings settings() {
        return new DiskSettings(source(), device.value(), bus.value(), target.getText().strip(), existing.isPresent() ? format.value() : image.format(),
                cache.value(), io.value(), discard.value(), zeroes.value(), thread.value().isEmpty() ? 0 : Integer.parseInt(thread.value()),
                serial.getText().strip(), readOnly.getSelection(), shareable.getSelection());
    }

    private DiskSource source() {
        return existing.map(DiskSettings::source).orElseGet(() -> image.volume().map(volume -> DiskSource.of(volume.in(), volume.summary()))
                .orElseGet(() -> image.path().map(DiskSource::ofPath).orElse(DiskSource.NONE)));
    }
}
