package dev.virtworkbench.engine.apply;

import dev.virtworkbench.engine.difference.Change;
import dev.virtworkbench.language.LibvirtDocument;
import dev.virtworkbench.language.LibvirtLanguage;
import dev.virtworkbench.language.findings.Finding;
import dev.virtworkbench.language.findings.Message;
import dev.virtworkbench.language.findings.Severity;
import dev.virtworkbench.language.rules.WorkspaceFacts;
import dev.virtworkbench.language.schema.SchemaException;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A plan in the making: begins with what the text alone says. */
final class Draft {

    final ApplyRequest request;
    final XmlTree edited;
    Optional<Present> present = Optional.empty();
    List<PlannedChange> changes = List.of();
    List<Change> filledIn = List.of();
    List<LiveChange> live = List.of();
    Optional<Conflict> conflict = Optional.empty();
    String toSend;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Obstacle> obstacles = new ArrayList<>();
    private final List<Message> notes = new ArrayList<>();

    Draft(ApplyRequest request, LibvirtLanguage language) {
        LibvirtDocument document = language.readAs(request.kind(), "", request.text());
        this.request = request;
        this.edited = document.tree();
        this.toSend = request.text();
        judge(document);
    }

    private void judge(LibvirtDocument document) {
        try {
            findings.addAll(document.findings(WorkspaceFacts.NONE));
        } catch (SchemaException e) {
            note("not-judged", e.getMessage());
        }
        String root = edited.root().map(element -> element.name()).orElse("");
        if (!edited.wellFormed()) {
            obstacle(Decision.NONE, "not-well-formed", edited.problems().size());
        } else if (!root.equals(request.kind().root())) {
            obstacle(Decision.NONE, "wrong-root", root, request.kind().root());
        } else {
            long errors = findings.stream().filter(finding -> finding.severity() == Severity.ERROR).count();
            if (errors > 0) {
                obstacle(Decision.WITHOUT_VALIDATION, "findings", errors);
            }
        }
    }

    /** Whether the text can be compared with anything at all. */
    boolean readable() {
        return obstacles.stream().noneMatch(obstacle -> obstacle.decision() == Decision.NONE);
    }

    void obstacle(Decision decision, String key, Object... arguments) {
        obstacle(Obstacle.of(decision, key, arguments));
    }

    void obstacle(Obstacle obstacle) {
        obstacles.add(obstacle);
    }

    void note(String key, Object... arguments) {
        notes.add(Message.of(Obstacle.class, key, arguments));
    }

    ApplyPlan plan() {
        int comments = readable() ? Comments.lostFrom(edited) : 0;
        if (comments > 0) {
            note("comments", comments);
        }
        return new ApplyPlan(request, findings, present, changes, filledIn, live, conflict,
                obstacles.stream().sorted((a, b) -> a.decision().compareTo(b.decision())).toList(), notes, toSend);
    }
}
