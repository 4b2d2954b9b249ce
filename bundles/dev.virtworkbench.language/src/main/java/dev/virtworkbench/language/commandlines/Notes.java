package dev.virtworkbench.language.commandlines;

import dev.virtworkbench.language.findings.Message;
import dev.virtworkbench.language.syntax.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Takes notes while one command is read. A note that is there already is not taken twice. */
final class Notes {

    private final List<Note> notes = new ArrayList<>();

    static Message message(String key, Object... arguments) {
        return Message.of(Notes.class, key, arguments);
    }

    void needed(Span span, String key, Object... arguments) {
        take(Note.Kind.NEEDED, span, key, arguments);
    }

    void different(Span span, String key, Object... arguments) {
        take(Note.Kind.DIFFERENT, span, key, arguments);
    }

    void leftOut(Span span, String key, Object... arguments) {
        take(Note.Kind.LEFT_OUT, span, key, arguments);
    }

    private void take(Note.Kind kind, Span span, String key, Object... arguments) {
        Note note = new Note(kind, message(key, arguments), span);
        if (notes.stream().noneMatch(known -> known.message().equals(note.message()))) {
            notes.add(note);
        }
    }

    void addAll(List<Note> others) {
        notes.addAll(others);
    }

    /** What has to be done first. */
    List<Note> all() {
        return notes.stream().sorted(Comparator.comparing(Note::kind)).toList();
    }
}
