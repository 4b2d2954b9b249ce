package dev.virtworkbench.language.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.virtworkbench.language.LibvirtSuite;
import dev.virtworkbench.language.relaxng.MatchState;
import dev.virtworkbench.language.schema.SchemaException;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was right in one place is right in another only if nothing but the text decides. */
class SoundElementsTest {

    @Test
    void isRememberedForItsDepthAlone() throws SchemaException {
        XmlTree tree = XmlTree.parse("<pool><name>a</name>" + "<b/>".repeat(40) + "</pool>");
        XmlElement pool = tree.root().orElseThrow();
        XmlElement child = pool.elements("name").getFirst();
        MatchState state = LibvirtSuite.LANGUAGE.read("pool.xml", "<pool type='dir'/>").orElseThrow().start().orElseThrow();
        SoundElements sound = new SoundElements();
        List<Integer> matched = new ArrayList<>();
        for (int depth : new int[] {3, 3, 4}) {
            sound.behind(sound.in(tree, pool, depth).orElseThrow(), child, state, () -> 0, () -> {
                matched.add(depth);
                return state;
            });
        }
        assertEquals(List.of(3, 4), matched);
    }
}
