package dev.virtworkbench.language.commandlines;

import dev.virtworkbench.language.commandlines.Translation.Document;
import dev.virtworkbench.language.syntax.Span;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code qemu-system-…} and {@code kvm}: a machine given option by option. */
final class Qemu implements CommandReader {

    private static final Set<String> FLAGS = Set.of("enable-kvm", "no-kvm", "nographic", "curses", "sdl", "daemonize", "usb", "snapshot", "S", "s",
            "localtime", "no-reboot", "no-shutdown", "no-acpi", "no-hpet", "nodefaults", "no-user-config", "full-screen", "no-fd-bootchk",
            "no-quit", "alt-grab", "win2k-hack", "mem-prealloc", "preconfig", "only-migratable", "singlestep", "portrait", "h", "version");
    private static final Map<String, String> SAME = Map.of("M", "machine", "accelerator", "accel");
    /** The image that stands without an option is the first hard disk. */
    static final String IMAGE = "image";

    private final String architecture;
    private final boolean accelerated;

    /**
     * @param architecture empty where the program's name does not tell
     * @param accelerated whether the program uses KVM without being told to
     */
    Qemu(String architecture, boolean accelerated) {
        this.architecture = architecture;
        this.accelerated = accelerated;
    }

    @Override
    public Optional<Document> read(List<Word> words, Notes notes) {
        Arguments given = options(words);
        DomainElements domain = new DomainElements();
        new QemuMachine(domain, architecture, accelerated, notes).read(given);
        QemuDisks disks = new QemuDisks(domain, notes);
        disks.read(given);
        QemuNetworks networks = new QemuNetworks(domain, notes);
        networks.read(given);
        new QemuDevices(domain, disks, networks, notes).read(given);
        disks.finish();
        networks.finish(words, given);
        new QemuScreens(domain, notes).read(given);
        given.leaveOut(notes, "qemu.ofLibvirt", "daemonize", "pidfile", "qmp", "monitor", "mon", "chardev", "S", "s", "gdb", "D", "d", "runas",
                "chroot", "sandbox", "msg", "no-user-config", "nodefaults", "trace", "no-shutdown");
        given.leaveOut(notes, "qemu.snapshot", "snapshot", "loadvm", "incoming");
        given.leftOver(notes);
        return Optional.of(Document.of(domain.finish(), ""));
    }

    private static Arguments options(List<Word> words) {
        Arguments given = new Arguments();
        Deque<Word> rest = new ArrayDeque<>(words);
        while (!rest.isEmpty()) {
            Word word = rest.pop();
            String text = word.text();
            if (!text.startsWith("-") || text.length() < 2) {
                given.give(IMAGE, word, word.span());
                continue;
            }
            String written = text.substring(text.startsWith("--") ? 2 : 1);
            String option = SAME.getOrDefault(written, written);
            boolean bare = rest.isEmpty() || rest.peek().startsWith("-") && rest.peek().text().length() > 1 && !option.equals("append");
            if (FLAGS.contains(option) || bare) {
                given.give(option, word, word.span());
            } else {
                Word value = rest.pop();
                given.give(option, value, new Span(word.span().start(), value.span().end()));
            }
        }
        return given;
    }
}
