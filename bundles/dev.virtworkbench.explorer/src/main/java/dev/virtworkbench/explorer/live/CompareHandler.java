package dev.virtworkbench.explorer.live;

import dev.virtworkbench.explorer.comparing.TextComparison;
import dev.virtworkbench.explorer.comparing.TextComparison.Titled;
import org.eclipse.core.commands.ExecutionEvent;

/** Shows the text in the active editor beside what the host has now. What is taken over from there arrives in the editor. */
public final class CompareHandler extends LiveEditorHandler {

    @Override
    void read(ExecutionEvent event, LiveDocument document, String fromHost) {
        LiveObject object = document.object();
        TextComparison.open(Texts.get("compare", object.name(), object.host()), object.fileName(),
                new Titled(Texts.get("side.edited"), document.edited()),
                new Titled(Texts.get("side.host", object.host()), fromHost),
                merged -> document.merged(merged, fromHost));
    }
}
