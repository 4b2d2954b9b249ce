package dev.virtworkbench.language.completion;

import dev.virtworkbench.language.reference.Usage;
import java.util.List;
import java.util.Map;

/** How likely an element is meant at a place: by how often documents have it there, and whether its usual order fits the neighbours. */
final class Likelihood {

    private final Map<String, Integer> counts;
    private final List<String> order;
    private final int previous;
    private final int next;
    private final ContentPlace place;

    Likelihood(ContentPlace place) {
        counts = Usage.packed().elements(place.path());
        order = Usage.packed().order(place.path());
        this.place = place;
        previous = place.previous().map(order::indexOf).orElse(-1);
        next = place.next().map(order::indexOf).filter(index -> index >= 0).orElse(order.size());
    }

    /** 0 for an element that no document is known to have there. */
    double of(String name) {
        int count = counts.getOrDefault(name, 0);
        int own = order.indexOf(name);
        boolean inOrder = own >= 0 && own >= previous && own <= next;
        return count * (inOrder ? 8.0 : 1.0) * (count > 0 && place.hasSibling(name) ? 0.5 : 1.0);
    }
}
