package dev.virtworkbench.engine.images;

import dev.virtworkbench.engine.commands.Finished;
import dev.virtworkbench.engine.commands.Programs;
import dev.virtworkbench.engine.echo.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A command of {@code qemu-img} in the making. Names stand behind {@code --}, formats are always said. */
final class QemuImg {

    /** As {@code -p} writes it: {@code (12.34/100%)}. */
    private static final Pattern PERCENT = Pattern.compile("\\((\\d+\\.\\d+)/100%\\)");

    private final String name;
    private final List<String> options = new ArrayList<>();
    private final List<Image> images = new ArrayList<>();
    private final List<String> operands = new ArrayList<>();
    private final Keys keys = new Keys();
    private boolean byOptions;
    private String before = "";

    QemuImg(String name) {
        this.name = name;
    }

    QemuImg option(String... words) {
        options.addAll(List.of(words));
        return this;
    }

    /** Opens that image, with its format and key. */
    QemuImg open(Image image) {
        images.add(image);
        return this;
    }

    /** What stands before each image in one word, as {@code if=}. */
    QemuImg before(String words) {
        before = words;
        return this;
    }

    /** Says formats as image options: for commands that know no {@code -f}. */
    QemuImg byOptions() {
        byOptions = true;
        return this;
    }

    /** What follows the images. */
    QemuImg operand(String word) {
        operands.add(word);
        return this;
    }

    /** The options of a format, as in {@code -o cluster_size=64k}; nothing if there are none. */
    QemuImg formatOptions(Map<String, String> values) {
        if (!values.isEmpty()) {
            option("-o", values.entrySet().stream().map(each -> each.getKey() + "=" + commasDoubled(each.getValue()))
                    .collect(Collectors.joining(",")));
        }
        return this;
    }

    /** The name of that passphrase in this command. */
    String key(Passphrase passphrase) {
        return keys.name(passphrase);
    }

    Command command() {
        // names are given to keys first: the objects stand before what speaks of them
        byOptions |= images.stream().anyMatch(image -> image.key().isPresent());
        List<String> opened = images.stream().map(image -> before + (byOptions ? imageOptions(image) : image.path())).toList();
        List<String> all = new ArrayList<>(List.of("qemu-img", name));
        all.addAll(keys.options());
        if (byOptions) {
            all.add("--image-opts");
        } else {
            for (int i = 0; i < images.size(); i++) {
                all.addAll(List.of(i == 0 ? "-f" : "-F", images.get(i).format()));
            }
        }
        all.addAll(options);
        all.add("--");
        all.addAll(opened);
        all.addAll(operands);
        return new Command(all);
    }

    /** What it reads; call after {@link #command()}. */
    String input() {
        return keys.input();
    }

    /** Runs it to its good end and gives its output. */
    String run(Programs programs) {
        return run(programs, Set.of(0)).output();
    }

    /** @param ends what it may end with */
    Finished run(Programs programs, Set<Integer> ends) {
        Command command = command();
        return programs.run(command, input(), ends);
    }

    /** Runs it, told {@code -p}: the job's progress is its progress. */
    Finished runWithProgress(Programs programs, Set<Integer> ends) {
        Command command = command();
        return programs.run(command, input(), ends, PERCENT);
    }

    /** The option by which images of that format are told their key; empty where there is none. */
    static Optional<String> keyOption(String format) {
        return switch (format) {
            case "luks" -> Optional.of("key-secret");
            case "qcow2", "qcow" -> Optional.of("encrypt.key-secret");
            default -> Optional.empty();
        };
    }

    private String imageOptions(Image image) {
        String key = image.key().flatMap(passphrase -> keyOption(image.format()).map(option -> "," + option + "=" + keys.name(passphrase)))
                .orElse("");
        String protocol = image.path().startsWith("/dev/") ? "host_device" : "file";
        return "driver=" + image.format() + key + ",file.driver=" + protocol + ",file.filename=" + commasDoubled(image.path());
    }

    private static String commasDoubled(String value) {
        return value.replace(",", ",,");
    }
}
