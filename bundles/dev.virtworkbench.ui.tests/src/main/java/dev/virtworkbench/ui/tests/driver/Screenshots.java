package dev.virtworkbench.ui.tests.driver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
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

    /** Of a longer name that is left which a file may be called. */
    private static final int LONGEST_NAME = 200;
    private static final int LOOK_AGAIN_MILLISECONDS = 120;
    /** Some things never rest: a cursor, a bar that shows that something goes on. */
    private static final int MOST_LOOKS = 12;

    /** The last picture: it takes longer to write than to take, and the test goes on meanwhile. */
    private static volatile CompletableFuture<Void> written = CompletableFuture.completedFuture(null);

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> written.join(), "last picture"));
    }

    private Screenshots() {}

    /** Writes {@code name-light.png} or {@code name-dark.png}: what the display shows once it changes no more. Fails if the one before could not be written. */
    public static synchronized void take(String name) {
        String folder = System.getProperty("virtworkbench.screenshots", "target/screenshots");
        String plain = name.replaceAll("[^\\p{Alnum}-]+", "-");
        Path file = Path.of(folder, plain.substring(0, Math.min(plain.length(), LONGEST_NAME)) + (isDark() ? "-dark.png" : "-light.png"));
        CompletableFuture<ImageData> picture = new CompletableFuture<>();
        Ui.settle();
        Ui.run(() -> look(null, MOST_LOOKS, picture));
        ImageData shown = picture.join();
        written.join();
        written = CompletableFuture.runAsync(() -> write(shown, file));
    }

    private static void write(ImageData picture, Path file) {
        ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[] {picture};
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        loader.save(file.toString(), SWT.IMAGE_PNG);
    }

    /** The toolkit paints when it sees fit, and fades one look of a button into another. */
    private static void look(ImageData before, int left, CompletableFuture<ImageData> picture) {
        ImageData now = now();
        if (left == 0 || before != null && Arrays.equals(before.data, now.data)) {
            picture.complete(now);
        } else {
            Ui.display().timerExec(LOOK_AGAIN_MILLISECONDS, () -> look(now, left - 1, picture));
        }
    }

    private static ImageData now() {
        Rectangle bounds = Ui.display().getBounds();
        Image image = new Image(Ui.display(), bounds.width, bounds.height);
        GC display = new GC(Ui.display());
        try {
            display.copyArea(image, 0, 0);
            return image.getImageData();
        } finally {
            display.dispose();
            image.dispose();
        }
    }

    private static boolean isDark() {
        return PlatformUI.getWorkbench().getService(IThemeEngine.class).getActiveTheme().getId().contains("dark");
    }
}
