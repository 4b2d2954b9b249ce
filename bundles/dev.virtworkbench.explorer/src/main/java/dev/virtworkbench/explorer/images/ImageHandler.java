package dev.virtworkbench.explorer.images;

import dev.virtworkbench.engine.actions.ImageAction;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.ui.ISources;
import org.eclipse.ui.handlers.HandlerUtil;

/** Does to the selected image file what {@code plugin.xml} names behind the class, as in {@code …ImageHandler:CONVERT}. */
public final class ImageHandler extends AbstractHandler implements IExecutableExtension {

    private ImageAction action;

    @Override
    public void setInitializationData(IConfigurationElement element, String property, Object data) {
        action = ImageAction.valueOf((String) data);
    }

    @Override
    public void setEnabled(Object context) {
        Chosen chosen = Chosen.in(HandlerUtil.getVariable(context, ISources.ACTIVE_CURRENT_SELECTION_NAME));
        setBaseEnabled(chosen.image().isPresent() && chosen.impossible(action).isEmpty());
    }

    @Override
    public Object execute(ExecutionEvent event) {
        Chosen.in(HandlerUtil.getCurrentSelection(event)).image().ifPresent(image -> ImageOperations.start(action, image));
        return null;
    }
}
