package dev.virtworkbench.server.command;

import dev.virtworkbench.language.findings.Message;
import dev.virtworkbench.language.schema.SchemaException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.stream.Collectors;

/** Why something went wrong with a file, in words for people. */
final class Failures {

    private Failures() {
    }

    static Message reason(Throwable failure) {
        return switch (failure) {
            case AccessDeniedException denied -> Message.of(Failures.class, "denied");
            case NoSuchFileException gone -> Message.of(Failures.class, "noSuchFile");
            // The system's own words, without the path that Java puts before them.
            case FileSystemException other when other.getReason() != null ->
                    Message.of(Failures.class, "unreadable", other.getReason());
            case SchemaException none -> Message.of(Failures.class, "noSchema", none.kind().schemaFile(),
                    none.failures().stream().map(tried -> tried.reason().getMessage()).distinct()
                            .collect(Collectors.joining("; ")));
            case OutOfMemoryError full -> Message.of(Failures.class, "outOfMemory");
            case StackOverflowError deep -> Message.of(Failures.class, "tooDeep");
            default -> Message.of(Failures.class, "unreadable", failure.getMessage() == null
                    ? failure.getClass().getSimpleName() : failure.getMessage());
        };
    }
}
