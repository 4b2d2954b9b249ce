package dev.virtworkbench.language.relaxng;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** The schema files of the tests. */
final class GrammarFiles {

    private GrammarFiles() { }

    static Path folder(String name) {
        try {
            return Path.of(GrammarFiles.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static Grammar read(String name) throws GrammarException {
        return GrammarReader.read(SchemaSource.folder(folder("grammars")), name + ".rng");
    }

    /** A grammar of libvirt's: those that the build packs. */
    static Grammar libvirt(String name) throws GrammarException {
        return GrammarReader.read(
                SchemaSource.classPath(GrammarFiles.class.getClassLoader(), "dev/virtworkbench/language/schemas"),
                name + ".rng");
    }
}
