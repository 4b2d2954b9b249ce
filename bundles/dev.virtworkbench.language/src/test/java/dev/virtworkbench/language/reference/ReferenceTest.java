package dev.virtworkbench.language.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReferenceTest {

    private static final Locale ENGLISH = Locale.ENGLISH;
    private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    private final Reference reference = Reference.packed();

    @Test
    void anAttributeSaysWhatItIsItsValuesItsDefaultAndSinceWhen() {
        assertEquals("""
                **`state`** of `<cow>`

                Turns copy-on-write for the images of the pool on or off.

                - `yes`: keep copy-on-write
                - `no`: turn it off, which is faster for images

                Default: `no`

                [libvirt reference](https://libvirt.org/formatstorage.html#features)
                """, hover("pool", "pool/features/cow/@state", ENGLISH));
    }

    @Test
    void anElementIsExplainedInChineseToo() {
        assertEquals("""
                **`<uuid>`**

                全局唯一的标识符，采用 UUID 格式。

                省略时：定义存储池时由 libvirt 生成。

                自 libvirt 0.4.1 起 · [libvirt 参考手册](https://libvirt.org/formatstorage.html#storage-pool-general-metadata)
                """, hover("pool", "pool/uuid", CHINESE));
    }

    @Test
    void aLanguageWithoutWordsOfItsOwnIsAnsweredInEnglish() {
        assertEquals(hover("pool", "pool/uuid", ENGLISH), hover("pool", "pool/uuid", Locale.FRENCH));
        assertEquals(hover("pool", "pool/uuid", CHINESE), hover("pool", "pool/uuid", Locale.TAIWAN));
    }

    @Test
    void theSchemasNameIsAsGoodAsTheRootElements() {
        assertEquals(hover("volume", "volume/key", ENGLISH), hover("storagevol", "volume/key", ENGLISH));
    }

    @Test
    void whatIsTheSameEverywhereIsFoundByItsSuffix() {
        Fact inVolume = fact("volume", "volume/target/encryption/secret/@uuid").orElseThrow();

        assertEquals("encryption/secret/@uuid", inVolume.path());
        assertEquals(Optional.of(inVolume),
                fact("domain", "domain/devices/disk/source/encryption/secret/@uuid"));
    }

    @Test
    void aFragmentIsExplainedLikeItsPlaceInTheDocument() {
        assertEquals(fact("volume", "volume/target/permissions/mode"), fact("volume", "target/permissions/mode"));
    }

    @Test
    void aValueHasAMeaning() {
        assertEquals(Optional.of("the newer layout, which the features need"),
                reference.valueMeaning("volume", List.of("volume", "target", "compat"), Optional.empty(), "1.1",
                        ENGLISH));
        assertEquals(Optional.of("映像文件"),
                reference.valueMeaning("volume", List.of("volume"), Optional.of("type"), "file", CHINESE));
        assertEquals(Optional.empty(),
                reference.valueMeaning("volume", List.of("volume"), Optional.of("type"), "nonsense", ENGLISH));
    }

    @Test
    void nothingIsSaidAboutWhatIsUnknown() {
        assertEquals(Optional.empty(), fact("pool", "pool/nonsense"));
        assertEquals(Optional.empty(), fact("nonsense", "nonsense"));
    }

    @Test
    void everyPathHasAPage() {
        assertEquals("https://libvirt.org/formatstorage.html#source-elements", page("pool", "pool/source/nonsense"));
        assertEquals("https://libvirt.org/formatstorage.html#storage-pool-xml", page("pool", "pool/nonsense/more"));
        assertEquals("https://libvirt.org/formatnwfilter.html#filter-rules", page("nwfilter", "filter/rule"));
        assertEquals("https://libvirt.org/formatnwfilter.html#element-and-attribute-overview", page("nwfilter", "filter/nonsense"));
        assertEquals("https://libvirt.org/formatnode.html", reference.page("device").toString());
        assertEquals("https://libvirt.org/format.html", reference.page("interface").toString());
    }

    @Test
    void aFactKnowsWhatItIsAbout() {
        Fact fact = fact("pool", "pool/source/device/@path").orElseThrow();

        assertEquals("device", fact.element());
        assertEquals(Optional.of("path"), fact.attribute());
        assertTrue(fact("pool", "pool/source").orElseThrow().attribute().isEmpty());
    }

    private String hover(String kind, String path, Locale locale) {
        return fact(kind, path, locale).orElseThrow().markdown(locale);
    }

    private Optional<Fact> fact(String kind, String path) {
        return fact(kind, path, ENGLISH);
    }

    private Optional<Fact> fact(String kind, String path, Locale locale) {
        int attribute = path.indexOf("/@");
        return attribute < 0 ? reference.fact(kind, List.of(path.split("/")), Optional.empty(), locale)
                : reference.fact(kind, List.of(path.substring(0, attribute).split("/")),
                        Optional.of(path.substring(attribute + 2)), locale);
    }

    private String page(String kind, String path) {
        return reference.page(kind, List.of(path.split("/"))).toString();
    }
}
