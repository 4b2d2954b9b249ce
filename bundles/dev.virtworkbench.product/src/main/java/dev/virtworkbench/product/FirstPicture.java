package dev.virtworkbench.product;

import java.io.IOException;
import java.io.InputStream;
import org.eclipse.swt.graphics.ImageData;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/**
 * Draws a picture as soon as the framework runs, on a thread of its own, and throws it away. The first picture in SVG takes a quarter of
 * a second (the library that draws it, and Java's own graphics, are loaded and set up), which the UI thread then need not spend before
 * the first window can be used. A component of OSGi, as nothing of the workbench runs this early.
 */
public final class FirstPicture {

    /** As the framework calls it. */
    public void activate() {
        Thread.ofPlatform().daemon().name("first picture").start(FirstPicture::draw);
    }

    private static void draw() {
        Bundle bundle = FrameworkUtil.getBundle(FirstPicture.class);
        try (InputStream picture = bundle.getEntry("icons/first-picture.svg").openStream()) {
            new ImageData(picture);
        } catch (IOException e) {
            throw new IllegalStateException("the product without its picture", e);
        }
    }
}
