package dev.virtworkbench.explorer.live;

import dev.virtworkbench.engine.apply.Conflict;
import dev.virtworkbench.explorer.comparing.TextComparison;
import dev.virtworkbench.explorer.comparing.TextComparison.Titled;

/** Somebody's edited text, what the host has meanwhile, and what both began from. Saving the merge gives it to the editor. */
final class ConflictCompare {

    private ConflictCompare() { }

    static void open(LiveDocument document, Conflict conflict) {
        LiveObject object = document.object();
        TextComparison.openThreeWay(Texts.get("conflict", object.name(), object.host()), object.fileName(),
                new Titled(Texts.get("side.edited"), conflict.edited()),
                new Titled(Texts.get("side.host", object.host()), conflict.present()),
                new Titled(Texts.get("side.opened"), conflict.opened()),
                merged -> document.merged(merged, conflict.present()));
    }
}
