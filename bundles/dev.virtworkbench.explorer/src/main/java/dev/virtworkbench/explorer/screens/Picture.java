package dev.virtworkbench.explorer.screens;

import dev.virtworkbench.engine.domains.Screenshot;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;

/** A hypervisor's picture as the toolkit has pictures, which knows PNG but not QEMU's other format. */
final class Picture {

    private static final String PIXMAP = "image/x-portable-pixmap";
    private static final int BYTES_A_PIXEL = 3;
    private static final int BRIGHTEST = 255;

    private final byte[] file;
    private int at;

    private Picture(byte[] file) {
        this.file = file;
    }

    /** @throws SWTException if it is no picture that can be shown */
    static ImageData of(Screenshot screenshot) {
        return screenshot.mimeType().equals(PIXMAP) ? new Picture(screenshot.picture()).pixmap()
                : new ImageData(new ByteArrayInputStream(screenshot.picture()));
    }

    /** The binary colour format of Netpbm's ppm(5): {@code P6}, width, height, brightest value, one white space, the pixels. */
    private ImageData pixmap() {
        boolean magic = word().equals("P6");
        int width = number();
        int height = number();
        int brightest = number();
        at++;
        if (!magic || width <= 0 || height <= 0 || brightest != BRIGHTEST
                || file.length - at < (long) width * height * BYTES_A_PIXEL) {
            throw new SWTException(SWT.ERROR_INVALID_IMAGE);
        }
        ImageData picture = new ImageData(width, height, BYTES_A_PIXEL * Byte.SIZE, new PaletteData(0xff0000, 0xff00, 0xff));
        for (int row = 0; row < height; row++) {
            System.arraycopy(file, at + row * width * BYTES_A_PIXEL, picture.data, row * picture.bytesPerLine, width * BYTES_A_PIXEL);
        }
        return picture;
    }

    private int number() {
        try {
            return Integer.parseInt(word());
        } catch (NumberFormatException e) {
            throw new SWTException(SWT.ERROR_INVALID_IMAGE);
        }
    }

    private String word() {
        while (at < file.length && (Character.isWhitespace(file[at]) || file[at] == '#')) {
            at = file[at] == '#' ? endOfLine() : at + 1;
        }
        int start = at;
        while (at < file.length && !Character.isWhitespace(file[at])) {
            at++;
        }
        return new String(file, start, at - start, StandardCharsets.US_ASCII);
    }

    private int endOfLine() {
        int end = at;
        while (end < file.length && file[end] != '\n') {
            end++;
        }
        return end;
    }
}
