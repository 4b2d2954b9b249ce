package dev.virtworkbench.language.commandlines;

import dev.virtworkbench.language.commandlines.Translation.Document;
import java.util.List;
import java.util.Optional;

/** {@code virsh attach-disk}. */
final class DiskCommand implements CommandReader {

    private static final VirshOptions OPTIONS = VirshOptions.of("domain source target targetbus driver subdriver iothread cache io type mode"
            + " sourcetype serial wwn alias address source-protocol source-host-name source-host-transport source-host-socket");

    @Override
    public Optional<Document> read(List<Word> words, Notes notes) {
        Arguments given = OPTIONS.read(words, notes);
        String domain = given.text("domain");
        Optional<Word> source = given.take("source");
        String path = source.map(Word::text).orElse("");
        String type = type(path, given);
        Element disk = new Element("disk", "type", type, "device", given.text("type"), "rawio", given.flag("rawio") ? "yes" : "");
        driver(disk, given);
        source.filter(word -> !path.isEmpty()).ifPresent(word -> {
            source(disk, type, path, given);
            DiskPaths.check(word, path, type, notes);
            DiskPaths.checkFormat(word, path, disk, notes);
        });
        disk.add("target", "dev", given.text("target"), "bus", given.text("targetbus"));
        mode(disk, given, notes);
        child(disk, "serial", given);
        child(disk, "wwn", given);
        given.take("alias").ifPresent(alias -> disk.add("alias", "name", alias.text()));
        given.take("address").ifPresent(address -> disk.add(Addresses.ofDisk(address.text()))
                .set("multifunction", given.flag("multifunction") ? "on" : ""));
        given.leaveOut(notes, "attach.when", "persistent", "config", "live", "current");
        given.leaveOut(notes, "option.output", "print-xml");
        given.leftOver(notes);
        return Optional.of(Document.of(disk, domain));
    }

    /** virsh looks at the source itself; what is under /dev is a device on any host. */
    private static String type(String path, Arguments given) {
        String stated = given.text("sourcetype");
        if (given.has("source-protocol")) {
            return "network";
        }
        return stated.isEmpty() ? path.startsWith("/dev/") ? "block" : "file" : stated;
    }

    private static void driver(Element disk, Arguments given) {
        Element driver = new Element("driver", "name", given.text("driver"), "type", given.text("subdriver"), "cache",
                given.text("cache"), "io", given.text("io"), "iothread", given.text("iothread"));
        if (!driver.isEmpty()) {
            disk.add(driver);
        }
    }

    private static void source(Element disk, String type, String path, Arguments given) {
        if (type.equals("network")) {
            Element source = disk.add("source", "protocol", given.text("source-protocol"), "name", path);
            Element host = new Element("host", "name", "", "transport", given.text("source-host-transport"), "socket",
                    given.text("source-host-socket"));
            String name = given.text("source-host-name");
            int colon = name.lastIndexOf(':');
            host.set("name", colon > 0 ? name.substring(0, colon) : name).set("port", colon > 0 ? name.substring(colon + 1) : "");
            if (!host.isEmpty()) {
                source.add(host);
            }
        } else {
            disk.add("source", type.equals("block") ? "dev" : "file", path);
        }
    }

    private static void mode(Element disk, Arguments given, Notes notes) {
        given.take("mode").ifPresent(mode -> {
            if (List.of("readonly", "shareable").contains(mode.text())) {
                disk.add(mode.text());
            } else {
                notes.leftOut(mode.span(), "value.unknown", mode.text(), "mode");
            }
        });
    }

    private static void child(Element disk, String name, Arguments given) {
        given.take(name).ifPresent(value -> disk.add(name).text(value.text()));
    }
}
