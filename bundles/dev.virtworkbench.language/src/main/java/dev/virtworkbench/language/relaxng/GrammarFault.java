package dev.virtworkbench.language.relaxng;

/** Carries a mistake in a schema out through the parser's and Jing's calls. */
final class GrammarFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient SourceLocation location;

    GrammarFault(String message, SourceLocation location) {
        super(message);
        this.location = location;
    }

    SourceLocation location() {
        return location;
    }
}
