package dev.virtworkbench.language.commandlines;

import dev.virtworkbench.language.commandlines.Translation.Document;
import java.util.List;
import java.util.Optional;

/** {@code virsh pool-define-as} and {@code pool-create-as}: the document that {@code virshBuildPoolXML} writes. */
final class PoolCommand implements CommandReader {

    private static final VirshOptions OPTIONS = VirshOptions.of("name type source-host source-path source-dev source-name target"
            + " source-format auth-type auth-username secret-usage secret-uuid adapter-name adapter-wwnn adapter-wwpn adapter-parent"
            + " adapter-parent-wwnn adapter-parent-wwpn adapter-parent-fabric-wwn source-protocol-ver source-initiator");

    private final boolean defines;

    PoolCommand(boolean defines) {
        this.defines = defines;
    }

    @Override
    public Optional<Document> read(List<Word> words, Notes notes) {
        Arguments given = OPTIONS.read(words, notes);
        Element pool = new Element("pool", "type", value(given, notes, "type"));
        pool.add("name").text(value(given, notes, "name"));
        source(given, notes, pool);
        String target = value(given, notes, "target");
        if (!target.isEmpty()) {
            pool.add("target").add("path").text(target);
        }
        if (!defines) {
            words.stream().findFirst().ifPresent(word -> notes.different(word.span(), "pool.transient"));
        }
        given.leaveOut(notes, "pool.build", "build", "overwrite", "no-overwrite");
        given.leaveOut(notes, "option.output", "print-xml");
        given.leftOver(notes);
        return Optional.of(Document.of(pool, ""));
    }

    private static void source(Arguments given, Notes notes, Element pool) {
        Element source = new Element("source");
        text(source, "name", value(given, notes, "source-name"));
        attribute(source, "host", "name", value(given, notes, "source-host"));
        attribute(source, "dir", "path", value(given, notes, "source-path"));
        attribute(source, "device", "path", value(given, notes, "source-dev"));
        adapter(given, notes, source);
        String initiator = value(given, notes, "source-initiator");
        if (!initiator.isEmpty()) {
            source.add("initiator").add("iqn", "name", initiator);
        }
        authentication(given, notes, source);
        attribute(source, "format", "type", value(given, notes, "source-format"));
        attribute(source, "protocol", "ver", value(given, notes, "source-protocol-ver"));
        if (!source.isEmpty()) {
            pool.add(source);
        }
    }

    private static void adapter(Arguments given, Notes notes, Element source) {
        String name = value(given, notes, "adapter-name");
        Element fibre = new Element("adapter", "type", "fc_host", "parent", value(given, notes, "adapter-parent"),
                "parent_wwnn", value(given, notes, "adapter-parent-wwnn"), "parent_wwpn", value(given, notes, "adapter-parent-wwpn"),
                "parent_fabric_wwn", value(given, notes, "adapter-parent-fabric-wwn"), "wwnn", value(given, notes, "adapter-wwnn"),
                "wwpn", value(given, notes, "adapter-wwpn"));
        if (!fibre.get("wwnn").isEmpty()) {
            source.add(fibre);
        } else if (!name.isEmpty()) {
            source.add("adapter", "type", "scsi_host", "name", name);
        }
    }

    /** virsh drops it where a part is missing; here the part is found missing instead. */
    private static void authentication(Arguments given, Notes notes, Element source) {
        String type = value(given, notes, "auth-type");
        String user = value(given, notes, "auth-username");
        String usage = value(given, notes, "secret-usage");
        String uuid = value(given, notes, "secret-uuid");
        if (!type.isEmpty() || !user.isEmpty() || !usage.isEmpty() || !uuid.isEmpty()) {
            Element secret = source.add("auth", "type", type, "username", user).add("secret");
            secret.set(usage.isEmpty() ? "uuid" : "usage", usage.isEmpty() ? uuid : usage);
        }
    }

    private static void text(Element parent, String name, String value) {
        if (!value.isEmpty()) {
            parent.add(name).text(value);
        }
    }

    private static void attribute(Element parent, String name, String attribute, String value) {
        if (!value.isEmpty()) {
            parent.add(name, attribute, value);
        }
    }

    /** Handbooks write a dash for what a type of pool has not; virsh would send the dash, and libvirt not look at it. */
    private static String value(Arguments given, Notes notes, String option) {
        Optional<Word> word = given.take(option);
        if (word.filter(known -> known.text().equals("-")).isPresent()) {
            notes.different(word.get().span(), "pool.dash");
            return "";
        }
        return word.map(Word::text).orElse("");
    }
}
