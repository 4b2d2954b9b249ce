package dev.virtworkbench.engine.apply;

import dev.virtworkbench.engine.actions.Loss;
import dev.virtworkbench.engine.actions.UseCheck;
import dev.virtworkbench.engine.actions.VolumeAction;
import dev.virtworkbench.engine.difference.Change;
import dev.virtworkbench.engine.difference.ChangeKind;
import dev.virtworkbench.engine.difference.Difference;
import dev.virtworkbench.engine.difference.Origin;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.images.Images;
import dev.virtworkbench.engine.images.Shrink;
import dev.virtworkbench.engine.storage.Pool;
import dev.virtworkbench.engine.storage.PoolSummary;
import dev.virtworkbench.engine.storage.Pools;
import dev.virtworkbench.engine.storage.Volume;
import dev.virtworkbench.engine.storage.VolumeSummary;
import dev.virtworkbench.language.findings.Message;
import dev.virtworkbench.language.structure.SizedPlaces;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Applies the document of a volume. libvirt cannot redefine one: it is made, or its capacity changes. Everything else is another
 * operation's work, and while a document asks for that, nothing of it is applied.
 */
final class VolumeApply {

    private final String uri;
    private final Pools pools;
    private final Images images;

    VolumeApply(String uri, Pools pools, Images images) {
        this.uri = uri;
        this.pools = pools;
        this.images = images;
    }

    void plan(Draft draft) {
        String name = Names.in(draft.edited).name();
        UUID wanted = draft.request.pool()
                .orElseThrow(() -> new IllegalArgumentException("the document of a volume does not name its pool"));
        Optional<PoolSummary> pool = pools.list().await().stream().filter(p -> p.uuid().equals(wanted)).findFirst();
        if (pool.isEmpty() || !pool.get().state().active()) {
            draft.obstacle(Decision.NONE, "pool-not-active", pool.map(PoolSummary::name).orElse(wanted.toString()));
            return;
        }
        draft.present = find(pools.pool(pool.get()), name);
        if (draft.present.isEmpty()) {
            draft.request.opened().map(opened -> Names.in(XmlTree.parse(opened)).name()).ifPresent(opened ->
                    draft.obstacle(Decision.NONE, opened.equals(name) ? "volume-gone" : "volume-renamed", opened, name));
            return;
        }
        Present present = draft.present.get();
        Difference difference = Difference.of(XmlTree.parse(present.xml()), Origin.LIBVIRT, draft.edited, Origin.PERSON);
        draft.filledIn = difference.filledIn();
        draft.changes = difference.changes().stream().map(VolumeApply::planned).toList();
        if (draft.changes.stream().anyMatch(change -> change.effect() == Effect.NEEDS_OPERATION)) {
            draft.obstacle(Decision.NONE, "volume-not-redefined", name);
        }
        if (draft.changes.stream().anyMatch(change -> change.effect() == Effect.NOW)) {
            planResize(draft, pools.pool(pool.get()).volume(name));
        }
        draft.conflict = draft.request.opened().flatMap(opened -> Conflict.of(opened, present.xml(), draft.edited));
        if (draft.conflict.isPresent()) {
            draft.obstacle(Decision.OVERWRITE, "conflict", name, draft.conflict.get().theirs().size());
        }
    }

    private void planResize(Draft draft, Volume volume) {
        VolumeAction action = resizing(draft.present.orElseThrow().xml(), draft.edited);
        VolumeSummary now = volume.summary().await();
        if (action == VolumeAction.SHRINK) {
            Shrink shrink = UseCheck.shrink(volume, capacity(draft.edited).orElseThrow().longValueExact(), images);
            draft.obstacle(Obstacle.losing(Loss.ofVolumeShrink(now, shrink), Decision.SHRINK, "shrinks", now.name()));
            shrink.told(now.name()).ifPresent(reason -> draft.obstacle(Decision.NONE, "in-use", reason));
        }
        action.refusals(now, images.use().await()).forEach(reason -> draft.obstacle(Decision.NONE, "in-use", reason));
    }

    private static VolumeAction resizing(String present, XmlTree edited) {
        return shrinks(present, edited) ? VolumeAction.SHRINK : VolumeAction.GROW;
    }

    private static PlannedChange planned(Change change) {
        String place = change.place().toString();
        if (place.equals("volume/capacity") && change.kind() == ChangeKind.CHANGED) {
            return PlannedChange.now(change);
        }
        return PlannedChange.needs(change, place.startsWith("volume/backingStore") ? "operation.rebase"
                : place.startsWith("volume/target/permissions") ? "operation.permissions" : "operation.new-volume");
    }

    private static boolean shrinks(String present, XmlTree edited) {
        Optional<BigInteger> now = capacity(XmlTree.parse(present));
        Optional<BigInteger> then = capacity(edited);
        return now.isPresent() && then.isPresent() && then.get().compareTo(now.get()) < 0;
    }

    static Optional<BigInteger> capacity(XmlTree volume) {
        return volume.root().flatMap(root -> root.element("capacity")).flatMap(SizedPlaces::text).map(size -> size.bytes());
    }

    Optional<Present> look(ApplyPlan plan) {
        Pool pool = pool(plan.request());
        return find(pool, Names.in(XmlTree.parse(plan.toSend())).name());
    }

    private static Optional<Present> find(Pool pool, String name) {
        return pool.volumes().await().stream().filter(volume -> volume.name().equals(name)).findFirst()
                .map(volume -> new Present(pool.uuid(), name, false, volume.xml().await()));
    }

    private Pool pool(ApplyRequest request) {
        UUID uuid = request.pool().orElseThrow();
        return pools.pool(uuid, pools.pool(uuid, uuid.toString()).summary().await().name());
    }

    /**
     * @param copy the name of a copy that is made before the size changes
     * @param unread is told what was sent where libvirt has done it and it cannot be read back
     */
    Applied apply(ApplyPlan plan, Optional<String> copy, Consumer<Applied> unread) {
        XmlTree sent = XmlTree.parse(plan.toSend());
        Pool pool = pool(plan.request());
        Volume volume = plan.present().isEmpty() ? pool.createVolume(plan.toSend()).await()
                : pool.volume(plan.present().get().name());
        if (plan.present().isPresent() && !plan.changes().isEmpty()) {
            VolumeAction action = resizing(plan.present().get().xml(), sent);
            resize(volume, sent, action, copy);
        }
        return outcome(plan.request(), sent, volume, plan.present(), unread);
    }

    /**
     * What came of a text that a volume was just made from.
     *
     * @param unread is told what was sent where it cannot be read back
     */
    Applied made(ApplyRequest request, Consumer<Applied> unread) {
        XmlTree sent = XmlTree.parse(request.text());
        return outcome(request, sent, pool(request).volume(Names.in(sent).name()), Optional.empty(), unread);
    }

    private Applied outcome(ApplyRequest request, XmlTree sent, Volume volume, Optional<Present> before, Consumer<Applied> unread) {
        String after = ReadBack.of(volume.name(), () -> volume.xml().await(),
                () -> unread.accept(outcome(request, sent, volume, before, request.text())));
        return outcome(request, sent, volume, before, after);
    }

    private Applied outcome(ApplyRequest request, XmlTree sent, Volume volume, Optional<Present> before, String after) {
        List<Change> outcome = Difference.of(sent, Origin.PERSON, XmlTree.parse(after), Origin.LIBVIRT).changes();
        UUID pool = volume.pool().uuid();
        return new Applied(Instant.now(), uri, request.kind(), volume.name(), pool, Optional.of(pool),
                ApplyMode.DEFINE, before.map(Present::xml), after,
                outcome.stream().filter(change -> change.kind() == ChangeKind.REMOVED).toList(),
                outcome.stream().filter(change -> change.kind() == ChangeKind.CHANGED).toList(), false, List.of());
    }

    /** Looks again: somebody may have begun to use it, or divided it otherwise, since the plan was made. */
    private void resize(Volume volume, XmlTree sent, VolumeAction action, Optional<String> copy) {
        long bytes;
        try {
            bytes = capacity(sent).orElseThrow().longValueExact();
        } catch (ArithmeticException e) {
            XmlElement capacity = sent.root().flatMap(root -> root.element("capacity")).orElseThrow();
            throw VirtException.of(Operation.VOLUME_RESIZE, volume.name(),
                    Message.of(Obstacle.class, "too-large", capacity.text().strip()), null, e);
        }
        UseCheck check = new UseCheck(images);
        (action == VolumeAction.SHRINK ? check.beforeShrinking(volume, bytes).shrink(bytes, copy) : check.before(action, volume).grow(bytes, copy)).await();
    }
}
