package dev.virtworkbench.editor.hover;

import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.jface.text.AbstractReusableInformationControlCreator;
import org.eclipse.jface.text.DefaultInformationControl;
import org.eclipse.jface.text.IInformationControl;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.editors.text.EditorsUI;

/** A small window that shows Markdown in the workbench's own fonts and colours. */
public final class MarkdownControl {

    /** For hovers; they tell which key gives them the keyboard, to scroll and to copy. */
    public static final IInformationControlCreator HOVER = new Creator(true);

    /** For what stands beside a list. */
    public static final IInformationControlCreator BESIDE = new Creator(false);

    private MarkdownControl() {}

    private static final class Creator extends AbstractReusableInformationControlCreator {

        private final boolean hover;

        Creator(boolean hover) {
            this.hover = hover;
        }

        @Override
        protected IInformationControl doCreateInformationControl(Shell parent) {
            return new Wrapping(parent, hover ? EditorsUI.getTooltipAffordanceString() : null);
        }
    }

    private static final class Wrapping extends DefaultInformationControl {

        Wrapping(Shell parent, String status) {
            super(parent, status, new StyledMarkdown());
        }

        @Override
        protected void createContent(Composite parent) {
            super.createContent(parent);
            for (Control child : parent.getChildren()) {
                if (child instanceof StyledText text) {
                    text.setWordWrap(true);
                }
            }
        }

        @Override
        public IInformationControlCreator getInformationPresenterControlCreator() {
            return parent -> new DefaultInformationControl(parent, (ToolBarManager) null, new StyledMarkdown());
        }
    }
}
