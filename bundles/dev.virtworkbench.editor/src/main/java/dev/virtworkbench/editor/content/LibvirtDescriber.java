package dev.virtworkbench.editor.content;

import dev.virtworkbench.language.reading.DocumentReader;
import dev.virtworkbench.language.schema.DocumentType;
import dev.virtworkbench.language.schema.Recognition;
import dev.virtworkbench.language.syntax.XmlTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.core.runtime.content.IContentDescription;
import org.eclipse.core.runtime.content.XMLContentDescriber;

/**
 * Tells Eclipse whether some text is a document of libvirt's, and of which kind, by its root element. The encoding is what the
 * platform finds for any XML.
 *
 * <p>The parameter {@code kind} in {@code plugin.xml} names one kind as {@code virt-xml-validate} does
 * ({@code storagepool}), or {@code fragment} for a piece of a domain; without it any document of libvirt's will do. What is none
 * is refused, never left open: other XML files stay with those who know them.
 */
public final class LibvirtDescriber extends XMLContentDescriber implements IExecutableExtension {

    /** The kind of what has an element of a domain as its root. */
    private static final String FRAGMENT = "fragment";

    /** How much of a document is looked at, in bytes or characters: the root and its first children decide. */
    private static final int BEGINNING = 64 * 1024;

    private Predicate<DocumentType> wanted = type -> true;

    @Override
    public void setInitializationData(IConfigurationElement element, String property, Object data) {
        if (data instanceof Map<?, ?> parameters && parameters.get("kind") instanceof String kind) {
            wanted = kind.equals(FRAGMENT) ? DocumentType.Fragment.class::isInstance
                    : type -> type instanceof DocumentType.Document document && document.kind().word().equals(kind);
        }
    }

    @Override
    public int describe(InputStream contents, IContentDescription description) throws IOException {
        if (super.describe(contents, description) == INVALID) {
            return INVALID;
        }
        contents.reset();
        return verdict(new DocumentReader().read(contents.readNBytes(BEGINNING)).text());
    }

    @Override
    public int describe(Reader contents, IContentDescription description) throws IOException {
        if (super.describe(contents, description) == INVALID) {
            return INVALID;
        }
        contents.reset();
        char[] beginning = new char[BEGINNING];
        int length = 0;
        for (int read = 0; read >= 0 && length < BEGINNING; read = contents.read(beginning, length, BEGINNING - length)) {
            length += read;
        }
        return verdict(new String(beginning, 0, length));
    }

    private int verdict(String text) {
        Optional<DocumentType> type = Recognition.of(XmlTree.parse(text), "");
        return type.filter(wanted).isPresent() ? VALID : INVALID;
    }
}
