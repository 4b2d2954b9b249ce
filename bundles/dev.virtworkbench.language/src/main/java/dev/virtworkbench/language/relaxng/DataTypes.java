package dev.virtworkbench.language.relaxng;

import com.thaiopensource.datatype.xsd.DatatypeLibraryImpl;
import com.thaiopensource.datatype.xsd.regex.java.RegexEngineImpl;
import java.util.List;
import org.relaxng.datatype.Datatype;
import org.relaxng.datatype.DatatypeBuilder;
import org.relaxng.datatype.DatatypeException;
import org.relaxng.datatype.DatatypeLibrary;
import org.relaxng.datatype.ValidationContext;

/**
 * The data type libraries: XML Schema's and RELAX NG's own. They are made by constructor, as a look-up by the
 * thread's class loader finds nothing under OSGi. Any thread may ask.
 */
final class DataTypes {

    private final DatatypeLibrary xsd = new DatatypeLibraryImpl(new RegexEngineImpl());

    DataType create(String library, String name, List<DataType.Parameter> parameters, ValidationContext schema)
            throws DatatypeException {
        Datatype datatype = datatype(library, name, parameters, schema);
        return new DataType(library, name, parameters, () -> datatype);
    }

    /** Jing's library fills its tables as it is asked. */
    private synchronized Datatype datatype(String library, String name, List<DataType.Parameter> parameters, ValidationContext schema)
            throws DatatypeException {
        DatatypeBuilder builder = switch (library) {
            case "" -> builtIn(name);
            case DataType.XSD -> xsd.createDatatypeBuilder(name);
            default -> throw new DatatypeException("unknown data type library " + library);
        };
        for (DataType.Parameter parameter : parameters) {
            if (library.isEmpty()) {
                throw new DatatypeException("the type " + name + " takes no parameters");
            }
            builder.addParameter(parameter.name(), parameter.value(), schema);
        }
        return builder.createDatatype();
    }

    /** A type that {@link #create} has made before of the same arguments; what it needs is made when a text is judged. */
    DataType known(String library, String name, List<DataType.Parameter> parameters) {
        return new DataType(library, name, parameters, () -> {
            try {
                return datatype(library, name, parameters, null);
            } catch (DatatypeException e) {
                throw new IllegalStateException(name + parameters, e);
            }
        });
    }

    /** RELAX NG's two own types mean what XML Schema's of the same name mean. */
    private DatatypeBuilder builtIn(String name) throws DatatypeException {
        if (!name.equals("string") && !name.equals("token")) {
            throw new DatatypeException("unknown data type " + name);
        }
        return xsd.createDatatypeBuilder(name);
    }
}
