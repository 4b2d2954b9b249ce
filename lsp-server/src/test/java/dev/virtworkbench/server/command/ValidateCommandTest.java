package dev.virtworkbench.server.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What transcripts cannot show: bytes, links, sizes, terminals, and the shape of JSON and SARIF. */
class ValidateCommandTest {

    private static final String POOL = """
            <pool type='dir'>
              <name>images</name>
              <target>
                <path>/srv/images</path>
              </target>
            </pool>
            """;
    /** One mistake with one safe fix. */
    private static final String TYPO = POOL.replace("<target>", "<taget>").replace("</target>", "</taget>");

    @TempDir
    private Path folder;

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private CommandRun validate(String... words) {
        return CommandRun.in(folder, words);
    }

    @Test
    void readsStandardInput() {
        CommandRun run = CommandRun.in(folder, TYPO, Locale.ENGLISH, "-");

        assertTrue(run.out().startsWith("-:3:4: error: "), run.out());
        assertEquals(1, run.exitCode());
    }

    @Test
    void columnsAreCharactersInTextAndUtf16UnitsInJson() throws IOException {
        write("emoji.xml", "<!-- 🐧🐧 --><pool type='dri'><name>a</name><target><path>/a</path></target></pool>");

        assertTrue(validate("emoji.xml").out().startsWith("emoji.xml:1:24: error: "), validate("emoji.xml").out());
        JsonObject start = diagnostics(validate("--format", "json", "emoji.xml")).getFirst()
                .getAsJsonObject("range").getAsJsonObject("start");
        assertEquals(25, start.get("character").getAsInt());
    }

    @Test
    void speaksChinese() throws IOException {
        write("a.xml", TYPO);

        CommandRun run = CommandRun.in(folder, "", Locale.SIMPLIFIED_CHINESE, "a.xml");

        assertTrue(run.out().startsWith("a.xml:3:4: error: "), "the words that programs look for stay");
        assertTrue(run.err().contains("1 个文件"), run.err());
    }

    @Test
    void jsonHasAnEntryForEveryDocumentJudged() throws IOException {
        write("clean.xml", POOL);
        write("typo.xml", TYPO);
        write("other.xml", "<project/>");

        CommandRun run = validate("--format=json", "clean.xml", "typo.xml", "other.xml");

        JsonArray entries = JsonParser.parseString(run.out()).getAsJsonArray();
        assertEquals(List.of("clean.xml", "typo.xml"), strings(entries, "file"));
        assertEquals(List.of("pool", "pool"), strings(entries, "kind"));
        JsonObject diagnostic = diagnostics(run).getFirst();
        assertEquals("libvirt schema", diagnostic.get("source").getAsString());
        assertEquals("unknown-element", diagnostic.get("code").getAsString());
        assertEquals(1, diagnostic.get("severity").getAsInt());
        assertEquals("{\"line\":2,\"character\":3}", diagnostic.getAsJsonObject("range").get("start").toString());
    }

    /** The parts of SARIF 2.1.0 that its schema requires and its readers rely on. */
    @Test
    void sarifNamesToolRulesRegionsAndFixes() throws IOException {
        write("with space.xml", TYPO);

        JsonObject log = JsonParser.parseString(validate("--format", "sarif", "with space.xml", "gone.xml").out())
                .getAsJsonObject();

        assertEquals("2.1.0", log.get("version").getAsString());
        JsonObject run = log.getAsJsonArray("runs").get(0).getAsJsonObject();
        assertEquals("utf16CodeUnits", run.get("columnKind").getAsString());
        JsonObject driver = run.getAsJsonObject("tool").getAsJsonObject("driver");
        assertFalse(driver.get("name").getAsString().isEmpty());
        JsonObject result = run.getAsJsonArray("results").get(0).getAsJsonObject();
        assertEquals("unknown-element", result.get("ruleId").getAsString());
        assertEquals("unknown-element", driver.getAsJsonArray("rules").get(result.get("ruleIndex").getAsInt())
                .getAsJsonObject().get("id").getAsString());
        assertEquals("error", result.get("level").getAsString());
        JsonObject place = result.getAsJsonArray("locations").get(0).getAsJsonObject()
                .getAsJsonObject("physicalLocation");
        assertEquals("with%20space.xml", place.getAsJsonObject("artifactLocation").get("uri").getAsString());
        assertEquals("{\"startLine\":3,\"startColumn\":4,\"endLine\":3,\"endColumn\":9}", place.get("region").toString());
        JsonObject change = result.getAsJsonArray("fixes").get(0).getAsJsonObject()
                .getAsJsonArray("artifactChanges").get(0).getAsJsonObject();
        JsonObject replacement = change.getAsJsonArray("replacements").get(0).getAsJsonObject();
        assertEquals("target", replacement.getAsJsonObject("insertedContent").get("text").getAsString());
        JsonObject invocation = run.getAsJsonArray("invocations").get(0).getAsJsonObject();
        assertFalse(invocation.get("executionSuccessful").getAsBoolean(), "one file is gone");
        assertEquals(1, invocation.getAsJsonArray("toolExecutionNotifications").size());
    }

    @Test
    void formatsWithoutFindingsAreStillDocuments() {
        assertEquals("[]\n", validate("--format", "json", ".").out());
        assertEquals(1, JsonParser.parseString(validate("--format", "sarif", ".").out()).getAsJsonObject()
                .getAsJsonArray("runs").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "UTF-16LE", "GB18030"})
    void mendsInTheEncodingOfTheFile(String encoding) throws IOException {
        String declaration = "<?xml version='1.0' encoding='" + encoding + "'?>\r\n<!-- Prüfung -->\r\n";
        byte[] before = (declaration + TYPO).getBytes(Charset.forName(encoding));
        Path file = Files.write(folder.resolve("pool.xml"), before);

        CommandRun run = validate("--fix", "pool.xml");

        assertEquals(0, run.exitCode(), run.out() + run.err());
        assertArrayEquals((declaration + POOL).getBytes(Charset.forName(encoding)), Files.readAllBytes(file));
        assertEquals(0, validate("pool.xml").exitCode());
    }

    @Test
    void mendsWhatALinkLeadsToAndKeepsItsMode() throws IOException {
        Path file = write("real/pool.xml", TYPO);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        Path link = Files.createSymbolicLink(folder.resolve("link.xml"), Path.of("real", "pool.xml"));

        assertEquals(0, validate("--fix", "link.xml").exitCode());

        assertTrue(Files.isSymbolicLink(link));
        assertEquals(POOL, Files.readString(file));
        assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        try (Stream<Path> left = Files.list(file.getParent())) {
            assertEquals(List.of(file), left.toList(), "nothing else is left behind");
        }
    }

    @Test
    void aFileThatChangedMeanwhileIsLeftAlone() throws IOException {
        Path file = write("pool.xml", POOL);

        try {
            FileReplacement.replace(file, TYPO.getBytes(StandardCharsets.UTF_8), "".getBytes(StandardCharsets.UTF_8));
        } catch (IOException refused) {
            assertTrue(refused.getMessage().contains("changed"), refused.getMessage());
        }

        assertEquals(POOL, Files.readString(file));
    }

    @Test
    void aWrongEncodingIsAFindingAndTheRestIsJudged() throws IOException {
        Files.write(folder.resolve("latin1.xml"), TYPO.replace("images", "größe").getBytes(StandardCharsets.ISO_8859_1));

        CommandRun run = validate("latin1.xml");

        assertTrue(run.out().contains("latin1.xml:2:11: error: "), run.out());
        assertTrue(run.out().contains("[malformed-bytes]"), run.out());
        assertTrue(run.out().contains("latin1.xml:3:4: error: "), run.out());
        assertEquals(1, run.exitCode());
        assertEquals(2, validate("--fix", "latin1.xml").exitCode(), "it could not be written back");
    }

    @Test
    void aWrongDeclarationIsMended() throws IOException {
        Path file = write("pool.xml", "<?xml version='1.0' encoding='UTF-16'?>\n" + POOL);

        assertEquals(0, validate("--fix", "pool.xml").exitCode());

        assertEquals("<?xml version='1.0' encoding='UTF-8'?>\n" + POOL, Files.readString(file));
    }

    @Test
    void whatCannotBeJudgedIsALineAndTheRestGoesOn() throws IOException {
        write("a/typo.xml", TYPO);
        Files.write(folder.resolve("a/binary.xml"), new byte[] {0x7F, 'E', 'L', 'F', 0, 0, 0});
        Files.write(folder.resolve("a/disk.qcow2"), new byte[] {'Q', 'F', 'I', (byte) 0xFB, 0, 0, 0, 3});
        Files.createSymbolicLink(folder.resolve("a/loop"), Path.of("..", "a"));
        Files.createSymbolicLink(folder.resolve("a/nowhere.xml"), Path.of("gone"));

        CommandRun run = validate("a", "missing.xml");

        assertTrue(run.out().startsWith("a/typo.xml:3:4: error: "), run.out());
        List<String> lines = run.err().lines().toList();
        assertEquals(5, lines.size(), run.err());
        assertTrue(lines.get(0).startsWith("validate: a/binary.xml: "), lines.get(0));
        assertTrue(lines.get(1).startsWith("validate: a/disk.qcow2: "), lines.get(1));
        assertTrue(lines.get(2).startsWith("validate: a/loop: "), lines.get(2));
        assertTrue(lines.get(3).startsWith("validate: missing.xml: "), lines.get(3));
        assertTrue(lines.get(4).endsWith("1 passed over; 2 could not be judged or mended"), lines.get(4));
        assertEquals(2, run.exitCode());
    }

    @Test
    void whatTheSystemRefusesIsALine() {
        // Readable to nobody, root included.
        assumeTrue(Files.exists(Path.of("/proc/self/mem")));

        CommandRun run = validate("/proc/self/mem");

        assertEquals(2, run.exitCode());
        assertTrue(run.err().startsWith("validate: /proc/self/mem: cannot be read: "), run.err());
    }

    @Test
    void aHugeFileIsNotRead() throws IOException {
        byte[] disk = "    <disk type='file'><source file='/a'/><target dev='vda'/></disk>\n".repeat(1 << 10)
                .getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = Files.newOutputStream(folder.resolve("huge.xml"))) {
            out.write("<domain type='kvm'><devices>\n".getBytes(StandardCharsets.UTF_8));
            for (int written = 0; written < 50 << 20; written += disk.length) {
                out.write(disk);
            }
        }
        write("z.xml", POOL);

        CommandRun run = validate(".");

        assertTrue(run.err().startsWith("validate: ./huge.xml: is larger than 10 MiB"), run.err());
        assertTrue(run.err().contains("1 file: nothing wrong"), run.err());
        assertEquals(2, run.exitCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a>", "<pool type='dir'><name>", "<domain type='kvm'><devices><disk>"})
    void deepNestingEndsInAFindingOrALine(String tag) throws IOException {
        write("deep.xml", "<domain type='kvm'>" + tag.repeat(200));
        write("z.xml", POOL);

        CommandRun run = validate(".");

        assertTrue(run.exitCode() > 0, run.err());
        assertTrue((run.out() + run.err()).contains("./deep.xml:"), run.err());
        assertTrue(run.err().lines().toList().getLast().contains("file"), run.err());
    }

    @Test
    void poolsAreComparedAcrossFiles() throws IOException {
        write("a.xml", POOL);
        write("b.xml", POOL.replace("<name>images", "<name>other"));

        CommandRun run = validate("a.xml", "b.xml");

        assertEquals(2, run.out().lines().filter(line -> line.endsWith("[same-target-path]")).count(), run.out());
        assertEquals(0, validate("a.xml").exitCode());
    }

    @Test
    void aTerminalGetsColoursAndNothingThatADocumentSmugglesIn() throws IOException {
        write("a.xml", TYPO);
        write("bell.xml", "<pool type='\u0007\u001B[2J'><name>a</name></pool>");

        CommandRun run = CommandRun.in(folder, "", Locale.ENGLISH, true, "a.xml");
        CommandRun plain = validate("a.xml", "bell.xml");

        assertTrue(run.out().contains("\u001B[1;31merror:\u001B[0m"), run.out());
        assertEquals(plain.out().lines().findFirst().orElseThrow(),
                run.out().replaceAll("\u001B\\[[0-9;]*m", "").stripTrailing());
        assertFalse(plain.out().contains("\u001B") || plain.out().contains("\u0007"), plain.out());
    }

    @Test
    void versionTellsTheSchemasAndTheirPlace() {
        CommandRun run = validate("--version");

        assertEquals(0, run.exitCode());
        assertTrue(run.out().lines().findFirst().orElseThrow().equals("virt-workbench 0"), run.out());
        assertTrue(run.out().lines().count() >= 2, run.out());
    }

    private static List<JsonObject> diagnostics(CommandRun run) {
        List<JsonObject> all = new ArrayList<>();
        for (JsonElement entry : JsonParser.parseString(run.out()).getAsJsonArray()) {
            entry.getAsJsonObject().getAsJsonArray("diagnostics").forEach(d -> all.add(d.getAsJsonObject()));
        }
        return all;
    }

    private static List<String> strings(JsonArray objects, String name) {
        List<String> values = new ArrayList<>();
        objects.forEach(object -> values.add(object.getAsJsonObject().get(name).getAsString()));
        return values;
    }
}
