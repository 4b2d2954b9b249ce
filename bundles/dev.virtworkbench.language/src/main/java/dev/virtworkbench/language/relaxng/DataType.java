package dev.virtworkbench.language.relaxng;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.relaxng.datatype.Datatype;
import org.relaxng.datatype.ValidationContext;

/**
 * A data type with its parameters: {@code string} with a {@code pattern}, {@code unsignedInt} with a
 * {@code maxInclusive}, … Two are equal if library, name and parameters are.
 */
public final class DataType {

    /** The namespace of W3C XML Schema's data types. */
    public static final String XSD = "http://www.w3.org/2001/XMLSchema-datatypes";

    /**
     * A restriction of a data type.
     *
     * @param name as XML Schema names its facet: {@code pattern}, {@code minInclusive}, {@code maxLength}, …
     * @param value as written in the schema
     */
    public record Parameter(String name, String value) { }

    private final String library;
    private final String name;
    private final List<Parameter> parameters;
    private final Supplier<Datatype> made;
    private volatile Datatype datatype;

    /** @param datatype asked for when a text is first judged: a pattern takes time to compile */
    DataType(String library, String name, List<Parameter> parameters, Supplier<Datatype> datatype) {
        this.library = library;
        this.name = name;
        this.parameters = List.copyOf(parameters);
        this.made = datatype;
    }

    /** {@link #XSD}, or {@code ""} for RELAX NG's own {@code string} and {@code token}. */
    public String library() {
        return library;
    }

    /** The type's name in its library: {@code unsignedInt}, {@code string}, … */
    public String name() {
        return name;
    }

    /** In the schema's order. */
    public List<Parameter> parameters() {
        return parameters;
    }

    /** The first parameter of a name. */
    public Optional<String> parameter(String parameter) {
        return parameters.stream().filter(p -> p.name().equals(parameter)).map(Parameter::value).findFirst();
    }

    /**
     * All texts of this type, where a pattern just enumerates some, as {@code (tcp)|(udp)} does.
     *
     * @return none where it is no such enumeration
     */
    public List<String> words() {
        return parameter("pattern").map(XsdPattern::words).orElse(List.of()).stream().filter(this::accepts).toList();
    }

    private Datatype datatype() {
        Datatype known = datatype;
        if (known == null) {
            known = made.get();
            datatype = known;
        }
        return known;
    }

    /** Whether the text, white space and all, is one of this type. */
    public boolean accepts(String text) {
        return datatype().isValid(text, DocumentContext.INSTANCE);
    }

    /** The value that the text stands for in this type; null if it is none. */
    Object value(String text) {
        return datatype().createValue(text, DocumentContext.INSTANCE);
    }

    boolean sameValue(Object one, Object other) {
        return datatype().sameValue(one, other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DataType that && name.equals(that.name) && library.equals(that.library)
                && parameters.equals(that.parameters);
    }

    @Override
    public int hashCode() {
        return name.hashCode() * 31 + parameters.hashCode();
    }

    @Override
    public String toString() {
        return name + parameters;
    }

    /** Values see no prefixes, entities or notations: a grammar is matched without the text around a value. */
    private enum DocumentContext implements ValidationContext {
        INSTANCE;

        @Override
        public String resolveNamespacePrefix(String prefix) {
            return switch (prefix) {
                case "" -> "";
                case "xml" -> "http://www.w3.org/XML/1998/namespace";
                default -> null;
            };
        }

        @Override
        public String getBaseUri() {
            return null;
        }

        @Override
        public boolean isUnparsedEntity(String entityName) {
            return false;
        }

        @Override
        public boolean isNotation(String notationName) {
            return false;
        }
    }
}
