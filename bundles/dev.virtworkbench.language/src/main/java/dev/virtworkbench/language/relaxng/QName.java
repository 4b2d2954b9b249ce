package dev.virtworkbench.language.relaxng;

import java.util.Objects;

/**
 * The name of an element or attribute.
 *
 * @param namespace the namespace's URI, {@code ""} for none
 * @param local the name behind the prefix
 */
public record QName(String namespace, String local) {

    public QName {
        Objects.requireNonNull(namespace);
        Objects.requireNonNull(local);
    }

    /** A name in no namespace, as nearly all of libvirt's are. */
    public static QName of(String local) {
        return new QName("", local);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof QName that && local.equals(that.local) && namespace.equals(that.namespace);
    }

    @Override
    public int hashCode() {
        return local.hashCode() * 31 + namespace.hashCode();
    }

    /** The local name, behind its namespace in braces if it has one. */
    @Override
    public String toString() {
        return namespace.isEmpty() ? local : "{" + namespace + "}" + local;
    }
}
