package dev.virtworkbench.explorer.actions;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.ui.ISources;
import org.eclipse.ui.handlers.HandlerUtil;

/**
 * Handles a command by an action on what is selected. {@code plugin.xml} names the action behind the class, as in
 * {@code …ActionHandler:pool.start}; where it names several, the first that fits is meant.
 */
public final class ActionHandler extends AbstractHandler implements IExecutableExtension {

    private List<String> actions = List.of();

    @Override
    public void setInitializationData(IConfigurationElement element, String property, Object data) {
        actions = List.of(((String) data).split(","));
    }

    @Override
    public void setEnabled(Object context) {
        setBaseEnabled(find(HandlerUtil.getVariable(context, ISources.ACTIVE_CURRENT_SELECTION_NAME)).isPresent());
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
