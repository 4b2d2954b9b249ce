package dev.virtworkbench.language.commandlines;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads commands that make or change what libvirt has: {@code virsh …-as}, {@code virsh attach-…}, {@code virt-install}, {@code qemu-img
 * create} and QEMU itself, also its options for disks where no program is named. Never runs anything, never looks at a file, never throws;
 * quick, in linear time. Free to call from any thread.
 */
public final class CommandLines {

    /** Most texts have none of these, and need not be looked at word by word. */
    private static final Pattern SIGN = Pattern.compile("\\b(?:" + Programs.NAMES + "|(?:pool|vol|snapshot)-(?:define|create)-as|attach-(?:disk|interface))\\s"
            + "|(?:^|\\s)" + Programs.QEMU_OPTIONS + "\\s");

    private CommandLines() { }

    /** What becomes of each command of a text, in their order, those that make no document included. */
    public static List<Translation> read(String text) {
        return ShellText.commands(text).stream().filter(command -> !Programs.isOfShell(command)).map(Programs::translate).toList();
    }

    /** The same for a text of which it is not known that it is commands; nothing unless one of them makes a document. */
    public static List<Translation> find(String text) {
        if (!SIGN.matcher(text).find()) {
            return List.of();
        }
        List<Translation> all = read(text);
        return all.stream().anyMatch(each -> each.document().isPresent()) ? all : List.of();
    }
}
