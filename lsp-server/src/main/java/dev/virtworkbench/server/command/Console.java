package dev.virtworkbench.server.command;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where the command reads from and writes to.
 *
 * @param in standard input
 * @param out standard output; findings and nothing else
 * @param err standard error; everything else
 * @param outIsTerminal whether a person reads {@code out} as it is written
 * @param errIsTerminal whether a person reads {@code err} as it is written
 * @param environment the variables of the environment
 * @param folder the working directory
 */
public record Console(InputStream in, PrintStream out, PrintStream err, boolean outIsTerminal, boolean errIsTerminal,
        Map<String, String> environment, Path folder) {

    /** This process's own. */
    public static Console ofProcess() {
        Charset charset = charset();
        PrintStream out = new PrintStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 14),
                false, charset);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset);
        return new Console(System.in, out, err, isTerminal(1), isTerminal(2), System.getenv(), Path.of(""));
    }

    /** The charset of the locale; UTF-8 where the locale knows no letters but English ones. */
    private static Charset charset() {
        Charset locale = Charset.forName(System.getProperty("native.encoding", "UTF-8"), StandardCharsets.UTF_8);
        return locale.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : locale;
    }

    /** Java tells only whether input and output are a terminal together; the kernel tells it of each. */
    private static boolean isTerminal(int descriptor) {
        try {
            Path device = Path.of("/proc/self/fd/" + descriptor).toRealPath();
            return device.startsWith("/dev/pts") || device.startsWith("/dev/console")
                    || device.toString().startsWith("/dev/tty");
        } catch (IOException notLinux) {
            return false;
        }
    }

    /** Whether text for {@code out} may be coloured: on a terminal, unless the person wants none (no-color.org). */
    boolean colours() {
        return outIsTerminal && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !"dumb".equals(environment.get("TERM"));
    }
}
