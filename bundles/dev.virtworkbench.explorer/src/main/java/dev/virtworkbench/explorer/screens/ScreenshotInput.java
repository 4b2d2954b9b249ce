package dev.virtworkbench.explorer.screens;

import dev.virtworkbench.editor.content.TransientInput;
import dev.virtworkbench.engine.domains.Screenshot;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;

/** A picture of a domain's screen; kept nowhere unless somebody saves it. */
public final class ScreenshotInput implements TransientInput {

    private final String domain;
    private final ImageData picture;
    private final String time = DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM).format(LocalTime.now());

    private ScreenshotInput(String domain, ImageData picture) {
        this.domain = domain;
        this.picture = picture;
    }

    /** Shows a picture of that domain's screen in an editor of its own. On the UI thread. */
    public static void open(IWorkbenchPage page, String domain, Screenshot screenshot) throws PartInitException {
        page.openEditor(new ScreenshotInput(domain, Picture.of(screenshot)), ScreenshotEditor.ID);
    }

    String domain() {
        return domain;
    }

    ImageData picture() {
        return picture;
    }

    @Override
    public String getName() {
        return domain + " " + time;
    }

    @Override
    public String getToolTipText() {
        return getName();
    }

    @Override
    public boolean exists() {
        return false;
    }
}
