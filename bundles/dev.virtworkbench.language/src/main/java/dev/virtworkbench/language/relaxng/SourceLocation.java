package dev.virtworkbench.language.relaxng;

import java.net.URI;

/**
 * A place in a schema file.
 *
 * @param file where the file is, as its {@link SchemaSource} names it
 * @param line 1-based; 0 if unknown
 * @param column 1-based, behind the construct's start tag as SAX counts; 0 if unknown
 */
public record SourceLocation(URI file, int line, int column) {

    @Override
    public String toString() {
        return line > 0 ? file + ":" + line + ":" + column : file.toString();
    }
}
