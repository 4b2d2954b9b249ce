package dev.virtworkbench.explorer.images;

import dev.virtworkbench.engine.actions.ImageAction;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.action.Separator;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.CompoundContributionItem;

/** What can be done to the selected image file. What cannot be done is there too, with the reason beside it. */
public final class ImageMenu extends CompoundContributionItem {

    /** What a new group begins with: new files, changes in place, what it builds on. */
    private static final Set<ImageAction> FIRST = EnumSet.of(ImageAction.CONVERT, ImageAction.RESIZE, ImageAction.COMMIT);

    @Override
    protected IContributionItem[] getContributionItems() {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        Chosen chosen = Chosen.in(window == null ? null : window.getSelectionService().getSelection());
        List<IContributionItem> items = new ArrayList<>();
        chosen.why().ifPresent(why -> {
            items.add(item(disabled(why)));
            items.add(new Separator());
        });
        for (ImageAction action : ImageAction.values()) {
            if (FIRST.contains(action)) {
                items.add(new Separator());
            }
            items.add(item(entry(action, chosen)));
        }
        items.add(new Separator());
        items.add(item(newDomain(chosen)));
        return items.toArray(IContributionItem[]::new);
    }

    private static IAction entry(ImageAction action, Chosen chosen) {
        String name = Texts.get("menu." + action);
        Optional<String> why = chosen.impossible(action);
        if (why.isPresent() || chosen.image().isEmpty()) {
            return disabled(chosen.why().isPresent() || why.isEmpty() ? name : Texts.get("menu.why", name, why.get()));
        }
        ImageFile image = chosen.image().get();
        return new Action(name) {
            @Override
            public void run() {
                ImageOperations.start(action, image);
            }
        };
    }

    private static IAction newDomain(Chosen chosen) {
        Action action = new Action(Texts.get("menu.domain")) {
            @Override
            public void run() {
                chosen.image().ifPresent(NewDomainHandler::start);
            }
        };
        action.setEnabled(chosen.image().isPresent());
        return action;
    }

    private static IAction disabled(String words) {
        Action action = new Action(words) { };
        action.setEnabled(false);
        return action;
    }

    private static IContributionItem item(IAction action) {
        return new ActionContributionItem(action);
    }
}
