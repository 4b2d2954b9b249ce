package dev.virtworkbench.server.command;

import dev.virtworkbench.language.findings.Finding;
import dev.virtworkbench.language.reading.DecodedDocument;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.List;

/**
 * Bytes, read and judged.
 *
 * @param bytes what was read
 * @param decoded what it says
 * @param kind which kind of document it is
 * @param tree its text, parsed
 * @param findings in document order
 */
record Assessment(byte[] bytes, DecodedDocument decoded, String kind, XmlTree tree, List<Finding> findings) {
}
