package dev.virtworkbench.language.commandlines;

import dev.virtworkbench.language.syntax.Span;
import java.util.List;

/**
 * One simple command of a text: a program and its arguments.
 *
 * @param words at least one
 * @param notes on what the shell itself would have done for it
 */
record ShellCommand(List<Word> words, List<Note> notes) {

    ShellCommand {
        words = List.copyOf(words);
        notes = List.copyOf(notes);
    }

    Span span() {
        return new Span(words.getFirst().span().start(), words.getLast().span().end());
    }

    /** Without its first words. */
    ShellCommand from(int index) {
        return new ShellCommand(words.subList(index, words.size()), notes);
    }
}
