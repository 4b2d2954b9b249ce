package dev.virtworkbench.language.commandlines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.virtworkbench.language.LibvirtLanguage;
import dev.virtworkbench.language.commandlines.Note.Kind;
import dev.virtworkbench.language.findings.Finding;
import dev.virtworkbench.language.findings.Severity;
import dev.virtworkbench.language.rules.WorkspaceFacts;
import dev.virtworkbench.language.schema.SchemaException;
import dev.virtworkbench.language.schema.SchemaLocations;
import dev.virtworkbench.language.schema.Schemas;
import dev.virtworkbench.language.syntax.XmlTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each file in {@code commandlines/} has commands, a line {@code ====} and what they become: for each its notes ({@code !} needed, {@code
 * ~} different, {@code -} left out), its XML, and what is found in that ({@code ?}). A new case is a new file;
 * {@code -Dvirtworkbench.rewrite=true} writes what comes out today into the files, to be read before they are committed.
 */
class CommandLinesTest {

    private static final Path EXAMPLES = Path.of("src/test/resources/dev/virtworkbench/language/commandlines");
    private static final LibvirtLanguage LANGUAGE = 
            new LibvirtLanguage(new Schemas(SchemaLocations.search(Optional.empty()), Runnable::run));
    private static final String BAR = "====\n";
    private static final long SEED = 20261121;

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            return files.sorted().toList();
        }
    }

    @TestFactory
    Stream<DynamicTest> examples() throws IOException {
        return files().stream().map(file -> dynamicTest(file.getFileName().toString(), () -> check(file)));
    }

    private static void check(Path file) throws IOException, SchemaException {
        String all = Files.readString(file);
        String command = all.substring(0, all.indexOf(BAR));
        StringBuilder out = new StringBuilder(command).append(BAR);
        for (Translation each : CommandLines.read(command)) {
            out.append("## ").append(each.command()).append(each.document().map(document -> document.owner().isEmpty() ? ""
                    : " (" + document.owner() + ")").orElse("")).append('\n');
            each.notes().forEach(note -> out.append(sign(note.kind())).append(' ').append(note.message().in(Locale.ENGLISH)).append('\n'));
            if (each.document().isPresent()) {
                String xml = each.document().get().xml();
                List<Finding> findings = findings(xml);
                out.append(xml);
                findings.forEach(finding -> out.append("? ").append(finding.text(Locale.ENGLISH)).append('\n'));
                assertTrue(findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR)
                        || each.notes().stream().anyMatch(note -> note.kind() == Kind.NEEDED), () -> "libvirt would refuse it:\n" + out);
            }
        }
        if (Boolean.getBoolean("virtworkbench.rewrite")) {
            Files.writeString(file, out.toString());
        }
        assertEquals(Files.readString(file), out.toString());
    }

    private static char sign(Kind kind) {
        return switch (kind) {
            case NEEDED -> '!';
            case DIFFERENT -> '~';
            case LEFT_OUT -> '-';
        };
    }

    private static List<Finding> findings(String xml) throws SchemaException {
        return LANGUAGE.readDeclared("x.xml", xml).orElseThrow(() -> new AssertionError("not libvirt's:\n" + xml))
                .findings(WorkspaceFacts.NONE);
    }

    /** Whatever is cut, doubled or put between the examples' characters: something is read, and what comes out is well-formed. */
    @Test
    void everyTextIsRead() throws IOException {
        List<String> examples = new ArrayList<>();
        for (Path file : files()) {
            String all = Files.readString(file);
            examples.add(all.substring(0, all.indexOf(BAR)));
        }
        List<String> splinters = List.of("'", "\"", "\\", "\n", "$(", "`", "<<EOF\n", "--", "-", "=", ",", ",,", " ", "\u0000", "\ud800", "<", "]]>",
                "&", "-->", "{", ":", "/", "~", "99999999999999999999", "1.5", "\ufffe", "中文", "--disk ", "-drive ", "-device ", "-vnc :");
        Random random = new Random(SEED);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder(examples.get(random.nextInt(examples.size())));
            for (int change = random.nextInt(6); change >= 0 && !text.isEmpty(); change--) {
                int at = random.nextInt(text.length());
                if (random.nextBoolean()) {
                    text.insert(at, splinters.get(random.nextInt(splinters.size())));
                } else {
                    text.delete(at, Math.min(text.length(), at + random.nextInt(12)));
                }
            }
            String written = text.toString();
            for (Translation each : CommandLines.read(written)) {
                each.document().ifPresent(document -> assertTrue(XmlTree.parse(document.xml()).wellFormed(), () -> written + "\n" + document.xml()));
                each.notes().forEach(note -> {
                    assertTrue(note.span().end() <= written.length(), written);
                    assertFalse(note.message().in(Locale.SIMPLIFIED_CHINESE).isEmpty());
                });
            }
            for (Finding finding : PastedCommands.findings(XmlTree.parse(written))) {
                finding.fixes().forEach(fix -> assertTrue(XmlTree.parse(fix.edits(Locale.ENGLISH).getFirst().newText()).wellFormed(),
                        () -> fix.edits(Locale.ENGLISH).toString()));
            }
        }
    }

    @Test
    void optionsOfQemuAreFoundWithoutItAndNothingElseThatLooksAlike() {
        assertEquals(List.of("qemu"), CommandLines.find("  -hda /srv/a.img -boot order=c\n").stream().map(Translation::command).toList());
        assertEquals(List.of(), CommandLines.find("grub-install -boot x"));
        assertEquals(List.of(), CommandLines.find("- a list\n- about -drive and -boot \n"));
        assertEquals(List.of(), CommandLines.find("-m 512 -smp 2"));
    }

    @Test
    void aLongTextIsReadInATimeLinearInItsLength() {
        String text = "virsh pool-define-as a dir --target '/a\\\n".repeat(20_000) + "$(".repeat(20_000) + "# ".repeat(20_000);
        assertEquals(List.of(), CommandLines.find("kvmish " + text.replace("virsh", "x").replace("pool-define-as", "y")));
        assertTrue(CommandLines.read(text).size() > 0);
    }

    @Test
    void everyNoteHasItsWordsInBothLanguages() {
        ResourceBundle english = ResourceBundle.getBundle("dev.virtworkbench.language.commandlines.messages", Locale.ROOT);
        ResourceBundle chinese = ResourceBundle.getBundle("dev.virtworkbench.language.commandlines.messages", Locale.SIMPLIFIED_CHINESE);
        assertTrue(english.keySet().size() > 60);
        for (String key : english.keySet()) {
            String words = chinese.getString(key);
            assertTrue(words.codePoints().anyMatch(Character::isIdeographic), key + ": " + words);
            assertEquals(arguments(english.getString(key)), arguments(words), key);
        }
    }

    private static Set<String> arguments(String text) {
        return Pattern.compile("\\{\\d}").matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    @Test
    void proseIsNoCommand() {
        assertEquals(List.of(), CommandLines.find("Start it with virsh start, as kvm does.\n"));
        assertEquals(List.of(), CommandLines.find("<pool type='dir'/>"));
        assertEquals(List.of(), CommandLines.find(""));
    }
}
