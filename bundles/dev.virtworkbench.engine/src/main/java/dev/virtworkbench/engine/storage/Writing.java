package dev.virtworkbench.engine.storage;

import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.session.Session;
import dev.virtworkbench.language.findings.Message;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The images that one job writes to, its own until it is closed. libvirt lets two write to one volume at once, and neither libvirt nor
 * qemu-img knows of what the other writes: both claim here, by the image's path on the host, and of two jobs the second is refused.
 * Used by the thread of its job.
 */
public final class Writing implements AutoCloseable {

    private final Session session;
    private final Operation operation;
    private final String object;
    private final Map<String, Session.Claim> claims = new LinkedHashMap<>();

    /**
     * Claims nothing yet.
     *
     * @param session of the host that has the images
     * @param object what the job is about: the image that is claimed first
     */
    public Writing(Session session, Operation operation, String object) {
        this.session = session;
        this.operation = operation;
        this.object = object;
    }

    /**
     * Claims an image, or fails the job with what is in the way. What this has claimed already stays so.
     *
     * @param path of the image, to be told
     * @param names all paths under which others may claim it, as far as they are known
     */
    public void claim(String path, Collection<String> names) {
        Message why = claims.isEmpty() ? Message.of(Writing.class, "busy") : Message.of(Writing.class, "busy.other", path);
        for (String name : names) {
            if (!claims.containsKey(name)) {
                claims.put(name, session.claim(new Written(name)).orElseThrow(
                        () -> VirtException.of(operation, object, why, Message.of(Writing.class, "busy.hint"), null)));
            }
        }
    }

    @Override
    public void close() {
        claims.values().forEach(Session.Claim::close);
        claims.clear();
    }

    /** What is claimed of the session. */
    private record Written(String path) { }
}
