package dev.virtworkbench.explorer.images;

import dev.virtworkbench.explorer.wizards.DomainWizard;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.ISources;
import org.eclipse.ui.handlers.HandlerUtil;

/** Looks at the selected image and opens the wizard for a domain that boots it. */
public final class NewDomainHandler extends AbstractHandler {

    @Override
    public void setEnabled(Object context) {
        setBaseEnabled(Chosen.in(HandlerUtil.getVariable(context, ISources.ACTIVE_CURRENT_SELECTION_NAME)).image().isPresent());
    }

    @Override
    public Object execute(ExecutionEvent event) {
        Chosen.in(HandlerUtil.getCurrentSelection(event)).image().ifPresent(NewDomainHandler::start);
        return null;
    }

    static void start(ImageFile image) {
        Opening.toWork(image).map(KnownImage::of).ifPresent(DomainWizard::open);
    }
}
