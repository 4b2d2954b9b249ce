package dev.virtworkbench.server.command;

import dev.virtworkbench.language.LibvirtDocument;
import dev.virtworkbench.language.findings.Finding;
import dev.virtworkbench.language.findings.Message;
import dev.virtworkbench.language.reading.DecodedDocument;
import dev.virtworkbench.language.reading.DocumentReader;
import dev.virtworkbench.language.reading.ReadingProblem;
import dev.virtworkbench.language.rules.WorkspaceFacts;
import dev.virtworkbench.language.rules.WorkspaceFacts.Pool;
import dev.virtworkbench.language.schema.SchemaException;
import dev.virtworkbench.language.syntax.LineIndex;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** Reads, judges and mends inputs one by one. Thread-safe; whatever one input does to it, the others are judged. */
final class Judge {

    /** Documents from here on are judged one after the other, so that memory is needed for one of them only. */
    private static final int LARGE = 1 << 20;

    private static final LineIndex NO_LINES = new LineIndex("");

    private final Recogniser recogniser;
    private final Options.Fixing fixing;
    private final InputStream standardInput;
    private final ThreadLocal<DocumentReader> readers = ThreadLocal.withInitial(DocumentReader::new);
    private final ReentrantLock large = new ReentrantLock();

    Judge(Recogniser recogniser, Options.Fixing fixing, InputStream standardInput) {
        this.recogniser = recogniser;
        this.fixing = fixing;
        this.standardInput = standardInput;
    }

    Judgement judge(Input input) {
        return guarded(input.name(), () -> switch (input) {
            case Input.File file -> file(file);
            case Input.StandardInput standard -> standardInput(standard);
            case Input.Unusable unusable ->
                    new Judgement.NotJudged(unusable.name(), unusable.reason(), unusable.failure());
        });
    }

    private interface Work {
        Judgement run() throws IOException, SchemaException;
    }

    private static Judgement guarded(String name, Work work) {
        try {
            return work.run();
        } catch (IOException | SchemaException | RuntimeException | StackOverflowError | OutOfMemoryError failure) {
            return new Judgement.NotJudged(name, Failures.reason(failure), true);
        }
    }

    private Judgement file(Input.File file) throws IOException, SchemaException {
        // What is called XML is expected to be a document, wherever it was found.
        boolean expected = file.named() || file.name().toLowerCase(Locale.ROOT).endsWith(".xml");
        Optional<byte[]> bytes = FileBytes.read(file.path());
        if (bytes.isEmpty()) {
            return unfit(file, expected || FileBytes.beginsAsMarkup(file.path()), tooLarge());
        }
        return document(file, expected, bytes.get());
    }

    private Judgement standardInput(Input.StandardInput input) throws IOException, SchemaException {
        Optional<byte[]> bytes = FileBytes.read(standardInput);
        return bytes.isEmpty()
                ? unfit(input, true, tooLarge())
                : document(input, true, bytes.get());
    }

    private Judgement document(Input input, boolean expected, byte[] bytes) throws SchemaException {
        if (bytes.length < LARGE) {
            return recognised(input, expected, bytes);
        }
        large.lock();
        try {
            return recognised(input, expected, bytes);
        } finally {
            large.unlock();
        }
    }

    private Judgement recognised(Input input, boolean expected, byte[] bytes) throws SchemaException {
        DecodedDocument decoded = readers.get().read(bytes);
        if (decoded.binary()) {
            return unfit(input, expected, decoded.problems().getFirst().finding().message());
        }
        Optional<LibvirtDocument> document = recogniser.read(path(input), decoded.text());
        if (document.isEmpty()) {
            boolean named = !(input instanceof Input.File file) || file.named();
            return new Judgement.PassedOver(input.name(), named ? Optional.of(stranger(decoded.text())) : Optional.empty());
        }
        Optional<Pool> pool = Pool.of(input.name(), document.get().tree());
        if (pool.isEmpty()) {
            return judged(input, bytes, decoded, document.get(), WorkspaceFacts.NONE);
        }
        return new Judgement.Waiting(input.name(), pool.get(), others -> guarded(input.name(),
                () -> judged(input, bytes, decoded, document.get(), others)));
    }

    /** An input that cannot be read as a document: a failure only where one was to be expected. */
    private static Judgement unfit(Input input, boolean expected, Message reason) {
        return expected ? new Judgement.NotJudged(input.name(), reason, true)
                : new Judgement.PassedOver(input.name(), Optional.of(reason));
    }

    private static Message tooLarge() {
        return message("tooLarge", FileBytes.LIMIT >> 20);
    }

    /** Why a document that the person named is left alone. */
    private static Message stranger(String text) {
        Optional<XmlElement> root = XmlTree.parse(text).root();
        return root.isPresent() ? message("notLibvirts", root.get().name()) : message("noRoot");
    }

    private Judgement judged(Input input, byte[] bytes, DecodedDocument decoded, LibvirtDocument document,
            WorkspaceFacts others) throws SchemaException {
        Assessment found = assessment(bytes, decoded, document, others);
        if (fixing == Options.Fixing.NONE || found.findings().isEmpty() || !(input instanceof Input.File file)) {
            return judged(input, found, 0, Optional.empty());
        }
        if (!decoded.reproduces(bytes)) {
            return judged(input, found, 0, Optional.of(message("notReproduced")));
        }
        Mender mender = new Mender(fixing, changed -> {
            DecodedDocument again = readers.get().read(changed);
            Optional<LibvirtDocument> next = recogniser.read(path(input), again.text());
            return next.isEmpty() ? found : assessment(changed, again, next.get(), others);
        });
        Assessment mended = mender.mend(found);
        if (mended == found) {
            return judged(input, found, 0, Optional.empty());
        }
        try {
            FileReplacement.replace(file.path(), bytes, mended.bytes());
            return judged(input, mended, found.findings().size() - mended.findings().size(), Optional.empty());
        } catch (IOException unwritable) {
            return judged(input, found, 0, Optional.of(message("notMended", Failures.reason(unwritable))));
        }
    }

    private static Judgement judged(Input input, Assessment assessment, int mended, Optional<Message> unwritten) {
        boolean clean = assessment.findings().isEmpty();
        return new Judgement.Judged(input.name(), assessment.kind(), clean ? "" : assessment.decoded().text(),
                clean ? NO_LINES : assessment.tree().lines(), assessment.findings(), mended, unwritten);
    }

    private static Assessment assessment(byte[] bytes, DecodedDocument decoded, LibvirtDocument document,
            WorkspaceFacts others) throws SchemaException {
        XmlTree tree = document.tree();
        List<ReadingProblem> problems = decoded.problemsBeyond(tree);
        List<Finding> findings = new ArrayList<>(document.findings(others));
        if (!problems.isEmpty()) {
            // A character that could not be read is not wrong a second time for what it is not.
            findings.removeIf(finding -> finding.span().of(decoded.text()).indexOf('\uFFFD') >= 0);
            problems.forEach(problem -> findings.add(problem.finding()));
            findings.sort(Comparator.comparingInt(finding -> finding.span().start()));
        }
        return new Assessment(bytes, decoded, Recogniser.kind(document), tree, List.copyOf(findings));
    }

    /** What a document's place tells of its kind does not depend on the folder that the person stands in. */
    private static String path(Input input) {
        return input instanceof Input.File file ? file.path().toAbsolutePath().normalize().toString() : "";
    }

    private static Message message(String key, Object... arguments) {
        return Message.of(Judge.class, key, arguments);
    }
}
