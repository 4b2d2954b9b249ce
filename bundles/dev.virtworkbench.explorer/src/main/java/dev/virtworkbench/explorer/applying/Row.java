package dev.virtworkbench.explorer.applying;

import dev.virtworkbench.engine.apply.ApplyPlan;
import dev.virtworkbench.engine.apply.PlannedChange;
import dev.virtworkbench.engine.apply.Present;
import dev.virtworkbench.engine.difference.Change;
import dev.virtworkbench.engine.difference.ChangeKind;
import dev.virtworkbench.engine.difference.Side;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A row of a tree of differences.
 *
 * @param where the place in the document, or what the rows below have in common
 * @param when in effect; empty where that says nothing
 */
record Row(String where, String before, String after, String when, List<Row> below) {

    /** The differences of a plan, and what libvirt fills in by itself. */
    static List<Row> of(ApplyPlan plan) {
        List<Row> rows = new ArrayList<>();
        if (plan.present().isEmpty() && !plan.stopped()) {
            rows.add(heading(Texts.get("row.new", title(plan)), List.of()));
        }
        plan.changes().forEach(change -> rows.add(of(change)));
        if (!plan.filledIn().isEmpty()) {
            rows.add(heading(Texts.get("row.filled-in", plan.filledIn().size()),
                    plan.filledIn().stream().map(change -> of(change, "")).toList()));
        }
        if (rows.isEmpty() && plan.present().isPresent()) {
            rows.add(heading(Texts.get("row.same"), List.of()));
        }
        return rows;
    }

    /** A document with its differences below. */
    static Row document(ApplyPlan plan) {
        return heading(title(plan), of(plan));
    }

    static Row heading(String words, List<Row> below) {
        return new Row(words, "", "", "", below);
    }

    /** @param when in effect */
    static Row of(Change change, String when) {
        return new Row(change.place().words(), value(change.before(), change.kind() == ChangeKind.REMOVED),
                value(change.after(), change.kind() == ChangeKind.ADDED), when, List.of());
    }

    private static Row of(PlannedChange planned) {
        return of(planned.change(), Texts.get("effect." + planned.effect()));
    }

    /** What a text is about, as in {@code domain web}. */
    static String title(ApplyPlan plan) {
        String name = plan.present().map(Present::name).orElseGet(() -> XmlTree.parse(plan.request().text()).root()
                .flatMap(root -> root.element("name")).map(XmlElement::text).map(String::strip).orElse(""));
        return Texts.get("document", Texts.get("kind." + plan.request().kind()), name);
    }

    /** An element without a value of its own is still there or gone. */
    private static String value(Optional<Side> side, boolean whole) {
        return side.map(Side::value).map(value -> value.isEmpty() && whole ? Texts.get("row.element") : value).orElse("");
    }
}
