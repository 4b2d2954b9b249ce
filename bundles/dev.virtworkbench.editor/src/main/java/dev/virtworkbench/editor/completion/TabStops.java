package dev.virtworkbench.editor.completion;

import dev.virtworkbench.editor.completion.Snippet.Stop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.link.LinkedModeModel;
import org.eclipse.jface.text.link.LinkedModeUI;
import org.eclipse.jface.text.link.LinkedPosition;
import org.eclipse.jface.text.link.LinkedPositionGroup;
import org.eclipse.jface.text.link.ProposalPosition;
import org.eclipse.ui.texteditor.link.EditorLinkedModeUI;

/** The places of a snippet that was inserted: Tab goes from one to the next, Enter ends, and lists of choices open by themselves. */
final class TabStops {

    private TabStops() {}

    /**
     * Begins with the first place.
     *
     * @param start where the snippet stands in the viewer's document
     * @return what is to be selected now
     */
    static IRegion visit(ITextViewer viewer, int start, Snippet snippet) throws BadLocationException {
        int end = start + snippet.stops().stream().filter(stop -> stop.number() == Snippet.LAST).findFirst()
                .map(Stop::offset).orElse(snippet.text().length());
        Map<Integer, List<Stop>> places = new TreeMap<>();
        snippet.stops().stream().filter(stop -> stop.number() != Snippet.LAST)
                .forEach(stop -> places.computeIfAbsent(stop.number(), number -> new ArrayList<>()).add(stop));
        if (places.isEmpty()) {
            return new Region(end, 0);
        }
        LinkedModeModel model = new LinkedModeModel();
        int sequence = 0;
        for (List<Stop> together : places.values()) {
            LinkedPositionGroup group = new LinkedPositionGroup();
            for (Stop stop : together) {
                group.addPosition(position(viewer.getDocument(), start, stop, sequence++));
            }
            model.addGroup(group);
        }
        model.forceInstall();
        LinkedModeUI ui = new EditorLinkedModeUI(model, viewer);
        ui.setExitPosition(viewer, end, 0, Integer.MAX_VALUE);
        ui.setCyclingMode(LinkedModeUI.CYCLE_WHEN_NO_PARENT);
        ui.enter();
        return ui.getSelectedRegion();
    }

    private static LinkedPosition position(IDocument document, int start, Stop stop, int sequence) {
        if (stop.choices().isEmpty()) {
            return new LinkedPosition(document, start + stop.offset(), stop.length(), sequence);
        }
        Choice[] choices = stop.choices().stream().map(Choice::new).toArray(Choice[]::new);
        LinkedPosition position =
                new ProposalPosition(document, start + stop.offset(), stop.length(), sequence, (ICompletionProposal[]) choices);
        for (Choice choice : choices) {
            choice.at(position);
        }
        return position;
    }
}
