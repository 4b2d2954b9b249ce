package dev.virtworkbench.language.relaxng;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstancesTest {

    @ParameterizedTest
    @ValueSource(strings = {"domain", "storagepool", "storagevol", "network", "nwfilter", "interface", "nodedev",
        "secret", "capability", "domaincheckpoint"})
    void everyElementHasASmallestInstanceThatIsValid(String schema) throws Exception {
        Grammar grammar = GrammarFiles.libvirt(schema);
        for (ElementDefinition element : grammar.elements()) {
            for (QName name : element.nameClass().names()) {
                MatchState before = MatchState.before(grammar, List.of(element));
                Optional<Instance> instance = Instances.minimal(before, name);
                assertEquals(before.startTag(name).isPresent(), instance.isPresent(), element.toString());
                instance.ifPresent(one -> assertTrue(write(before, one).isPresent(), element + ": " + one));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"domain", "storagepool", "storagevol", "network", "nwfilter"})
    void everyValueHasASample(String schema) throws Exception {
        Grammar grammar = GrammarFiles.libvirt(schema);
        for (ElementDefinition element : grammar.elements()) {
            for (QName name : element.nameClass().names()) {
                MatchState.before(grammar, List.of(element)).startTag(name).ifPresent(in -> {
                    in.attributes().forEach(attribute -> checkSample(attribute.values(), element));
                    MatchState content = in.closeStartTagIgnoringMissing();
                    if (content.allowsText()) {
                        checkSample(content.textValues(), element);
                    }
                });
            }
        }
    }

    private static void checkSample(ValueChoices values, ElementDefinition element) {
        assertTrue(values.accepts(values.sample().orElseThrow()), element + ": " + values);
        values.literals().forEach(literal -> assertTrue(values.accepts(literal), element + ": " + literal));
    }

    private static Optional<MatchState> write(MatchState before, Instance instance) {
        Optional<MatchState> state = before.startTag(instance.name());
        for (Instance.AttributeInstance attribute : instance.content().attributes()) {
            String value = attribute.values().sample().orElseThrow();
            state = state.flatMap(s -> s.attribute(attribute.name(), value));
        }
        state = state.flatMap(MatchState::closeStartTag);
        for (Instance child : instance.content().children()) {
            state = state.flatMap(s -> write(s, child));
        }
        if (instance.content().text().isPresent()) {
            String text = instance.content().text().get().sample().orElseThrow();
            state = state.flatMap(s -> s.text(text));
        }
        return state.flatMap(MatchState::endTag);
    }

    @Test
    void whatADiskStillNeedsIsItsTarget() throws Exception {
        Grammar grammar = GrammarFiles.libvirt("domain");
        MatchState disk = MatchState.before(grammar, grammar.define("disk").orElseThrow())
                .startTag(QName.of("disk")).orElseThrow().attribute(QName.of("type"), "file").orElseThrow()
                .closeStartTag().orElseThrow();
        Instance.Content needed = Instances.completion(disk).orElseThrow();
        assertEquals(List.of("target"), needed.children().stream().map(child -> child.name().local()).toList());
        assertEquals("dev", needed.children().getFirst().content().attributes().getFirst().name().local());
        assertFalse(needed.isEmpty());
    }
}
