package dev.virtworkbench.language.commandlines;

import dev.virtworkbench.language.commandlines.Translation.Document;
import java.util.List;
import java.util.Optional;

/** {@code virsh vol-create-as}. */
final class VolumeCommand implements CommandReader {

    private static final VirshOptions OPTIONS =
            VirshOptions.of("pool name capacity allocation format backing-vol backing-vol-format");

    @Override
    public Optional<Document> read(List<Word> words, Notes notes) {
        Arguments given = OPTIONS.read(words, notes);
        String pool = given.text("pool");
        Element volume = new Element("volume");
        volume.add("name").text(given.text("name"));
        size(volume, "capacity", given, notes);
        size(volume, "allocation", given, notes);
        String format = given.text("format");
        if (!format.isEmpty()) {
            volume.add("target").add("format", "type", format);
        }
        backing(volume, given, notes);
        if (given.flag("prealloc-metadata")) {
            given.takeGiven("prealloc-metadata").forEach(each -> notes.leftOut(each.span(), "volume.preallocation"));
        }
        given.leaveOut(notes, "option.output", "print-xml", "validate");
        given.leftOver(notes);
        return Optional.of(Document.of(volume, pool));
    }

    private static void size(Element volume, String option, Arguments given, Notes notes) {
        given.take(option).ifPresent(word -> Size.ofVirsh(word.text(), "bytes").ifPresentOrElse(
                size -> volume.add(size.element(option)), () -> {
                    notes.needed(word.span(), "size.unread", word.text());
                    volume.add(option).text(word.text());
                }));
    }

    /** virsh looks a name up in the pool; a document has the path. */
    private static void backing(Element volume, Arguments given, Notes notes) {
        Optional<Word> below = given.take("backing-vol");
        Optional<Word> format = given.take("backing-vol-format");
        below.ifPresent(word -> {
            Element backing = volume.add("backingStore");
            backing.add("path").text(word.text());
            if (!word.startsWith("/")) {
                notes.needed(word.span(), "volume.backing", word.text());
            }
            format.ifPresentOrElse(known -> backing.add("format", "type", known.text()),
                    () -> notes.needed(word.span(), "backing.format"));
        });
    }
}
