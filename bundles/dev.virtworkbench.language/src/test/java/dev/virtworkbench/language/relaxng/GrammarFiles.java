package dev.virtworkbench.language.relaxng;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** The schema files of the tests. */
final class GrammarFiles {

    static final SchemaSource SOURCE = SchemaSource.folder(folder("grammars"));

    /** libvirt's, as the build packs them. */
    static final SchemaSource LIBVIRT =
            SchemaSource.classPath(GrammarFiles.class.getClassLoader(), "dev/virtworkbench/language/schemas");

    private GrammarFiles() { }

    static Path folder(String name) {
        try {
            return Path.of(GrammarFiles.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static Grammar read(String name) throws GrammarException {
        return GrammarReader.read(SOURCE, name + ".rng");
    }

    /** A grammar of libvirt's. */
    static Grammar libvirt(String name) throws GrammarException {
        return GrammarReader.read(LIBVIRT, name + ".rng");
    }
}
