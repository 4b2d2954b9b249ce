package dev.virtworkbench.engine.difference;

import dev.virtworkbench.language.syntax.XmlAttribute;
import dev.virtworkbench.language.syntax.XmlElement;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What libvirt writes into documents by itself, as {@code supplied.txt} lists it. */
final class Supplied {

    private static final Supplied PACKED = read();

    private enum Habit { STATUS, FOUND, FILLED }

    /** @param value the default that libvirt fills in; null where it makes one up */
    private record Row(Habit habit, Pattern place, String value) {
    }

    /** By the last name of their places, which is quicker than trying them all. */
    private final Map<String, List<Row>> rows;

    private Supplied(Map<String, List<Row>> rows) {
        this.rows = rows;
    }

    static Supplied packed() {
        return PACKED;
    }

    /** Whether the element tells a state and defines nothing. */
    boolean isStatus(XmlElement element) {
        return isStatus(element.path());
    }

    boolean isStatus(XmlAttribute attribute) {
        return isStatus(path(attribute));
    }

    /** Whether libvirt reads the element from what it describes, so that it may come and go without anybody's doing. */
    boolean isFound(XmlElement element) {
        String path = element.path();
        return candidates(path).anyMatch(row -> row.habit == Habit.FOUND && row.place.matcher(path).matches());
    }

    private boolean isStatus(String path) {
        return candidates(path).anyMatch(row -> row.habit == Habit.STATUS && row.place.matcher(path).matches());
    }

    /** Whether libvirt writes such an attribute where a document lacks it. */
    boolean fillsIn(XmlAttribute attribute) {
        return matches(path(attribute), Spelling.canonicalValue(attribute), true);
    }

    /** Whether libvirt writes such an element where a document lacks it: it is listed, or all that it consists of is. */
    boolean fillsIn(XmlElement element) {
        return holds(element, true);
    }

    /** Whether libvirt would take the same for granted if the attribute were not there. */
    boolean isDefault(XmlAttribute attribute) {
        return matches(path(attribute), Spelling.canonicalValue(attribute), false);
    }

    boolean isDefault(XmlElement element) {
        return holds(element, false);
    }

    private boolean holds(XmlElement element, boolean madeUp) {
        boolean textless = element.text().isBlank();
        if (matches(element.path(), textless ? "" : Spelling.canonicalText(element), madeUp)) {
            return true;
        }
        boolean consistsOf = !element.attributes().isEmpty() || !element.elements().isEmpty();
        return textless && consistsOf
                && element.attributes().stream().allMatch(a -> matches(path(a), Spelling.canonicalValue(a), madeUp))
                && element.elements().stream().allMatch(child -> holds(child, madeUp));
    }

    private boolean matches(String path, String value, boolean madeUp) {
        return candidates(path).anyMatch(row -> row.habit != Habit.STATUS
                && (row.value == null ? madeUp : row.value.equals(value)) && row.place.matcher(path).matches());
    }

    private Stream<Row> candidates(String path) {
        return Stream.concat(rows.getOrDefault(lastName(path), List.of()).stream(),
                rows.getOrDefault("*", List.of()).stream());
    }

    private static String lastName(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('@')) + 1);
    }

    private static String path(XmlAttribute attribute) {
        return attribute.owner().path() + "@" + attribute.name();
    }

    private static Supplied read() {
        Map<String, List<Row>> rows = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Supplied.class.getResourceAsStream("supplied.txt"), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String entry = line.strip();
                if (!entry.isEmpty() && !entry.startsWith("#")) {
                    String[] habitAndRest = entry.split(" +", 2);
                    String[] placeAndValue = habitAndRest[1].split(" *= *", 2);
                    rows.computeIfAbsent(lastName(placeAndValue[0].strip()), name -> new ArrayList<>())
                            .add(row(habitAndRest[0], placeAndValue));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Supplied(rows);
    }

    private static Row row(String habit, String[] placeAndValue) {
        return new Row(Habit.valueOf(habit.toUpperCase(Locale.ROOT)), place(placeAndValue[0].strip()), placeAndValue.length == 1 ? null : placeAndValue[1].strip());
    }

    /** A path from the root if it begins with a slash, else the end of one; {@code *} is one name. */
    private static Pattern place(String path) {
        String names = Pattern.quote(path.startsWith("/") ? path.substring(1) : path).replace("*", "\\E[^/@]+\\Q");
        return Pattern.compile((path.startsWith("/") ? "" : "(?:.*/)?") + names);
    }
}
