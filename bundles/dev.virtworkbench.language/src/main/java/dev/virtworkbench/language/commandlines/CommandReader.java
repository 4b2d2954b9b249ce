package dev.virtworkbench.language.commandlines;

import dev.virtworkbench.language.commandlines.Translation.Document;
import java.util.List;
import java.util.Optional;

/** Reads the arguments of one program, or one command of virsh. Has no state. */
@FunctionalInterface
interface CommandReader {

    /**
     * Makes the document; never throws.
     *
     * @param words what stands behind the command's own words
     * @return empty if the command makes none; a note says why
     */
    Optional<Document> read(List<Word> words, Notes notes);
}
