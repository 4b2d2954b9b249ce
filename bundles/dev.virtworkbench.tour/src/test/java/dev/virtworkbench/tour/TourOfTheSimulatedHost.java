package dev.virtworkbench.tour;

import dev.virtworkbench.engine.hosts.DefaultHosts;
import java.util.Locale;

/** The tour as a process of its own that touches no host of the machine. */
final class TourOfTheSimulatedHost {

    private TourOfTheSimulatedHost() { }

    public static void main(String[] words) {
        System.exit(new Tour(System.out, Locale.ENGLISH).visit(DefaultHosts.TEST));
    }
}
