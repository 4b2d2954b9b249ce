package dev.virtworkbench.engine.difference;

import dev.virtworkbench.engine.redaction.Redaction;
import dev.virtworkbench.language.structure.SizedPlaces;
import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.XmlAttribute;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Walks two documents side by side, once. */
final class Comparison {

    private final Origin beforeOrigin;
    private final Origin afterOrigin;
    private final Supplied supplied = Supplied.packed();
    private final List<Change> changes = new ArrayList<>();
    private final List<Change> filledIn = new ArrayList<>();

    Comparison(Origin beforeOrigin, Origin afterOrigin) {
        this.beforeOrigin = beforeOrigin;
        this.afterOrigin = afterOrigin;
    }

    Difference compare(XmlTree before, XmlTree after) {
        XmlElement left = root(before);
        XmlElement right = root(after);
        if (!left.localName().equals(right.localName())) {
            throw new IllegalArgumentException(left.name() + " and " + right.name() + " are different kinds");
        }
        compare(left, right, new Place(List.of(new Step(left.name(), "")), ""));
        return new Difference(changes, filledIn);
    }

    /** The child of {@code after} that is the same thing as {@code child}, a child of the first document's counterpart of it. */
    Optional<XmlElement> counterpart(XmlElement child, XmlElement after) {
        return child.parent().flatMap(before -> Pairing.of(before, after, this::equal).stream()
                .filter(pair -> pair.before() == child).findFirst()).map(Pairing::after);
    }

    private static XmlElement root(XmlTree tree) {
        return tree.root().orElseThrow(() -> new IllegalArgumentException("a document without an element"));
    }

    private boolean equal(XmlElement a, XmlElement b) {
        Comparison inner = new Comparison(beforeOrigin, afterOrigin);
        inner.compare(a, b, new Place(List.of(new Step(a.name(), "")), ""));
        return inner.changes.isEmpty();
    }

    private void compare(XmlElement before, XmlElement after, Place place) {
        if (skipped(before)) {
            return;
        }
        attributes(before, after, place);
        text(before, after, place);
        for (Pairing pair : Pairing.of(before, after, this::equal)) {
            if (pair.after() == null) {
                removed(pair.before(), place.child(step(pair.before())), after);
            } else if (pair.before() == null) {
                added(pair.after(), place.child(step(pair.after())));
            } else {
                Step step = step(pair.before());
                compare(pair.before(), pair.after(), place.child(step.identity().isEmpty() ? step(pair.after()) : step));
            }
        }
    }

    private boolean skipped(XmlElement element) {
        return supplied.isStatus(element)
                || beforeOrigin == Origin.LIBVIRT && afterOrigin == Origin.LIBVIRT && supplied.isFound(element);
    }

    private static Step step(XmlElement element) {
        return new Step(element.name(), Identity.of(element));
    }

    private void attributes(XmlElement before, XmlElement after, Place place) {
        for (XmlAttribute was : before.attributes()) {
            Optional<XmlAttribute> is = counterpart(was, after);
            Place at = place.attribute(was.name());
            if (!counts(was)) {
                continue;
            }
            if (is.isEmpty()) {
                only(supplied.fillsIn(was), supplied.isDefault(was), beforeOrigin, afterOrigin, Change.removed(at, side(was)));
            } else if (!Spelling.canonicalValue(was).equals(Spelling.canonicalValue(is.get()))
                    && !sameMachine(was, is.get())) {
                changes.add(Change.changed(at, side(was), side(is.get())));
            }
        }
        for (XmlAttribute is : after.attributes()) {
            if (counts(is) && counterpart(is, before).isEmpty()) {
                only(supplied.fillsIn(is), supplied.isDefault(is), afterOrigin, beforeOrigin,
                        Change.added(place.attribute(is.name()), side(is)));
            }
        }
    }

    private boolean counts(XmlAttribute attribute) {
        return !attribute.declaresNamespace() && !Spelling.isUnit(attribute)
                && !Spelling.isRepeated(attribute) && !supplied.isStatus(attribute);
    }

    /** {@code pc} and {@code q35} are names that a libvirt of one version gives to its newest machine type. */
    private static boolean sameMachine(XmlAttribute a, XmlAttribute b) {
        return a.localName().equals("machine") && (aliasOf(a.value(), b.value()) || aliasOf(b.value(), a.value()));
    }

    private static boolean aliasOf(String alias, String machine) {
        return switch (alias) {
            case "pc" -> machine.startsWith("pc-i440fx-");
            case "q35" -> machine.startsWith("pc-q35-");
            case "virt", "pseries", "s390-ccw-virtio" -> machine.startsWith(alias + "-");
            default -> false;
        };
    }

    private static Optional<XmlAttribute> counterpart(XmlAttribute attribute, XmlElement element) {
        return element.attributes().stream().filter(other -> other.localName().equals(attribute.localName())
                && other.namespace().equals(attribute.namespace())).findFirst();
    }

    private void text(XmlElement before, XmlElement after, Place place) {
        String was = Spelling.canonicalText(before);
        String is = Spelling.canonicalText(after);
        if (was.isEmpty() && !is.isEmpty()) {
            only(supplied.fillsIn(after), supplied.isDefault(after), afterOrigin, beforeOrigin,
                    Change.added(place, textSide(after)));
        } else if (is.isEmpty() && !was.isEmpty()) {
            only(supplied.fillsIn(before), supplied.isDefault(before), beforeOrigin, afterOrigin,
                    Change.removed(place, textSide(before)));
        } else if (!was.equals(is)) {
            changes.add(Change.changed(place, textSide(before), textSide(after)));
        }
    }

    /** @param parent what it would stand in */
    private void removed(XmlElement element, Place place, XmlElement parent) {
        if (!skipped(element)) {
            only(supplied.fillsIn(element) && !replaced(element, parent), supplied.isDefault(element), beforeOrigin, afterOrigin,
                    Change.removed(place, side(element)));
        }
    }

    /** libvirt fills in no kind of device to start from where single devices have an order. */
    private static boolean replaced(XmlElement element, XmlElement parent) {
        return element.path().equals("domain/os/boot") && parent.parent().flatMap(domain -> domain.element("devices")).stream()
                .flatMap(devices -> devices.elements().stream()).anyMatch(device -> device.element("boot").isPresent());
    }

    private void added(XmlElement element, Place place) {
        if (!skipped(element)) {
            only(supplied.fillsIn(element), supplied.isDefault(element), afterOrigin, beforeOrigin,
                    Change.added(place, side(element)));
        }
    }

    /** Something stands in one document only: {@code here}. */
    private void only(boolean libvirtFillsIn, boolean byDefault, Origin here, Origin there, Change change) {
        if (here == Origin.LIBVIRT && there == Origin.PERSON && libvirtFillsIn) {
            filledIn.add(change);
        } else if (here == Origin.LIBVIRT || !byDefault) {
            changes.add(change);
        }
    }

    private static Side side(XmlAttribute attribute) {
        return new Side(attribute.owner(), attribute.span(), shown(attribute));
    }

    private static Side textSide(XmlElement element) {
        return new Side(element, element.textSpan().orElse(element.span()), Spelling.text(element));
    }

    private static Side side(XmlElement element) {
        String attributes = element.attributes().stream()
                .filter(attribute -> !attribute.declaresNamespace() && !Spelling.isUnit(attribute))
                .map(attribute -> attribute.name() + "=" + shown(attribute)).collect(Collectors.joining(" "));
        String text = Spelling.text(element);
        return new Side(element, element.span(), (attributes + " " + text).strip());
    }

    private static String shown(XmlAttribute attribute) {
        return Redaction.secret(attribute) ? Redaction.MARK
                : SizedPlaces.value(attribute).map(size -> size.readable().exact() ? size.readable().text() : attribute.value())
                        .orElse(attribute.value());
    }
}
