package dev.virtworkbench.language.commandlines;

import dev.virtworkbench.language.commandlines.Translation.Document;
import java.util.List;
import java.util.Optional;

/** {@code virsh snapshot-create-as}. */
final class SnapshotCommand implements CommandReader {

    private static final VirshOptions OPTIONS = VirshOptions.of("domain name description memspec").withAll("diskspec");

    @Override
    public Optional<Document> read(List<Word> words, Notes notes) {
        Arguments given = OPTIONS.read(words, notes);
        Element snapshot = new Element("domainsnapshot");
        given.take("name").ifPresent(name -> snapshot.add("name").text(name.text()));
        given.take("description").ifPresent(text -> snapshot.add("description").text(text.text()));
        given.take("memspec").ifPresent(word -> memory(snapshot, new Suboptions(word, "file"), notes));
        List<Word> disks = given.takeAll("diskspec");
        if (!disks.isEmpty()) {
            Element list = snapshot.add("disks");
            disks.forEach(word -> disk(list, new Suboptions(word, "disk"), notes));
        }
        given.leaveOut(notes, "snapshot.flag", "no-metadata", "halt", "disk-only", "reuse-external", "quiesce", "atomic", "live");
        given.leaveOut(notes, "option.output", "print-xml", "validate");
        String domain = given.text("domain");
        given.leftOver(notes);
        return Optional.of(Document.of(snapshot, domain));
    }

    private static void memory(Element snapshot, Suboptions memory, Notes notes) {
        snapshot.add("memory", "snapshot", memory.text("snapshot"), "file", memory.text("file"));
        memory.leftOver(notes, "memspec");
    }

    private static void disk(Element list, Suboptions disk, Notes notes) {
        String type = disk.text("stype");
        Element element = list.add("disk", "name", disk.text("disk"), "snapshot", disk.text("snapshot"), "type", type);
        disk.take("driver").ifPresent(driver -> element.add("driver", "type", driver));
        disk.take("file").ifPresent(file -> element.add("source", type.equals("block") ? "dev" : "file", file));
        disk.leftOver(notes, "diskspec");
    }
}
