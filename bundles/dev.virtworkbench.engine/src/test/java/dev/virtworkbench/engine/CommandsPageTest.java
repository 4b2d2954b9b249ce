package dev.virtworkbench.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code docs/commands.md} and the help are true: what they name exists, and no command that is installed here is left out. */
class CommandsPageTest {

    private static final Path TOP = Path.of("../..");
    private static final Path ENGINE = TOP.resolve("bundles/dev.virtworkbench.engine/src/main/java");
    private static final Path ENGINE_TESTS = TOP.resolve("bundles/dev.virtworkbench.engine/src/test/java");
    private static final Path UI_TESTS = TOP.resolve("bundles/dev.virtworkbench.ui.tests/src/main/java");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern HELP_ROW = Pattern.compile("<tr><td>(.*?)</td><td>(.*?)</td></tr>");
    private static final Pattern HELP_CODE = Pattern.compile("<code>([^<]+)</code>");
    private static final Pattern HELP_LABEL = Pattern.compile("<b>([^<]+)</b>");
    private static final Pattern LABEL = Pattern.compile("\\*([^*]+)\\*");

    /** In the order of the page: those with an action, those with none yet, those that are not there. */
    private final List<Row> inWorkbench = new ArrayList<>();
    private final List<Row> inEngine = new ArrayList<>();
    private final List<String> notYet = new ArrayList<>();

    /** @param action empty in the table of what has none */
    private record Row(String command, String action, String call, String tests) { }

    CommandsPageTest() throws IOException {
        String section = "";
        for (String line : Files.readAllLines(TOP.resolve("docs/commands.md"))) {
            if (line.startsWith("## ")) {
                section = line.substring(3);
            } else if (line.startsWith("| ") && !line.startsWith("| command ")) {
                List<String> cells = Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("\\|", -1)).map(String::strip).toList();
                assertTrue(cells.stream().noneMatch(String::isEmpty), () -> "a row without all of it: " + line);
                row(section, cells);
            } else if (line.startsWith("- ")) {
                assertEquals("Not yet", section, line);
                notYet.add(line);
            }
        }
    }

    private void row(String section, List<String> cells) {
        switch (section) {
            case "In the workbench" -> {
                assertEquals(4, cells.size(), cells::toString);
                inWorkbench.add(new Row(cells.get(0), cells.get(1), cells.get(2), cells.get(3)));
            }
            case "In the engine, not yet in the workbench" -> {
                assertEquals(3, cells.size(), cells::toString);
                inEngine.add(new Row(cells.get(0), "", cells.get(1), cells.get(2)));
            }
            default -> throw new AssertionError("a row in “" + section + "”: " + cells);
        }
    }

    private Stream<Row> rows() {
        return Stream.concat(inWorkbench.stream(), inEngine.stream());
    }

    @Test
    void aCommandStandsInOnePlace() {
        assertFalse(inWorkbench.isEmpty());
        Set<String> known = new HashSet<>();
        Stream.concat(rows().map(Row::command), notYet.stream().map(line -> line.substring(2).split(": ")[0]))
                .forEach(command -> {
                    assertTrue(CODE.matcher(command).find(), () -> "no command: " + command);
                    assertTrue(known.add(command), () -> "twice: " + command);
                });
    }

    @Test
    void everyCallIsTheEngines() throws IOException {
        List<Path> sources = files(ENGINE, ".java");
        for (Row row : rows().toList()) {
            for (String call : codes(row.call())) {
                assertTrue(exists(sources, call), () -> "the engine has no " + call + ", named beside " + row.command());
            }
        }
    }

    /** @param call a class and a public method of it, or what is handed to such a method: a public record of an interface */
    private static boolean exists(List<Path> sources, String call) {
        String[] words = call.split("\\.");
        List<Path> named = sources.stream().filter(file -> file.endsWith(words[0] + ".java")).toList();
        return words.length == 2 && named.size() == 1 && has(ENGINE.relativize(named.getFirst()), words[1]);
    }

    private static boolean has(Path source, String member) {
        String name = source.toString().replace(File.separatorChar, '.').replaceFirst("\\.java$", "");
        try {
            Class<?> type = Class.forName(name, false, CommandsPageTest.class.getClassLoader());
            return Arrays.stream(type.getMethods()).map(Method::getName).anyMatch(member::equals)
                    || Arrays.stream(type.getClasses()).map(Class::getSimpleName).anyMatch(member::equals);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** A test of the engine makes the call itself; one of the workbench is a test on a real host that presses what leads to it. */
    @Test
    void everyTestIsThereAndOnTheRealThing() throws IOException {
        for (Row row : rows().toList()) {
            for (String test : codes(row.tests())) {
                String[] words = test.split("\\.");
                assertTrue(words.length == 2 && words[0].startsWith("Real"), () -> "no test on the real thing: " + test);
                String call = codes(row.call()).getLast();
                assertTrue(runs(ENGINE_TESTS, words[0], words[1], call.substring(call.indexOf('.') + 1)) || runs(UI_TESTS, words[0], words[1], ""),
                        () -> "nothing runs " + call + " in " + test + ", named beside " + row.command());
            }
        }
    }

    /** @param call a method or class that the file has to use; empty for any */
    private static boolean runs(Path tests, String type, String method, String call) throws IOException {
        for (Path file : files(tests, type + ".java")) {
            String source = Files.readString(file);
            int at = source.indexOf(" void " + method + "(");
            if (at >= 0 && file.endsWith(type + ".java")) {
                String annotations = source.substring(source.lastIndexOf("\n\n", at), at);
                return (annotations.contains("@Test") || annotations.contains("@ParameterizedTest"))
                        && (call.isEmpty() || Pattern.compile("\\b" + call + "\\(").matcher(source).find());
            }
        }
        return false;
    }

    @Test
    void everyLabelIsWhatTheWorkbenchShows() throws IOException {
        Set<String> labels = labels(file -> !file.contains("_zh"));
        for (Row row : inWorkbench) {
            shown(row.command(), LABEL, row.action(), labels);
        }
    }

    /** The page of the help for who comes from the commands, in each language. */
    @ParameterizedTest
    @CsvSource({"html/commands.html,false", "nl/zh/CN/html/commands.html,true"})
    void theHelpHasTheSameActions(String page, boolean chinese) throws IOException {
        Set<String> labels = labels(file -> file.contains("_zh_CN") == chinese);
        List<List<String>> commands = new ArrayList<>();
        for (MatchResult row : HELP_ROW.matcher(Files.readString(TOP.resolve("bundles/dev.virtworkbench.help").resolve(page))).results().toList()) {
            commands.add(HELP_CODE.matcher(row.group(1)).results().map(code -> code.group(1)).toList());
            shown(row.group(1), HELP_LABEL, row.group(2).replace("&gt;", ">"), labels);
        }
        assertEquals(inWorkbench.stream().map(row -> codes(row.command())).toList(), commands);
    }

    private static void shown(String command, Pattern mark, String action, Set<String> labels) {
        List<String> shown = mark.matcher(action).results().flatMap(span -> Arrays.stream(span.group(1).split(" > "))).toList();
        assertFalse(shown.isEmpty(), () -> "no action for " + command);
        for (String label : shown) {
            assertTrue(labels.contains(plain(label)), () -> "nothing is called “" + label + "”, named beside " + command);
        }
    }

    /** All texts of the workbench in one language. @param which tells by a file's name whether it is of that language */
    private static Set<String> labels(Predicate<String> which) throws IOException {
        Set<String> labels = new HashSet<>();
        for (String folder : List.of("explorer/src", "explorer/OSGI-INF", "editor/src", "editor/OSGI-INF")) {
            for (Path file : files(TOP.resolve("bundles/dev.virtworkbench." + folder), ".properties")) {
                if (which.test(file.getFileName().toString())) {
                    Properties texts = new Properties();
                    try (Reader reader = Files.newBufferedReader(file)) {
                        texts.load(reader);
                    }
                    texts.values().forEach(text -> labels.add(plain(text.toString())));
                }
            }
        }
        return labels;
    }

    /** Without what marks a key or leads to a field, and with the apostrophes that a message format has doubled. */
    private static String plain(String label) {
        return label.replaceFirst("\\(&.\\)", "").replace("&", "").replace("''", "'").replaceFirst("[:：]$", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pool", "volume", "snapshot"})
    void everyCommandOfVirshIsThere(String group) throws IOException {
        complete("virsh", Pattern.compile("^ {4}([a-z][a-z-]*)\\s"), "virsh", "help", group);
    }

    @Test
    void everyCommandOfQemuImgIsThere() throws IOException {
        complete("qemu-img", Pattern.compile("^ {2}([a-z]+) [\\[(\\-]"), "qemu-img", "--help");
    }

    /** Compares with what the installed program says it can do. @param line a line of its help that begins with a command */
    private void complete(String program, Pattern line, String... help) throws IOException {
        assumeTrue(installed(program), () -> "SKIPPED: " + program + " is not installed, so that docs/commands.md is not compared with what it can do");
        Set<String> known = new HashSet<>();
        Stream.concat(rows().map(Row::command), notYet.stream()).flatMap(text -> codes(text).stream()).map(code -> code.split(" "))
                .filter(words -> words[0].equals(program)).forEach(words -> known.add(words[1]));
        Set<String> offered = new TreeSet<>();
        run(help).lines().map(line::matcher).forEach(found -> {
            if (found.find()) {
                offered.add(found.group(1));
            }
        });
        assertFalse(offered.isEmpty(), () -> "nothing was understood of " + String.join(" ", help));
        offered.removeAll(known);
        assertEquals(Set.of(), offered, () -> "docs/commands.md does not say where these of " + program + " are");
    }

    private static boolean installed(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator)).anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static String run(String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        process.getOutputStream().close();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static List<String> codes(String text) {
        return CODE.matcher(text).results().map(code -> code.group(1)).toList();
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending)).toList();
        }
    }
}
