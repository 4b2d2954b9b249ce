package dev.virtworkbench.engine.inside;

import dev.virtworkbench.engine.inside.Entry.Type;
import dev.virtworkbench.engine.inside.Fish.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads folders. Names end with a zero byte, which no name has; what is told of them is numbers, in the order in which they were asked
 * for: whatever a guest calls its files, nothing can be taken for something else.
 */
final class Listing {

    /** Bytes of names in one question; guestfish takes lines of some thousand. */
    private static final int NAMES = 3000;

    private final Appliance at;

    Listing(Appliance at) {
        this.at = at;
    }

    List<Entry> of(GuestPath folder) {
        String place = at.place(folder);
        List<String> names = Arrays.stream(at.ask("ls0", place, "-").split("\0")).filter(name -> !name.isEmpty()).sorted().toList();
        Map<String, Map<String, Long>> stats = new LinkedHashMap<>();
        for (List<String> some : portions(names.stream().filter(Listing::plain).toList())) {
            List<Map<String, Long>> told = Structures.in(at.ask("lstatnslist", place, list(some)));
            for (int i = 0; i < some.size() && told.size() == some.size(); i++) {
                stats.put(some.get(i), told.get(i));
            }
        }
        for (String name : names) {
            if (!stats.containsKey(name)) {
                at.perhaps("lstatns", at.place(folder.child(name))).map(Structures::in).filter(told -> told.size() == 1)
                        .ifPresent(told -> stats.put(name, told.getFirst()));
            }
        }
        List<String> links = names.stream().filter(name -> type(stats.get(name)) == Type.LINK).toList();
        Map<String, String> targets = targets(folder, place, links);
        return names.stream().map(name -> entry(folder.child(name), stats.get(name), Optional.ofNullable(targets.get(name)))).toList();
    }

    /** Where links lead. A portion with a line feed in it, which would be taken for the end of one, is asked for one by one. */
    private Map<String, String> targets(GuestPath folder, String place, List<String> links) {
        Map<String, String> targets = new LinkedHashMap<>();
        for (List<String> some : portions(links.stream().filter(Listing::plain).toList())) {
            String[] lines = at.perhaps("readlinklist", place, list(some)).orElse("").split("\n", -1);
            for (int i = 0; i < some.size() && lines.length == some.size() + 1; i++) {
                targets.put(some.get(i), lines[i]);
            }
        }
        for (String link : links) {
            if (!targets.containsKey(link)) {
                at.perhaps("readlink", at.place(folder.child(link))).ifPresent(line -> targets.put(link, line.substring(0, line.length() - 1)));
            }
        }
        return targets;
    }

    /** Whether guestfish takes the name in a list, where it has quotes of its own. */
    private static boolean plain(String name) {
        return name.indexOf('\'') < 0 && name.indexOf('\\') < 0;
    }

    private static String list(List<String> names) {
        return "'" + String.join("' '", names) + "'";
    }

    private static List<List<String>> portions(List<String> names) {
        List<List<String>> all = new ArrayList<>();
        int bytes = NAMES;
        for (String name : names) {
            // a byte may be written as four
            int more = Fish.quoted(name).length() + 3;
            if (bytes + more > NAMES) {
                all.add(new ArrayList<>());
                bytes = 0;
            }
            bytes += more;
            all.getLast().add(name);
        }
        return all;
    }

    /** Null where it could not be told. */
    private static Type type(Map<String, Long> stat) {
        return stat == null || stat.get("st_ino") == -1 ? Type.UNKNOWN : Type.of(stat.get("st_mode"));
    }

    private static Entry entry(GuestPath path, Map<String, Long> stat, Optional<String> target) {
        Type type = type(stat);
        if (type == Type.UNKNOWN) {
            return new Entry(path, type, 0, 0, 0, 0, Instant.EPOCH, Optional.empty());
        }
        return new Entry(path, type, (int) (stat.get("st_mode") & 07777), stat.get("st_uid"), stat.get("st_gid"), stat.get("st_size"),
                Instant.ofEpochSecond(stat.get("st_mtime_sec"), stat.get("st_mtime_nsec")), target.map(GuestPath::shown));
    }
}
