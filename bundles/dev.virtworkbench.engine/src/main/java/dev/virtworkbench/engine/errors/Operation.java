package dev.virtworkbench.engine.errors;

import dev.virtworkbench.language.findings.Message;
import java.util.EnumSet;
import java.util.Set;

/** What can be done to an object of a host. */
public enum Operation {
    CONNECT(ObjectKind.HOST), FACTS(ObjectKind.HOST), READINESS(ObjectKind.HOST), IMAGE_USE(ObjectKind.HOST),
    SECRET_USE(ObjectKind.HOST),

    POOL_LIST(ObjectKind.POOL), POOL_LOOKUP(ObjectKind.POOL), POOL_XML(ObjectKind.POOL), POOL_SUMMARY(ObjectKind.POOL),
    POOL_DEFINE(ObjectKind.POOL), POOL_CREATE(ObjectKind.POOL), POOL_BUILD(ObjectKind.POOL),
    POOL_START(ObjectKind.POOL), POOL_STOP(ObjectKind.POOL), POOL_REFRESH(ObjectKind.POOL),
    POOL_DELETE(ObjectKind.POOL), POOL_UNDEFINE(ObjectKind.POOL), POOL_AUTOSTART(ObjectKind.POOL),
    POOL_SOURCES(ObjectKind.POOL),

    VOLUME_LIST(ObjectKind.VOLUME), VOLUME_LOOKUP(ObjectKind.VOLUME), VOLUME_XML(ObjectKind.VOLUME),
    VOLUME_SUMMARY(ObjectKind.VOLUME), VOLUME_CREATE(ObjectKind.VOLUME), VOLUME_CREATE_FROM(ObjectKind.VOLUME),
    VOLUME_CLONE(ObjectKind.VOLUME), VOLUME_DELETE(ObjectKind.VOLUME), VOLUME_RESIZE(ObjectKind.VOLUME),
    VOLUME_WIPE(ObjectKind.VOLUME), VOLUME_UPLOAD(ObjectKind.VOLUME), VOLUME_DOWNLOAD(ObjectKind.VOLUME),

    DOMAIN_LIST(ObjectKind.DOMAIN), DOMAIN_LOOKUP(ObjectKind.DOMAIN), DOMAIN_XML(ObjectKind.DOMAIN),
    DOMAIN_SUMMARY(ObjectKind.DOMAIN), DOMAIN_KEPT(ObjectKind.DOMAIN), DOMAIN_DISKS(ObjectKind.DOMAIN), DOMAIN_DEFINE(ObjectKind.DOMAIN),
    DOMAIN_CREATE(ObjectKind.DOMAIN), DOMAIN_START(ObjectKind.DOMAIN), DOMAIN_SHUTDOWN(ObjectKind.DOMAIN),
    DOMAIN_DESTROY(ObjectKind.DOMAIN), DOMAIN_SUSPEND(ObjectKind.DOMAIN), DOMAIN_RESUME(ObjectKind.DOMAIN),
    DOMAIN_REBOOT(ObjectKind.DOMAIN), DOMAIN_UNDEFINE(ObjectKind.DOMAIN), DOMAIN_AUTOSTART(ObjectKind.DOMAIN),
    DOMAIN_ATTACH(ObjectKind.DOMAIN), DOMAIN_DETACH(ObjectKind.DOMAIN), DOMAIN_UPDATE(ObjectKind.DOMAIN),
    DOMAIN_SCREENSHOT(ObjectKind.DOMAIN), DOMAIN_CLONE(ObjectKind.DOMAIN), DISK_MOVE(ObjectKind.DOMAIN),
    DOMAIN_SAVE(ObjectKind.DOMAIN), DOMAIN_DISCARD(ObjectKind.DOMAIN), DOMAIN_RESTORE(ObjectKind.HOST), SAVED_XML(ObjectKind.HOST),

    NETWORK_LIST(ObjectKind.NETWORK), NETWORK_LOOKUP(ObjectKind.NETWORK), NETWORK_XML(ObjectKind.NETWORK),
    NETWORK_DEFINE(ObjectKind.NETWORK), NETWORK_CREATE(ObjectKind.NETWORK), NETWORK_START(ObjectKind.NETWORK),
    NETWORK_STOP(ObjectKind.NETWORK), NETWORK_UNDEFINE(ObjectKind.NETWORK), NETWORK_AUTOSTART(ObjectKind.NETWORK),

    SECRET_LIST(ObjectKind.SECRET), SECRET_LOOKUP(ObjectKind.SECRET), SECRET_XML(ObjectKind.SECRET),
    SECRET_DEFINE(ObjectKind.SECRET), SECRET_UNDEFINE(ObjectKind.SECRET), SECRET_SET(ObjectKind.SECRET),

    IMAGE_READ(ObjectKind.IMAGE), IMAGE_FORMATS(ObjectKind.HOST), IMAGE_CHAINS(ObjectKind.HOST), IMAGE_COMPARE(ObjectKind.IMAGE),
    IMAGE_CREATE(ObjectKind.IMAGE), IMAGE_CONVERT(ObjectKind.IMAGE), IMAGE_COPY(ObjectKind.IMAGE),
    IMAGE_RESIZE(ObjectKind.IMAGE), IMAGE_SNAPSHOT(ObjectKind.IMAGE), IMAGE_REVERT(ObjectKind.IMAGE),
    IMAGE_SNAPSHOT_DELETE(ObjectKind.IMAGE), IMAGE_REBASE(ObjectKind.IMAGE), IMAGE_COMMIT(ObjectKind.IMAGE),
    IMAGE_AMEND(ObjectKind.IMAGE), IMAGE_BITMAP(ObjectKind.IMAGE), IMAGE_REPAIR(ObjectKind.IMAGE),

    INSIDE_LOOK(ObjectKind.IMAGE), INSIDE_LIST(ObjectKind.IMAGE), INSIDE_VIEW(ObjectKind.IMAGE), INSIDE_COPY(ObjectKind.IMAGE),

    SNAPSHOT_LIST(ObjectKind.DOMAIN), SNAPSHOT_XML(ObjectKind.DOMAIN), SNAPSHOT_CREATE(ObjectKind.DOMAIN), SNAPSHOT_REVERT(ObjectKind.DOMAIN),
    SNAPSHOT_DELETE(ObjectKind.DOMAIN), SNAPSHOT_DESCRIBE(ObjectKind.DOMAIN), SNAPSHOT_CURRENT(ObjectKind.DOMAIN),
    BLOCK_COMMIT(ObjectKind.DOMAIN), BLOCK_PULL(ObjectKind.DOMAIN), BLOCK_COPY(ObjectKind.DOMAIN), BLOCK_RESIZE(ObjectKind.DOMAIN),
    BLOCK_LOOK(ObjectKind.DOMAIN), BLOCK_END(ObjectKind.DOMAIN),

    GROUP_LIST(ObjectKind.HOST), GROUP_CREATE(ObjectKind.GROUP), GROUP_EXTEND(ObjectKind.GROUP), GROUP_REDUCE(ObjectKind.GROUP),
    GROUP_REMOVE(ObjectKind.GROUP), LOGICAL_RESIZE(ObjectKind.VOLUME), LOGICAL_SNAPSHOT(ObjectKind.VOLUME), LOGICAL_REVERT(ObjectKind.VOLUME),
    GROUP_GROW(ObjectKind.GROUP), GROUP_RENAME(ObjectKind.GROUP), LOGICAL_RENAME(ObjectKind.VOLUME),

    /** Several of these as one piece of work, as applying a document is. */
    APPLY(ObjectKind.HOST);

    private static final Set<Operation> READING = EnumSet.of(FACTS, READINESS, IMAGE_USE, SECRET_USE, POOL_LIST, POOL_LOOKUP, POOL_XML, POOL_SUMMARY,
            POOL_SOURCES, VOLUME_LIST, VOLUME_LOOKUP, VOLUME_XML, VOLUME_SUMMARY, DOMAIN_LIST, DOMAIN_LOOKUP, DOMAIN_XML,
            DOMAIN_SUMMARY, DOMAIN_KEPT, DOMAIN_DISKS, SAVED_XML, NETWORK_LIST, NETWORK_LOOKUP, NETWORK_XML, SECRET_LIST, SECRET_LOOKUP, SECRET_XML,
            IMAGE_READ, IMAGE_FORMATS, GROUP_LIST, SNAPSHOT_LIST, SNAPSHOT_XML, BLOCK_LOOK, INSIDE_LIST, INSIDE_VIEW);

    /** Not making a volume: but for one that is allocated beforehand it is a moment's work, and must not wait for uploads. */
    private static final Set<Operation> LONG = EnumSet.of(DOMAIN_CLONE, DISK_MOVE, DOMAIN_SAVE, DOMAIN_RESTORE, POOL_BUILD, VOLUME_CREATE_FROM, VOLUME_CLONE,
            VOLUME_WIPE, VOLUME_UPLOAD, VOLUME_DOWNLOAD, IMAGE_CHAINS, IMAGE_COMPARE, IMAGE_CREATE, IMAGE_CONVERT, IMAGE_COPY, IMAGE_RESIZE, IMAGE_SNAPSHOT, IMAGE_REVERT,
            IMAGE_SNAPSHOT_DELETE, IMAGE_REBASE, IMAGE_COMMIT, IMAGE_AMEND, IMAGE_BITMAP, IMAGE_REPAIR, GROUP_REDUCE, LOGICAL_REVERT,
            SNAPSHOT_CREATE, SNAPSHOT_REVERT, SNAPSHOT_DELETE, BLOCK_COMMIT, BLOCK_PULL, BLOCK_COPY, INSIDE_LOOK, INSIDE_COPY);

    /** What takes a look, though it takes its time like what changes something. */
    private static final Set<Operation> LOOKS = EnumSet.of(CONNECT, DOMAIN_SCREENSHOT, IMAGE_COMPARE, IMAGE_CHAINS, INSIDE_LOOK);

    private final ObjectKind kind;

    Operation(ObjectKind kind) {
        this.kind = kind;
    }

    /** What it is done to. Lists, and what makes a new object, name the kind that is listed or made. */
    public ObjectKind kind() {
        return kind;
    }

    /** Whether it only looks at what there is, soon and often: nothing that a person has to be told of. */
    public boolean reads() {
        return READING.contains(this);
    }

    /** Whether it may move or write data for minutes. */
    public boolean takesLong() {
        return LONG.contains(this);
    }

    /** Whether a host or a file may be another one afterwards: what a person wants to see finished. */
    public boolean changes() {
        return !reads() && !LOOKS.contains(this);
    }

    /**
     * The operation in words, as in “Start pool images”.
     *
     * @param object the object's name; that of the pool or host where a list is meant
     */
    public Message on(String object) {
        return Message.of(Operation.class, "operation." + this, object);
    }
}
