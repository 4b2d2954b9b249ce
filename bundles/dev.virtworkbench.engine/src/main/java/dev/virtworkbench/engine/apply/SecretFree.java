package dev.virtworkbench.engine.apply;

import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.redaction.Redaction;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.Locale;

/** libvirt quotes what it refuses; errors are shown and logged. */
final class SecretFree {

    private SecretFree() {
    }

    /** The same failure; where its words hold a secret of the document, one with the secret hidden and without its cause. */
    static VirtException of(VirtException failure, XmlTree document) {
        String words = String.valueOf(failure.why().arguments().isEmpty() ? failure.why().in(Locale.ENGLISH)
                : failure.why().arguments().getFirst());
        String hidden = Redaction.hide(words, document);
        return hidden.equals(words) ? failure : VirtException.ofLibvirt(failure.operation(), failure.object(), failure.code(),
                failure.domain(), hidden, null);
    }
}
