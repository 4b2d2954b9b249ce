package dev.virtworkbench.language.completion;

import dev.virtworkbench.language.completion.Proposal.Subject;
import dev.virtworkbench.language.relaxng.ElementChoice;
import dev.virtworkbench.language.relaxng.Instance;
import dev.virtworkbench.language.relaxng.Instance.AttributeInstance;
import dev.virtworkbench.language.relaxng.Instance.Content;
import dev.virtworkbench.language.relaxng.Instances;
import dev.virtworkbench.language.relaxng.MatchState;
import dev.virtworkbench.language.relaxng.NameClass;
import dev.virtworkbench.language.relaxng.QName;
import dev.virtworkbench.language.relaxng.ValueChoices;
import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.TextEdit;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.validation.Layout;
import dev.virtworkbench.language.validation.SchemaContext.Rest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Proposes elements for a place in content. */
final class ElementProposals {

    private final ContentPlace place;
    private final boolean snippets;
    private final String open;
    private final List<String> path;
    private Rest now;

    /** @param open what is to be written before the name: {@code <}, or nothing where it is there already */
    ElementProposals(ContentPlace place, boolean snippets, String open) {
        this.place = place;
        this.snippets = snippets;
        this.open = open;
        this.path = place.path();
    }

    /** An element that fits. */
    private record Fitting(QName name, String written, boolean required, double likelihood) {
    }

    /** Whole elements, and whole devices. */
    List<Proposal> all(Span replaced) {
        Layout layout = new Layout(place.document().tree());
        Prefixes prefixes = new Prefixes(place.document().tree());
        List<Proposal> proposals = new ArrayList<>();
        for (Fitting fitting : fitting()) {
            MatchState inTag = place.state().startTag(fitting.name()).orElseThrow();
            Optional<Form> form = Instances.minimal(place.state(), fitting.name()).flatMap(least -> form(inTag, least));
            if (form.isPresent()) {
                String text = new SnippetWriter(layout, snippets)
                        .element(fitting.written(), path, form.get().instance(), inTag, form.get().fits());
                List<TextEdit> declaration = prefixes.declaration(fitting.name(), place.parent());
                proposals.add(proposal(fitting, replaced, open.isEmpty() ? text.substring(1) : text, snippets, declaration));
            }
        }
        proposals.addAll(WholeDevices.at(place, snippets, open, replaced));
        return proposals;
    }

    /** An element to insert, and which values of its attributes agree with what stands behind it. */
    private record Form(Instance instance, BiPredicate<QName, String> fits) {
    }

    /** The least form that agrees with what stands behind the place; empty if none does. */
    private Optional<Form> form(MatchState inTag, Instance least) {
        for (AttributeInstance attribute : least.content().attributes()) {
            List<String> listed = attribute.values().literals();
            if (!listed.isEmpty() && listed.stream().noneMatch(value -> goesOn(inTag, attribute.name(), value))) {
                return otherForm(inTag, least.name(), attribute.name());
            }
        }
        return Optional.of(new Form(least, (attribute, value) -> goesOn(inTag, attribute, value)));
    }

    private Optional<Form> otherForm(MatchState inTag, QName element, QName attribute) {
        ValueChoices values = inTag.attributeValues(attribute);
        for (String value : values.literals()) {
            Optional<Content> content = goesOn(inTag, attribute, value)
                    ? Instances.completion(inTag.attribute(attribute, value).orElseThrow()) : Optional.empty();
            if (content.isPresent()) {
                List<AttributeInstance> attributes = new ArrayList<>(content.get().attributes());
                attributes.addFirst(new AttributeInstance(attribute, values));
                return Optional.of(new Form(
                        new Instance(element, new Content(attributes, content.get().children(), content.get().text())),
                        (name, other) -> !name.equals(attribute) || other.equals(value)));
            }
        }
        return Optional.empty();
    }

    /** Whether what stands behind the place still fits with that value: of some attributes each value may be used once. */
    private boolean goesOn(MatchState inTag, QName attribute, String value) {
        return inTag.attribute(attribute, value)
                .map(state -> state.closeStartTagIgnoringMissing().endTagIgnoringMissing())
                .filter(behind -> behind.equals(place.state()) || place.rest(behind).mistakes() <= now().mistakes()).isPresent();
    }

    private Rest now() {
        if (now == null) {
            now = place.rest(place.state());
        }
        return now;
    }

    /** Names for a tag that is there already; its end tag changes with it. */
    List<Proposal> names(XmlElement element) {
        return fitting().stream().map(fitting -> proposal(fitting, element.nameSpan(), fitting.written(), false,
                element.endNameSpan().map(end -> List.of(new TextEdit(end, fitting.written()))).orElse(List.of()))).toList();
    }

    private Proposal proposal(Fitting fitting, Span replaced, String text, boolean snippet, List<TextEdit> also) {
        List<String> about = new ArrayList<>(path);
        about.add(fitting.written());
        int group = fitting.required() ? 0 : fitting.likelihood() > 0 ? 1 : 2;
        return new Proposal(fitting.written(), Proposal.Kind.ELEMENT, replaced, text, snippet, fitting.written(), group,
                fitting.required(), also, Optional.of(new Subject(place.document().kind().word(), about, Optional.empty(),
                        Optional.empty())));
    }

    private List<Fitting> fitting() {
        MatchState state = place.state();
        Likelihood likelihood = new Likelihood(place);
        Prefixes prefixes = new Prefixes(place.document().tree());
        List<Fitting> fitting = new ArrayList<>();
        for (ElementChoice choice : state.elements()) {
            if (!(choice.nameClass() instanceof NameClass.Name one)) {
                continue;
            }
            QName name = one.name();
            Optional<MatchState> tag = state.startTag(name);
            if (tag.isEmpty()) {
                continue;
            }
            MatchState behind = tag.get().closeStartTagIgnoringMissing().endTagIgnoringMissing();
            if (!behind.equals(state) && place.rest(behind).mistakes() > now().mistakes()) {
                continue;
            }
            prefixes.written(name, place.parent()).ifPresent(written -> fitting.add(
                    new Fitting(name, written, now().missing().contains(name), likelihood.of(written))));
        }
        fitting.sort(Comparator.comparing(Fitting::required).reversed()
                .thenComparing(Comparator.comparingDouble(Fitting::likelihood).reversed()));
        return fitting;
    }
}
