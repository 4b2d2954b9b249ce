package dev.virtworkbench.language.validation;

import dev.virtworkbench.language.relaxng.ValueChoices;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What somebody may have meant who wrote a value that is not allowed. */
final class ValueSuggestions {

    private static final int MOST = 5;
    /** Words for yes and for no: libvirt wants now one pair, now another. */
    private static final List<List<String>> SYNONYMS = List.of(
            List.of("yes", "on", "true", "1", "enabled", "enable"),
            List.of("no", "off", "false", "0", "disabled", "disable"));
    /** Units as libvirt's reference writes them (virScaleInteger), without the decimal ones, which few people mean. */
    private static final List<String> UNITS = List.of("KiB", "MiB", "GiB", "TiB", "PiB", "bytes", "B");

    /** What people call things that libvirt calls otherwise. */
    private static final Map<String, String> OTHER_NAMES = Map.ofEntries(
            Map.entry("lvm", "logical"), Map.entry("nfs", "netfs"), Map.entry("ceph", "rbd"), Map.entry("directory", "dir"),
            Map.entry("folder", "dir"), Map.entry("filesystem", "fs"), Map.entry("glusterfs", "gluster"),
            Map.entry("multipath", "mpath"), Map.entry("shutdown", "destroy"), Map.entry("poweroff", "destroy"),
            Map.entry("reboot", "restart"), Map.entry("img", "raw"), Map.entry("harddisk", "disk"), Map.entry("hdd", "disk"),
            Map.entry("cd", "cdrom"), Map.entry("dvd", "cdrom"), Map.entry("hd", "disk"), Map.entry("nat", "network"));

    private final ValueChoices allowed;
    private final Set<String> found = new LinkedHashSet<>();

    private ValueSuggestions(ValueChoices allowed) {
        this.allowed = allowed;
    }

    /** Values that are allowed and look like {@code written}, most alike first; at most five. */
    static List<String> of(ValueChoices allowed, String written) {
        ValueSuggestions suggestions = new ValueSuggestions(allowed);
        suggestions.collect(written);
        return suggestions.found.stream().limit(MOST).toList();
    }

    private void collect(String written) {
        List<String> literals = allowed.literals();
        offer(written.strip());
        literals.stream().filter(literal -> literal.equalsIgnoreCase(written.strip())).forEach(this::offer);
        for (List<String> words : SYNONYMS) {
            if (words.contains(written.strip().toLowerCase(Locale.ROOT))) {
                words.stream().filter(literals::contains).forEach(this::offer);
            }
        }
        String other = OTHER_NAMES.get(written.strip().toLowerCase(Locale.ROOT));
        if (other != null && literals.contains(other)) {
            offer(other);
        }
        literals.stream().filter(literal -> Similarity.close(written, literal))
                .sorted(Comparator.<String>comparingInt(literal -> Similarity.distanceIgnoringCase(written, literal))
                        .thenComparingInt(literal -> Math.abs(literal.length() - written.length())))
                .forEach(this::offer);
        if (!allowed.types().isEmpty() || !allowed.lists().isEmpty()) {
            if (!ValueWords.isUnit(allowed)) {
                slips(written.strip());
            }
            if (ValueWords.isUnit(allowed) && !written.isBlank()) {
                UNITS.stream().filter(unit -> unit.regionMatches(true, 0, written.strip(), 0, 1)).forEach(this::offer);
            }
            UNITS.stream().filter(unit -> Similarity.close(written, unit))
                    .sorted(Comparator.comparingInt(unit -> Similarity.distanceIgnoringCase(written, unit)))
                    .forEach(this::offer);
        }
    }

    private void offer(String value) {
        if (found.size() < MOST && allowed.accepts(value)) {
            found.add(value);
        }
    }

    /** The usual slips in numbers, addresses and sizes, each undone. */
    private void slips(String written) {
        if (written.isEmpty()) {
            return;
        }
        offer(written.toLowerCase(Locale.ROOT));
        offer(written.toUpperCase(Locale.ROOT));
        offer(written.replace('O', '0').replace('o', '0'));
        offer(written.replace('l', '1').replace('I', '1'));
        offer(written.startsWith("-") || written.startsWith("+") ? written.substring(1) : written);
        offer(written.replaceFirst("[.,][0-9]*$", ""));
        offer(written.replaceFirst("(?<=[0-9]) *[A-Za-z]+$", ""));
        offer(written.replace(',', '.'));
        offer(written.replace(" ", ""));
        for (int i = 0; i + 1 < written.length(); i++) {
            offer(written.substring(0, i) + written.charAt(i + 1) + written.charAt(i) + written.substring(i + 2));
        }
        for (int i = written.length() - 1; i >= 0; i--) {
            char c = written.charAt(i);
            if (!Character.isDigit(c)) {
                offer(written.substring(0, i) + "0" + written.substring(i + 1));
            }
        }
        for (String more : List.of("0", "00", ":00", ":00:00")) {
            offer(written + more);
        }
        if (written.length() <= 12) {
            for (int i = written.length() - 1; i > 0; i--) {
                offer(written.substring(0, i) + written.substring(i + 1));
            }
            offer("0" + written);
        }
    }
}
