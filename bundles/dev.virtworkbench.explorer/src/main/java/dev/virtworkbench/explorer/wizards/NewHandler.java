package dev.virtworkbench.explorer.wizards;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.IWorkbenchWizard;
import org.eclipse.ui.handlers.HandlerUtil;

/** Opens a wizard for something new. Which one follows the class in {@code plugin.xml}: {@code NewHandler:id.of.the.wizard}. */
public final class NewHandler extends AbstractHandler implements IExecutableExtension {

    private String wizard;

    @Override
    public void setInitializationData(IConfigurationElement handler, String property, Object data) {
        wizard = (String) data;
    }

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        try {
            IWorkbenchWizard opened = window.getWorkbench().getNewWizardRegistry().findWizard(wizard).createWizard();
            opened.init(window.getWorkbench(), HandlerUtil.getCurrentStructuredSelection(event));
            new WizardDialog(window.getShell(), opened).open();
        } catch (CoreException e) {
            throw new ExecutionException(wizard, e);
        }
        return null;
    }
}
