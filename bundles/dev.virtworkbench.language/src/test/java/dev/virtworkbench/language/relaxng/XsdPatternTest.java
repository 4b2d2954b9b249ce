package dev.virtworkbench.language.relaxng;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XsdPatternTest {

    @ParameterizedTest
    @CsvSource(delimiter = '~', value = {
        "[a-fA-F0-9]{2}(:[a-fA-F0-9]{2}){5} ~ aa:aa:aa:aa:aa:aa",
        "(0x)?[0-3] ~ 0",
        "[0-9]+(\\.[0-9]{0,9})? ~ 0",
        "/.* ~ /",
        "[^/]+ ~ a",
        "(vlan|stp)[a-z]{0,8} ~ vlan",
        "\\[[^\\]]+\\] .+ ~ [a] a",
        "[0-9B-Z]{1} ~ 0",
        "\\d\\.\\d ~ 0.0",
    })
    void makesAnExample(String expression, String example) {
        assertEquals(Optional.of(example), XsdPattern.example(expression));
    }

    @Test
    void listsTheWordsOfAnEnumeration() {
        assertEquals(List.of("tcp", "udp"), XsdPattern.words("(tcp)|(udp)"));
        assertEquals(List.of("ab", "ac", "b"), XsdPattern.words("a(b|c)|b"));
        assertEquals(List.of(), XsdPattern.words("a[bc]"));
        assertEquals(List.of(), XsdPattern.words("(a|b)+"));
    }

    @Test
    void givesUpOnWhatIsNoExpression() {
        assertEquals(Optional.empty(), XsdPattern.example("(a"));
        assertEquals(Optional.empty(), XsdPattern.example("[a"));
        assertEquals(List.of(), XsdPattern.words("a{x}"));
    }
}
