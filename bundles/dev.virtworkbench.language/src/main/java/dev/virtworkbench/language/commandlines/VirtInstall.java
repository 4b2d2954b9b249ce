package dev.virtworkbench.language.commandlines;

import dev.virtworkbench.language.commandlines.Translation.Document;
import dev.virtworkbench.language.syntax.Span;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code virt-install}: the domain as it is once the guest is installed, or is to be installed by a person. */
final class VirtInstall implements CommandReader {

    private static final Set<String> FLAGS = Set.of("hvm", "paravirt", "container", "import", "pxe", "nographics", "vnc", "noautoconsole",
            "noreboot", "transient", "destroy-on-exit", "autostart", "dry-run", "debug", "quiet", "nodisks", "nonetworks", "force", "check-cpu",
            "livecd", "noacpi", "noapic", "accelerate", "prompt", "print-step", "reinstall", "sdl", "spice");
    /** Options whose value may be left away. */
    private static final Set<String> OPTIONAL = Set.of("print-xml", "unattended", "cloud-init", "wait", "autoconsole");
    private static final Map<String, String> SHORT = Map.ofEntries(Map.entry("n", "name"), Map.entry("r", "memory"), Map.entry("ram", "memory"),
            Map.entry("f", "file"), Map.entry("s", "file-size"), Map.entry("c", "cdrom"), Map.entry("l", "location"), Map.entry("w", "network"),
            Map.entry("b", "bridge"), Map.entry("m", "mac"), Map.entry("x", "extra-args"), Map.entry("u", "uuid"), Map.entry("v", "hvm"),
            Map.entry("p", "paravirt"), Map.entry("k", "keymap"), Map.entry("d", "debug"), Map.entry("q", "quiet"), Map.entry("osinfo", "os-variant"),
            Map.entry("os-type", "os-variant-type"), Map.entry("host-device", "hostdev"), Map.entry("soundhw", "sound"), Map.entry("disks", "disk"));

    @Override
    public Optional<Document> read(List<Word> words, Notes notes) {
        Arguments given = options(words, notes);
        DomainElements domain = new DomainElements();
        Optional<Word> system = given.take("os-variant");
        boolean windows = system.map(word -> word.text().replace("name=", "").replace("short-id=", "")).filter(name -> name.startsWith("win")).isPresent();
        system.ifPresent(word -> notes.different(word.span(), windows ? "install.windows" : "install.variant", word.text()));
        given.leaveOut(notes, "install.variant.old", "os-variant-type");
        machine(given, domain, notes);
        new VirtInstallDisks(domain, windows, notes).read(given);
        boot(given, domain, notes);
        new VirtInstallDevices(domain, windows, notes).read(given, words);
        if (windows) {
            domain.root().child("clock").set("offset", "localtime");
        }
        leaveOut(given, notes);
        return Optional.of(Document.of(domain.finish(), ""));
    }

    private static void leaveOut(Arguments given, Notes notes) {
        given.leaveOut(notes, "option.output", "print-xml", "dry-run", "debug", "quiet", "prompt", "print-step", "force", "check-cpu", "check",
                "hvm", "accelerate");
        given.leaveOut(notes, "install.session", "noautoconsole", "autoconsole", "wait", "noreboot", "destroy-on-exit");
        given.leaveOut(notes, "install.autostart", "autostart");
        given.leaveOut(notes, "install.transient", "transient");
        given.leaveOut(notes, "install.unattended", "unattended", "cloud-init", "initrd-inject");
        given.leftOver(notes);
    }

    static Arguments options(List<Word> words, Notes notes) {
        Arguments given = new Arguments();
        Deque<Word> rest = new ArrayDeque<>(words);
        while (!rest.isEmpty()) {
            Word word = rest.pop();
            if (!word.startsWith("-") || word.text().length() < 2) {
                notes.leftOut(word.span(), "word.unknown", word.text());
                continue;
            }
            String text = word.text().substring(word.startsWith("--") ? 2 : 1);
            int sign = word.startsWith("--") ? text.indexOf('=') : -1;
            String written = sign < 0 ? text : text.substring(0, sign);
            String option = SHORT.getOrDefault(written, written);
            boolean bare = rest.isEmpty() || rest.peek().startsWith("-") && rest.peek().text().length() > 1;
            if (sign >= 0) {
                given.give(option, word.part(text.substring(sign + 1)), word.span());
            } else if (FLAGS.contains(option) || OPTIONAL.contains(option) && bare || bare) {
                given.give(option, word, word.span());
            } else {
                Word value = rest.pop();
                given.give(option, value, new Span(word.span().start(), value.span().end()));
            }
        }
        return given;
    }

    private static void machine(Arguments given, DomainElements domain, Notes notes) {
        String type = given.text("virt-type");
        domain.root().set("type", given.flag("container") ? "lxc" : type.isEmpty() ? given.flag("paravirt") ? "xen" : "kvm" : type);
        domain.root().add("name").text(given.text("name"));
        domain.text("uuid", given.text("uuid"));
        given.take("metadata").ifPresent(word -> {
            Suboptions metadata = new Suboptions(word, "");
            List.of("uuid", "title", "description").forEach(each -> domain.text(each, metadata.text(each)));
            metadata.leftOver(notes, "--metadata");
        });
        domain.text("description", given.text("description"));
        memory(given, domain, notes);
        processors(given, domain, notes);
        domain.os().add("type", "arch", given.text("arch"), "machine", given.text("machine"))
                .text(domain.root().get("type").equals("lxc") ? "exe" : domain.root().get("type").equals("xen") ? "linux" : "hvm");
        if (!given.flag("noacpi")) {
            domain.root().child("features").add("acpi");
        }
        if (!given.flag("noapic")) {
            domain.root().child("features").add("apic");
        }
        cpu(given, domain, notes);
        given.take("clock").ifPresent(word -> {
            Suboptions clock = new Suboptions(word, "offset");
            domain.root().child("clock").set("offset", clock.text("offset"));
            clock.leftOver(notes, "--clock");
        });
        given.take("events").ifPresent(word -> {
            Suboptions events = new Suboptions(word, "");
            List.of("on_poweroff", "on_reboot", "on_crash").forEach(each -> domain.text(each, events.text(each)));
            events.leftOver(notes, "--events");
        });
        given.take("iothreads").ifPresent(word -> domain.text("iothreads", new Suboptions(word, "iothreads").text("iothreads")));
        given.take("memorybacking").ifPresent(word -> {
            Suboptions backing = new Suboptions(word, "");
            if (backing.on("hugepages")) {
                domain.root().child("memoryBacking").add("hugepages");
            }
            backing.take("source.type").ifPresent(source -> domain.root().child("memoryBacking").add("source", "type", source));
            backing.take("access.mode", "access_mode").ifPresent(mode -> domain.root().child("memoryBacking").add("access", "mode", mode));
            backing.leftOver(notes, "--memorybacking");
        });
    }

    /** In MiB where no unit is written. */
    private static void memory(Arguments given, DomainElements domain, Notes notes) {
        given.take("memory").ifPresentOrElse(word -> {
            Suboptions memory = new Suboptions(word, "memory");
            String now = memory.text("memory", "currentMemory");
            String most = memory.text("maxmemory", "maxMemory");
            Optional<Size> size = Size.ofVirsh(most.isEmpty() ? now : most, "MiB");
            size.ifPresentOrElse(known -> domain.root().add(known.element("memory")),
                    () -> notes.needed(word.span(), "size.unread", word.text()));
            if (!most.isEmpty()) {
                Size.ofVirsh(now, "MiB").ifPresent(known -> domain.root().add(known.element("currentMemory")));
            }
            if (memory.on("hugepages")) {
                domain.root().child("memoryBacking").add("hugepages");
            }
            memory.leftOver(notes, "--memory");
        }, () -> domain.root().add(new Size("2", "GiB").element("memory")));
    }

    private static void processors(Arguments given, DomainElements domain, Notes notes) {
        Suboptions processors = new Suboptions(given.take("vcpus").orElse(new Word("1", Span.at(0), false)), "vcpus");
        String now = processors.text("vcpus", "vcpu.current");
        String most = processors.text("maxvcpus");
        topology(domain, processors.text("sockets"), processors.text("cores"), processors.text("threads"));
        String product = product(domain);
        domain.root().add("vcpu", "cpuset", processors.text("cpuset"), "current", most.isEmpty() ? "" : now)
                .text(!most.isEmpty() ? most : now.isEmpty() ? product : now);
        given.take("cpuset").ifPresent(set -> domain.root().child("vcpu").set("cpuset", set.text()));
        processors.leftOver(notes, "--vcpus");
    }

    /** How processors are spread; libvirt wants all three or none. */
    static void topology(DomainElements domain, String sockets, String cores, String threads) {
        if (!sockets.isEmpty() || !cores.isEmpty() || !threads.isEmpty()) {
            domain.root().child("cpu").add("topology", "sockets", one(sockets), "cores", one(cores), "threads", one(threads));
        }
    }

    private static String one(String count) {
        return count.isEmpty() ? "1" : count;
    }

    static String product(DomainElements domain) {
        return domain.root().find("cpu").flatMap(cpu -> cpu.find("topology")).map(topology -> {
            try {
                return Long.toString(Long.parseLong(topology.get("sockets")) * Long.parseLong(topology.get("cores"))
                        * Long.parseLong(topology.get("threads")));
            } catch (NumberFormatException unread) {
                return "1";
            }
        }).orElse("1");
    }

    private static void cpu(Arguments given, DomainElements domain, Notes notes) {
        Element cpu = domain.root().child("cpu");
        given.take("cpu").ifPresent(word -> {
            Suboptions options = new Suboptions(word, "mode");
            Processor.model(cpu, options.text("mode", "model"));
            for (String policy : List.of("require", "disable", "force", "optional", "forbid")) {
                options.takeAll(policy).forEach(feature -> cpu.add("feature", "policy", policy, "name", feature));
            }
            Processor.features(cpu, options);
            options.take("check").ifPresent(check -> cpu.set("check", check));
            options.take("migratable").ifPresent(migratable -> cpu.set("migratable", migratable));
            options.leftOver(notes, "--cpu");
        });
        if (cpu.get("mode").isEmpty() && domain.root().get("type").equals("kvm")) {
            cpu.set("mode", "host-passthrough");
        }
        if (cpu.isEmpty()) {
            domain.root().children().remove(cpu);
        }
    }

    private static void boot(Arguments given, DomainElements domain, Notes notes) {
        Optional<Word> word = given.take("boot");
        word.ifPresent(stated -> new VirtInstallBoot(domain, notes).read(new Suboptions(stated, "")));
        boolean network = given.flag("pxe");
        boolean cdrom = domain.disks().stream().anyMatch(disk -> disk.get("device").equals("cdrom"));
        given.flag("import");
        given.flag("livecd");
        given.leaveOut(notes, "install.location.arguments", "extra-args");
        if (domain.os().find("boot").isEmpty() && domain.os().find("kernel").isEmpty()) {
            if (cdrom || network) {
                domain.os().add("boot", "dev", network ? "network" : "cdrom");
                given.takeGiven("pxe", "cdrom", "location").stream().findFirst()
                        .ifPresent(each -> notes.different(each.span(), "install.boot"));
            }
            domain.os().add("boot", "dev", "hd");
        }
    }
}
