package dev.virtworkbench.language.commandlines;

import java.util.List;

/** {@code --boot} of virt-install: what a guest starts from, and with which firmware or kernel. */
final class VirtInstallBoot {

    private static final List<String> DEVICES = List.of("hd", "cdrom", "network", "fd");

    private final DomainElements domain;
    private final Notes notes;

    VirtInstallBoot(DomainElements domain, Notes notes) {
        this.domain = domain;
        this.notes = notes;
    }

    void read(Suboptions boot) {
        for (String device : List.copyOf(boot.names())) {
            if (DEVICES.contains(device)) {
                boot.take(device);
                domain.os().add("boot", "dev", device);
            }
        }
        boot.take("boot0.dev").ifPresent(device -> domain.os().add("boot", "dev", device));
        boot.take("boot1.dev").ifPresent(device -> domain.os().add("boot", "dev", device));
        if (boot.on("uefi")) {
            domain.os().set("firmware", "efi");
        }
        domain.os().set("firmware", boot.take("firmware"));
        loader(boot);
        for (String each : List.of("kernel", "initrd", "dtb")) {
            boot.take(each).ifPresent(path -> domain.os().add(each).text(path));
        }
        boot.take("kernel_args", "cmdline", "extra_args").ifPresent(arguments -> domain.os().add("cmdline").text(arguments));
        String menu = boot.text("menu", "bootmenu", "bootmenu.enable");
        if (!menu.isEmpty()) {
            domain.os().add("bootmenu", "enable", List.of("on", "yes").contains(menu) ? "yes" : "no", "timeout", boot.text("bootmenu.timeout"));
        }
        if (boot.has("useserial") || boot.has("bios.useserial")) {
            domain.os().add("bios", "useserial", boot.on("useserial", "bios.useserial") ? "yes" : "no");
        }
        domain.os().find("type").ifPresent(type -> type.set("machine", boot.take("machine")));
        boot.leftOver(notes, "--boot");
    }

    private void loader(Suboptions boot) {
        boot.take("loader").ifPresent(path -> domain.os().add("loader", "readonly", boot.text("loader_ro", "loader.readonly"), "secure",
                boot.text("loader_secure", "loader.secure"), "type", boot.text("loader_type", "loader.type")).text(path));
        String template = boot.text("nvram_template", "nvram.template");
        String store = boot.text("nvram");
        if (!template.isEmpty() || !store.isEmpty()) {
            domain.os().add("nvram", "template", template).text(store);
        }
    }
}
