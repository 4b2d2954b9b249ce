package dev.virtworkbench.language.relaxng;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What may follow at places in a domain, by libvirt's own schema. */
class MatchStateTest {

    private static Grammar domain;

    @BeforeAll
    static void readSchema() throws Exception {
        domain = GrammarFiles.libvirt("domain");
    }

    private static MatchState inDisk(String type) {
        return open(open(MatchState.before(domain), "domain").attribute(QName.of("type"), "kvm").orElseThrow(),
                "devices", "disk").attribute(QName.of("type"), type).orElseThrow();
    }

    private static MatchState open(MatchState state, String... names) {
        for (String name : names) {
            MatchState content = state.inStartTag() ? state.closeStartTagIgnoringMissing() : state;
            state = content.startTag(QName.of(name)).orElseThrow();
        }
        return state;
    }

    private static List<String> names(List<AttributeChoice> choices) {
        return choices.stream().flatMap(choice -> choice.nameClass().names().stream()).map(QName::local).toList();
    }

    @Test
    void theTypeOfADiskDecidesWhatItsSourceMayHave() {
        assertTrue(names(open(inDisk("block"), "source").attributes()).contains("dev"));
        assertFalse(names(open(inDisk("block"), "source").attributes()).contains("file"));
        assertTrue(names(open(inDisk("file"), "source").attributes()).contains("file"));
    }

    @Test
    void attributesThatFollowNarrowValuesToo() throws Exception {
        MatchState root = open(MatchState.before(GrammarFiles.read("attributes")), "r");
        assertEquals(List.of("file", "block", "disk"), root.attributeValues(QName.of("type")).literals());
        MatchState withDev = root.attribute(QName.of("dev"), "/dev/sda").orElseThrow();
        assertEquals(List.of("block", "disk"), withDev.attributeValues(QName.of("type")).literals());
    }

    @Test
    void tellsWhatIsRequired() {
        MatchState content = open(MatchState.before(domain), "domain").closeStartTagIgnoringMissing();
        assertTrue(open(MatchState.before(domain), "domain").missingAttributes().contains(QName.of("type")));
        assertTrue(content.missingElements().contains(QName.of("name")));
        assertTrue(content.elements().stream().filter(ElementChoice::required)
                .anyMatch(choice -> choice.nameClass().contains(QName.of("name"))));
        assertFalse(content.canEnd());
    }

    @Test
    void refusesAndRecovers() {
        MatchState content = open(MatchState.before(domain), "domain").closeStartTagIgnoringMissing();
        assertEquals(Optional.empty(), content.startTag(QName.of("devcies")));
        MatchState memory = content.startTag(QName.of("memory")).orElseThrow();
        assertEquals(Optional.empty(), memory.attribute(QName.of("unit"), "furlong"));
        MatchState text = memory.attribute(QName.of("unit")).orElseThrow().closeStartTag().orElseThrow();
        assertEquals(Optional.empty(), text.text("much"));
        assertTrue(text.text().orElseThrow().endTag().isPresent());
        assertEquals(text.text().orElseThrow().endTag().orElseThrow(), text.endTagIgnoringMissing());
    }

    @Test
    void equalPlacesAreEqual() {
        MatchState once = open(inDisk("file"), "source");
        assertEquals(once, open(inDisk("file"), "source"));
        assertEquals(once.hashCode(), open(inDisk("file"), "source").hashCode());
        assertNotEquals(once, open(inDisk("block"), "source"));
    }

    @Test
    void remembersNothingByNamesThatTheSchemaDoesNotMention() {
        MatchState metadata = open(MatchState.before(domain), "domain", "metadata").closeStartTagIgnoringMissing();
        MatchState one = metadata.startTag(new QName("urn:one", "a")).orElseThrow();
        assertEquals(one, metadata.startTag(new QName("urn:two", "b")).orElseThrow());
    }

    @Test
    void elementsThatCanNeverEndAreNotOffered() throws Exception {
        MatchState content = open(MatchState.before(GrammarFiles.read("definitions")), "r").closeStartTagIgnoringMissing();
        assertTrue(content.elements().stream().noneMatch(choice -> choice.nameClass().contains(QName.of("dead"))));
    }
}
