package dev.virtworkbench.engine.images;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An image that is to be.
 *
 * @param path absolute, on the host
 * @param format as qemu-img names it
 * @param options of the format, by name, as {@link FormatOption} describes them; without its backing file and its size
 * @param key what its data shall be encrypted with: then {@code options} of a qcow2 have {@code encrypt.format}
 * @param replace whether a file that is there may be replaced; its owner, mode and security label stay
 */
public record NewImage(String path, String format, Map<String, String> options, Optional<Passphrase> key, boolean replace) {

    public NewImage {
        if (!path.startsWith("/") || path.endsWith("/")) {
            throw new IllegalArgumentException("not an absolute path of a file: " + path);
        }
        options = Map.copyOf(options);
    }

    public NewImage(String path, String format) {
        this(path, format, Map.of(), Optional.empty(), false);
    }

    /** It as an image to work with. */
    public Image image() {
        return new Image(path, format, key);
    }

    /** The same with a value for an option. */
    public NewImage with(String option, String value) {
        Map<String, String> more = new TreeMap<>(options);
        more.put(option, value);
        return new NewImage(path, format, more, key, replace);
    }

    public NewImage encrypted(Passphrase passphrase) {
        return new NewImage(path, format, options, Optional.of(passphrase), replace);
    }

    public NewImage replacing() {
        return new NewImage(path, format, options, key, true);
    }

    /** The options as a command of qemu-img takes them. */
    Map<String, String> optionsIn(QemuImg qemuImg) {
        Map<String, String> all = new TreeMap<>(options);
        key.ifPresent(passphrase -> QemuImg.keyOption(format).ifPresent(option -> all.put(option, qemuImg.key(passphrase))));
        return all;
    }
}
