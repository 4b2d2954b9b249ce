package dev.virtworkbench.server.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a call of the command asks for.
 *
 * @param wish what to do at all
 * @param format how findings are written
 * @param kind the kind that every document is taken for; empty to go by the root element
 * @param schemas the folder of schemas, as given; empty for the usual places
 * @param fixing what is mended
 * @param quiet whether everything but findings and failures is left unsaid
 * @param files what to judge, as given
 */
record Options(Wish wish, Format format, Optional<String> kind, Optional<String> schemas, Fixing fixing, boolean quiet,
        List<String> files) {

    enum Wish { VALIDATE, HELP, VERSION }

    enum Format { TEXT, JSON, SARIF }

    /** Which fixes are made without asking. */
    enum Fixing { NONE, SAFE, ALL }

    static final String STANDARD_INPUT = "-";

    Options {
        files = List.copyOf(files);
    }

    /**
     * Reads the words behind {@code validate}.
     *
     * @throws UsageException if they make no sense
     */
    static Options parse(List<String> words) throws UsageException {
        Wish wish = Wish.VALIDATE;
        Format format = Format.TEXT;
        Optional<String> kind = Optional.empty();
        Optional<String> schemas = Optional.empty();
        Fixing fixing = Fixing.NONE;
        boolean quiet = false;
        List<String> files = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals("--")) {
                files.addAll(words.subList(i + 1, words.size()));
                break;
            }
            if (!word.startsWith("-") || word.equals(STANDARD_INPUT)) {
                files.add(word);
                continue;
            }
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            Optional<String> value = equals < 0 ? Optional.empty() : Optional.of(word.substring(equals + 1));
            if (value.isEmpty() && List.of("--format", "--kind", "--schemas").contains(name) && i + 1 < words.size()) {
                value = Optional.of(words.get(++i));
            }
            switch (name) {
                case "--format" -> format = choice(name, value, Format.class);
                case "--kind" -> kind = Optional.of(argument(name, value));
                case "--schemas" -> schemas = Optional.of(argument(name, value));
                case "--fix" -> fixing = value.isEmpty() ? Fixing.SAFE : choice(name, value, Fixing.class);
                case "--quiet", "-q" -> quiet = flag(name, value);
                case "--help", "-h" -> wish = flag(name, value) ? Wish.HELP : wish;
                case "--version" -> wish = flag(name, value) ? Wish.VERSION : wish;
                default -> throw new UsageException("unknownOption", name);
            }
        }
        Options options = new Options(wish, format, kind, schemas, fixing, quiet, files);
        options.check();
        return options;
    }

    private void check() throws UsageException {
        if (wish == Wish.VALIDATE && files.isEmpty()) {
            throw new UsageException("noFiles");
        }
        if (fixing != Fixing.NONE && files.contains(STANDARD_INPUT)) {
            throw new UsageException("fixStandardInput");
        }
    }

    private static String argument(String option, Optional<String> value) throws UsageException {
        if (value.isEmpty() || value.get().isEmpty()) {
            throw new UsageException("missingValue", option);
        }
        return value.get();
    }

    private static boolean flag(String option, Optional<String> value) throws UsageException {
        if (value.isPresent()) {
            throw new UsageException("needlessValue", option, value.get());
        }
        return true;
    }

    private static <E extends Enum<E>> E choice(String option, Optional<String> value, Class<E> choices)
            throws UsageException {
        String word = argument(option, value);
        for (E choice : choices.getEnumConstants()) {
            if (word(choice).equals(word)) {
                return choice;
            }
        }
        throw new UsageException("unknownValue", option, word, Arrays.stream(choices.getEnumConstants())
                .map(Options::word).collect(Collectors.joining(", ")));
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
