package dev.virtworkbench.engine.ssh;

import dev.virtworkbench.engine.libvirt.CredentialSource;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.UnixDomainSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Answers what {@code ssh} asks while one connection is opened: passphrases, passwords, whether a host's key is to be trusted.
 * libvirt gives ssh no more than a few variables of the environment, so it is told to run a script of ours instead
 * (the URI's {@code command}, see https://libvirt.org/uri.html), which runs ssh with SSH_ASKPASS set. All files lie in a folder
 * that only its owner can enter and go with {@link #close()}; answers are written to none of them.
 */
public final class SshQuestions implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(SshQuestions.class.getName());

    private static final String TRANSPORT = "+ssh://";
    private static final String COMMAND = "command";

    private final Path folder;
    private final ServerSocketChannel socket;
    private final CredentialSource person;
    private final String uri;
    private volatile boolean asked;

    private SshQuestions(Path folder, ServerSocketChannel socket, CredentialSource person, String uri) {
        this.folder = folder;
        this.socket = socket;
        this.person = person;
        this.uri = uri;
    }

    /** Whether connecting to that URI runs {@code ssh}, and there is a shell to run our script. */
    public static boolean mayCome(String uri) {
        return uri.contains(TRANSPORT) && Files.isExecutable(Path.of("/bin/sh"));
    }

    /**
     * Begins to answer.
     *
     * @param uri for which {@link #mayCome}
     * @param person called on a thread of this object's, which waits
     */
    public static SshQuestions answer(String uri, CredentialSource person) throws IOException {
        Path folder = Files.createTempDirectory("virt-workbench-ssh",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path socket = folder.resolve("questions");
        Path ask = folder.resolve("ask");
        Path ssh = folder.resolve("ssh");
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        SshQuestions questions = new SshQuestions(folder, channel, person, withCommand(uri, ssh));
        try {
            channel.bind(UnixDomainSocketAddress.of(socket));
            script(ask, """
                    exec %s -cp %s %s %s "$1"
                    """.formatted(quoted(Path.of(System.getProperty("java.home"), "bin", "java")), quoted(classes()),
                    AskPass.class.getName(), quoted(socket)));
            // older versions of ssh ask that way only if there is a display
            script(ssh, """
                    export SSH_ASKPASS=%s SSH_ASKPASS_REQUIRE=force DISPLAY="${DISPLAY:-:0}"
                    exec %s "$@"
                    """.formatted(quoted(ask), quoted(command(uri).orElse("ssh"))));
        } catch (IOException | RuntimeException e) {
            questions.close();
            throw e;
        }
        Thread answering = new Thread(questions::answerAll, "questions of ssh");
        answering.setDaemon(true);
        answering.start();
        return questions;
    }

    /** Whether ssh has asked anything: if connecting failed then, trying again without the person would only ask again. */
    public boolean asked() {
        return asked;
    }

    /** The URI to connect to. */
    public String uri() {
        return uri;
    }

    private static Path classes() {
        return path(AskPass.class.getProtectionDomain().getCodeSource().getLocation());
    }

    /** The file a URL stands for; OSGi frameworks leave spaces in their URLs as they are, class loaders of Java escape them. */
    static Path path(URL place) {
        try {
            return Path.of(place.toURI());
        } catch (URISyntaxException notEscaped) {
            return Path.of(place.getPath());
        }
    }

    private static void script(Path file, String lines) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(file, "#!/bin/sh\n" + lines);
    }

    private static String quoted(Object word) {
        return "'" + word.toString().replace("'", "'\\''") + "'";
    }

    private static Stream<String> parameters(String uri) {
        int query = uri.indexOf('?');
        return query < 0 ? Stream.empty() : Arrays.stream(uri.substring(query + 1).split("&")).filter(each -> !each.isEmpty());
    }

    private static Optional<String> command(String uri) {
        return parameters(uri).filter(each -> each.startsWith(COMMAND + "="))
                .map(each -> URLDecoder.decode(each.substring(COMMAND.length() + 1).replace("+", "%2B"), StandardCharsets.UTF_8)).findFirst();
    }

    private static String withCommand(String uri, Path command) {
        int query = uri.indexOf('?');
        return Stream.concat(parameters(uri).filter(each -> !each.startsWith(COMMAND + "=")),
                Stream.of(COMMAND + "=" + URLEncoder.encode(command.toString(), StandardCharsets.UTF_8).replace("+", "%20")))
                .collect(Collectors.joining("&", (query < 0 ? uri : uri.substring(0, query)) + "?", ""));
    }

    private void answerAll() {
        while (true) {
            SocketChannel asking;
            try {
                asking = socket.accept();
            } catch (ClosedChannelException connected) {
                return;
            } catch (IOException e) {
                LOG.log(System.Logger.Level.WARNING, "ssh's questions cannot be heard any more", e);
                return;
            }
            try (asking) {
                answer(asking);
            } catch (IOException | RuntimeException e) {
                // ssh takes it as a refusal; it may have more questions
                LOG.log(System.Logger.Level.WARNING, "a question of ssh could not be answered", e);
            }
        }
    }

    private void answer(SocketChannel asking) throws IOException {
        String question = new String(Channels.newInputStream(asking).readAllBytes(), StandardCharsets.UTF_8).strip();
        asked = true;
        Optional<String> answer = person.answer(question, "", isSecret(question));
        if (answer.isPresent()) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(AskPass.ANSWERED + answer.get());
            while (bytes.hasRemaining()) {
                asking.write(bytes);
            }
            Arrays.fill(bytes.array(), (byte) 0);
        }
    }

    /** ssh asks for a yes in these words (sshconnect.c, confirm); everything else is a password, a passphrase or a PIN. */
    private static boolean isSecret(String question) {
        return !question.contains("(yes/no");
    }

    @Override
    public void close() {
        try {
            socket.close();
            // nobody listens on it any more; what is left is its name
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "what was needed to answer ssh stays in " + folder, e);
        }
    }
}
