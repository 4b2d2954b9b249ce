package dev.virtworkbench.engine.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where in a document something stands.
 *
 * @param steps the elements from the root to here, at least the root
 * @param attribute the attribute's name; empty for the element or its text
 */
public record Place(List<Step> steps, String attribute) {

    public Place {
        steps = List.copyOf(steps);
    }

    Place child(Step step) {
        List<Step> longer = new ArrayList<>(steps);
        longer.add(step);
        return new Place(longer, "");
    }

    Place attribute(String name) {
        return new Place(steps, name);
    }

    /** In libvirt's vocabulary, which is the same in every language: {@code disk vdb · source file}. */
    public String words() {
        boolean device = steps.size() > 2 && steps.get(1).name().equals("devices");
        int first = device ? 2 : Math.min(1, steps.size() - 1);
        String subject = steps.get(first).words();
        String rest = steps.subList(first + 1, steps.size()).stream().map(Step::words).collect(Collectors.joining(" "));
        String detail = (rest + " " + attribute).strip();
        if (detail.isEmpty()) {
            return subject;
        }
        return subject + (device ? " · " : " ") + detail;
    }

    /** As in {@code domain/devices/disk[vdb]/source@file}. */
    @Override
    public String toString() {
        String path = steps.stream().map(Step::toString).collect(Collectors.joining("/"));
        return attribute.isEmpty() ? path : path + "@" + attribute;
    }
}
