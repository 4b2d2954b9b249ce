package dev.virtworkbench.server.features;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.virtworkbench.language.findings.Finding;
import dev.virtworkbench.language.findings.Fix;
import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.TextEdit;
import dev.virtworkbench.server.documents.Snapshot;
import dev.virtworkbench.server.session.Messages;
import dev.virtworkbench.server.session.Session;
import dev.virtworkbench.server.session.Settings.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.jsonrpc.CancelChecker;

/**
 * Quick fixes: those of each finding, best first; "all of this kind" where a file has several; and everything that can be
 * mended without a choice, as a source action.
 */
public final class CodeActionFeature {

    /** The kind of the action that mends everything that can be mended unseen. */
    public static final String FIX_ALL = CodeActionKind.SourceFixAll + ".libvirt";

    private final Session session;
    private final DiagnosticFeature diagnostics;

    public CodeActionFeature(Session session) {
        this.session = session;
        this.diagnostics = new DiagnosticFeature(session);
    }

    /**
     * The actions for a range, or for the diagnostics that the client names, of the kinds that it wants.
     *
     * @param cancel asked before each finding: its fixes are tried on the whole text, and the range may be all of a long one
     */
    public List<CodeAction> at(Snapshot snapshot, List<Finding> findings, CodeActionParams params, CancelChecker cancel) {
        List<String> only = params.getContext() == null ? null : params.getContext().getOnly();
        List<CodeAction> actions = new ArrayList<>();
        if (wanted(CodeActionKind.QuickFix, only)) {
            List<CodeAction> ofAKind = new ArrayList<>();
            for (Finding finding : asked(snapshot, findings, params)) {
                cancel.checkCanceled();
                actions.addAll(fixes(snapshot, finding, told(snapshot, finding, params)));
                allOfAKind(snapshot, findings, finding, cancel).filter(all -> ofAKind.stream()
                        .noneMatch(known -> known.getTitle().equals(all.getTitle()))).ifPresent(ofAKind::add);
            }
            actions.addAll(ofAKind);
        }
        if (wanted(FIX_ALL, only) && only != null) {
            fixAll(snapshot, findings, cancel).ifPresent(actions::add);
        }
        return actions;
    }

    /** The document that an action which has no edit yet is about. */
    public static Optional<String> uri(CodeAction action) {
        return data(action, "uri");
    }

    /** Gives an action its edit, made for the text as it is now. @param cancel as for {@link #at} */
    public CodeAction resolve(Snapshot snapshot, List<Finding> findings, CodeAction action, CancelChecker cancel) {
        data(action, "code").ifPresent(code -> data(action, "kind").ifPresent(kind -> action.setEdit(DocumentEdit.of(snapshot,
                editsOfAKind(findings, code, Fix.Kind.valueOf(kind), cancel), session.client()))));
        return action;
    }

    /** The findings that the client asks about: those whose diagnostics it names, otherwise those that the range touches. */
    private List<Finding> asked(Snapshot snapshot, List<Finding> findings, CodeActionParams params) {
        Span range = Ranges.span(snapshot.lines(), params.getRange());
        boolean named = params.getContext() != null && params.getContext().getDiagnostics() != null
                && !params.getContext().getDiagnostics().isEmpty();
        return findings.stream()
                .filter(finding -> session.settings().severities().get(finding.code()) != Weight.OFF)
                .filter(finding -> named ? told(snapshot, finding, params).isPresent() : meet(range, finding.span()))
                .toList();
    }

    private static boolean meet(Span one, Span other) {
        return one.start() <= other.end() && other.start() <= one.end();
    }

    /** The client's own copy of the diagnostic of a finding. Clients change their ranges as text moves, but not their codes. */
    private static Optional<Diagnostic> told(Snapshot snapshot, Finding finding, CodeActionParams params) {
        if (params.getContext() == null || params.getContext().getDiagnostics() == null) {
            return Optional.empty();
        }
        return params.getContext().getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getRange() != null
                        && meet(Ranges.span(snapshot.lines(), diagnostic.getRange()), finding.span()))
                .filter(diagnostic -> diagnostic.getCode() == null || finding.code().equals(diagnostic.getCode().getLeft()))
                .findFirst();
    }

    private List<CodeAction> fixes(Snapshot snapshot, Finding finding, Optional<Diagnostic> told) {
        Locale locale = session.locale();
        List<Diagnostic> mended = List.of(told.orElseGet(() -> diagnostics.diagnostic(snapshot, finding, true)));
        List<CodeAction> actions = new ArrayList<>();
        for (Fix fix : finding.fixes()) {
            CodeAction action = new CodeAction(fix.title().in(locale));
            action.setKind(CodeActionKind.QuickFix);
            action.setDiagnostics(mended);
            action.setEdit(DocumentEdit.of(snapshot, fix.edits(locale), session.client()));
            if (actions.isEmpty()) {
                action.setIsPreferred(true);
            }
            actions.add(action);
        }
        return actions;
    }

    /** The action that does what a finding's first fix does for all findings of its code. */
    private Optional<CodeAction> allOfAKind(Snapshot snapshot, List<Finding> findings, Finding finding, CancelChecker cancel) {
        long alike = findings.stream().filter(other -> other.code().equals(finding.code())).count();
        if (alike < 2 || finding.fixes().isEmpty() || exclude(findings, finding)) {
            return Optional.empty();
        }
        Fix.Kind kind = finding.fixes().getFirst().kind();
        CodeAction action = new CodeAction(Messages.of("fixAll.alike", finding.code(), alike).in(session.locale()));
        action.setKind(CodeActionKind.QuickFix);
        if (session.client().codeActionEditsLater()) {
            JsonObject data = new JsonObject();
            data.addProperty("uri", snapshot.uri());
            data.addProperty("code", finding.code());
            data.addProperty("kind", kind.name());
            action.setData(data);
            return Optional.of(action);
        }
        List<TextEdit> edits = editsOfAKind(findings, finding.code(), kind, cancel);
        action.setEdit(DocumentEdit.of(snapshot, edits, session.client()));
        return edits.size() > 1 ? Optional.of(action) : Optional.empty();
    }

    /** Whether only one of such findings can be mended so: the fixes are different turns that the same text can take. */
    private static boolean exclude(List<Finding> findings, Finding finding) {
        return findings.stream().filter(other -> other != finding && other.code().equals(finding.code())).findFirst()
                .flatMap(other -> other.fixes().stream().findFirst())
                .filter(other -> other.edits().stream().anyMatch(edit -> finding.fixes().getFirst().edits().stream()
                        .anyMatch(mine -> Edits.clash(edit, mine)))).isPresent();
    }

    private Optional<CodeAction> fixAll(Snapshot snapshot, List<Finding> findings, CancelChecker cancel) {
        Edits edits = new Edits();
        for (Finding finding : findings) {
            cancel.checkCanceled();
            finding.fixes().stream().findFirst().filter(Fix::safe).ifPresent(edits::add);
        }
        if (edits.all().isEmpty()) {
            return Optional.empty();
        }
        CodeAction action = new CodeAction(Messages.of("fixAll").in(session.locale()));
        action.setKind(FIX_ALL);
        action.setEdit(DocumentEdit.of(snapshot, edits.all(), session.client()));
        return Optional.of(action);
    }

    private static List<TextEdit> editsOfAKind(List<Finding> findings, String code, Fix.Kind kind, CancelChecker cancel) {
        Edits edits = new Edits();
        for (Finding finding : findings) {
            if (finding.code().equals(code)) {
                cancel.checkCanceled();
                finding.fixes().stream().findFirst().filter(fix -> fix.kind() == kind).ifPresent(edits::add);
            }
        }
        return edits.all();
    }

    /** Whether a client that wants only some kinds wants this one: kinds are dotted, the general ones ask for the special ones. */
    private static boolean wanted(String kind, List<String> only) {
        return only == null || only.isEmpty()
                || only.stream().anyMatch(asked -> asked.isEmpty() || kind.equals(asked) || kind.startsWith(asked + "."));
    }

    private static Optional<String> data(CodeAction action, String key) {
        return action.getData() instanceof JsonObject data
                ? Optional.ofNullable(data.get(key)).filter(JsonElement::isJsonPrimitive).map(JsonElement::getAsString)
                : Optional.empty();
    }

    /** Fixes put together; of two that touch the same characters the earlier one is made, the other waits for the next time. */
    private static final class Edits {

        private final List<TextEdit> edits = new ArrayList<>();

        void add(Fix fix) {
            boolean free = fix.edits().stream().allMatch(edit -> edits.stream().noneMatch(known -> clash(edit, known)));
            if (free) {
                edits.addAll(fix.edits());
            }
        }

        private static boolean clash(TextEdit one, TextEdit other) {
            Span a = one.span();
            Span b = other.span();
            return a.equals(b) || a.start() < b.end() && b.start() < a.end();
        }

        List<TextEdit> all() {
            return edits;
        }
    }
}
