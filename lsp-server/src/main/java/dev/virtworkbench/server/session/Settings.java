package dev.virtworkbench.server.session;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a person set under {@code virtWorkbench}. Immutable.
 *
 * @param schemas folder of {@code .rng} files as it was written; empty to search the usual places
 * @param validation whether documents are judged at all
 * @param severities by finding code: how much it weighs, instead of what it weighs by itself
 * @param locale the language of messages; empty to take the client's
 * @param inlayHints whether sizes are shown in readable units
 * @param format how documents are laid out
 * @param completion what completion offers
 * @param host libvirt's URI of the host whose names completion proposes; empty for none
 */
public record Settings(Optional<String> schemas, boolean validation, Map<String, Weight> severities,
        Optional<Locale> locale, boolean inlayHints, Format format, Completion completion,
        Optional<String> host) {

    /** What holds where nothing is set. */
    public static final Settings DEFAULT = new Settings(Optional.empty(), true, Map.of(), Optional.empty(), true,
            new Format(true, Optional.empty()), new Completion(true), Optional.empty());

    public Settings {
        severities = Map.copyOf(severities);
    }

    /** How much findings of one code weigh. */
    public enum Weight { ERROR, WARNING, INFORMATION, HINT, OFF }

    /**
     * @param enabled whether documents are formatted at all
     * @param maxBlankLines how many empty lines in a row are kept; empty for the formatter's own number
     */
    public record Format(boolean enabled, Optional<Integer> maxBlankLines) {
    }

    /** @param snippets whether whole devices with places to fill in are offered */
    public record Completion(boolean snippets) {
    }
}
