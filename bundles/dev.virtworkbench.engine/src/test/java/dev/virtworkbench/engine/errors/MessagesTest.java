package dev.virtworkbench.engine.errors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.language.findings.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every operation and every piece of advice has its words in both languages, and the usual errors find theirs. */
class MessagesTest {

    @Test
    void everythingHasItsWordsInBothLanguages() {
        List<Message> all = new ArrayList<>();
        for (Operation operation : Operation.values()) {
            all.add(operation.on("{0} it's"));
        }
        for (ObjectKind kind : ObjectKind.values()) {
            all.add(kind.text());
        }
        for (String key : Hints.keys()) {
            all.add(Message.of(Hints.class, "hint." + key));
        }
        for (Message message : all) {
            String english = message.in(Locale.ENGLISH);
            String chinese = message.in(Locale.SIMPLIFIED_CHINESE);
            assertFalse(english.isBlank());
            assertTrue(chinese.codePoints().anyMatch(Character::isIdeographic), () -> message.key() + ": " + chinese);
        }
        assertTrue(Hints.keys().size() >= 30);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            55 | Requested operation is not valid: storage pool 'images' is not active | pool-not-active
            68 | pool 'a' is starting up | pool-starting
            9  | operation failed: pool 'a' already exists with uuid 6b1c9a0e | name-taken
            38 | cannot open directory '/srv/x': No such file or directory | build-pool
            38 | cannot create path '/root/x': Permission denied | permission-denied
            38 | Failed to connect socket to '/run/libvirt/libvirt-sock': No such file or directory | no-daemon
            49 | Storage pool not found: no storage pool with matching name 'x' | pool-gone
            45 | authentication failed: no agent | auth-failed
            38 | Cannot recv data: root@far: Permission denied (publickey,password).: Connection reset by peer | ssh-key
            45 | Cannot recv data: root@far: Permission denied (password).: Connection reset by peer | ssh-key
            38 | cannot open directory '/root/x': Permission denied | permission-denied
            1  | internal error: Could not access KVM kernel module: Permission denied | no-kvm
            55 | Requested operation is not valid: cannot delete inactive domain with 2 checkpoints | undefine-checkpoints
            55 | Requested operation is not valid: cannot delete inactive domain with 2 snapshots | undefine-snapshots
            67 | unsupported configuration: external snapshot file for disk vda already exists and is not a block device: /srv/a.b | snapshot-file
            55 | Requested operation is not valid: format of backing image '/srv/a' of image '/srv/b' was not specified in the image metadata (See https://libvirt.org/kbase/backing_chains.html for troubleshooting) | backing-format
            1  | internal error: process exited while connecting to monitor: Could not open backing file: Could not open '/srv/a': No such file or directory | backing-missing
            38 | Cannot access storage file '/srv/a.qcow2': No such file or directory | image-missing
            38 | Cannot access storage file '/srv/a.qcow2' (as uid:64055, gid:64055): Permission denied | permission-denied
            9  | operation failed: Storage source conflict with pool: 'images' | source-in-use
            5  | no connection driver available for qemu:///system | no-driver
            3  | this function is not supported by the connection driver: virConnectListAllStoragePools | no-driver
            3  | this function is not supported by the connection driver: virStorageVolWipe | unsupported
            """)
    void theUsualErrorsComeWithAdvice(int code, String words, String hint) {
        assertEquals(Optional.of("hint." + hint), Hints.find(code, words).map(Message::key));
    }
}
