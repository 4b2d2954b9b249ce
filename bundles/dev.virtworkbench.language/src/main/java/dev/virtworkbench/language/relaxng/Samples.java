package dev.virtworkbench.language.relaxng;

import dev.virtworkbench.language.relaxng.ValueChoices.DataChoice;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds a value to show as an example where a schema asks for a data type. */
final class Samples {

    /** Tried in this order; what libvirt's documents hold most. */
    private static final List<String> USUAL = List.of("1", "KiB", "example", "/path/to/file", "0x01",
            "52:54:00:12:34:56", "192.168.122.1", "4dea22b3-1d52-d8f3-2516-782e98ab3fa0", "1024", "vda", "0x8086",
            "example.org", "iqn.2024-01.org.example:storage", "2024-01-31T12:00:00", "naa.5000c50015ea71ac",
            "2001:db8::1");

    private Samples() { }

    static Optional<String> of(ValueChoices choices) {
        Stream<String> literals = choices.literals().stream();
        Stream<String> usual = choices.anything() ? Stream.of("example") : USUAL.stream();
        Stream<String> made = choices.types().stream().flatMap(Samples::madeFrom);
        Stream<String> lists = choices.lists().stream().flatMap(items -> items.sample().stream());
        return Stream.of(literals, usual, made, lists, Stream.of("")).flatMap(s -> s)
                .filter(choices::accepts).findFirst();
    }

    private static Stream<String> madeFrom(DataChoice choice) {
        return choice.type().parameters().stream().flatMap(parameter -> switch (parameter.name()) {
            case "minInclusive", "maxInclusive" -> Stream.of(parameter.value());
            case "pattern" -> XsdPattern.example(parameter.value()).stream();
            case "length", "minLength" -> Stream.of("a".repeat(Math.min(1024, lengthOf(parameter.value()))));
            default -> Stream.empty();
        });
    }

    private static int lengthOf(String digits) {
        return digits.matches("[0-9]{1,4}") ? Integer.parseInt(digits) : 0;
    }
}
