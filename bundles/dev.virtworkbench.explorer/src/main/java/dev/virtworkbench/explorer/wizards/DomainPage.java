package dev.virtworkbench.explorer.wizards;

import dev.virtworkbench.engine.drafts.BootSettings.Firmware;
import dev.virtworkbench.engine.drafts.DomainDraft.Devices;
import dev.virtworkbench.engine.drafts.DomainDraft.Graphics;
import dev.virtworkbench.engine.drafts.DomainDraft.Image;
import dev.virtworkbench.engine.drafts.DomainDraft.Nic;
import dev.virtworkbench.engine.drafts.DomainDraft;
import dev.virtworkbench.engine.facts.Guest;
import dev.virtworkbench.engine.images.GuestDisk.Boot;
import dev.virtworkbench.engine.networks.NetworkSummary;
import dev.virtworkbench.explorer.dialogs.NewName;
import dev.virtworkbench.explorer.images.KnownImage;
import dev.virtworkbench.explorer.labels.Bytes;
import dev.virtworkbench.explorer.model.HostObject.OfVolume;
import dev.virtworkbench.explorer.model.HostObject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;

/** What a domain shall be that boots an image there is. */
final class DomainPage extends FieldsPage {

    private static final long USUAL_MEMORY = 2L << 30;
    private static final int USUAL_VCPUS = 2;
    private static final int MOST_VCPUS = 4096;
    private static final int FOUND_WIDTH = 420;
    private static final List<Firmware> FIRMWARES = List.of(Firmware.MACHINE, Firmware.UEFI, Firmware.SECURE_UEFI);

    private final Optional<OfVolume> wanted;
    private final Optional<KnownImage> known;
    private Optional<List<Guest>> guests = Optional.empty();
    private List<NetworkSummary> networks = List.of();
    private Text name;
    private ImageField image;
    private SizeField memory;
    private Spinner vcpus;
    private Combo guest;
    private Combo type;
    private Combo firmware;
    private Optional<dev.virtworkbench.engine.facts.Firmware> available = Optional.empty();
    private Optional<Boot> boot = Optional.empty();
    private Combo devices;
    private Button look;
    private Label found;
    private String looked = "";
    private Combo network;
    private Combo graphics;
    private Button start;

    /** @param known what it shall boot, where that was looked at before */
    DomainPage(Optional<HostObject> selected, Optional<KnownImage> known) {
        super("domain", selected.map(HostObject::host));
        wanted = selected.filter(OfVolume.class::isInstance).map(OfVolume.class::cast);
        this.known = known;
    }

    @Override
    Control create(Fields fields) {
        name = fields.text(Texts.get("name"), Texts.get("domain.name.help"));
        image = new ImageField(fields, Texts.get("domain.image"), Texts.get("domain.image.help"), this::host, this::getContainer, this::check);
        found(fields);
        memory = fields.size(Texts.get("domain.memory"), Texts.get("domain.memory.help"), USUAL_MEMORY);
        vcpus = fields.number(Texts.get("domain.vcpus"), Texts.get("domain.vcpus.help"), 1, MOST_VCPUS, USUAL_VCPUS);
        guest = fields.choice(Texts.get("domain.guest"), Texts.get("domain.guest.help"), List.of());
        guest.addListener(SWT.Selection, event -> guestChosen());
        type = fields.choice(Texts.get("domain.type"), Texts.get("domain.type.help"), List.of());
        type.addListener(SWT.Selection, event -> askForFirmware());
        firmware = fields.choice(Texts.get("domain.firmware"), Texts.get("domain.firmware.help"),
                FIRMWARES.stream().map(each -> Texts.get("domain.firmware." + each)).toList());
        devices = fields.choice(Texts.get("domain.devices"), Texts.get("domain.devices.help"),
                Stream.of(Devices.values()).map(each -> Texts.get("domain.devices." + each)).toList());
        network = fields.choice(Texts.get("domain.network"), Texts.get("domain.network.help"), List.of());
        graphics = fields.choice(Texts.get("domain.graphics"), Texts.get("domain.graphics.help"),
                Stream.of(Graphics.values()).map(each -> Texts.get("domain.graphics." + each)).toList());
        start = fields.check(Texts.get("domain.start"), Texts.get("domain.start.help"), false);
        wanted.ifPresent(image::take);
        known.ifPresent(this::show);
        return name;
    }

    /** Has qemu-img look what the image is, so that nobody has to know. */
    private void found(Fields fields) {
        look = new Button(fields.area(), SWT.PUSH);
        look.setText(Texts.get("domain.look"));
        look.addListener(SWT.Selection, event -> image.path().flatMap(path -> KnownImage.look(host(), path)).ifPresent(this::show));
        fields.explain(look, Texts.get("domain.look.help"));
        found = new Label(fields.area(), SWT.WRAP);
        found.setText(Texts.get("domain.look.not-yet"));
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).hint(FOUND_WIDTH, SWT.DEFAULT).applyTo(found);
    }

    private void show(KnownImage its) {
        looked = its.path();
        image.take(its);
        boot = its.boot();
        String tells = boot.map(each -> " " + Texts.get("domain.boot." + each)).orElse("");
        found.setText(Texts.get("domain.look.found", its.format(), Bytes.of(its.size())) + tells);
        found.requestLayout();
        grow();
        suggestFirmware();
        if (name.getText().isBlank()) {
            String file = looked.substring(looked.lastIndexOf('/') + 1);
            name.setText(file.lastIndexOf('.') > 0 ? file.substring(0, file.lastIndexOf('.')) : file);
        }
    }

    @Override
    void hostChosen() {
        guests = Optional.empty();
        // what the other host has cannot be chosen while this one is asked
        guest.removeAll();
        type.removeAll();
        ask(host().abilities(), known -> {
            guests = Optional.of(known.guests());
            guest.setItems(known.guests().stream().map(each -> Texts.get("domain.guest.line", each.architecture(),
                    each.osType(), each.usualMachine().orElse(""))).toArray(String[]::new));
            guest.select(0);
            guestChosen();
        });
        show(List.of());
        ask(host().networks().list(), this::show);
    }

    /** The host's networks, those that run first; then what works without any. */
    private void show(List<NetworkSummary> known) {
        networks = known.stream().sorted(Comparator.comparing(each -> !each.active())).toList();
        network.setItems(Stream.concat(networks.stream().map(each -> Texts.get(each.active() ? "domain.network.line" : "domain.network.inactive",
                each.name())), Stream.of(Texts.get("domain.network.user"), Texts.get("domain.network.none"))).toArray(String[]::new));
        network.select(0);
        check();
    }

    private void guestChosen() {
        guest().ifPresent(chosen -> {
            type.setItems(chosen.domainTypes().toArray(String[]::new));
            type.select(0);
            firmware.setEnabled(chosen.hasUefi());
            devices.setEnabled(Devices.USUAL.fit(chosen));
            suggestFirmware();
        });
        askForFirmware();
        check();
    }

    /** What starts the image, where it tells; otherwise what its machine has, if that is any. */
    private void suggestFirmware() {
        boolean uefi = boot.filter(Boot.UEFI::equals).isPresent() || guest().filter(Guest::needsUefi).isPresent();
        firmware.select(FIRMWARES.indexOf(uefi ? Firmware.UEFI : Firmware.MACHINE));
        check();
    }

    private void askForFirmware() {
        available = Optional.empty();
        guest().filter(Guest::hasUefi).ifPresent(chosen -> {
            String by = type.getText();
            ask(host().firmware(chosen.architecture(), chosen.usualMachine().orElse(""), by), found -> {
                if (guest().equals(Optional.of(chosen)) && type.getText().equals(by)) {
                    available = Optional.of(found);
                    check();
                }
            });
        });
    }

    private Firmware firmware() {
        return firmware.isEnabled() ? FIRMWARES.get(firmware.getSelectionIndex()) : Firmware.MACHINE;
    }

    /** What the host lacks to start it by that firmware, as far as it tells. */
    private Optional<String> lacking() {
        Firmware chosen = firmware();
        if (chosen == Firmware.MACHINE || available.filter(its -> its.told()).isEmpty()) {
            return Optional.empty();
        }
        return !available.get().uefi() ? Optional.of(Texts.get("domain.no-uefi", guest().map(Guest::architecture).orElse("")))
                : chosen == Firmware.SECURE_UEFI && !available.get().secureBoot() ? Optional.of(Texts.get("domain.no-secure")) : Optional.empty();
    }

    private Optional<Guest> guest() {
        return guest.getSelectionIndex() < 0 ? Optional.empty() : Optional.of(guests.orElseThrow().get(guest.getSelectionIndex()));
    }

    private Nic nic() {
        int at = network.getSelectionIndex();
        if (at < networks.size()) {
            return new Nic.OfNetwork(networks.get(at).name());
        }
        return at == networks.size() ? new Nic.OfUser() : new Nic.None();
    }

    @Override
    Optional<String> problem() {
        if (!looked.isEmpty() && !image.path().equals(Optional.of(looked))) {
            // what was found is another image
            looked = "";
            boot = Optional.empty();
            found.setText(Texts.get("domain.look.not-yet"));
        }
        look.setEnabled(image.path().isPresent() && image.problem().isEmpty() && host().images().possible());
        if (guests.isEmpty()) {
            return Optional.of(asking());
        }
        if (guests.get().isEmpty()) {
            return Optional.of(Texts.get("domain.no-guest"));
        }
        return NewName.problem(name.getText())
                .or(() -> image.path().isEmpty() ? Optional.of(Texts.get("domain.image.lacking")) : image.problem())
                .or(() -> memory.bytes() == 0 ? Optional.of(Texts.get("domain.memory.wrong")) : Optional.empty())
                .or(this::lacking);
    }

    @Override
    Optional<String> warning() {
        return nic() instanceof Nic.OfNetwork && !networks.get(network.getSelectionIndex()).active()
                ? Optional.of(Texts.get("domain.network.stopped", networks.get(network.getSelectionIndex()).name())) : Optional.empty();
    }

    @Override
    String xml() {
        Image from = image.volume().<Image>map(volume -> new Image.InPool(volume.in().name(), volume.summary().name(), image.format()))
                .orElseGet(() -> new Image.Path(image.path().orElse(""), image.format()));
        return new DomainDraft(name.getText(), memory.bytes(), vcpus.getSelection(), guest().orElseThrow(), type.getText(),
                firmware(), from, nic(), Graphics.values()[graphics.getSelectionIndex()],
                devices.isEnabled() ? Devices.values()[devices.getSelectionIndex()] : Devices.VIRTIO).xml();
    }

    /** Whether it shall be started when it is defined. */
    boolean starts() {
        return start.getSelection();
    }
}
