package dev.virtworkbench.engine.inside;

import dev.virtworkbench.engine.commands.CommandException;
import dev.virtworkbench.engine.commands.Conversation;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.images.Image;
import dev.virtworkbench.engine.images.Passphrase;
import dev.virtworkbench.engine.inside.Fish.Refusal;
import dev.virtworkbench.engine.jobs.Task;
import dev.virtworkbench.language.findings.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * libguestfs's virtual machine with one image in it: started, unlocked and mounted as far as was asked for. For one thread at a time.
 */
final class Appliance implements AutoCloseable {

    /** Says by its end whether there is KVM, and whether whoever runs it may use it. */
    private static final String KVM = "[ -e /dev/kvm ] || exit 2; [ -r /dev/kvm ] && [ -w /dev/kvm ]";
    /** What a virtual machine that did not come up is told by: it is tried without KVM then. */
    private static final Pattern CRASHED = Pattern.compile("appliance closed the connection|guestfs_launch failed|qemu-[a-z0-9-]+ (exited|killed)");
    private static final Pattern GONE = Pattern.compile("appliance closed the connection|call launch before|unexpected end of file when reading from daemon");

    private final Inside.Looking looking;
    private final Fish fish;
    private final Optional<Message> slow;
    private final Map<String, String> mounts = new HashMap<>();
    private int folders;

    private Appliance(Inside.Looking looking, Fish fish, Optional<Message> slow) {
        this.looking = looking;
        this.fish = fish;
        this.slow = slow;
    }

    /**
     * Starts it.
     *
     * @param keys what has opened encrypted devices before, by device
     */
    static Appliance start(Inside.Looking looking, Image image, Map<String, Passphrase> keys, Consumer<Stage> stages) {
        Optional<Message> slow = looking.withoutKvm().or(() -> noKvm(looking));
        Appliance appliance = null;
        if (slow.isEmpty()) {
            stages.accept(Stage.APPLIANCE);
            try {
                appliance = launched(looking, image, Optional.empty());
            } catch (Refusal refusal) {
                if (!CRASHED.matcher(refusal.getMessage()).find()) {
                    throw looking.failure("launch", refusal);
                }
                slow = Optional.of(Message.of(Appliance.class, "slow.broken"));
            }
        }
        if (appliance == null) {
            stages.accept(Stage.EMULATED_APPLIANCE);
            try {
                appliance = launched(looking, image, slow);
            } catch (Refusal refusal) {
                throw looking.failure("launch", refusal);
            }
            slow.ifPresent(looking::noKvmHere);
        }
        for (Map.Entry<String, Passphrase> key : new LinkedHashMap<>(keys).entrySet()) {
            appliance.unlock(key.getKey(), key.getValue());
        }
        return appliance;
    }

    private static Appliance launched(Inside.Looking looking, Image image, Optional<Message> slow) throws Refusal {
        Fish fish = looking.run(() -> Fish.start(looking.commands(), looking.rights(), image, slow.isPresent(), looking.task()));
        try {
            looking.ask(() -> fish.ask(looking.task(), "run"));
            return new Appliance(looking, fish, slow);
        } catch (Refusal | RuntimeException e) {
            fish.close();
            throw e;
        }
    }

    /** Why there is no KVM for who runs programs there; empty if there is. */
    private static Optional<Message> noKvm(Inside.Looking looking) {
        return switch (looking.programs().run(List.of("sh", "-c", KVM), Set.of(0, 1, 2)).code()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(Message.of(Appliance.class, "slow.rights"));
            default -> Optional.of(Message.of(Appliance.class, "slow.missing"));
        };
    }

    /** Why it is slow; empty if it is not. */
    Optional<Message> slow() {
        return slow;
    }

    /** For the job that uses it from now on. */
    Appliance in(Inside.Looking job) {
        Appliance same = new Appliance(job, fish, slow);
        same.mounts.putAll(mounts);
        same.folders = folders;
        return same;
    }

    boolean alive() {
        return fish.alive();
    }

    /** Has guestfish do something that has to succeed. */
    String ask(String... words) {
        try {
            return tried(words);
        } catch (Refusal refusal) {
            throw looking.failure("refused", refusal);
        }
    }

    /** Has guestfish do something that may be refused. @throws Refusal if it was */
    String tried(String... words) throws Refusal {
        try {
            return looking.ask(() -> fish.ask(looking.task(), words));
        } catch (Refusal refusal) {
            throw alive(refusal);
        }
    }

    /** The same; empty if it was refused. */
    Optional<String> perhaps(String... words) {
        try {
            return Optional.of(tried(words));
        } catch (Refusal refusal) {
            return Optional.empty();
        }
    }

    /** Has guestfish print something of any length. */
    void stream(Conversation.Sink sink, String... words) throws IOException {
        try {
            fish.stream(looking.task(), sink, words);
        } catch (Refusal refusal) {
            throw looking.failure("refused", alive(refusal));
        } catch (CommandException e) {
            throw looking.failure(e);
        }
    }

    /** A failure of the job that guestfish did not tell. */
    VirtException failure(Message why) {
        return looking.failure(why, null);
    }

    /** Opens an encrypted device; what is in it has names of its own then. */
    void unlock(String device, Passphrase passphrase) {
        String key = new String(passphrase.reveal().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        if (key.indexOf('\n') >= 0) {
            throw looking.failure(Message.of(Appliance.class, "key.line"), null);
        }
        try {
            looking.ask(() -> {
                fish.unlock(looking.task(), key, "luks-open-ro", device, opened(device));
                return "";
            });
        } catch (Refusal refusal) {
            throw looking.failure(Message.of(Appliance.class, "key.wrong", device, alive(refusal).getMessage()),
                    Message.of(Appliance.class, "key.wrong.hint"));
        }
        perhaps("lvm-scan", "true");
    }

    /** What the inside of an encrypted device is called, once it is open. */
    static String opened(String device) {
        return "unlocked" + device.replaceAll("[^A-Za-z0-9]", "_");
    }

    /** Mounts a file system where no other is, once. @return the folder, without a slash at its end */
    String mounted(String device) throws Refusal {
        String known = mounts.get(device);
        if (known != null) {
            return known;
        }
        String folder = "/fs" + folders++;
        tried("mkmountpoint", folder);
        tried("mount-ro", device, folder);
        mounts.put(device, folder);
        return folder;
    }

    /** Nothing is mounted any more: who looks for operating systems unmounts everything. */
    void unmounted() {
        mounts.clear();
    }

    /** Where guestfish finds it. */
    String place(GuestPath path) {
        try {
            return mounted(path.device()) + (path.isRoot() ? "/" : path.bytes());
        } catch (Refusal refusal) {
            throw looking.failure("refused", refusal);
        }
    }

    /** Ends the job if it was refused because the virtual machine is gone. */
    private Refusal alive(Refusal refusal) {
        if (GONE.matcher(refusal.getMessage()).find()) {
            close();
            throw looking.failure(Message.of(Appliance.class, "gone", refusal.getMessage()), Message.of(Appliance.class, "gone.hint"));
        }
        return refusal;
    }

    @Override
    public void close() {
        fish.close();
    }
}
