package dev.virtworkbench.server.features;

import dev.virtworkbench.language.LibvirtDocument;
import dev.virtworkbench.language.relaxng.ElementChoice;
import dev.virtworkbench.language.relaxng.ElementDefinition;
import dev.virtworkbench.language.relaxng.MatchState;
import dev.virtworkbench.language.relaxng.QName;
import dev.virtworkbench.language.relaxng.SourceLocation;
import dev.virtworkbench.language.schema.SchemaException;
import dev.virtworkbench.language.syntax.XmlElement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/** Where libvirt's schema defines the element or attribute under the cursor; several places where it depends on what else is written. */
public final class DefinitionFeature {

    private DefinitionFeature() {
    }

    /** @throws SchemaException if there is no schema for the document */
    public static List<Location> at(LibvirtDocument document, Position position) throws SchemaException {
        int offset = Ranges.offset(document.tree().lines(), position);
        Optional<XmlElement> element = document.tree().elementAt(offset);
        Optional<MatchState> start = document.start();
        if (element.isEmpty() || start.isEmpty()) {
            return List.of();
        }
        List<ElementDefinition> roots = new ArrayList<>();
        start.get().elements().forEach(choice -> roots.addAll(choice.definitions()));
        Set<ElementDefinition> definitions = definitions(roots, element.get());
        Set<SourceLocation> places = element.get().attributes().stream().filter(each -> each.span().touches(offset)).findFirst()
                .map(attribute -> places(roots, definitions, attribute.localName())).orElse(Set.of());
        // An attribute that the schema does not know leads to what its element may have.
        return (places.isEmpty() ? definitions.stream().map(ElementDefinition::location) : places.stream())
                .distinct().map(DefinitionFeature::location).toList();
    }

    private static Set<SourceLocation> places(List<ElementDefinition> roots, Set<ElementDefinition> definitions, String attribute) {
        Set<URI> files = new LinkedHashSet<>();
        roots.forEach(root -> files.add(root.location().file()));
        definitions.forEach(definition -> files.add(definition.location().file()));
        try {
            AttributePlaces places = new AttributePlaces(files);
            Set<SourceLocation> found = new LinkedHashSet<>();
            definitions.forEach(definition -> found.addAll(places.of(definition, attribute)));
            return found;
        } catch (IOException gone) {
            throw new UncheckedIOException("reading the schema again", gone);
        }
    }

    /** Goes down from the root by names: whatever else is wrong in a document, the names say what its author thinks of. */
    private static Set<ElementDefinition> definitions(Collection<ElementDefinition> roots, XmlElement element) {
        Deque<XmlElement> path = new ArrayDeque<>();
        for (Optional<XmlElement> at = Optional.of(element); at.isPresent(); at = at.get().parent()) {
            path.push(at.get());
        }
        Collection<ElementDefinition> candidates = roots;
        Set<ElementDefinition> found = Set.of();
        for (XmlElement step : path) {
            QName name = new QName(step.namespace(), step.localName());
            found = new LinkedHashSet<>();
            for (ElementDefinition candidate : candidates) {
                if (candidate.nameClass().contains(name)) {
                    found.add(candidate);
                }
            }
            Set<ElementDefinition> below = new LinkedHashSet<>();
            found.forEach(definition -> below.addAll(definition.content().elements()));
            candidates = below;
        }
        return found;
    }

    private static Location location(SourceLocation place) {
        Position start = new Position(Math.max(place.line() - 1, 0), 0);
        return new Location(SchemaPages.uri(place.file()), new Range(start, start));
    }
}
