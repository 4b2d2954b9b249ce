package dev.virtworkbench.language.relaxng;

import dev.virtworkbench.language.relaxng.CompactGrammar.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Writes the tables of a {@link CompactGrammar}; for one grammar and one thread. */
final class CompactWriter {

    private final Table<String> strings = new Table<>(new HashMap<>());
    private final Table<NameClass> nameClasses = new Table<>(new HashMap<>());
    private final Table<DataType> types = new Table<>(new HashMap<>());
    private final Table<Pattern> patterns = new Table<>(new IdentityHashMap<>());
    private final Map<ElementDefinition, Integer> definitions = new IdentityHashMap<>();

    /** Records, each written once and known by its number from then on. */
    private static final class Table<T> {
        private final Map<T, Integer> numbers;
        private final List<byte[]> records = new ArrayList<>();

        Table(Map<T, Integer> numbers) {
            this.numbers = numbers;
        }

        Integer number(T value) {
            return numbers.get(value);
        }

        int add(T value, byte[] record) {
            records.add(record);
            numbers.put(value, records.size() - 1);
            return records.size() - 1;
        }

        void add(byte[] record) {
            records.add(record);
        }

        void write(RecordWriter out) {
            out.number(records.size());
            int end = 0;
            for (byte[] record : records) {
                end += record.length;
                out.number(end);
            }
            records.forEach(out::bytes);
        }
    }

    byte[] tables(Grammar grammar) {
        for (ElementDefinition element : grammar.elements()) {
            definitions.put(element, definitions.size());
        }
        int start = pattern(grammar.start());
        Table<ElementDefinition> elements = new Table<>(new IdentityHashMap<>());
        for (ElementDefinition element : grammar.elements()) {
            RecordWriter record = record(nameClass(element.nameClass()));
            place(element.location(), record);
            elements.add(element, record.number(string(element.define())).number(pattern(element.content())).toBytes());
        }
        Table<String> defines = new Table<>(new HashMap<>());
        for (String name : grammar.defines()) {
            defines.add(name, record(string(name)).number(pattern(grammar.define(name).orElseThrow())).toBytes());
        }
        Table<String> vocabulary = new Table<>(new HashMap<>());
        Vocabulary words = grammar.parts().vocabulary();
        words.names().forEach(name -> vocabulary.add(record(string(name.namespace())).number(string(name.local())).toBytes()));
        words.namespaces().forEach(namespace -> vocabulary.add(record(string(namespace)).toBytes()));

        RecordWriter out = new RecordWriter().number(start);
        for (Table<?> table : List.of(strings, nameClasses, types, elements, patterns, defines, vocabulary)) {
            table.write(out);
        }
        return out.toBytes();
    }

    private static RecordWriter record(int first) {
        return new RecordWriter().number(first);
    }

    private int string(String text) {
        Integer known = strings.number(text);
        return known != null ? known : strings.add(text, text.getBytes(StandardCharsets.UTF_8));
    }

    private void place(SourceLocation location, RecordWriter record) {
        record.number(string(location.file().toString())).number(location.line()).number(location.column());
    }

    private int nameClass(NameClass nameClass) {
        Integer known = nameClasses.number(nameClass);
        if (known != null) {
            return known;
        }
        RecordWriter record = switch (nameClass) {
            case NameClass.Name one -> record(Kind.NAME.ordinal())
                    .number(string(one.name().namespace())).number(string(one.name().local()));
            case NameClass.NamespaceName any -> {
                RecordWriter some = record(Kind.NAMESPACE.ordinal()).number(string(any.namespace()));
                any.except().ifPresent(except -> some.number(nameClass(except)));
                yield some;
            }
            case NameClass.AnyName any -> {
                RecordWriter some = record(Kind.ANY_NAME.ordinal());
                any.except().ifPresent(except -> some.number(nameClass(except)));
                yield some;
            }
            case NameClass.NameChoice choice -> {
                RecordWriter some = record(Kind.NAMES.ordinal());
                choice.alternatives().forEach(alternative -> some.number(nameClass(alternative)));
                yield some;
            }
        };
        return nameClasses.add(nameClass, record.toBytes());
    }

    private int type(DataType type) {
        Integer known = types.number(type);
        if (known != null) {
            return known;
        }
        RecordWriter record = record(string(type.library())).number(string(type.name()));
        type.parameters().forEach(parameter -> record.number(string(parameter.name())).number(string(parameter.value())));
        return types.add(type, record.toBytes());
    }

    private int pattern(Pattern pattern) {
        Integer known = patterns.number(pattern);
        if (known != null) {
            return known;
        }
        RecordWriter record = switch (pattern) {
            case Pattern.NotAllowed none -> record(Kind.NOT_ALLOWED.ordinal());
            case Pattern.Empty none -> record(Kind.EMPTY.ordinal());
            case Pattern.Text any -> record(Kind.TEXT.ordinal());
            case Pattern.Choice choice -> parts(Kind.CHOICE, choice.alternatives());
            case Pattern.Interleave interleave -> parts(Kind.INTERLEAVE, interleave.members());
            case Pattern.Group group -> parts(Kind.GROUP, group.first(), group.second());
            case Pattern.OneOrMore many -> parts(Kind.ONE_OR_MORE, many.operand());
            case Pattern.Items items -> parts(Kind.ITEMS, items.operand());
            case Pattern.Data data -> parts(Kind.DATA, data.except()).number(type(data.type()));
            case Pattern.Value value -> record(Kind.VALUE.ordinal()).number(type(value.type())).number(string(value.literal()));
            case Pattern.Attribute attribute -> {
                RecordWriter some = parts(Kind.ATTRIBUTE, attribute.value()).number(nameClass(attribute.nameClass()));
                place(attribute.location(), some);
                yield some;
            }
            case Pattern.Element element -> record(Kind.ELEMENT.ordinal()).number(definitions.get(element.definition()));
        };
        return patterns.add(pattern, record.toBytes());
    }

    private RecordWriter parts(Kind kind, Pattern... parts) {
        RecordWriter record = record(kind.ordinal());
        for (Pattern part : parts) {
            record.number(pattern(part));
        }
        return record;
    }
}
