package dev.virtworkbench.engine.images;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An option of an image format, as the host's qemu-img describes it.
 *
 * @param name as in {@code cluster_size}
 * @param choices what it may be, where that is known; otherwise empty
 * @param help qemu-img's own words, in English
 */
public record FormatOption(String name, Kind kind, List<String> choices, String help) {

    /** What it may be. */
    public enum Kind {
        /** Bytes; k, M, G, T, P and E may follow. */
        SIZE, NUMBER,
        /** {@code on} or {@code off}. */
        BOOLEAN,
        /** One of its choices. */
        CHOICE, TEXT,
        /** A passphrase: never given as text; see {@link NewImage#key()}. */
        KEY
    }

    private static final Pattern LINE = Pattern.compile("^\\s+(\\S+)=<(\\w+)[^>]*>\\s*(?:- (.*))?$", Pattern.MULTILINE);
    /** The ways in which the help of QEMU's formats lists what may be chosen. */
    private static final List<Pattern> LISTS = List.of(Pattern.compile("allowed values: ([^)]*)"), Pattern.compile("one of \\{([^}]*)}"),
            Pattern.compile("can be one of (.*)"), Pattern.compile("(?:either|choices:) (.*)"), Pattern.compile("level \\((.*)\\)"));
    /** Where the help lists nothing: what QEMU's block-core.json and crypto.json allow. */
    private static final Map<String, List<String>> KNOWN = Map.of(
            "compression_type", List.of("zlib", "zstd"),
            "cipher-alg", List.of("aes-128", "aes-192", "aes-256", "serpent-128", "serpent-192", "serpent-256", "twofish-128", "twofish-192",
                    "twofish-256"),
            "cipher-mode", List.of("xts", "cbc", "ecb", "ctr"),
            "hash-alg", List.of("sha256", "sha512", "sha1", "sha224", "sha384", "ripemd160"),
            "ivgen-alg", List.of("plain64", "plain", "essiv"),
            "ivgen-hash-alg", List.of("sha256", "sha512", "sha1", "sha224", "sha384", "ripemd160"),
            "state", List.of("active", "inactive"));

    public FormatOption {
        choices = List.copyOf(choices);
    }

    /** @param help what {@code -o help} writes */
    static List<FormatOption> in(String help) {
        return LINE.matcher(help).results().map(line -> {
            String name = line.group(1);
            String words = Optional.ofNullable(line.group(3)).orElse("").strip();
            List<String> choices = line.group(2).equals("str") ? choices(name, words) : List.of();
            return new FormatOption(name, kind(name, line.group(2), choices), choices, words);
        }).toList();
    }

    private static Kind kind(String name, String type, List<String> choices) {
        return switch (type) {
            case "size" -> Kind.SIZE;
            case "num" -> Kind.NUMBER;
            case "bool" -> Kind.BOOLEAN;
            default -> name.endsWith("-secret") ? Kind.KEY : choices.isEmpty() ? Kind.TEXT : Kind.CHOICE;
        };
    }

    private static List<String> choices(String name, String help) {
        for (Pattern list : LISTS) {
            Matcher matcher = list.matcher(help);
            if (matcher.find()) {
                return Pattern.compile("\\s*(?:,|\\||\\bor\\b|\\.)\\s*").splitAsStream(matcher.group(1).replaceAll("\\([^)]*\\)|\\[[^]]*]|'|Default is.*", ""))
                        .map(String::strip).filter(each -> !each.isEmpty()).toList();
            }
        }
        return KNOWN.getOrDefault(name.substring(name.lastIndexOf('.') + 1), List.of());
    }
}
