package dev.virtworkbench.engine.errors;

import dev.virtworkbench.language.findings.Message;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An operation on an object of a host failed or was refused. Front ends show {@link #text()} and {@link #hint()}. */
public final class VirtException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Operation operation;
    private final String object;
    private final int code;
    private final int domain;
    private final transient Message why;
    private final transient Message hint;

    private VirtException(Operation operation, String object, int code, int domain, Message why, Message hint,
            Throwable cause) {
        super(cause);
        this.operation = operation;
        this.object = object;
        this.code = code;
        this.domain = domain;
        this.why = why;
        this.hint = hint;
    }

    /**
     * libvirt refused.
     *
     * @param code of {@code virErrorNumber}, see {@link ErrorCode}
     * @param domain of {@code virErrorDomain}: the part of libvirt that refused
     * @param words libvirt's own message
     */
    public static VirtException ofLibvirt(Operation operation, String object, int code, int domain, String words,
            Throwable cause) {
        return new VirtException(operation, object, code, domain, Message.of(VirtException.class, "why.libvirt", words),
                Hints.find(code, words).orElse(null), cause);
    }

    /** The engine itself refused, or something beside libvirt failed (a file, the network). */
    public static VirtException of(Operation operation, String object, Message why, Message hint, Throwable cause) {
        return new VirtException(operation, object, ErrorCode.NOT_LIBVIRT, 0, why, hint, cause);
    }

    /**
     * The engine itself refused, because others are in the way.
     *
     * @param reasons all of them, at least one
     */
    public static VirtException refused(Operation operation, String object, List<Message> reasons) {
        return refused(operation, object, reasons, null);
    }

    /** The same. @param hint what to do instead; null where that is not known */
    public static VirtException refused(Operation operation, String object, List<Message> reasons, Message hint) {
        Message all = reasons.stream().reduce((some, next) -> Message.of(VirtException.class, "reasons", some, next)).orElseThrow();
        return of(operation, object, all, hint, null);
    }

    /** The same, told as the end of the larger operation that it was a step of. */
    public VirtException within(Operation larger, String itsObject) {
        return new VirtException(larger, itsObject, code, domain, why, hint, this);
    }

    /** The same with other advice: by whoever knows better than what libvirt's words tell. */
    public VirtException advising(Message better) {
        return new VirtException(operation, object, code, domain, why, better, getCause());
    }

    public Operation operation() {
        return operation;
    }

    public ObjectKind kind() {
        return operation.kind();
    }

    /** The name of the object; for a host its URI. */
    public String object() {
        return object;
    }

    /** libvirt's {@code virErrorNumber}; {@link ErrorCode#NOT_LIBVIRT} where it was not libvirt that refused. */
    public int code() {
        return code;
    }

    /** libvirt's {@code virErrorDomain}; 0 where it was not libvirt that refused. */
    public int domain() {
        return domain;
    }

    /** Why: libvirt's own words, or the engine's reason. */
    public Message why() {
        return why;
    }

    /** What to do about it, where that is known. */
    public Optional<Message> hint() {
        return Optional.ofNullable(hint);
    }

    /** What failed, on which object, and why. */
    public Message text() {
        return Message.of(VirtException.class, "failed", operation.on(object), why);
    }

    /** {@link #text()} and {@link #hint()} in English, for logs. */
    @Override
    public String getMessage() {
        String text = text().in(Locale.ENGLISH);
        return hint == null ? text : text + " " + hint.in(Locale.ENGLISH);
    }
}
