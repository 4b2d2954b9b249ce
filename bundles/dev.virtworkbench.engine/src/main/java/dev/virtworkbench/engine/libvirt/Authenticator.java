package dev.virtworkbench.engine.libvirt;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** libvirt's authentication callback over a {@link CredentialSource}. Must be reachable as long as the call that got it. */
final class Authenticator {

    private static final System.Logger LOG = System.getLogger(Authenticator.class.getName());

    private static final int PASSPHRASE = 5;
    private static final int NO_ECHO_PROMPT = 7;
    /** VIR_CRED_USERNAME, AUTHNAME, PASSPHRASE, ECHOPROMPT, NOECHOPROMPT, REALM. */
    private static final int[] KINDS = {1, 2, PASSPHRASE, 6, NO_ECHO_PROMPT, 8};

    private final CredentialSource source;
    private final Memory kinds = new Memory((long) KINDS.length * Integer.BYTES);
    private final NativeLibvirt.Authentication structure = new NativeLibvirt.Authentication();

    Authenticator(CredentialSource source) {
        this.source = source;
        kinds.write(0, KINDS, 0, KINDS.length);
        structure.types = kinds;
        structure.count = KINDS.length;
        structure.callback = this::ask;
    }

    NativeLibvirt.Authentication structure() {
        return structure;
    }

    private int ask(Pointer credentials, int count, Pointer opaque) {
        try {
            long size = new NativeLibvirt.Credential().size();
            for (int i = 0; i < count; i++) {
                var credential = new NativeLibvirt.Credential(credentials.share(i * size));
                boolean secret = credential.type == PASSPHRASE || credential.type == NO_ECHO_PROMPT;
                Optional<String> answer = source.answer(text(credential.prompt), text(credential.proposal), secret);
                if (answer.isEmpty()) {
                    return -1;
                }
                byte[] bytes = answer.get().getBytes(StandardCharsets.UTF_8);
                Pointer copy = new Pointer(Native.malloc(bytes.length + 1L));
                copy.write(0, bytes, 0, bytes.length);
                copy.setByte(bytes.length, (byte) 0);
                credential.result = copy;
                credential.length = bytes.length;
                credential.write();
            }
            return 0;
        } catch (RuntimeException defect) {
            // nothing may be thrown through libvirt
            LOG.log(System.Logger.Level.ERROR, "asking for credentials failed", defect);
            return -1;
        }
    }

    private static String text(Pointer words) {
        return words == null ? "" : words.getString(0, StandardCharsets.UTF_8.name());
    }
}
