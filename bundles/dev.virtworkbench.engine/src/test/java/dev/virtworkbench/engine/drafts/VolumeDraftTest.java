package dev.virtworkbench.engine.drafts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.language.schema.DocumentKind;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Volumes of every format that is offered are taken by libvirt's schema. */
class VolumeDraftTest {

    private static final long GIB = 1L << 30;

    @ParameterizedTest
    @EnumSource(PoolType.class)
    void libvirtTakesEveryFormatThatIsOffered(PoolType type) {
        List<String> formats = type.volumeFormats().isEmpty() ? List.of("") : type.volumeFormats();
        for (String format : formats) {
            VolumeDraft draft = new VolumeDraft("a", format, GIB, type.choosesAllocation(format), type.mayRest(format)
                    ? Optional.of(new VolumeDraft.Backing("/srv/base.img", "raw")) : Optional.empty());
            assertEquals(List.of(), Judged.errors(DocumentKind.STORAGE_VOLUME, draft.xml()), format);
        }
    }

    @Test
    void namesComeThroughAsTheyWereStated() {
        for (String name : Judged.ODD_NAMES) {
            VolumeDraft draft = new VolumeDraft(name, "qcow2", GIB, true,
                    Optional.of(new VolumeDraft.Backing("/srv/" + name, "qcow2")));
            assertEquals(List.of(), Judged.errors(DocumentKind.STORAGE_VOLUME, draft.xml()));
            assertEquals(name, root(draft).element("name").orElseThrow().text());
            XmlElement backing = root(draft).element("backingStore").orElseThrow();
            assertEquals("/srv/" + name, backing.element("path").orElseThrow().text());
            assertEquals("qcow2", backing.element("format").orElseThrow().value("type"));
        }
    }

    @Test
    void onlyASparseOneSaysThatItTakesNothing() {
        assertEquals("0", root(new VolumeDraft("a", "raw", GIB, true, Optional.empty())).element("allocation").orElseThrow().text());
        assertTrue(root(new VolumeDraft("a", "raw", GIB, false, Optional.empty())).element("allocation").isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"0, 0 bytes", "1000, 1000 bytes", "1024, 1 KiB", "1073741824, 1 GiB", "1610612736, 1536 MiB",
        "10995116277760, 10 TiB", "1152921504606846976, 1 EiB"})
    void sizesAreInTheLargestUnitThatDividesThem(long bytes, String written) {
        XmlElement capacity = root(new VolumeDraft("a", "raw", bytes, false, Optional.empty())).element("capacity").orElseThrow();
        assertEquals(written, capacity.text() + ' ' + capacity.value("unit"));
    }

    private static XmlElement root(VolumeDraft draft) {
        return XmlTree.parse(draft.xml()).root().orElseThrow();
    }
}
