package dev.virtworkbench.engine.ssh;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * The program that {@code ssh} runs to ask (SSH_ASKPASS in ssh(1)), in a process of its own: passes the question to
 * {@link SshQuestions} over a socket and writes the answer to its standard output. Fails if nobody answers.
 */
final class AskPass {

    /** The answer begins with this; an empty one was not given. */
    static final char ANSWERED = '+';

    private AskPass() { }

    /** @param arguments the socket, and ssh's question */
    public static void main(String[] arguments) throws IOException {
        try (SocketChannel socket = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.connect(UnixDomainSocketAddress.of(arguments[0]));
            ByteBuffer question = StandardCharsets.UTF_8.encode(arguments[1]);
            while (question.hasRemaining()) {
                socket.write(question);
            }
            socket.shutdownOutput();
            byte[] answer = Channels.newInputStream(socket).readAllBytes();
            if (answer.length == 0 || answer[0] != ANSWERED) {
                throw new IOException("nobody answered");
            }
            try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
                out.write(answer, 1, answer.length - 1);
                out.write('\n');
            }
        }
    }
}
