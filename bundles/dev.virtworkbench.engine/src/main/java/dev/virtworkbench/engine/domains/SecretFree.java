package dev.virtworkbench.engine.domains;

import dev.virtworkbench.engine.libvirt.LibvirtError;
import dev.virtworkbench.engine.redaction.Redaction;
import dev.virtworkbench.language.syntax.XmlTree;

/** libvirt quotes what it refuses; errors are shown and logged, so what is quoted must hold no password. */
final class SecretFree {

    /** A call that sends a document. */
    @FunctionalInterface
    interface Call<T> {
        T make() throws LibvirtError;
    }

    private SecretFree() { }

    /** Makes the call; its failure has no secret of the document in its words. */
    static <T> T call(String document, Call<T> call) throws LibvirtError {
        try {
            return call.make();
        } catch (LibvirtError e) {
            String words = String.valueOf(e.getMessage());
            String hidden = Redaction.hide(words, XmlTree.parse(document));
            throw hidden.equals(words) ? e : new LibvirtError(e.code(), e.domain(), hidden);
        }
    }
}
