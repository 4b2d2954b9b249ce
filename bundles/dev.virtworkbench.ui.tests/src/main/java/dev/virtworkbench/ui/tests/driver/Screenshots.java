package dev.virtworkbench.ui.tests.driver;

import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.ui.PlatformUI;

/**
 * Pictures of the whole display for people to look at, in the folder of the system property {@code virtworkbench.screenshots}.
 * Tests with the tag {@link #TAG} run a second time in a workbench started with the dark theme: one that changes its theme while
 * it runs keeps some colours of the other.
 */
public final class Screenshots {

    /** The tag of tests that take pictures. */
    public static final String TAG = "pictures";

    private Screenshots() {}

    /** Writes {@code name-light.png} or {@code name-dark.png}: what the display shows now. @return the file */
    public static Path take(String name) {
        String folder = System.getProperty("virtworkbench.screenshots", "target/screenshots");
        Path file = Path.of(folder, name.replaceAll("[^\\p{Alnum}-]+", "-") + (isDark() ? "-dark.png" : "-light.png"));
        Ui.settle();
        return Ui.get(() -> {
            Files.createDirectories(file.getParent());
            Rectangle bounds = Ui.display().getBounds();
            Image image = new Image(Ui.display(), bounds.width, bounds.height);
            GC display = new GC(Ui.display());
            try {
                display.copyArea(image, 0, 0);
                ImageLoader loader = new ImageLoader();
                loader.data = new ImageData[] {image.getImageData()};
                loader.save(file.toString(), SWT.IMAGE_PNG);
            } finally {
                display.dispose();
                image.dispose();
            }
            return file;
        });
    }

    private static boolean isDark() {
        return PlatformUI.getWorkbench().getService(IThemeEngine.class).getActiveTheme().getId().contains("dark");
    }
}
