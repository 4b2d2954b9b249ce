package dev.virtworkbench.explorer.screens;

import dev.virtworkbench.explorer.labels.Words;
import dev.virtworkbench.explorer.workbench.ReadOnlyEditor;
import dev.virtworkbench.language.findings.Message;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;

/** Shows a {@link ScreenshotInput}, made smaller where it does not fit; “Save As” writes it as it is, as PNG. */
public final class ScreenshotEditor extends ReadOnlyEditor {

    /** Its id in {@code plugin.xml}. */
    public static final String ID = "dev.virtworkbench.explorer.screenshot";

    private Canvas canvas;
    private Image picture;

    @Override
    public void createPartControl(Composite parent) {
        picture = new Image(parent.getDisplay(), data());
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED);
        canvas.addPaintListener(event -> paint(event.gc, canvas.getSize()));
        canvas.addDisposeListener(event -> picture.dispose());
    }

    private ImageData data() {
        return ((ScreenshotInput) getEditorInput()).picture();
    }

    private void paint(GC gc, Point room) {
        ImageData data = data();
        double scale = Math.min(1, Math.min((double) room.x / data.width, (double) room.y / data.height));
        int width = Math.max(1, (int) (data.width * scale));
        int height = Math.max(1, (int) (data.height * scale));
        gc.setInterpolation(SWT.HIGH);
        gc.drawImage(picture, 0, 0, data.width, data.height, (room.x - width) / 2, (room.y - height) / 2, width, height);
    }

    @Override
    public boolean isSaveAsAllowed() {
        return true;
    }

    @Override
    public void doSaveAs() {
        FileDialog dialog = new FileDialog(getSite().getShell(), SWT.SAVE);
        dialog.setText(Words.of(Message.of(ScreenshotEditor.class, "save.title", ((ScreenshotInput) getEditorInput()).domain())));
        dialog.setFilterExtensions(new String[] {"*.png"});
        dialog.setFileName(((ScreenshotInput) getEditorInput()).domain().replaceAll("[/\\\\:*?\"<>|]", "_") + ".png");
        dialog.setOverwrite(true);
        String file = dialog.open();
        if (file != null) {
            save(file);
        }
    }

    private void save(String file) {
        ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[] {data()};
        try {
            loader.save(file, SWT.IMAGE_PNG);
        } catch (SWTException e) {
            String words = Words.of(Message.of(ScreenshotEditor.class, "save.failed", file));
            ErrorDialog.openError(getSite().getShell(), words, null, Status.error(words, e));
        }
    }

    @Override
    public void setFocus() {
        canvas.setFocus();
    }
}
