package dev.virtworkbench.language.structure;

import dev.virtworkbench.language.syntax.Span;

/**
 * A remark shown inside the text.
 *
 * @param offset where it stands: right behind the value
 * @param label what it says, in symbols that need no translation, as in {@code = 1 GiB} or {@code ≈ 9.31 GiB}
 * @param value the value it is about, without quotes
 */
public record InlayHint(int offset, String label, Span value) {
}
