package dev.virtworkbench.language.rules;

import dev.virtworkbench.language.findings.Finding;
import dev.virtworkbench.language.findings.Fix;
import dev.virtworkbench.language.syntax.TextEdit;
import dev.virtworkbench.language.syntax.XmlTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A document and what the rules tell of it, as one text: each spot stands between ⟦ and ⟧, and below a line of {@code ====} come
 * the findings in the order of their spots, each with the lines its fixes change. A document without findings has no such line.
 */
final class RuleExample {

    private static final String LINE = "====\n";

    private final String document;
    private final WorkspaceFacts workspace;

    private RuleExample(String document, WorkspaceFacts workspace) {
        this.document = document;
        this.workspace = workspace;
    }

    /** Reads an example; its workspace is the folder {@code workspace} beside it. */
    static RuleExample read(Path file) throws IOException {
        Path folder = file.resolveSibling("workspace");
        List<WorkspaceFacts.Pool> pools = Files.isDirectory(folder) ? pools(folder) : List.of();
        return new RuleExample(documentOf(Files.readString(file)), () -> pools);
    }

    static List<WorkspaceFacts.Pool> pools(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().flatMap(file -> {
                try {
                    XmlTree tree = XmlTree.parse(Files.readString(file));
                    return WorkspaceFacts.Pool.of(file.getFileName().toString(), tree).stream();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }).toList();
        }
    }

    /** The document without marks and findings. */
    static String documentOf(String example) {
        int line = example.indexOf("\n" + LINE);
        String marked = line < 0 ? example : example.substring(0, line + 1);
        return marked.replace("⟦", "").replace("⟧", "");
    }

    String document() {
        return document;
    }

    List<Finding> findings() {
        return findings(document);
    }

    List<Finding> findings(String text) {
        return Rules.check(new RuleContext(XmlTree.parse(text), workspace, List.of()));
    }

    /** The example as it should read. */
    String rendered() {
        StringBuilder marked = new StringBuilder(document);
        StringBuilder told = new StringBuilder();
        List<Finding> findings = findings();
        for (int i = findings.size() - 1; i >= 0; i--) {
            Finding finding = findings.get(i);
            marked.insert(finding.span().end(), '⟧').insert(finding.span().start(), '⟦');
        }
        for (Finding finding : findings) {
            told.append(finding.severity().name().toLowerCase(Locale.ROOT)).append(": ")
                    .append(finding.text(Locale.ENGLISH)).append('\n');
            for (Finding.Related related : finding.related()) {
                int line = XmlTree.parse(document).lines().position(related.span().start()).line() + 1;
                told.append("  line ").append(line).append(": ").append(related.message().in(Locale.ENGLISH)).append('\n');
            }
            for (Fix fix : finding.fixes()) {
                told.append("  ").append(fix.safe() ? "safe fix" : "fix").append(": ")
                        .append(fix.title().in(Locale.ENGLISH)).append('\n').append(changedLines(fix));
            }
        }
        return told.isEmpty() ? marked.toString() : marked.append(LINE).append(told).toString();
    }

    private String changedLines(Fix fix) {
        List<String> before = document.lines().toList();
        List<String> after = TextEdit.apply(document, fix.edits()).lines().toList();
        int same = 0;
        while (same < Math.min(before.size(), after.size()) && before.get(same).equals(after.get(same))) {
            same++;
        }
        int tail = 0;
        while (tail < Math.min(before.size(), after.size()) - same
                && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        StringBuilder out = new StringBuilder();
        before.subList(same, before.size() - tail).forEach(line -> out.append("  - ").append(line).append('\n'));
        after.subList(same, after.size() - tail).forEach(line -> out.append("  + ").append(line).append('\n'));
        return out.toString();
    }
}
