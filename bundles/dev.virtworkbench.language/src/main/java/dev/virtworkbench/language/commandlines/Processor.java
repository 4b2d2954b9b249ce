package dev.virtworkbench.language.commandlines;

import java.util.List;

/** What a guest's processor is like, as virt-install and QEMU say it. */
final class Processor {

    private Processor() { }

    /** A model, or one of the words for the host's own. */
    static void model(Element cpu, String model) {
        switch (model) {
            case "" -> { }
            case "host", "host-passthrough" -> cpu.set("mode", "host-passthrough");
            case "host-model", "host-copy" -> cpu.set("mode", "host-model");
            case "maximum", "max" -> cpu.set("mode", "maximum");
            default -> cpu.set("mode", "custom").set("match", "exact").add("model", "fallback", "allow").text(model);
        }
    }

    /** {@code +avx}, {@code -svm}. */
    static void features(Element cpu, Suboptions options) {
        for (String name : List.copyOf(options.names())) {
            if (name.startsWith("+") || name.startsWith("-")) {
                options.take(name);
                cpu.add("feature", "policy", name.startsWith("+") ? "require" : "disable", "name", name.substring(1));
            }
        }
    }
}
