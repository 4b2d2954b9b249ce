package dev.virtworkbench.language.structure;

import dev.virtworkbench.language.syntax.Span;
import java.net.URI;

/**
 * A place that leads to a file or a web page.
 *
 * @param span the path or address, without quotes
 * @param target a {@code file:}, {@code http:} or {@code https:} URI
 */
public record DocumentLink(Span span, URI target) {
}
