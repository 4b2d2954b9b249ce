package dev.virtworkbench.language.relaxng;

import java.util.Objects;
import java.util.Optional;

/** A schema that cannot be read or is no correct RELAX NG. */
public final class GrammarException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient SourceLocation location;

    GrammarException(String message, SourceLocation location, Throwable cause) {
        super(Objects.requireNonNullElse(message, "unreadable"), cause);
        this.location = location;
    }

    /** Where the mistake is; empty only if not even the file is known. */
    public Optional<SourceLocation> location() {
        return Optional.ofNullable(location);
    }
}
