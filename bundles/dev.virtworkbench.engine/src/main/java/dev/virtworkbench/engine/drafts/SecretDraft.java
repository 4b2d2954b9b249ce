package dev.virtworkbench.engine.drafts;

/**
 * A secret as stated in fields. Its value is no part of it: libvirt takes that by a call of its own.
 *
 * @param usage what it is for: what pools, volumes and domains name it by; of {@link SecretType#VOLUME} an absolute path
 * @param description for people; may be empty
 * @param isPrivate whether libvirt hands its value to nobody
 * @param ephemeral whether libvirt keeps it in memory only
 */
public record SecretDraft(SecretType type, String usage, String description, boolean isPrivate, boolean ephemeral) {

    public SecretDraft {
        usage = usage.strip();
        description = description.strip();
    }

    /** The document. */
    public String xml() {
        Markup xml = new Markup().open("secret", "ephemeral", word(ephemeral), "private", word(isPrivate));
        if (!description.isEmpty()) {
            xml.text("description", description);
        }
        return xml.open("usage", "type", type.word()).text(type.element(), usage).close().close().toString();
    }

    private static String word(boolean is) {
        return is ? "yes" : "no";
    }
}
