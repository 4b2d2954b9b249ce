package dev.virtworkbench.language.relaxng;

import com.thaiopensource.relaxng.parse.Div;
import com.thaiopensource.relaxng.parse.Grammar;
import com.thaiopensource.relaxng.parse.GrammarSection;
import com.thaiopensource.relaxng.parse.IllegalSchemaException;
import com.thaiopensource.relaxng.parse.Include;
import com.thaiopensource.relaxng.parse.IncludedGrammar;
import com.thaiopensource.relaxng.parse.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The names of one {@code <grammar>} and what they stand for, files it includes merged in. */
final class GrammarScope implements
        Grammar<Draft, SourceLocation, Void, Ignored, Ignored>,
        IncludedGrammar<Draft, SourceLocation, Void, Ignored, Ignored>,
        Div<Draft, SourceLocation, Void, Ignored, Ignored> {

    private static final String START = "start";

    private final GrammarBuild build;
    private final FileBuilder file;
    private final Scope<Draft, SourceLocation, Void, Ignored, Ignored> parent;
    private final Map<String, Definition> definitions = new LinkedHashMap<>();
    private final Definition start;

    GrammarScope(GrammarBuild build, FileBuilder file,
            Scope<Draft, SourceLocation, Void, Ignored, Ignored> parent) {
        this.build = build;
        this.file = file;
        this.parent = parent;
        this.start = new Definition(START, build.table());
    }

    Map<String, Definition> definitions() {
        return definitions;
    }

    private Definition definition(String name) {
        return name == GrammarSection.START
                ? start : definitions.computeIfAbsent(name, n -> new Definition(n, build.table()));
    }

    @Override
    public void define(String name, Combine combine, Draft pattern, SourceLocation location, Ignored annotations) {
        build.endDefine(name == GrammarSection.START ? "" : name);
        Definition definition = definition(name);
        definition.usedAt(location);
        definition.add(combine, pattern, location);
    }

    @Override
    public Draft makeRef(String name, SourceLocation location, Ignored annotations) {
        Definition definition = definition(name);
        definition.usedAt(location);
        return definition;
    }

    @Override
    public Draft makeParentRef(String name, SourceLocation location, Ignored annotations) {
        if (parent == null) {
            throw new GrammarFault("parentRef \"" + name + "\" in a grammar without a parent", location);
        }
        return parent.makeRef(name, location, annotations);
    }

    @Override
    public Draft endGrammar(SourceLocation location, Ignored annotations) {
        start.usedAt(location);
        start.check();
        definitions.values().forEach(Definition::check);
        build.endGrammar(this);
        return start;
    }

    @Override
    public Draft endIncludedGrammar(SourceLocation location, Ignored annotations) {
        return null;
    }

    @Override
    public Div<Draft, SourceLocation, Void, Ignored, Ignored> makeDiv() {
        return this;
    }

    @Override
    public void endDiv(SourceLocation location, Ignored annotations) {
        // a div only groups definitions for readers
    }

    @Override
    public Include<Draft, SourceLocation, Void, Ignored, Ignored> makeInclude() {
        return new Inclusion();
    }

    @Override
    public void topLevelAnnotation(Void annotation) {
        // annotations say nothing about which documents are valid
    }

    @Override
    public void topLevelComment(Ignored comments) {
        // comments say nothing about which documents are valid
    }

    /** An {@code <include>}: what it defines itself replaces what the included file defines (4.7). */
    private final class Inclusion implements
            Include<Draft, SourceLocation, Void, Ignored, Ignored>,
            Div<Draft, SourceLocation, Void, Ignored, Ignored> {

        private final List<String> replaced = new ArrayList<>();

        @Override
        public void define(String name, Combine combine, Draft pattern, SourceLocation location, Ignored annotations) {
            if (!replaced.contains(name)) {
                replaced.add(name);
            }
            GrammarScope.this.define(name, combine, pattern, location, annotations);
        }

        @Override
        public void endInclude(String href, String base, String namespace, SourceLocation location, Ignored annotations)
                throws IllegalSchemaException {
            List<Definition> definitions = replaced.stream().map(GrammarScope.this::definition).toList();
            List<Definition.Replacement> before = definitions.stream().map(Definition::replacement).toList();
            definitions.forEach(definition -> definition.replacement(Definition.Replacement.REQUIRED));
            file.include(href, base, namespace, location, GrammarScope.this);
            for (int i = 0; i < definitions.size(); i++) {
                if (definitions.get(i).replacement() == Definition.Replacement.REQUIRED) {
                    throw new GrammarFault("\"" + replaced.get(i) + "\" replaces nothing in " + href, location);
                }
                definitions.get(i).replacement(before.get(i));
            }
        }

        @Override
        public Div<Draft, SourceLocation, Void, Ignored, Ignored> makeDiv() {
            return this;
        }

        @Override
        public void endDiv(SourceLocation location, Ignored annotations) {
            // a div only groups definitions for readers
        }

        @Override
        public Include<Draft, SourceLocation, Void, Ignored, Ignored> makeInclude() {
            throw new IllegalStateException("an include holds no include");
        }

        @Override
        public void topLevelAnnotation(Void annotation) {
            // annotations say nothing about which documents are valid
        }

        @Override
        public void topLevelComment(Ignored comments) {
            // comments say nothing about which documents are valid
        }
    }
}
