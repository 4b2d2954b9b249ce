package dev.virtworkbench.engine.actions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.engine.domains.DomainState;
import dev.virtworkbench.engine.domains.DomainSummary;
import dev.virtworkbench.engine.hosts.HostState;
import dev.virtworkbench.engine.networks.NetworkSummary;
import dev.virtworkbench.engine.storage.PoolState;
import dev.virtworkbench.engine.storage.PoolSummary;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ActionsTest {

    @Test
    void aPoolsStateSaysWhatCanBeDone() {
        assertEquals(EnumSet.of(PoolAction.BUILD, PoolAction.START, PoolAction.AUTOSTART_ON, PoolAction.DELETE,
                PoolAction.UNDEFINE), enabled(pool(PoolState.INACTIVE, true)));
        assertEquals(EnumSet.of(PoolAction.STOP, PoolAction.REFRESH, PoolAction.AUTOSTART_ON, PoolAction.CREATE_VOLUME),
                enabled(pool(PoolState.RUNNING, true)));
        assertEquals(EnumSet.of(PoolAction.STOP, PoolAction.REFRESH, PoolAction.CREATE_VOLUME),
                enabled(pool(PoolState.RUNNING, false)));
    }

    @Test
    void whatLibvirtCannotDoWithATypeIsNotOffered() {
        assertEquals(EnumSet.of(PoolAction.START, PoolAction.AUTOSTART_ON, PoolAction.UNDEFINE), enabled(pool("iscsi", PoolState.INACTIVE, true)));
        assertEquals(EnumSet.of(PoolAction.STOP, PoolAction.REFRESH, PoolAction.AUTOSTART_ON), enabled(pool("iscsi", PoolState.RUNNING, true)));
        PoolSummary group = pool("logical", PoolState.RUNNING, true);
        assertFalse(VolumeAction.GROW.enabled(group));
        assertTrue(VolumeAction.CLONE.enabled(group));
        assertTrue(VolumeAction.GROW.enabled(pool("a type of next year", PoolState.RUNNING, true)));
    }

    @Test
    void whatCannotBeDoneHasAReason() {
        for (PoolSummary pool : List.of(pool(PoolState.INACTIVE, true), pool(PoolState.RUNNING, false), pool("iscsi", PoolState.RUNNING, true))) {
            for (PoolAction action : PoolAction.values()) {
                assertEquals(action.enabled(List.of(pool)), action.obstacle(pool).isEmpty(), action::name);
            }
        }
        assertEquals("“images” is active: stop it first", PoolAction.DELETE.obstacle(pool(PoolState.RUNNING, true)).orElseThrow().in(Locale.ENGLISH));
        assertEquals("“guest” is paused: resume it first",
                DomainAction.SHUTDOWN.obstacle(domain(DomainState.PAUSED)).orElseThrow().in(Locale.ENGLISH));
        assertEquals("“images” is not active: start it first",
                VolumeAction.CLONE.obstacle(pool(PoolState.INACTIVE, true)).orElseThrow().in(Locale.ENGLISH));
    }

    @Test
    void severalPoolsGetWhatFitsThemAll() {
        List<PoolSummary> both = List.of(pool(PoolState.INACTIVE, true), pool(PoolState.RUNNING, true));
        assertFalse(PoolAction.START.enabled(both));
        assertTrue(PoolAction.AUTOSTART_ON.enabled(both));
        assertFalse(PoolAction.START.enabled(List.of()));
    }

    @Test
    void aDomainsStateSaysWhatCanBeDone() {
        assertTrue(DomainAction.START.enabled(List.of(domain(DomainState.SHUT_OFF))));
        assertFalse(DomainAction.START.enabled(List.of(domain(DomainState.PAUSED))));
        assertTrue(DomainAction.RESUME.enabled(List.of(domain(DomainState.PAUSED))));
        assertFalse(DomainAction.SHUTDOWN.enabled(List.of(domain(DomainState.PAUSED))));
        assertTrue(DomainAction.DESTROY.enabled(List.of(domain(DomainState.PAUSED))));
    }

    @Test
    void aHostThatIsWaitedForCanBeTriedAtOnceOrGivenUp() {
        assertTrue(HostAction.CONNECT.enabled(List.of(HostState.WAITING, HostState.FAILED)));
        assertTrue(HostAction.DISCONNECT.enabled(List.of(HostState.WAITING)));
        assertFalse(HostAction.CONNECT.enabled(List.of(HostState.CONNECTED)));
        assertFalse(HostAction.DISCONNECT.enabled(List.of(HostState.DISCONNECTED)));
        assertFalse(HostAction.CONNECT.enabled(List.of()));
    }

    @Test
    void aNetworkIsStoppedBeforeItIsForgotten() {
        NetworkSummary active = new NetworkSummary(new UUID(0, 3), "lan", true, false, true);
        assertTrue(NetworkAction.STOP.enabled(List.of(active)));
        assertFalse(NetworkAction.UNDEFINE.enabled(List.of(active)));
        NetworkSummary inactive = new NetworkSummary(new UUID(0, 3), "lan", false, false, true);
        assertTrue(NetworkAction.UNDEFINE.enabled(List.of(inactive)));
        assertTrue(NetworkAction.START.enabled(List.of(inactive)));
    }

    @Test
    void whatDestroysAPoolAsksForItsName() {
        Loss loss = Loss.ofPoolDelete(pool(PoolState.INACTIVE, true));
        assertEquals("images", loss.nameToType());
        for (Locale language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            String text = loss.text().in(language);
            assertTrue(text.contains("images") && text.contains("/srv/images"), text);
        }
    }

    private static Set<PoolAction> enabled(PoolSummary pool) {
        Set<PoolAction> found = EnumSet.noneOf(PoolAction.class);
        for (PoolAction action : PoolAction.values()) {
            if (action.enabled(List.of(pool))) {
                found.add(action);
            }
        }
        return found;
    }

    private static PoolSummary pool(PoolState state, boolean persistent) {
        return pool("dir", state, persistent);
    }

    private static PoolSummary pool(String type, PoolState state, boolean persistent) {
        return new PoolSummary(new UUID(0, 1), "images", type, state, false, persistent, 0, 0, 0, "/srv/images");
    }

    private static DomainSummary domain(DomainState state) {
        return new DomainSummary(new UUID(0, 2), "guest", OptionalInt.empty(), state, false, true, false);
    }
}
