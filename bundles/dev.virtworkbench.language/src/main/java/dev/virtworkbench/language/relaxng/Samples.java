package dev.virtworkbench.language.relaxng;

import java.util.List;
import java.util.Optional;

/** Finds a value to show as an example where a schema asks for a data type. */
final class Samples {

    /** Tried in this order; what libvirt's documents hold most. */
    private static final List<String> USUAL = List.of("1", "example", "/path/to/file", "0x01", "52:54:00:12:34:56",
            "192.168.122.1", "4dea22b3-1d52-d8f3-2516-782e98ab3fa0", "1024", "1536", "vda", "2001:db8::1", "0x8086",
            "example.org", "iqn.2024-01.org.example:storage", "0x0123", "0x123456", "2024-01-31T12:00:00", "1.0", "0700",
            "naa.5000c50015ea71ac", "0x5000c50015ea71ac", "5000c50015ea71ac", "+1");

    private Samples() { }

    static Optional<String> of(ValueChoices choices) {
        for (String literal : choices.literals()) {
            if (choices.accepts(literal)) {
                return Optional.of(literal);
            }
        }
        if (choices.anything()) {
            return Optional.of("example");
        }
        for (String usual : USUAL) {
            if (choices.accepts(usual)) {
                return Optional.of(usual);
            }
        }
        return choices.accepts("") ? Optional.of("") : Optional.empty();
    }
}
