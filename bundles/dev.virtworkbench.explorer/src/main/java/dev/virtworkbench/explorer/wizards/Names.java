package dev.virtworkbench.explorer.wizards;

import java.util.Optional;

/** What names of new objects may be, before libvirt is asked. */
final class Names {

    private Names() { }

    /** What is wrong with a name; empty if nothing is. libvirt makes files of names, so that a slash would lead elsewhere. */
    static Optional<String> problem(String name) {
        if (name.isBlank()) {
            return Optional.of(Texts.get("name.empty"));
        }
        return name.contains("/") ? Optional.of(Texts.get("name.slash")) : Optional.empty();
    }
}
