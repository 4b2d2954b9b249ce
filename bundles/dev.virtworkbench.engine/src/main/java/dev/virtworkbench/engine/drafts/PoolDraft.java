package dev.virtworkbench.engine.drafts;

import dev.virtworkbench.engine.storage.PoolSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A pool as stated in fields.
 *
 * @param name what people shall call it
 * @param values what was stated; fields that the type has not are ignored
 */
public record PoolDraft(String name, PoolType type, Map<PoolField, String> values) {

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    /** A host with a port behind it; a bare IPv6 address has no port, one in brackets may have. */
    private static final Pattern WITH_PORT = Pattern.compile("(\\[[^]]*]|[^:]*):(\\d+)");
    private static final Pattern UUID =
            Pattern.compile("\\p{XDigit}{8}-?\\p{XDigit}{4}-?\\p{XDigit}{4}-?\\p{XDigit}{4}-?\\p{XDigit}{12}");

    public PoolDraft {
        Map<PoolField, String> stated = new EnumMap<>(PoolField.class);
        values.forEach((field, value) -> stated.put(field, value.strip()));
        name = name.strip();
        values = Map.copyOf(stated);
    }

    /** One of that type with everything stated, of hosts and devices nobody has. */
    public static PoolDraft example(PoolType type) {
        Map<PoolField, String> values = new EnumMap<>(PoolField.class);
        type.fields().forEach(field -> values.put(field, type.example(field)));
        return new PoolDraft(type.word(), type, values);
    }

    /** The fields that the type cannot be without and that say nothing, in the type's order. */
    public List<PoolField> lacking() {
        return type.fields().stream().filter(field -> type.requires(field) && value(field).isEmpty()).toList();
    }

    /** The document; what is not stated is not in it. */
    public String xml() {
        Markup xml = new Markup().open("pool", "type", type.word()).text("name", name);
        boolean stated = type.fields().stream().anyMatch(field -> field != PoolField.TARGET && !value(field).isEmpty());
        if (stated) {
            source(xml.open("source"));
            xml.close();
        }
        if (!value(PoolField.TARGET).isEmpty()) {
            xml.open("target").text("path", value(PoolField.TARGET)).close();
        }
        return xml.close().toString();
    }

    /**
     * What a source that the host has found says of a pool of that type.
     *
     * @return empty texts for what is to be left out, as the devices of a volume group that is there; fields that it says nothing of
     *         are not in it
     */
    public static Map<PoolField, String> found(PoolType type, PoolSource source) {
        Map<PoolField, String> values = new EnumMap<>(PoolField.class);
        switch (type) {
            case LOGICAL -> values.putAll(Map.of(PoolField.SOURCE_NAME, source.name(), PoolField.DEVICE, "", PoolField.TARGET, "/dev/" + source.name()));
            case GLUSTER -> values.putAll(Map.of(PoolField.SOURCE_NAME, source.name(), PoolField.DIRECTORY, source.directory()));
            case NETFS -> values.put(PoolField.DIRECTORY, source.directory());
            case ISCSI, ISCSI_DIRECT -> values.put(PoolField.DEVICE, String.join(" ", source.devices()));
            default -> throw new IllegalArgumentException("no sources are found for " + type);
        }
        if (type.sourceFormats().contains(source.format())) {
            values.put(PoolField.FORMAT, source.format());
        }
        return values;
    }

    /** What narrows the search for sources of a pool: a {@code <source>} document of what is stated. */
    public String specification() {
        Markup xml = new Markup().open("source");
        source(xml);
        return xml.close().toString();
    }

    private void source(Markup xml) {
        if (!value(PoolField.SOURCE_NAME).isEmpty()) {
            xml.text("name", value(PoolField.SOURCE_NAME));
        }
        several(PoolField.HOST).forEach(host -> host(xml, host));
        if (!value(PoolField.DIRECTORY).isEmpty()) {
            xml.empty("dir", "path", value(PoolField.DIRECTORY));
        }
        several(PoolField.DEVICE).forEach(device -> xml.empty("device", "path", device));
        adapter(xml);
        if (!value(PoolField.INITIATOR).isEmpty()) {
            xml.open("initiator").empty("iqn", "name", value(PoolField.INITIATOR)).close();
        }
        authentication(xml);
        String format = type == PoolType.LOGICAL ? "lvm2" : value(PoolField.FORMAT);
        if (!format.isEmpty()) {
            xml.empty("format", "type", format);
        }
        if (format.equals("nfs") && !value(PoolField.PROTOCOL).isEmpty()) {
            xml.empty("protocol", "ver", value(PoolField.PROTOCOL));
        }
    }

    private static void host(Markup xml, String host) {
        Matcher port = WITH_PORT.matcher(host);
        boolean has = port.matches();
        xml.empty("host", "name", (has ? port.group(1) : host).replaceAll("[\\[\\]]", ""), "port", has ? port.group(2) : "");
    }

    /** An adapter that is to be made has names of its own; otherwise it is one of the host's. */
    private void adapter(Markup xml) {
        String adapter = value(PoolField.ADAPTER);
        if (!value(PoolField.WWNN).isEmpty() || !value(PoolField.WWPN).isEmpty()) {
            xml.empty("adapter", "type", "fc_host", "parent", adapter, "wwnn", value(PoolField.WWNN), "wwpn", value(PoolField.WWPN));
        } else if (!adapter.isEmpty()) {
            xml.empty("adapter", "type", "scsi_host", "name", adapter);
        }
    }

    private void authentication(Markup xml) {
        String secret = value(PoolField.SECRET);
        if (!value(PoolField.USER).isEmpty() || !secret.isEmpty()) {
            xml.open("auth", "type", type == PoolType.RBD ? "ceph" : "chap", "username", value(PoolField.USER))
                    .empty("secret", UUID.matcher(secret).matches() ? "uuid" : "usage", secret).close();
        }
    }

    /** udev and the naming of hosts and targets leave no blanks in any of these. */
    private List<String> several(PoolField field) {
        return Stream.of(BLANKS.split(value(field))).filter(each -> !each.isEmpty()).toList();
    }

    private String value(PoolField field) {
        return type.fields().contains(field) ? values.getOrDefault(field, "") : "";
    }
}
