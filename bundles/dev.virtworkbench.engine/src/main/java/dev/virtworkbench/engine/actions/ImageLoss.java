package dev.virtworkbench.engine.actions;

import dev.virtworkbench.engine.images.Image;
import dev.virtworkbench.language.findings.Message;

/** What changes of image files destroy, for the question before them. */
public final class ImageLoss {

    private ImageLoss() { }

    /** @param now bytes that its guest sees @param size bytes that remain of them */
    public static Loss ofShrink(Image image, long now, long size) {
        return data("loss.image-shrink", name(image), image.path(), size, now);
    }

    /** @param snapshot its name */
    public static Loss ofRevert(Image image, String snapshot) {
        return data("loss.image-revert", "", image.path(), snapshot);
    }

    /** @param snapshot its name */
    public static Loss ofSnapshotDelete(Image image, String snapshot) {
        return data("loss.image-snapshot", "", image.path(), snapshot);
    }

    /** Of a repair that mends everything. */
    public static Loss ofRepair(Image image) {
        return data("loss.image-repair", "", image.path());
    }

    /** @param base path of the image that is written to @param keep whether the upper one keeps its data, too */
    public static Loss ofCommit(Image image, String base, boolean keep) {
        return data(keep ? "loss.image-commit-keep" : "loss.image-commit", "", image.path(), base);
    }

    /** Of a rebase that changes the header alone. */
    public static Loss ofUnsafeRebase(Image image) {
        return data("loss.image-rebase", name(image), image.path());
    }

    /** Of a bitmap that is removed or emptied. */
    public static Loss ofBitmap(Image image, String bitmap) {
        return data("loss.image-bitmap", "", image.path(), bitmap);
    }

    /** Of an amendment by which a passphrase may open it no more. */
    public static Loss ofKeys(Image image) {
        return data("loss.image-keys", name(image), image.path());
    }

    private static Loss data(String key, String nameToType, Object... arguments) {
        return new Loss(Message.of(ImageLoss.class, key, arguments), nameToType, Loss.Of.DATA);
    }

    private static String name(Image image) {
        return image.path().substring(image.path().lastIndexOf('/') + 1);
    }
}
