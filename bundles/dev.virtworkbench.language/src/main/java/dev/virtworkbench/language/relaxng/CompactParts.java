package dev.virtworkbench.language.relaxng;

import dev.virtworkbench.language.relaxng.CompactGrammar.Kind;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parts of a grammar in a {@link CompactGrammar}, each made when first asked for and kept. One thread at a time makes
 * something; what is made is free to share.
 */
final class CompactParts implements GrammarParts {

    private final PatternTable table;
    private final URI root;
    private final List<SchemaFile> files;
    private final int start;
    private final DataTypes dataTypes = new DataTypes();

    private final RecordTable strings;
    private final RecordTable nameClassRecords;
    private final RecordTable typeRecords;
    private final RecordTable elementRecords;
    private final RecordTable patternRecords;
    private final RecordTable defineRecords;

    private final String[] texts;
    private final NameClass[] nameClasses;
    private final DataType[] types;
    private final ElementDefinition[] elements;
    private final Pattern[] patterns;
    private final URI[] schemaFiles;
    private Map<String, Integer> defines;
    private final Vocabulary vocabulary;

    CompactParts(ByteBuffer in, PatternTable table, URI root, List<SchemaFile> files) {
        this.table = table;
        this.root = root;
        this.files = files;
        start = in.getInt();
        strings = new RecordTable(in);
        nameClassRecords = new RecordTable(in);
        typeRecords = new RecordTable(in);
        elementRecords = new RecordTable(in);
        patternRecords = new RecordTable(in);
        defineRecords = new RecordTable(in);
        texts = new String[strings.size()];
        nameClasses = new NameClass[nameClassRecords.size()];
        types = new DataType[typeRecords.size()];
        elements = new ElementDefinition[elementRecords.size()];
        patterns = new Pattern[patternRecords.size()];
        schemaFiles = new URI[strings.size()];
        vocabulary = vocabulary(new RecordTable(in));
    }

    @Override
    public Pattern start() {
        return pattern(start);
    }

    @Override
    public URI root() {
        return root;
    }

    @Override
    public List<SchemaFile> files() {
        return files;
    }

    @Override
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    @Override
    public synchronized Optional<Pattern> define(String name) {
        return Optional.ofNullable(definesByName().get(name)).map(this::pattern);
    }

    @Override
    public synchronized Collection<String> defines() {
        return List.copyOf(definesByName().keySet());
    }

    private Map<String, Integer> definesByName() {
        if (defines == null) {
            defines = new LinkedHashMap<>();
            for (int i = 0; i < defineRecords.size(); i++) {
                defines.put(text(defineRecords.number(i, 0)), defineRecords.number(i, 1));
            }
        }
        return defines;
    }

    @Override
    public synchronized Collection<ElementDefinition> elements() {
        for (int i = 0; i < elements.length; i++) {
            element(i);
        }
        return List.of(elements);
    }

    private Vocabulary vocabulary(RecordTable records) {
        List<QName> names = new ArrayList<>();
        List<String> namespaces = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            String namespace = text(records.number(i, 0));
            if (records.length(i) == 1) {
                namespaces.add(namespace);
            } else {
                names.add(new QName(namespace, text(records.number(i, 1))));
            }
        }
        return new Vocabulary(names, namespaces);
    }

    private String text(int number) {
        String text = texts[number];
        if (text == null) {
            text = strings.text(number);
            texts[number] = text;
        }
        return text;
    }

    /** @param from which number of the record is the file's; line and column follow */
    private SourceLocation place(RecordTable records, int record, int from) {
        int file = records.number(record, from);
        if (schemaFiles[file] == null) {
            schemaFiles[file] = URI.create(text(file));
        }
        return new SourceLocation(schemaFiles[file], records.number(record, from + 1), records.number(record, from + 2));
    }

    private NameClass nameClass(int number) {
        NameClass made = nameClasses[number];
        if (made == null) {
            int length = nameClassRecords.length(number);
            made = switch (Kind.of(nameClassRecords.number(number, 0))) {
                case NAME -> new NameClass.Name(new QName(
                        text(nameClassRecords.number(number, 1)), text(nameClassRecords.number(number, 2))));
                case NAMESPACE -> new NameClass.NamespaceName(text(nameClassRecords.number(number, 1)),
                        length > 2 ? Optional.of(nameClass(nameClassRecords.number(number, 2))) : Optional.empty());
                case ANY_NAME -> new NameClass.AnyName(
                        length > 1 ? Optional.of(nameClass(nameClassRecords.number(number, 1))) : Optional.empty());
                default -> {
                    List<NameClass> alternatives = new ArrayList<>(length - 1);
                    for (int i = 1; i < length; i++) {
                        alternatives.add(nameClass(nameClassRecords.number(number, i)));
                    }
                    yield new NameClass.NameChoice(alternatives);
                }
            };
            nameClasses[number] = made;
        }
        return made;
    }

    private DataType type(int number) {
        DataType made = types[number];
        if (made == null) {
            List<DataType.Parameter> parameters = new ArrayList<>();
            for (int i = 2; i < typeRecords.length(number); i += 2) {
                parameters.add(new DataType.Parameter(
                        text(typeRecords.number(number, i)), text(typeRecords.number(number, i + 1))));
            }
            made = dataTypes.known(text(typeRecords.number(number, 0)), text(typeRecords.number(number, 1)), parameters);
            types[number] = made;
        }
        return made;
    }

    private ElementDefinition element(int number) {
        ElementDefinition made = elements[number];
        if (made == null) {
            int content = elementRecords.number(number, 5);
            made = new ElementDefinition(nameClass(elementRecords.number(number, 0)), place(elementRecords, number, 1),
                    () -> pattern(content));
            made.define(text(elementRecords.number(number, 4)));
            elements[number] = made;
        }
        return made;
    }

    private synchronized Pattern pattern(int number) {
        Pattern made = patterns[number];
        if (made == null) {
            made = switch (Kind.of(patternRecords.number(number, 0))) {
                case NOT_ALLOWED -> table.notAllowed;
                case EMPTY -> table.empty;
                case TEXT -> table.text;
                case CHOICE -> {
                    Pattern[] alternatives = parts(number);
                    yield table.known(id -> new Pattern.Choice(id, alternatives));
                }
                case INTERLEAVE -> {
                    Pattern[] members = parts(number);
                    yield table.known(id -> new Pattern.Interleave(id, members));
                }
                case GROUP -> {
                    Pattern first = part(number, 1);
                    Pattern second = part(number, 2);
                    yield table.known(id -> new Pattern.Group(id, first, second));
                }
                case ONE_OR_MORE -> {
                    Pattern operand = part(number, 1);
                    yield table.known(id -> new Pattern.OneOrMore(id, operand));
                }
                case ITEMS -> {
                    Pattern operand = part(number, 1);
                    yield table.known(id -> new Pattern.Items(id, operand));
                }
                case DATA -> {
                    Pattern except = part(number, 1);
                    DataType type = type(patternRecords.number(number, 2));
                    yield table.known(id -> new Pattern.Data(id, type, except));
                }
                case VALUE -> {
                    DataType type = type(patternRecords.number(number, 1));
                    String literal = text(patternRecords.number(number, 2));
                    yield table.known(id -> new Pattern.Value(id, type, literal));
                }
                case ATTRIBUTE -> {
                    Pattern value = part(number, 1);
                    NameClass name = nameClass(patternRecords.number(number, 2));
                    SourceLocation location = place(patternRecords, number, 3);
                    yield table.known(id -> new Pattern.Attribute(id, name, value, location));
                }
                case ELEMENT -> {
                    ElementDefinition definition = element(patternRecords.number(number, 1));
                    yield table.known(id -> new Pattern.Element(id, definition));
                }
                default -> throw new IllegalStateException("no pattern: record " + number);
            };
            patterns[number] = made;
        }
        return made;
    }

    private Pattern part(int pattern, int index) {
        return pattern(patternRecords.number(pattern, index));
    }

    private Pattern[] parts(int pattern) {
        Pattern[] parts = new Pattern[patternRecords.length(pattern) - 1];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = part(pattern, i + 1);
        }
        return parts;
    }
}
