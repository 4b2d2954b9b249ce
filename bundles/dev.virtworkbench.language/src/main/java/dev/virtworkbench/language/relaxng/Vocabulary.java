package dev.virtworkbench.language.relaxng;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The names a schema mentions. All others mean the same to it, so what is remembered by name stays bounded
 * whatever names documents make up.
 */
final class Vocabulary {

    /** A local name that no document can hold. */
    private static final String UNKNOWN = "\0";
    private static final QName UNKNOWN_EVERYWHERE = new QName(UNKNOWN, UNKNOWN);

    private final Set<QName> names = new HashSet<>();
    private final Map<String, QName> unknownByNamespace = new HashMap<>();

    private Vocabulary() { }

    /** What {@link #names} and {@link #namespaces} of another say. */
    Vocabulary(Collection<QName> names, Collection<String> namespaces) {
        this.names.addAll(names);
        namespaces.forEach(this::addNamespace);
    }

    Set<QName> names() {
        return names;
    }

    Set<String> namespaces() {
        return unknownByNamespace.keySet();
    }

    static Vocabulary of(Collection<ElementDefinition> elements) {
        Vocabulary vocabulary = new Vocabulary();
        Map<Pattern, Boolean> seen = new IdentityHashMap<>();
        for (ElementDefinition element : elements) {
            vocabulary.add(element.nameClass());
            vocabulary.add(element.content(), seen);
        }
        return vocabulary;
    }

    private void add(Pattern pattern, Map<Pattern, Boolean> seen) {
        if (!pattern.hasAttributes() || seen.put(pattern, true) != null) {
            return;
        }
        switch (pattern) {
            case Pattern.Attribute attribute -> add(attribute.nameClass());
            case Pattern.Choice choice -> {
                for (Pattern alternative : choice.alternatives()) {
                    add(alternative, seen);
                }
            }
            case Pattern.Interleave interleave -> {
                for (Pattern member : interleave.members()) {
                    add(member, seen);
                }
            }
            case Pattern.Group group -> {
                add(group.first(), seen);
                add(group.second(), seen);
            }
            case Pattern.OneOrMore many -> add(many.operand(), seen);
            default -> { }
        }
    }

    private void add(NameClass nameClass) {
        switch (nameClass) {
            case NameClass.Name one -> {
                names.add(one.name());
                addNamespace(one.name().namespace());
            }
            case NameClass.NamespaceName any -> {
                addNamespace(any.namespace());
                any.except().ifPresent(this::add);
            }
            case NameClass.AnyName any -> any.except().ifPresent(this::add);
            case NameClass.NameChoice choice -> choice.alternatives().forEach(this::add);
        }
    }

    private void addNamespace(String namespace) {
        unknownByNamespace.computeIfAbsent(namespace, n -> new QName(n, UNKNOWN));
    }

    /** The name itself if the schema mentions it, else one that stands for all that mean the same as it. */
    QName standIn(QName name) {
        return names.contains(name) ? name
                : unknownByNamespace.getOrDefault(name.namespace(), UNKNOWN_EVERYWHERE);
    }
}
