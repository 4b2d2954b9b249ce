package dev.virtworkbench.engine.commands;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What sudo is told to ask with, in one process. It is random, so that nothing else is taken for it, and whoever listens takes it out of
 * what the process prints. That sudo asks once more is how it is known that a password was wrong: its words are in many languages.
 */
final class SudoPrompt {

    private static final System.Logger LOG = System.getLogger(SudoPrompt.class.getName());

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BITS = 128;

    /** Its first character comes in it once: what began like it and went on otherwise holds no other beginning. */
    private final String words = "<" + new BigInteger(BITS, RANDOM).toString(Character.MAX_RADIX) + ">";
    private final AtomicInteger asked = new AtomicInteger();

    /** For sudo's option {@code -p}; no percent sign is in it, which sudo would read something into. */
    String words() {
        return words;
    }

    /** Whether sudo has asked again: it did not take what it was given. For sure once the process has ended. */
    boolean refused() {
        return asked.get() > 1;
    }

    /**
     * What the process prints for errors, without the prompt.
     *
     * @param input of the process: closed when sudo asks again, since nobody is there to answer and it would wait for ever
     */
    InputStream listen(InputStream errors, OutputStream input) {
        return new Listening(errors, words.getBytes(StandardCharsets.US_ASCII), () -> {
            if (asked.incrementAndGet() > 1) {
                try {
                    input.close();
                } catch (IOException gone) {
                    LOG.log(System.Logger.Level.DEBUG, "sudo has closed its input first", gone);
                }
            }
        });
    }

    private static final class Listening extends FilterInputStream {

        private static final int BLOCK = 8192;

        private final byte[] prompt;
        private final Runnable heard;
        /** How much of the prompt has come. */
        private int matched;
        private byte[] ready = {};
        private int given;

        Listening(InputStream errors, byte[] prompt, Runnable heard) {
            super(errors);
            this.prompt = prompt;
            this.heard = heard;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] to, int from, int length) throws IOException {
            byte[] block = new byte[BLOCK];
            while (given == ready.length) {
                int got = in.read(block);
                if (got < 0 && matched == 0) {
                    return -1;
                }
                ready = got < 0 ? Arrays.copyOf(prompt, matched) : without(block, got);
                matched = got < 0 ? 0 : matched;
                given = 0;
            }
            int some = Math.min(length, ready.length - given);
            System.arraycopy(ready, given, to, from, some);
            given += some;
            return some;
        }

        private byte[] without(byte[] block, int length) {
            byte[] rest = new byte[matched + length];
            int kept = 0;
            for (int i = 0; i < length; i++) {
                if (block[i] != prompt[matched]) {
                    System.arraycopy(prompt, 0, rest, kept, matched);
                    kept += matched;
                    matched = 0;
                }
                if (block[i] == prompt[matched]) {
                    matched++;
                } else {
                    rest[kept++] = block[i];
                }
                if (matched == prompt.length) {
                    matched = 0;
                    heard.run();
                }
            }
            return Arrays.copyOf(rest, kept);
        }
    }
}
