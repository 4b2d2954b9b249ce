package dev.virtworkbench.language.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.language.relaxng.MatchState;
import dev.virtworkbench.language.relaxng.QName;
import dev.virtworkbench.language.schema.DocumentType.Fragment;
import dev.virtworkbench.language.schema.SchemaLocation.Origin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemasTest {

    private static final String SECRET =
            "<element name='secret' xmlns='http://relaxng.org/ns/structure/1.0'><empty/></element>";

    private static Schemas schemas(Path setting) {
        return new Schemas(SchemaLocations.search(Optional.ofNullable(setting)), Runnable::run);
    }

    @ParameterizedTest
    @EnumSource(DocumentKind.class)
    void everyKindHasASchemaWithItsRoot(DocumentKind kind) throws SchemaException {
        Schema schema = schemas(null).get(kind);
        assertEquals(List.of(), schema.passedOver());
        assertTrue(MatchState.before(schema.grammar()).startTag(QName.of(kind.root())).isPresent());
    }

    @Test
    void theSettingComesFirst(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("secret.rng"), SECRET);
        Schema schema = schemas(folder).get(DocumentKind.SECRET);
        assertEquals(Origin.SETTING, schema.location().origin());
        assertEquals(1, schema.grammar().elements().size());
    }

    @Test
    void aBrokenFolderIsPassedOverAndTheReasonKept(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("secret.rng"), "\n<element name='secret'/>");
        Schema schema = schemas(folder).get(DocumentKind.SECRET);
        assertTrue(schema.location().origin() != Origin.SETTING);
        SchemaFailure failure = schema.passedOver().getFirst();
        assertEquals(Origin.SETTING, failure.location().origin());
        assertEquals(2, failure.reason().location().orElseThrow().line());
    }

    @Test
    void eachIsReadOnce() throws SchemaException {
        Schemas schemas = schemas(null);
        assertEquals(Optional.empty(), schemas.ifLoaded(DocumentKind.SECRET));
        assertSame(schemas.get(DocumentKind.SECRET), schemas.get(DocumentKind.SECRET));
        assertSame(schemas.get(DocumentKind.SECRET), schemas.ifLoaded(DocumentKind.SECRET).orElseThrow());
    }

    @Test
    void withoutAnyFolderEveryPlaceIsAccountedFor(@TempDir Path empty) {
        List<SchemaLocation> onlySetting = List.of(SchemaLocations.search(Optional.of(empty)).getFirst());
        SchemaException none = assertThrows(SchemaException.class,
                () -> new Schemas(onlySetting, Runnable::run).get(DocumentKind.DOMAIN));
        assertEquals(1, none.failures().size());
        assertEquals(DocumentKind.DOMAIN, none.kind());
    }

    @Test
    void aPieceOfADomainIsMatchedByItsDefinition() throws SchemaException {
        var grammar = schemas(null).get(DocumentKind.DOMAIN).grammar();
        MatchState before = new Fragment(QName.of("memory")).start(grammar).orElseThrow();
        assertEquals(2, before.elements().getFirst().definitions().size(), "the setting and the device");
        assertEquals(Optional.empty(), new Fragment(QName.of("sprocket")).start(grammar));
    }

    @Test
    void theLibrarysFileNameTellsTheRelease(@TempDir Path prefix) throws Exception {
        Path folder = Files.createDirectories(prefix.resolve("share/libvirt/schemas"));
        Files.createFile(Files.createDirectories(prefix.resolve("lib/x86_64-linux-gnu")).resolve("libvirt.so.0.11003.1"));
        assertEquals(Optional.of("11.3.1"), LibvirtVersion.ofSchemas(folder));
        assertEquals(Optional.empty(), LibvirtVersion.ofSchemas(prefix));
    }
}
