package dev.virtworkbench.explorer.actions;

import dev.virtworkbench.explorer.labels.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.ui.ISources;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.commands.IElementUpdater;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.menus.UIElement;

/**
 * Handles a command by an action on what is selected. {@code plugin.xml} names the action behind the class, as in
 * {@code …ActionHandler:pool.start}; where it names several, the first that fits is meant.
 */
public final class ActionHandler extends AbstractHandler implements IExecutableExtension, IElementUpdater {

    private List<String> actions = List.of();
    private String command;
    /** Why it cannot be done now; empty if it can, or nothing is to be said. */
    private Optional<String> obstacle = Optional.empty();

    @Override
    public void setInitializationData(IConfigurationElement element, String property, Object data) {
        actions = List.of(((String) data).split(","));
        command = element.getAttribute("commandId");
    }

    @Override
    public void setEnabled(Object context) {
        Object selection = HandlerUtil.getVariable(context, ISources.ACTIVE_CURRENT_SELECTION_NAME);
        boolean fits = find(selection).isPresent();
        setBaseEnabled(fits);
        Optional<String> now = fits ? Optional.empty()
                : actions.stream().flatMap(action -> ObjectActions.obstacle(action, selection).stream()).findFirst().map(Words::of);
        if (!now.equals(obstacle)) {
            obstacle = now;
            // not from within: who asks is just about to draw it
            PlatformUI.getWorkbench().getDisplay().asyncExec(
                    () -> PlatformUI.getWorkbench().getService(ICommandService.class).refreshElements(command, null));
        }
    }

    /** A greyed entry of a menu says in its tool tip why it is grey. */
    @Override
    public void updateElement(UIElement element, Map parameters) {
        element.setTooltip(obstacle.orElse(null));
    }

    @Override
    public Object execute(ExecutionEvent event) {
        // as it is now, which may be another than when the menu was shown
        find(HandlerUtil.getCurrentSelection(event)).ifPresent(Runnable::run);
        return null;
    }

    private Optional<Runnable> find(Object selection) {
        return actions.stream().flatMap(action -> ObjectActions.find(action, selection).stream()).findFirst();
    }
}
