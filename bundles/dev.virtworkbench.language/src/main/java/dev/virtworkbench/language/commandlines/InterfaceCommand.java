package dev.virtworkbench.language.commandlines;

import dev.virtworkbench.language.commandlines.Translation.Document;
import java.util.List;
import java.util.Optional;

/** {@code virsh attach-interface}. */
final class InterfaceCommand implements CommandReader {

    private static final VirshOptions OPTIONS =
            VirshOptions.of("domain type source target mac script model alias inbound outbound source-mode");

    @Override
    public Optional<Document> read(List<Word> words, Notes notes) {
        Arguments given = OPTIONS.read(words, notes);
        String type = given.text("type");
        Element nic = new Element("interface", "type", type, "managed", given.flag("managed") ? "yes" : "");
        given.take("source").ifPresent(source -> source(nic, type, source.text(), given.text("source-mode")));
        child(nic, "target", "dev", given.take("target"));
        child(nic, "mac", "address", given.take("mac"));
        child(nic, "script", "path", given.take("script"));
        child(nic, "model", "type", given.take("model"));
        child(nic, "alias", "name", given.take("alias"));
        bandwidth(nic, "inbound", given.take("inbound"));
        bandwidth(nic, "outbound", given.take("outbound"));
        given.leaveOut(notes, "attach.when", "persistent", "config", "live", "current");
        given.leaveOut(notes, "option.output", "print-xml");
        String domain = given.text("domain");
        given.leftOver(notes);
        return Optional.of(Document.of(nic, domain));
    }

    private static void source(Element nic, String type, String source, String mode) {
        switch (type) {
            case "network", "bridge" -> nic.add("source", type, source);
            case "hostdev" -> nic.add("source").add(Addresses.pci(source));
            default -> nic.add("source", "dev", source, "mode", mode);
        }
    }

    private static void child(Element nic, String name, String attribute, Optional<Word> value) {
        value.ifPresent(word -> nic.add(name, attribute, word.text()));
    }

    /** Average, peak and burst, commas between them. */
    private static void bandwidth(Element nic, String direction, Optional<Word> value) {
        value.ifPresent(word -> {
            String[] rates = (word.text() + ",,,").split(",", -1);
            nic.child("bandwidth").add(direction, "average", rates[0], "peak", rates[1], "burst", rates[2]);
        });
    }
}
