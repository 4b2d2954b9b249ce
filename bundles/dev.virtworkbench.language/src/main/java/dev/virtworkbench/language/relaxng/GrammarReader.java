package dev.virtworkbench.language.relaxng;

import com.thaiopensource.relaxng.parse.BuildException;
import com.thaiopensource.relaxng.parse.IllegalSchemaException;
import com.thaiopensource.relaxng.parse.SubParseable;
import com.thaiopensource.relaxng.parse.sax.SAXParseable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Reads RELAX NG schemas in XML syntax. Jing's parser reads the files; what they say becomes our own
 * {@link Grammar}. Nothing outside the {@link SchemaSource} is opened.
 */
public final class GrammarReader {

    private GrammarReader() { }

    /**
     * Reads a schema and all files it includes.
     *
     * @param fileName relative to the source's root
     * @throws GrammarException if a file cannot be read or the schema is not correct
     */
    public static Grammar read(SchemaSource source, String fileName) throws GrammarException {
        SchemaFiles files = new SchemaFiles(source);
        String systemId = SchemaFiles.systemId(fileName);
        SourceLocation whole = new SourceLocation(files.location(systemId), 0, 0);
        GrammarBuild build = new GrammarBuild(files);
        try {
            SubParseable<Draft, NameClass, SourceLocation, Void, Ignored, Ignored> file =
                    new SAXParseable<>(files.resolve(systemId, null), files, new FirstError());
            build.openFile(systemId, whole);
            return build.finish(file.parse(build.builder(file, ""), null));
        } catch (GrammarFault e) {
            throw new GrammarException(e.getMessage(), e.location() == null ? whole : e.location(), e);
        } catch (BuildException | IllegalSchemaException | SAXException | IOException e) {
            throw located(e, whole, files);
        }
    }

    /** Takes the place from the innermost cause that knows it. */
    private static GrammarException located(Exception thrown, SourceLocation whole, SchemaFiles files) {
        SourceLocation location = whole;
        for (Throwable cause = thrown; cause != null; cause = next(cause)) {
            if (cause instanceof SAXParseException parse && parse.getSystemId() != null) {
                location = new SourceLocation(files.location(parse.getSystemId()),
                        Math.max(0, parse.getLineNumber()), Math.max(0, parse.getColumnNumber()));
            }
        }
        return new GrammarException(message(thrown), location, thrown);
    }

    /** What the innermost cause says. */
    static String message(Throwable thrown) {
        Throwable innermost = thrown;
        for (Throwable cause = thrown; cause != null; cause = next(cause)) {
            innermost = cause;
        }
        return innermost instanceof NoSuchFileException || innermost instanceof FileNotFoundException
                ? "no such file: " + innermost.getMessage() : innermost.getMessage();
    }

    private static Throwable next(Throwable cause) {
        return cause instanceof SAXException sax && sax.getException() != null ? sax.getException() : cause.getCause();
    }

    /** Ends reading at the first mistake. */
    private static final class FirstError implements ErrorHandler {
        @Override
        public void warning(SAXParseException exception) {
            // about style only
        }

        @Override
        public void error(SAXParseException exception) throws SAXParseException {
            throw exception;
        }

        @Override
        public void fatalError(SAXParseException exception) throws SAXParseException {
            throw exception;
        }
    }
}
