package dev.virtworkbench.language.commandlines;

import dev.virtworkbench.language.commandlines.Translation.Document;
import dev.virtworkbench.language.syntax.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the program of a command behind what a shell puts before it, and who reads its arguments. */
final class Programs {

    /** Names of the programs that are read, as a regular expression. */
    static final String NAMES = "virsh|virt-install|qemu-img|qemu-system-[\\w-]+|qemu-kvm|qemu|kvm";

    /** QEMU's options for disks and what is booted, which handbooks also write without the program, as a regular expression. */
    static final String QEMU_OPTIONS = "-(?:drive|blockdev|hd[a-d]|cdrom|boot)";

    private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_]\\w*=.*", Pattern.DOTALL);
    private static final Pattern MACHINE = Pattern.compile("qemu-system-([\\w-]+)|qemu-kvm|qemu|kvm");
    /** Where libvirt's name for an architecture is not QEMU's: {@code virQEMUCapsArchFromString}. */
    private static final Map<String, String> ARCHITECTURES = Map.of("i386", "i686", "arm", "armv7l");
    private static final Set<String> BEFORE = Set.of("do", "then", "else", "{", "!", "time", "exec", "nohup", "command", "env", "if", "while");
    private static final Set<String> AS_ROOT = Set.of("sudo", "doas", "pkexec");
    private static final Set<String> AS_ROOT_WITH_VALUE = Set.of("-u", "-g", "-h", "-p", "--user", "--group");

    private static final Map<String, CommandReader> VIRSH = Map.of("pool-define-as", new PoolCommand(true),
            "pool-create-as", new PoolCommand(false), "vol-create-as", new VolumeCommand(), "attach-disk", new DiskCommand(),
            "attach-interface", new InterfaceCommand(), "snapshot-create-as", new SnapshotCommand());
    private static final Set<String> VIRSH_WITH_VALUE = Set.of("-d", "--debug", "-e", "--escape", "-k", "--keepalive-interval", "-K",
            "--keepalive-count", "-l", "--log");
    /** Commands of virsh that hand a file to libvirt; its place among their words. */
    private static final Map<String, Integer> VIRSH_OF_FILE = Map.ofEntries(Map.entry("define", 0), Map.entry("create", 0),
            Map.entry("pool-define", 0), Map.entry("pool-create", 0), Map.entry("net-define", 0), Map.entry("net-create", 0),
            Map.entry("secret-define", 0), Map.entry("nwfilter-define", 0), Map.entry("iface-define", 0), Map.entry("vol-create", 1),
            Map.entry("attach-device", 1), Map.entry("update-device", 1), Map.entry("detach-device", 1), Map.entry("snapshot-create", 1));

    private Programs() { }

    /** Whether it is a part of a loop or condition that runs nothing. */
    static boolean isOfShell(ShellCommand command) {
        String first = command.words().getFirst().text();
        return Set.of("for", "done", "fi", "esac", "case", "}").contains(first) || command.words().size() == 1 && BEFORE.contains(first);
    }

    /** What becomes of one command. */
    static Translation translate(ShellCommand command) {
        ShellCommand plain = plain(command);
        Notes notes = new Notes();
        notes.addAll(command.notes());
        List<Word> words = plain.words();
        String program = DiskPaths.name(words.getFirst().text());
        List<Word> rest = words.subList(1, words.size());
        Matcher machine = MACHINE.matcher(program);
        if (program.equals("virsh")) {
            return virsh(command.span(), rest, notes);
        }
        if (VIRSH.containsKey(program)) {
            return translation("virsh " + program, command.span(), VIRSH.get(program), rest, notes);
        }
        if (program.equals("virt-install")) {
            return translation(program, command.span(), new VirtInstall(), withoutConnection(rest, Set.of("--connect"), notes), notes);
        }
        if (program.equals("qemu-img") && !rest.isEmpty() && rest.getFirst().text().equals("create")) {
            return translation("qemu-img create", command.span(), new ImageCommand(), rest.subList(1, rest.size()), notes);
        }
        if (machine.matches() && !rest.isEmpty()) {
            String architecture = machine.group(1) == null ? "" : ARCHITECTURES.getOrDefault(machine.group(1), machine.group(1));
            return translation(program, command.span(), new Qemu(architecture, program.endsWith("kvm")), rest, notes);
        }
        if (words.getFirst().text().matches("--?[a-z].*") && words.stream().anyMatch(word -> word.text().matches(QEMU_OPTIONS))) {
            notes.different(words.getFirst().span(), "qemu.options");
            return translation("qemu", command.span(), new Qemu("", false), words, notes);
        }
        notes.leftOut(plain.span(), program.equals("qemu-img") ? "image.action" : "unread.program", program);
        return new Translation(program, command.span(), Optional.empty(), notes.all());
    }

    private static Translation translation(String name, Span span, CommandReader reader, List<Word> words, Notes notes) {
        Optional<Document> document = reader.read(words, notes);
        return new Translation(name, span, document, notes.all());
    }

    private static Translation virsh(Span span, List<Word> words, Notes notes) {
        List<Word> rest = withoutConnection(words, Set.of("--connect", "-c"), notes);
        int index = 0;
        while (index < rest.size() && rest.get(index).startsWith("-")) {
            index += VIRSH_WITH_VALUE.contains(rest.get(index).text()) ? 2 : 1;
        }
        if (index >= rest.size()) {
            return new Translation("virsh", span, Optional.empty(), notes.all());
        }
        String name = rest.get(index).text();
        List<Word> arguments = rest.subList(index + 1, rest.size());
        if (VIRSH.containsKey(name)) {
            return translation("virsh " + name, span, VIRSH.get(name), arguments, notes);
        }
        Optional<Word> file = Optional.ofNullable(VIRSH_OF_FILE.get(name)).filter(place -> place < arguments.size()).map(arguments::get);
        notes.leftOut(rest.get(index).span(), file.isPresent() ? "virsh.file" : "virsh.action", name, file.map(Word::text).orElse(""));
        return new Translation("virsh " + name, span, Optional.empty(), notes.all());
    }

    /** Takes the host's address away, and tells of it. */
    private static List<Word> withoutConnection(List<Word> words, Set<String> names, Notes notes) {
        List<Word> rest = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            if (names.contains(word.text()) && i + 1 < words.size()) {
                i++;
                notes.different(words.get(i).span(), "virsh.connect", words.get(i).text());
            } else if (word.startsWith("--connect=")) {
                notes.different(word.span(), "virsh.connect", word.text().substring("--connect=".length()));
            } else {
                rest.add(word);
            }
        }
        return rest;
    }

    /** Without assignments, words of the shell's own and what makes it run as somebody else. */
    private static ShellCommand plain(ShellCommand command) {
        List<Word> words = command.words();
        int index = 0;
        while (index < words.size() - 1) {
            String text = words.get(index).text();
            if (AS_ROOT.contains(text)) {
                index++;
                while (index < words.size() - 1 && words.get(index).startsWith("-")) {
                    index += AS_ROOT_WITH_VALUE.contains(words.get(index).text()) ? 2 : 1;
                }
                index = Math.min(index, words.size() - 1);
            } else if (BEFORE.contains(text) || ASSIGNMENT.matcher(text).matches()) {
                index++;
            } else {
                break;
            }
        }
        return command.from(index);
    }
}
