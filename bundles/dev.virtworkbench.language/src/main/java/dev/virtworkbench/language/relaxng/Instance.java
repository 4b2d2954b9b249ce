package dev.virtworkbench.language.relaxng;

import java.util.List;
import java.util.Optional;

/**
 * An element to insert, with just what it needs: valid if each {@link ValueChoices} is filled with any value it
 * accepts.
 *
 * @param name of the element
 * @param content its attributes, children and text
 */
public record Instance(QName name, Content content) {

    /**
     * An attribute of an instance.
     *
     * @param name of the attribute
     * @param values any of which will do
     */
    public record AttributeInstance(QName name, ValueChoices values) { }

    /**
     * What to put into an element.
     *
     * @param attributes for its start tag
     * @param children in this order
     * @param text to put in; empty if it needs none. There are no children then.
     */
    public record Content(List<AttributeInstance> attributes, List<Instance> children, Optional<ValueChoices> text) {

        public Content {
            attributes = List.copyOf(attributes);
            children = List.copyOf(children);
        }

        /** Whether nothing is needed. */
        public boolean isEmpty() {
            return attributes.isEmpty() && children.isEmpty() && text.isEmpty();
        }
    }
}
