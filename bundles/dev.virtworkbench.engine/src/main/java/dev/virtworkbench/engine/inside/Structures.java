package dev.virtworkbench.engine.inside;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What guestfish prints for structures of numbers: a name and a number a line, a list with its places before each. */
final class Structures {

    private Structures() { }

    /** One or all of a list, in its order; empty where nothing was printed. */
    static List<Map<String, Long>> in(String output) {
        List<Map<String, Long>> all = new ArrayList<>();
        Map<String, Long> one = null;
        for (String line : output.split("\n")) {
            String[] words = line.strip().split(": ", 2);
            if (line.startsWith("[")) {
                one = null;
            } else if (words.length == 2) {
                if (one == null) {
                    one = new LinkedHashMap<>();
                    all.add(one);
                }
                one.put(words[0], Long.valueOf(words[1]));
            }
        }
        return all;
    }
}
