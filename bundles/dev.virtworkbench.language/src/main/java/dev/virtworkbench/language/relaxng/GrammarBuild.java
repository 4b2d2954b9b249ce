package dev.virtworkbench.language.relaxng;

import com.thaiopensource.relaxng.parse.SubParser;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relaxng.datatype.DatatypeException;
import org.relaxng.datatype.ValidationContext;

/** A grammar while its files are read: what their {@link FileBuilder}s share. Confined to one thread. */
final class GrammarBuild {

    private final PatternTable table = new PatternTable();
    private final DataTypes dataTypes = new DataTypes();
    private final Map<DataTypeKey, DataType> known = new HashMap<>();
    private final List<ElementDefinition> elements = new ArrayList<>();
    private final List<ElementDefinition> withoutDefine = new ArrayList<>();
    private final Deque<String> openFiles = new ArrayDeque<>();
    private final SchemaFiles files;
    private GrammarScope outermost;

    GrammarBuild(SchemaFiles files) {
        this.files = files;
    }

    private record DataTypeKey(String library, String name, List<DataType.Parameter> parameters) { }

    private record Parts(Pattern start, Map<String, Pattern> byName, List<ElementDefinition> elements,
            Vocabulary vocabulary, URI root, List<SchemaFile> files) implements GrammarParts {
        @Override
        public Optional<Pattern> define(String name) {
            return Optional.ofNullable(byName.get(name));
        }

        @Override
        public Collection<String> defines() {
            return byName.keySet();
        }
    }

    PatternTable table() {
        return table;
    }

    SourceLocation location(String systemId, int line, int column) {
        return new SourceLocation(files.location(systemId), Math.max(0, line), Math.max(0, column));
    }

    DataType dataType(String library, String name, List<DataType.Parameter> parameters, ValidationContext context,
            SourceLocation location) {
        DataTypeKey key = new DataTypeKey(library, name, List.copyOf(parameters));
        DataType type = known.get(key);
        if (type == null) {
            try {
                type = dataTypes.create(library, name, key.parameters(), context);
            } catch (DatatypeException e) {
                throw new GrammarFault(e.getMessage() == null ? "unknown data type " + name : e.getMessage(), location);
            }
            known.put(key, type);
        }
        return type;
    }

    /** An element whose content is made when all is read: elements refer to each other in circles. */
    Draft element(NameClass nameClass, Draft content, SourceLocation location) {
        ElementDefinition definition = new ElementDefinition(nameClass, location, content);
        elements.add(definition);
        withoutDefine.add(definition);
        return () -> table.element(definition);
    }

    /** Gives the elements made since the last call the name of the {@code <define>} around them. */
    void endDefine(String name) {
        withoutDefine.forEach(definition -> definition.define(name));
        withoutDefine.clear();
    }

    /** Called at the end of each {@code <grammar>}; that of the outermost is the last. */
    void endGrammar(GrammarScope scope) {
        outermost = scope;
    }

    /** @throws GrammarFault if the file is being read already: it would include itself for ever */
    void openFile(String uri, SourceLocation from) {
        if (openFiles.contains(uri)) {
            throw new GrammarFault(files.location(uri) + " includes itself", from);
        }
        openFiles.push(uri);
    }

    void closeFile() {
        openFiles.pop();
    }

    FileBuilder builder(SubParser<Draft, NameClass, SourceLocation, Void, Ignored, Ignored> parser, String namespace) {
        return new FileBuilder(this, parser, namespace);
    }

    Grammar finish(Draft root) {
        Pattern start = root.pattern();
        Map<String, Pattern> defines = new LinkedHashMap<>();
        if (outermost != null) {
            outermost.definitions().forEach((name, definition) -> defines.put(name, definition.pattern()));
        }
        elements.forEach(ElementDefinition::content);
        table.complete();
        return new Grammar(table, new Parts(start, Collections.unmodifiableMap(defines), List.copyOf(elements),
                Vocabulary.of(elements), files.root(), files.opened()));
    }
}
