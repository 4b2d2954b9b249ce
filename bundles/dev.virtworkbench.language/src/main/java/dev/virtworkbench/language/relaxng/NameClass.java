package dev.virtworkbench.language.relaxng;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/** The names that an element or attribute of the grammar may bear (RELAX NG 4.8, 4.16). */
public sealed interface NameClass {

    boolean contains(QName name);

    /** One name. */
    record Name(QName name) implements NameClass {
        @Override
        public boolean contains(QName other) {
            return name.equals(other);
        }
    }

    /** Any name that {@code except}, if there is one, does not contain. */
    record AnyName(Optional<NameClass> except) implements NameClass {
        @Override
        public boolean contains(QName name) {
            return except.isEmpty() || !except.get().contains(name);
        }
    }

    /** Any name of a namespace that {@code except}, if there is one, does not contain. */
    record NamespaceName(String namespace, Optional<NameClass> except) implements NameClass {
        @Override
        public boolean contains(QName name) {
            return namespace.equals(name.namespace()) && (except.isEmpty() || !except.get().contains(name));
        }
    }

    /** A name that at least one of {@code alternatives} contains. */
    record NameChoice(List<NameClass> alternatives) implements NameClass {
        public NameChoice {
            alternatives = List.copyOf(alternatives);
        }

        @Override
        public boolean contains(QName name) {
            return alternatives.stream().anyMatch(alternative -> alternative.contains(name));
        }
    }

    /** The names listed one by one, in the schema's order; with {@link #isOpen()} there are others too. */
    default SequencedSet<QName> names() {
        SequencedSet<QName> names = new LinkedHashSet<>();
        switch (this) {
            case Name one -> names.add(one.name());
            case NameChoice choice -> choice.alternatives().forEach(nc -> names.addAll(nc.names()));
            case AnyName any -> { }
            case NamespaceName any -> { }
        }
        return names;
    }

    /** Whether this holds names beyond those listed one by one. */
    default boolean isOpen() {
        return switch (this) {
            case Name one -> false;
            case NameChoice choice -> choice.alternatives().stream().anyMatch(NameClass::isOpen);
            case AnyName any -> true;
            case NamespaceName any -> true;
        };
    }
}
