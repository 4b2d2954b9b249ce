package dev.virtworkbench.ui.tests.driver;

import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.ui.PlatformUI;

/** Pictures of the whole display for people to look at, in the folder of the system property {@code virtworkbench.screenshots}. */
public final class Screenshots {

    /** The platform's own theme ids. */
    public static final String LIGHT = "org.eclipse.e4.ui.css.theme.e4_default";
    /** The dark one. */
    public static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark";

    private Screenshots() {}

    /** Writes {@code name-light.png} and {@code name-dark.png} and leaves the light theme. */
    public static void both(String name) {
        theme(DARK);
        take(name + "-dark");
        theme(LIGHT);
        take(name + "-light");
    }

    /** Writes {@code name.png}: what the display shows now. @return the file */
    public static Path take(String name) {
        String folder = System.getProperty("virtworkbench.screenshots", "target/screenshots");
        Path file = Path.of(folder, name.replaceAll("[^\\p{Alnum}-]+", "-") + ".png");
        Ui.settle();
        return Ui.get(() -> {
            Files.createDirectories(file.getParent());
            Rectangle bounds = Ui.display().getBounds();
            Image image = new Image(Ui.display(), bounds.width, bounds.height);
            GC display = new GC(Ui.display());
            try {
                display.copyArea(image, 0, 0);
                ImageLoader loader = new ImageLoader();
                loader.data = new org.eclipse.swt.graphics.ImageData[] {image.getImageData()};
                loader.save(file.toString(), SWT.IMAGE_PNG);
            } finally {
                display.dispose();
                image.dispose();
            }
            return file;
        });
    }

    /** Changes the workbench's theme, for this run only. */
    public static void theme(String id) {
        IThemeEngine engine = PlatformUI.getWorkbench().getService(IThemeEngine.class);
        Ui.run(() -> engine.setTheme(id, false));
        Ui.await("theme " + id, () -> engine.getActiveTheme().getId().startsWith(id));
        Ui.settle();
    }
}
