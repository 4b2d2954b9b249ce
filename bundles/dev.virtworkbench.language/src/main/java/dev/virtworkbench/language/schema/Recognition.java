package dev.virtworkbench.language.schema;

import dev.virtworkbench.language.relaxng.QName;
import dev.virtworkbench.language.schema.DocumentType.Document;
import dev.virtworkbench.language.schema.DocumentType.Fragment;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlMarkup;
import dev.virtworkbench.language.syntax.XmlNode;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/**
 * Tells libvirt's documents from others, by the root element and, where other programs have such a root too, by
 * what is typical of libvirt's: attributes, children, the file's place. It works on the first characters of a
 * document and on a misspelt one.
 */
public final class Recognition {

    private static final String DOMAIN_NAMESPACES = "http://libvirt.org/schemas/domain/";

    /** A folder of libvirt's: {@code /etc/libvirt}, {@code ~/.config/libvirt}, {@code /var/lib/libvirt}, … */
    private static final Pattern LIBVIRT_FOLDER = Pattern.compile("(^|/)\\.?libvirt(-[^/]*)?/");

    /** A file name that ends in the document's kind. */
    private static final Pattern NAMED_BY_KIND = Pattern.compile(
            "[^/]\\.(domain|network|pool|storagepool|volume|vol|storagevol|secret|nwfilter|filter|interface|nodedev"
            + "|device|capabilities|cpu|fragment|libvirt)(\\.xml)?$");

    private Recognition() { }

    /**
     * What a text is to libvirt.
     *
     * @param path of the file, or its URI, with slashes; {@code ""} if there is none
     * @return empty if it is none of libvirt's
     */
    public static Optional<DocumentType> of(XmlTree tree, String path) {
        // Asked only where the elements leave a doubt.
        BooleanSupplier declared = () -> LIBVIRT_FOLDER.matcher(path).find() || NAMED_BY_KIND.matcher(path).find()
                || tree.nodes().stream().anyMatch(node -> namesLibvirt(node, tree.text()));
        return tree.root().flatMap(root -> of(root, declared));
    }

    /**
     * What a text is to libvirt that somebody has declared to be libvirt's, by the editor's language for one.
     *
     * @return empty if libvirt has no documents with such a root
     */
    public static Optional<DocumentType> ofDeclared(XmlTree tree) {
        return tree.root().flatMap(root -> of(root, () -> true));
    }

    private static Optional<DocumentType> of(XmlElement root, BooleanSupplier declared) {
        String name = root.localName();
        if (!root.namespace().isEmpty()) {
            return root.namespace().startsWith(DOMAIN_NAMESPACES)
                    ? Optional.of(new Fragment(new QName(root.namespace(), name))) : Optional.empty();
        }
        if (!root.prefix().isEmpty()) {
            return Optional.empty();
        }
        Optional<Evidence> document = RootTable.document(name).map(traits -> Evidence.of(root, traits))
                .filter(evidence -> evidence.convinces() || declared.getAsBoolean());
        Optional<Evidence> fragment = RootTable.fragment(name).map(traits -> Evidence.of(root, traits))
                .filter(evidence -> evidence.convinces() || declared.getAsBoolean());
        // Only the host's interfaces have a name.
        boolean named = root.attribute("name").isPresent();
        if (document.isPresent()
                && (fragment.isEmpty() || named || document.get().weight() > fragment.get().weight())) {
            return DocumentKind.of(name).map(Document::new);
        }
        return fragment.map(evidence -> new Fragment(QName.of(name)));
    }

    /** Whether a comment in front of the root is one of those that libvirt writes into its files. */
    private static boolean namesLibvirt(XmlNode node, String text) {
        if (node instanceof XmlMarkup markup && markup.kind() == XmlMarkup.Kind.COMMENT) {
            String comment = markup.span().of(text);
            return comment.contains("libvirt") || comment.contains("virsh ");
        }
        return false;
    }
}
