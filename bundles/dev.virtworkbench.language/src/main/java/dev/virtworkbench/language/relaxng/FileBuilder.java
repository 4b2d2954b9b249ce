package dev.virtworkbench.language.relaxng;

import com.thaiopensource.relaxng.parse.BuildException;
import com.thaiopensource.relaxng.parse.Context;
import com.thaiopensource.relaxng.parse.DataPatternBuilder;
import com.thaiopensource.relaxng.parse.Grammar;
import com.thaiopensource.relaxng.parse.IllegalSchemaException;
import com.thaiopensource.relaxng.parse.IncludedGrammar;
import com.thaiopensource.relaxng.parse.SchemaBuilder;
import com.thaiopensource.relaxng.parse.Scope;
import com.thaiopensource.relaxng.parse.SubParseable;
import com.thaiopensource.relaxng.parse.SubParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes what Jing reads in one schema file, and makes our own model of it. */
final class FileBuilder implements SchemaBuilder<Draft, NameClass, SourceLocation, Void, Ignored, Ignored> {

    private final GrammarBuild build;
    private final PatternTable table;
    private final SubParser<Draft, NameClass, SourceLocation, Void, Ignored, Ignored> parser;
    private final String inheritedNamespace;

    /**
     * @param parser reads the files that this one includes
     * @param inheritedNamespace of names for which this file gives no {@code ns}
     */
    FileBuilder(GrammarBuild build, SubParser<Draft, NameClass, SourceLocation, Void, Ignored, Ignored> parser,
            String inheritedNamespace) {
        this.build = build;
        this.table = build.table();
        this.parser = parser;
        this.inheritedNamespace = inheritedNamespace;
    }

    private String namespace(String given) {
        return given == INHERIT_NS ? inheritedNamespace : given;
    }

    private static List<Pattern> patterns(List<Draft> drafts) {
        List<Pattern> patterns = new ArrayList<>(drafts.size());
        for (Draft draft : drafts) {
            patterns.add(draft.pattern());
        }
        return patterns;
    }

    @Override
    public Draft makeChoice(List<Draft> patterns, SourceLocation location, Ignored annotations) {
        List<Draft> drafts = List.copyOf(patterns);
        return () -> table.choice(patterns(drafts));
    }

    @Override
    public Draft makeInterleave(List<Draft> patterns, SourceLocation location, Ignored annotations) {
        List<Draft> drafts = List.copyOf(patterns);
        return () -> table.interleave(patterns(drafts));
    }

    @Override
    public Draft makeGroup(List<Draft> patterns, SourceLocation location, Ignored annotations) {
        List<Draft> drafts = List.copyOf(patterns);
        return () -> table.group(patterns(drafts));
    }

    @Override
    public Draft makeOneOrMore(Draft operand, SourceLocation location, Ignored annotations) {
        return () -> table.oneOrMore(operand.pattern());
    }

    @Override
    public Draft makeZeroOrMore(Draft operand, SourceLocation location, Ignored annotations) {
        return () -> table.optional(table.oneOrMore(operand.pattern()));
    }

    @Override
    public Draft makeOptional(Draft operand, SourceLocation location, Ignored annotations) {
        return () -> table.optional(operand.pattern());
    }

    @Override
    public Draft makeList(Draft operand, SourceLocation location, Ignored annotations) {
        return () -> table.items(operand.pattern());
    }

    @Override
    public Draft makeMixed(Draft operand, SourceLocation location, Ignored annotations) {
        return () -> table.interleave(List.of(operand.pattern(), table.text));
    }

    @Override
    public Draft makeEmpty(SourceLocation location, Ignored annotations) {
        return () -> table.empty;
    }

    @Override
    public Draft makeNotAllowed(SourceLocation location, Ignored annotations) {
        return () -> table.notAllowed;
    }

    @Override
    public Draft makeText(SourceLocation location, Ignored annotations) {
        return () -> table.text;
    }

    @Override
    public Draft makeAttribute(NameClass nameClass, Draft value, SourceLocation location, Ignored annotations) {
        return () -> table.attribute(nameClass, value.pattern(), location);
    }

    @Override
    public Draft makeElement(NameClass nameClass, Draft content, SourceLocation location, Ignored annotations) {
        return build.element(nameClass, content, location);
    }

    @Override
    public Draft makeValue(String library, String type, String literal, Context context, String namespace,
            SourceLocation location, Ignored annotations) {
        DataType dataType = build.dataType(library, type, List.of(), context, location);
        if (dataType.value(literal) == null) {
            throw new GrammarFault("\"" + literal + "\" is no value of the type " + type, location);
        }
        String shown = type.equals("string") ? literal : String.join(" ", WhiteSpace.words(literal));
        return () -> table.value(dataType, shown);
    }

    @Override
    public DataPatternBuilder<Draft, SourceLocation, Void, Ignored, Ignored> makeDataPatternBuilder(String library,
            String type, SourceLocation start) {
        List<DataType.Parameter> parameters = new ArrayList<>();
        return new DataPatternBuilder<>() {
            private Context context;

            @Override
            public void addParam(String name, String value, Context schema, String namespace,
                    SourceLocation location, Ignored annotations) {
                parameters.add(new DataType.Parameter(name, value));
                context = schema;
            }

            @Override
            public void annotation(Void annotation) { }

            @Override
            public Draft makePattern(SourceLocation location, Ignored annotations) {
                DataType dataType = build.dataType(library, type, parameters, context, location);
                return () -> table.data(dataType, table.notAllowed);
            }

            @Override
            public Draft makePattern(Draft except, SourceLocation location, Ignored annotations) {
                DataType dataType = build.dataType(library, type, parameters, context, location);
                return () -> table.data(dataType, except.pattern());
            }
        };
    }

    @Override
    public Grammar<Draft, SourceLocation, Void, Ignored, Ignored> makeGrammar(
            Scope<Draft, SourceLocation, Void, Ignored, Ignored> parent) {
        return new GrammarScope(build, this, parent);
    }

    private SubParseable<Draft, NameClass, SourceLocation, Void, Ignored, Ignored> open(String href, String base,
            SourceLocation location) {
        try {
            var file = parser.createSubParseable(href, base);
            build.openFile(file.getUri(), location);
            return file;
        } catch (BuildException e) {
            throw new GrammarFault(GrammarReader.message(e), location);
        }
    }

    /** Reads a file into the grammar that includes it. */
    void include(String href, String base, String namespace, SourceLocation location,
            IncludedGrammar<Draft, SourceLocation, Void, Ignored, Ignored> into) throws IllegalSchemaException {
        var file = open(href, base, location);
        file.parseAsInclude(build.builder(file, namespace(namespace)), into);
        build.closeFile();
    }

    @Override
    public Draft makeExternalRef(String href, String base, String namespace,
            Scope<Draft, SourceLocation, Void, Ignored, Ignored> scope, SourceLocation location, Ignored annotations)
            throws IllegalSchemaException {
        var file = open(href, base, location);
        Draft draft = file.parse(build.builder(file, namespace(namespace)), scope);
        build.closeFile();
        return draft;
    }

    @Override
    public NameClass makeNameClassChoice(List<NameClass> alternatives, SourceLocation location, Ignored annotations) {
        return new NameClass.NameChoice(alternatives);
    }

    @Override
    public NameClass makeName(String namespace, String local, String prefix, SourceLocation location,
            Ignored annotations) {
        return new NameClass.Name(new QName(namespace(namespace), local));
    }

    @Override
    public NameClass makeNsName(String namespace, SourceLocation location, Ignored annotations) {
        return new NameClass.NamespaceName(namespace(namespace), Optional.empty());
    }

    @Override
    public NameClass makeNsName(String namespace, NameClass except, SourceLocation location, Ignored annotations) {
        return new NameClass.NamespaceName(namespace(namespace), Optional.of(except));
    }

    @Override
    public NameClass makeAnyName(SourceLocation location, Ignored annotations) {
        return new NameClass.AnyName(Optional.empty());
    }

    @Override
    public NameClass makeAnyName(NameClass except, SourceLocation location, Ignored annotations) {
        return new NameClass.AnyName(Optional.of(except));
    }

    @Override
    public SourceLocation makeLocation(String systemId, int line, int column) {
        return build.location(systemId, line, column);
    }

    @Override
    public Ignored makeAnnotations(Ignored comments, Context context) {
        return Ignored.INSTANCE;
    }

    @Override
    public Ignored makeElementAnnotationBuilder(String namespace, String local, String prefix,
            SourceLocation location, Ignored comments, Context context) {
        return Ignored.INSTANCE;
    }

    @Override
    public Ignored makeCommentList() {
        return Ignored.INSTANCE;
    }

    @Override
    public boolean usesComments() {
        return false;
    }

    /** Stands where the parser has already told of a mistake; reading ends with that. */
    @Override
    public Draft makeErrorPattern() {
        return () -> table.notAllowed;
    }

    @Override
    public NameClass makeErrorNameClass() {
        return new NameClass.NameChoice(List.of());
    }

    @Override
    public Draft annotatePattern(Draft pattern, Ignored annotations) {
        return pattern;
    }

    @Override
    public NameClass annotateNameClass(NameClass nameClass, Ignored annotations) {
        return nameClass;
    }

    @Override
    public Draft annotateAfterPattern(Draft pattern, Void annotation) {
        return pattern;
    }

    @Override
    public NameClass annotateAfterNameClass(NameClass nameClass, Void annotation) {
        return nameClass;
    }

    @Override
    public Draft commentAfterPattern(Draft pattern, Ignored comments) {
        return pattern;
    }

    @Override
    public NameClass commentAfterNameClass(NameClass nameClass, Ignored comments) {
        return nameClass;
    }
}
