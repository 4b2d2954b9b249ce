package dev.virtworkbench.engine.images;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The passphrases of one command of QEMU's. One is read from standard input. Of several, standard input has the key that they are
 * encrypted with on the command line, as QEMU provides for (its object {@code secret}, property {@code keyid}): a key that is made for
 * this command and never used again.
 */
final class Keys {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_BYTES = 32;
    private static final int BLOCK_BYTES = 16;

    private final List<Passphrase> all = new ArrayList<>();
    private final byte[] master = random(KEY_BYTES);

    /** The name by which the command's other options speak of it. */
    String name(Passphrase passphrase) {
        if (!all.contains(passphrase)) {
            all.add(passphrase);
        }
        return "key" + all.indexOf(passphrase);
    }

    /** The command's {@code --object} options; empty if it needs no passphrase. */
    List<String> options() {
        List<String> options = new ArrayList<>();
        if (plain()) {
            options.addAll(List.of("--object", "secret,id=key0,file=/dev/stdin"));
        } else if (!all.isEmpty()) {
            options.addAll(List.of("--object", "secret,id=master,format=base64,file=/dev/stdin"));
            all.forEach(each -> options.addAll(List.of("--object", "secret,id=" + name(each) + ",keyid=master,format=base64," + encrypted(each))));
        }
        return options;
    }

    /** What the command reads from its standard input, one line; empty for nothing. */
    String input() {
        return all.isEmpty() ? "" : plain() ? all.getFirst().reveal() : base64(master);
    }

    /** The way there carries one line. */
    private boolean plain() {
        return all.size() == 1 && all.getFirst().reveal().indexOf('\n') < 0;
    }

    private String encrypted(Passphrase passphrase) {
        byte[] start = random(BLOCK_BYTES);
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(master, "AES"), new IvParameterSpec(start));
            return "iv=" + base64(start) + ",data=" + base64(cipher.doFinal(passphrase.reveal().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES in CBC mode", e);
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
