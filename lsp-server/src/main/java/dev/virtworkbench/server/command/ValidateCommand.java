package dev.virtworkbench.server.command;

import dev.virtworkbench.language.LibvirtLanguage;
import dev.virtworkbench.language.findings.Message;
import dev.virtworkbench.language.schema.DocumentKind;
import dev.virtworkbench.language.schema.SchemaLocation;
import dev.virtworkbench.language.schema.SchemaLocations;
import dev.virtworkbench.language.schema.Schemas;
import dev.virtworkbench.server.session.CacheFolder;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/** {@code validate [OPTION]... FILE|DIR|-...}: judges documents and says what is wrong with them. */
public final class ValidateCommand {

    private static final Executor SCHEMA_READER = work -> {
        Thread thread = new Thread(work, "schemas");
        thread.setDaemon(true);
        thread.start();
    };

    private final Console console;
    private final Locale locale;
    private final String version;

    /**
     * @param locale the language of messages; the words that programs look for are the same in all
     * @param version of this program
     */
    public ValidateCommand(Console console, Locale locale, String version) {
        this.console = console;
        this.locale = locale;
        this.version = version;
    }

    /**
     * Runs the command. Blocks until every file is judged.
     *
     * @param words what stands behind {@code validate}
     * @return what the process should end with: 0 nothing wrong, 1 findings, 2 something could not be judged or mended
     */
    public int run(List<String> words) {
        try {
            Options options = Options.parse(words);
            return switch (options.wish()) {
                case HELP -> say("help");
                case VERSION -> version(options);
                case VALIDATE -> validate(options);
            };
        } catch (UsageException misunderstood) {
            complain(misunderstood.reason().in(locale));
            complain(Message.of(ValidateCommand.class, "seeHelp").in(locale));
            return Summary.COULD_NOT_RUN;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Summary.COULD_NOT_RUN;
        } finally {
            console.out().flush();
        }
    }

    private int say(String key) {
        console.out().println(Message.of(ValidateCommand.class, key).in(locale));
        return Summary.NOTHING_WRONG;
    }

    private void complain(String text) {
        console.err().println("validate: " + TextReport.printable(text));
    }

    private int validate(Options options) throws UsageException, InterruptedException {
        LibvirtLanguage language = language(options);
        Recogniser recogniser = new Recogniser(language, kind(options));
        Judge judge = new Judge(recogniser, options.fixing(), console.in());
        Summary summary = new Summary();
        try (Judgements judgements = new Judgements(judge)) {
            FileWalk.walk(console.folder(), options.files(), judgements::add);
            ProgressLine progress = new ProgressLine(console.err(), locale,
                    console.errIsTerminal() && !options.quiet(), judgements.size());
            Report report = report(options.format());
            report.begin();
            judgements.forEach(judgement -> {
                summary.count(judgement);
                tell(judgement, report, progress, options.quiet());
                progress.step();
            });
            progress.clear();
            report.end(summary.exitCode());
        } catch (IOException | UncheckedIOException unwritable) {
            complain(Failures.reason(unwritable).in(locale));
            return Summary.COULD_NOT_RUN;
        }
        console.out().flush();
        if (!options.quiet()) {
            console.err().println(summary.text(locale));
        }
        return summary.exitCode();
    }

    private void tell(Judgement judgement, Report report, ProgressLine progress, boolean quiet) {
        try {
            switch (judgement) {
                case Judgement.Judged judged -> {
                    if (!judged.findings().isEmpty() && console.outIsTerminal()) {
                        progress.clear();
                    }
                    report.judged(judged);
                    judged.unwritten().ifPresent(reason -> note(judged.file(), reason, progress));
                }
                case Judgement.PassedOver other -> {
                    if (!quiet) {
                        other.reason().ifPresent(reason -> note(other.file(), reason, progress));
                    }
                }
                case Judgement.NotJudged not -> {
                    report.notJudged(not);
                    if (!quiet || not.failure()) {
                        note(not.file(), not.reason(), progress);
                    }
                }
                case Judgement.Waiting waiting -> throw new IllegalArgumentException(waiting.file());
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private void note(String file, Message reason, ProgressLine progress) {
        progress.clear();
        complain(file + ": " + reason.in(locale));
    }

    private Report report(Options.Format format) {
        return switch (format) {
            case TEXT -> new TextReport(console.out(), locale, console.colours());
            case JSON -> new JsonReport(utf8(), locale);
            case SARIF -> new SarifReport(utf8(), locale, version);
        };
    }

    /** JSON is UTF-8 whatever the locale's charset is. */
    private Writer utf8() {
        return new BufferedWriter(new OutputStreamWriter(console.out(), StandardCharsets.UTF_8));
    }

    private int version(Options options) throws UsageException {
        console.out().println("virt-workbench " + version);
        for (SchemaLocation schemas : locations(options)) {
            console.out().println(Message.of(ValidateCommand.class, "schemas." + schemas.origin().name(),
                    schemas.toString()).in(locale));
        }
        return Summary.NOTHING_WRONG;
    }

    private LibvirtLanguage language(Options options) throws UsageException {
        LibvirtLanguage language = new LibvirtLanguage(new Schemas(locations(options), CacheFolder.grammars(), SCHEMA_READER));
        if (options.files().size() > 1 || !options.files().getFirst().endsWith(".xml")) {
            // In a folder there will be domains, and theirs is the largest schema: it is read while files are looked for.
            language.schemas().load(DocumentKind.DOMAIN);
        }
        return language;
    }

    /** Where schemas are looked for. A folder that the person named has them all, or they cannot be had. */
    private List<SchemaLocation> locations(Options options) throws UsageException {
        if (options.schemas().isEmpty()) {
            return SchemaLocations.search(Optional.empty());
        }
        String folder = options.schemas().get();
        Path path;
        try {
            path = console.folder().resolve(folder);
        } catch (InvalidPathException impossible) {
            throw new UsageException("noSchemaFolder", folder);
        }
        if (!Files.isDirectory(path)) {
            throw new UsageException("noSchemaFolder", folder);
        }
        return SchemaLocations.search(Optional.of(path)).stream()
                .filter(location -> location.origin() == SchemaLocation.Origin.SETTING).toList();
    }

    private static Optional<DocumentKind> kind(Options options) throws UsageException {
        if (options.kind().isEmpty()) {
            return Optional.empty();
        }
        String word = options.kind().get();
        // "snapshot", "checkpoint" and "backup" are domains'.
        Optional<DocumentKind> kind = DocumentKind.of(word).or(() -> DocumentKind.of("domain" + word));
        if (kind.isEmpty()) {
            throw new UsageException("unknownValue", "--kind", word,
                    Arrays.stream(DocumentKind.values()).map(DocumentKind::root).collect(Collectors.joining(", ")));
        }
        return kind;
    }
}
