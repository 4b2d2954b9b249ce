package dev.virtworkbench.engine.inside;

import dev.virtworkbench.engine.commands.CommandException;
import dev.virtworkbench.engine.commands.Conversation;
import dev.virtworkbench.engine.commands.HostCommands;
import dev.virtworkbench.engine.commands.Rights;
import dev.virtworkbench.engine.echo.Command;
import dev.virtworkbench.engine.images.Image;
import dev.virtworkbench.engine.jobs.Task;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One {@code guestfish} with one image, opened for reading only: libguestfs then works on an overlay that it throws away. Each answer
 * ends with a mark that nobody else can know, in what it prints and in what it prints for errors; so nothing that is in a guest is taken
 * for the end of an answer, or for an error. For one thread at a time.
 */
final class Fish implements AutoCloseable {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int MARK_BITS = 128;
    /** guestfish takes lines of 8191 bytes. */
    private static final int LINE = 8000;
    /** What stands before its words: where in its input it was, and who speaks. */
    private static final Pattern BEFORE_WORDS = Pattern.compile("^(\\*stdin\\*:\\d+: )?(libguestfs: )?(error: )?");
    private static final Pattern WARNING = Pattern.compile("(?i)^(\\*stdin\\*:\\d+: )?(libguestfs: )?[^:]*warning:.*");

    private final Conversation conversation;

    private Fish(Conversation conversation) {
        this.conversation = conversation;
    }

    /** A command did not succeed; guestfish goes on. */
    static final class Refusal extends Exception {

        private static final long serialVersionUID = 1L;

        Refusal(String words) {
            super(words);
        }
    }

    /** @param emulated whether to do without KVM */
    static Fish start(HostCommands commands, Rights rights, Image image, boolean emulated, Task task) throws CommandException, IOException {
        List<String> words = new ArrayList<>(List.of("env", "LIBGUESTFS_BACKEND=direct"));
        if (emulated) {
            // what protects processes of one machine from each other costs a third of the start, and it has one only
            words.addAll(List.of("LIBGUESTFS_BACKEND_SETTINGS=force_tcg", "LIBGUESTFS_APPEND=mitigations=off"));
        }
        // LUKS in the format of an image is LUKS on the guest's disk
        String format = image.format().equals("luks") ? "raw" : image.format();
        words.addAll(List.of("guestfish", "--ro", "--keys-from-stdin", "--no-progress-bars", "--format=" + format, "-a", image.path()));
        Fish fish = new Fish(commands.converse(new Command(words), rights, task));
        try {
            // what sudo or ssh has to say of its own comes before guestfish has answered for the first time
            fish.obey(task, List.of(), (bytes, length) -> { });
            return fish;
        } catch (CommandException | IOException | RuntimeException e) {
            fish.close();
            throw e;
        }
    }

    /**
     * Has it do something.
     *
     * @param words the command and its arguments; each character is a byte
     * @return what it prints; each character is a byte
     * @throws Refusal if it did not succeed
     * @throws CommandException if guestfish ended
     */
    String ask(Task task, String... words) throws Refusal, CommandException, IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        stream(task, (bytes, length) -> all.write(bytes, 0, length), Optional.empty(), words);
        return all.toString(StandardCharsets.ISO_8859_1);
    }

    /** The same for a command that asks for a passphrase. @param key what it reads then */
    void unlock(Task task, String key, String... words) throws Refusal, CommandException, IOException {
        stream(task, (bytes, length) -> { }, Optional.of(key), words);
    }

    /** The same with an answer of any length. @param sink is handed what it prints; an exception of its own ends guestfish */
    void stream(Task task, Conversation.Sink sink, String... words) throws Refusal, CommandException, IOException {
        stream(task, sink, Optional.empty(), words);
    }

    private void stream(Task task, Conversation.Sink sink, Optional<String> key, String... words)
            throws Refusal, CommandException, IOException {
        String line = "-" + words[0] + List.of(words).stream().skip(1).map(word -> " " + quoted(word)).collect(Collectors.joining());
        if (!fits(line)) {
            throw new Refusal("guestfish takes no command of " + line.length() + " bytes");
        }
        String errors = obey(task, Stream.concat(Stream.of(line), key.stream()).toList(), sink);
        String refusal = errors.lines().filter(each -> !each.isBlank() && !WARNING.matcher(each).matches())
                .map(each -> BEFORE_WORDS.matcher(each).replaceFirst("")).filter(each -> !each.isBlank()).collect(Collectors.joining("\n"));
        if (!refusal.isEmpty()) {
            throw new Refusal(refusal);
        }
    }

    /** Has it read these lines, and waits until it has done what they say. @return what it wrote for errors meanwhile */
    private String obey(Task task, List<String> lines, Conversation.Sink sink) throws CommandException, IOException {
        String mark = "mark" + new BigInteger(MARK_BITS, RANDOM).toString(Character.MAX_RADIX);
        lines.forEach(conversation::say);
        conversation.say("echo " + mark);
        // there is no such command, and it says so where its errors are
        conversation.say("-" + mark);
        conversation.read(mark + "\n", task, sink);
        String errors = conversation.errors(mark, task);
        conversation.errors("\n", task);
        return errors;
    }

    /** Whether guestfish takes so long a line. */
    static boolean fits(String line) {
        return line.length() <= LINE;
    }

    /** A word as guestfish reads it: in double quotes, where a backslash begins what cannot stand for itself. */
    static String quoted(String word) {
        StringBuilder text = new StringBuilder("\"");
        for (int i = 0; i < word.length(); i++) {
            char each = word.charAt(i);
            if (each == '"' || each == '\\') {
                text.append('\\').append(each);
            } else if (each < ' ' || each == 127) {
                text.append("\\x%02x".formatted((int) each));
            } else {
                text.append(each);
            }
        }
        return text.append('"').toString();
    }

    boolean alive() {
        return conversation.alive();
    }

    @Override
    public void close() {
        conversation.close();
    }
}
