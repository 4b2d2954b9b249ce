package dev.virtworkbench.server;

import dev.virtworkbench.server.command.Console;
import dev.virtworkbench.server.command.ValidateCommand;
import dev.virtworkbench.server.session.Messages;
import dev.virtworkbench.server.session.SettingsReader;
import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The program: {@code server} (also without a word), {@code validate …}, {@code --version}, {@code --help}. */
public final class Main {

    private static final int COULD_NOT_RUN = 2;

    private Main() {
    }

    public static void main(String[] args) {
        String word = args.length == 0 ? "server" : args[0];
        switch (word) {
            case "server" -> serve();
            case "validate" -> validate(Arrays.asList(args).subList(1, args.length));
            case "--version" -> System.out.println("virt-workbench " + version());
            case "--help", "-h", "help" -> System.out.println(text("help"));
            default -> {
                System.err.println(text("unknownWord", word));
                System.exit(COULD_NOT_RUN);
            }
        }
    }

    /** The version of this program; a plain word where it runs from loose classes. */
    static String version() {
        String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    private static void serve() {
        InputStream in = new BufferedInputStream(new FileInputStream(FileDescriptor.in));
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        // Whoever prints to standard output by mistake must not end up in the client's stream.
        System.setOut(System.err);
        Languages languages = new Languages();
        Connection.serve(languages, in, out, System.err, code -> Runtime.getRuntime().halt(code));
    }

    private static void validate(List<String> words) {
        Locale locale = SettingsReader.localeOfEnvironment(System.getenv());
        System.exit(new ValidateCommand(Console.ofProcess(), locale, version()).run(words));
    }

    private static String text(String key, Object... arguments) {
        Locale locale = SettingsReader.localeOfEnvironment(System.getenv());
        return Messages.of(key, arguments).in(locale);
    }
}
