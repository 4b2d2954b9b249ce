package dev.virtworkbench.language.commandlines;

import dev.virtworkbench.language.commandlines.Translation.Document;
import dev.virtworkbench.language.syntax.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code qemu-img create}: a volume of the pool in whose folder the image would be. */
final class ImageCommand implements CommandReader {

    private static final Map<String, String> WITH_VALUE = Map.of("-f", "format", "-o", "options", "-b", "backing", "-F",
            "backing-format", "--object", "object", "--format", "format", "--backing", "backing", "--backing-format", "backing-format");

    @Override
    public Optional<Document> read(List<Word> words, Notes notes) {
        Arguments given = new Arguments();
        List<Word> positional = new ArrayList<>();
        split(words, given, positional);
        String format = given.text("format");
        Element volume = new Element("volume");
        String folder = "";
        if (positional.isEmpty()) {
            volume.add("name");
        } else {
            Word file = positional.getFirst();
            volume.add("name").text(DiskPaths.name(file.text()));
            folder = file.text().substring(0, file.text().length() - DiskPaths.name(file.text()).length());
            notes.different(file.span(), folder.isEmpty() ? "image.pool" : "image.folder", folder);
        }
        List<Suboptions> options = given.takeAll("options").stream().map(word -> new Suboptions(word, "")).toList();
        capacity(volume, positional, options, notes);
        target(volume, format.isEmpty() ? "raw" : format, options, notes);
        backing(volume, folder, given, options, notes);
        volume.sort(List.of("name", "capacity", "allocation", "target", "backingStore"));
        options.forEach(option -> option.leftOver(notes, "-o"));
        given.takeGiven("-q", "-u").forEach(each -> notes.leftOut(each.span(), "option.output", each.option()));
        given.leftOver(notes);
        positional.stream().skip(2).forEach(word -> notes.leftOut(word.span(), "word.unknown", word.text()));
        return Optional.of(Document.of(volume, ""));
    }

    private static void split(List<Word> words, Arguments given, List<Word> positional) {
        Deque<Word> rest = new ArrayDeque<>(words);
        while (!rest.isEmpty()) {
            Word word = rest.pop();
            String text = word.text();
            String option = text.startsWith("--") || text.length() < 2 ? text : text.substring(0, 2);
            if (!text.startsWith("-") || text.equals("-")) {
                positional.add(word);
            } else if (WITH_VALUE.containsKey(option) && text.length() > option.length()) {
                given.give(WITH_VALUE.get(option), word.part(text.substring(option.length())), word.span());
            } else if (WITH_VALUE.containsKey(option) && !rest.isEmpty()) {
                Word value = rest.pop();
                given.give(WITH_VALUE.get(option), value, new Span(word.span().start(), value.span().end()));
            } else {
                given.give(text, word, word.span());
            }
        }
    }

    private static void capacity(Element volume, List<Word> positional, List<Suboptions> options, Notes notes) {
        Optional<String> option = options.stream().flatMap(each -> each.take("size").stream()).findFirst();
        Optional<String> written = positional.size() > 1 ? Optional.of(positional.get(1).text()) : option;
        written.ifPresent(size -> Size.ofQemu(size, "bytes").ifPresentOrElse(known -> volume.add(known.element("capacity")),
                () -> notes.needed(positional.getLast().span(), "size.unread", size)));
    }

    private static void target(Element volume, String format, List<Suboptions> options, Notes notes) {
        Element target = volume.add("target");
        target.add("format", "type", format.equals("vhdx") ? "raw" : format);
        for (Suboptions option : options) {
            option.take("compat").ifPresent(version -> target.add("compat").text(version.equals("v3") ? "1.1" : version.equals("v2") ? "0.10" : version));
            if (option.on("nocow")) {
                target.add("nocow");
            }
            option.take("cluster_size").flatMap(size -> Size.ofQemu(size, "bytes")).ifPresent(size -> target.add(size.element("clusterSize")));
            for (String feature : List.of("lazy_refcounts", "extended_l2")) {
                if (option.on(feature)) {
                    target.child("features").add(feature);
                }
            }
            option.take("preallocation").filter(kind -> !kind.equals("off"))
                    .ifPresent(kind -> preallocation(volume, kind, option.word(), notes));
        }
    }

    /** libvirt allocates what the document says, and metadata when it is asked to by a flag. */
    private static void preallocation(Element volume, String kind, Word word, Notes notes) {
        if (kind.equals("metadata")) {
            notes.leftOut(word.span(), "volume.preallocation");
        } else {
            volume.find("capacity").ifPresent(size -> volume.add("allocation", "unit", size.get("unit")).text(size.text()));
        }
    }

    private static void backing(Element volume, String folder, Arguments given, List<Suboptions> options, Notes notes) {
        Optional<Word> below = given.take("backing").or(() -> options.stream().flatMap(option ->
                option.take("backing_file").map(option.word()::part).stream()).findFirst());
        Optional<String> format = given.take("backing-format").map(Word::text).or(() -> options.stream().flatMap(option ->
                option.take("backing_fmt").stream()).findFirst());
        below.ifPresent(word -> {
            Element backing = volume.add("backingStore");
            String path = word.startsWith("/") ? word.text() : folder + word.text();
            backing.add("path").text(path);
            DiskPaths.check(word, path, "file", notes);
            format.ifPresentOrElse(known -> backing.add("format", "type", known), () -> notes.needed(word.span(), "backing.format"));
        });
    }
}
