package dev.virtworkbench.language.commandlines;

import dev.virtworkbench.language.syntax.Span;
import java.util.List;
import java.util.Optional;

/** What QEMU is told of the machine itself: memory, processors, chipset, firmware, clock, what it starts from. */
final class QemuMachine {

    private static final String DEFAULT_MEMORY = "128";

    private final DomainElements domain;
    private final String architecture;
    private final boolean accelerated;
    private final Notes notes;

    QemuMachine(DomainElements domain, String architecture, boolean accelerated, Notes notes) {
        this.domain = domain;
        this.architecture = architecture;
        this.accelerated = accelerated;
        this.notes = notes;
    }

    void read(Arguments given) {
        Optional<Word> machine = given.take("machine");
        Suboptions options = new Suboptions(machine.orElse(new Word("", Span.at(0), false)), "type");
        String accelerator = given.take("accel").map(word -> new Suboptions(word, "accel").text("accel")).orElse(options.text("accel"));
        boolean kvm = given.flag("enable-kvm") || accelerator.startsWith("kvm") || accelerated && accelerator.isEmpty();
        given.flag("no-kvm");
        domain.root().set("type", kvm ? "kvm" : "qemu");
        name(given);
        domain.text("uuid", given.text("uuid"));
        memory(given);
        processors(given);
        domain.os().add("type", "arch", architecture, "machine", options.text("type")).text("hvm");
        firmware(given);
        boot(given);
        given.take("cpu").ifPresent(word -> {
            Suboptions cpu = new Suboptions(word, "model");
            Element element = domain.root().child("cpu");
            Processor.model(element, cpu.text("model"));
            Processor.features(element, cpu);
            cpu.leftOver(notes, "-cpu");
        });
        if (!given.flag("no-acpi")) {
            domain.root().child("features").add("acpi");
        }
        clock(given);
        if (given.flag("no-reboot")) {
            domain.text("on_reboot", "destroy");
        }
        options.leftOver(notes, "-machine");
    }

    private void name(Arguments given) {
        Optional<Word> name = given.take("name");
        domain.root().add("name").text(name.map(word -> new Suboptions(word, "guest").text("guest")).orElse(""));
        if (name.isEmpty()) {
            domain.root().child("name").text("qemu");
            notes.needed(Span.at(0), "qemu.name");
        }
    }

    /** In MiB where no unit is written; 128 MiB where nothing is. */
    private void memory(Arguments given) {
        Optional<Word> stated = given.take("m");
        String written = stated.map(word -> {
            Suboptions memory = new Suboptions(word, "size");
            String size = memory.text("size");
            memory.leftOver(notes, "-m");
            return size;
        }).orElse(DEFAULT_MEMORY);
        Size.ofQemu(written, "MiB").ifPresentOrElse(size -> domain.root().add(size.element("memory")),
                () -> stated.ifPresent(word -> notes.needed(word.span(), "size.unread", written)));
    }

    private void processors(Arguments given) {
        Optional<Word> stated = given.take("smp");
        String count = stated.map(word -> {
            Suboptions processors = new Suboptions(word, "cpus");
            String cpus = processors.text("cpus");
            VirtInstall.topology(domain, processors.text("sockets"), processors.text("cores"), processors.text("threads"));
            String most = processors.text("maxcpus");
            processors.leftOver(notes, "-smp");
            domain.root().add("vcpu", "current", most.isEmpty() || most.equals(cpus) ? "" : cpus);
            return most.isEmpty() ? cpus : most;
        }).orElse("1");
        domain.root().child("vcpu").text(count.isEmpty() ? VirtInstall.product(domain) : count);
    }

    private void firmware(Arguments given) {
        given.take("bios").ifPresent(word -> {
            domain.os().add("loader", "type", "rom").text(word.text());
            DiskPaths.check(word, word.text(), "file", notes);
            if (word.text().contains("OVMF")) {
                notes.different(word.span(), "qemu.ovmf");
            }
        });
        given.take("pflash").ifPresent(word -> domain.os().add("loader", "readonly", "yes", "type", "pflash").text(word.text()));
        for (String each : List.of("kernel", "initrd", "dtb")) {
            given.take(each).ifPresent(word -> {
                domain.os().add(each).text(word.text());
                DiskPaths.check(word, word.text(), "file", notes);
            });
        }
        given.take("append").ifPresent(word -> domain.os().add("cmdline").text(word.text()));
    }

    private void boot(Arguments given) {
        Optional<Word> stated = given.take("boot");
        Suboptions boot = new Suboptions(stated.orElse(new Word("", Span.at(0), false)), "order");
        String order = boot.text("order");
        boot.take("once").ifPresent(once -> notes.different(boot.word().span(), "qemu.once", once));
        for (char letter : order.toCharArray()) {
            String device = switch (letter) {
                case 'a', 'b' -> "fd";
                case 'c' -> "hd";
                case 'd' -> "cdrom";
                case 'n', 'o', 'p' -> "network";
                default -> "";
            };
            if (!device.isEmpty()) {
                domain.os().add("boot", "dev", device);
            }
        }
        if (boot.has("menu") || boot.has("splash-time")) {
            domain.os().add("bootmenu", "enable", boot.on("menu") ? "yes" : "no", "timeout", boot.text("splash-time"));
        }
        boot.leftOver(notes, "-boot");
    }

    private void clock(Arguments given) {
        boolean local = given.flag("localtime");
        given.take("rtc").ifPresent(word -> {
            Suboptions rtc = new Suboptions(word, "base");
            String base = rtc.text("base");
            if (List.of("utc", "localtime").contains(base)) {
                domain.root().child("clock").set("offset", base);
            } else if (!base.isEmpty()) {
                notes.leftOut(word.span(), "value.unknown", base, "-rtc");
            }
            rtc.leftOver(notes, "-rtc");
        });
        if (local) {
            domain.root().child("clock").set("offset", "localtime");
        }
    }
}
