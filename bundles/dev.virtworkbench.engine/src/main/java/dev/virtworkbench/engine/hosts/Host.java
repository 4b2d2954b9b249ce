package dev.virtworkbench.engine.hosts;

import dev.virtworkbench.engine.blockjobs.BlockJobs;
import dev.virtworkbench.engine.commands.HostCommands;
import dev.virtworkbench.engine.commands.Programs;
import dev.virtworkbench.engine.commands.Rights;
import dev.virtworkbench.engine.domains.Domain;
import dev.virtworkbench.engine.domains.Domains;
import dev.virtworkbench.engine.echo.Command;
import dev.virtworkbench.engine.echo.Echo;
import dev.virtworkbench.engine.errors.ErrorCode;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.facts.Abilities;
import dev.virtworkbench.engine.facts.FactFinder;
import dev.virtworkbench.engine.facts.Firmware;
import dev.virtworkbench.engine.images.Images;
import dev.virtworkbench.engine.inside.Inside;
import dev.virtworkbench.engine.jobs.Cancellation;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.engine.jobs.Jobs;
import dev.virtworkbench.engine.libvirt.Connection;
import dev.virtworkbench.engine.libvirt.CredentialSource;
import dev.virtworkbench.engine.libvirt.LibvirtError;
import dev.virtworkbench.engine.libvirt.LibvirtMissing;
import dev.virtworkbench.engine.libvirt.ObjectEvent;
import dev.virtworkbench.engine.lvm.VolumeGroups;
import dev.virtworkbench.engine.networks.Networks;
import dev.virtworkbench.engine.secrets.Secrets;
import dev.virtworkbench.engine.session.Session;
import dev.virtworkbench.engine.snapshots.Snapshots;
import dev.virtworkbench.engine.ssh.SshQuestions;
import dev.virtworkbench.engine.storage.Pools;
import dev.virtworkbench.language.facts.HostFacts;
import dev.virtworkbench.language.findings.Message;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * A libvirt host. Each attempt to connect has a thread of its own, so that one that hangs (a network that swallows packets,
 * a person who is asked for a password) holds up nobody; an attempt that was overtaken is closed when it comes back.
 * Safe to use from any thread.
 */
public final class Host {

    private static final System.Logger LOG = System.getLogger(Host.class.getName());

    private static final int KEEP_ALIVE_SECONDS = 5;
    private static final int KEEP_ALIVE_MISSES = 3;

    private final String uri;
    private final Credentials credentials;
    private final ScheduledExecutorService clock;
    private final Consumer<Runnable> teller;
    private final Session session;
    private final Pools pools;
    private final Domains domains;
    private final Networks networks;
    private final Secrets secrets;
    private final HostCommands commands;
    private final Images images;
    private final Inside inside;
    private final VolumeGroups volumeGroups;
    private final List<HostListener> listeners = new CopyOnWriteArrayList<>();

    // guarded by this
    private final Pauses pauses = new Pauses();
    private HostStatus status = HostStatus.of(HostState.DISCONNECTED);
    private Connection connection;
    private ScheduledFuture<?> retry;
    /** Counts attempts and endings: what an older one brings is not wanted any more. */
    private int attempt;
    private boolean closed;

    Host(String uri, Credentials credentials, Jobs jobs, Echo echo, ScheduledExecutorService clock,
            Consumer<Runnable> teller) {
        this.uri = uri;
        this.credentials = credentials;
        this.clock = clock;
        this.teller = teller;
        this.session = new Session(uri, jobs, echo);
        this.pools = new Pools(session);
        this.domains = new Domains(session);
        this.networks = new Networks(session);
        this.secrets = new Secrets(session);
        this.commands = new HostCommands(uri,
                (prompt, proposal, secret) -> credentials.ask(new Credentials.Question(uri, prompt, proposal, secret)), echo);
        this.images = new Images(session, commands, pools, domains);
        this.inside = new Inside(session, commands);
        this.volumeGroups = new VolumeGroups(session, commands, pools, images);
    }

    /** As in {@code qemu:///system}. */
    public String uri() {
        return uri;
    }

    /** Whether all it does is pretended: libvirt's test driver, which keeps objects in memory and touches no disk. */
    public boolean simulated() {
        return uri.startsWith("test:") || uri.startsWith("test+");
    }

    public synchronized HostStatus status() {
        return status;
    }

    /** Its storage pools. Works, as the others do, while the host is connected; otherwise its jobs fail and say so. */
    public Pools pools() {
        return pools;
    }

    public Domains domains() {
        return domains;
    }

    public Networks networks() {
        return networks;
    }

    public Secrets secrets() {
        return secrets;
    }

    /** Its image files, by its own programs; looking at them works while the host is not connected, too. */
    public Images images() {
        return images;
    }

    /** What is inside its image files, by its own libguestfs; works while the host is not connected, too. */
    public Inside inside() {
        return inside;
    }

    /** The snapshots of one of its domains. */
    public Snapshots snapshots(Domain domain) {
        return new Snapshots(session, domain);
    }

    /** What is done to the disks of one of its domains while it runs. */
    public BlockJobs blockJobs(Domain domain) {
        return blockJobs(domain, images);
    }

    /** The same, where who needs an image is looked up with the rights of these. */
    public BlockJobs blockJobs(Domain domain, Images looking) {
        return new BlockJobs(session, domain, looking);
    }

    /** Its LVM volume groups, by its own programs. */
    public VolumeGroups volumeGroups() {
        return volumeGroups;
    }

    /** What the language wants to know of it; asks anew each time. */
    public Job<HostFacts> facts() {
        return new FactFinder(session).find();
    }

    /** What can be made on it; asks anew each time. */
    public Job<Abilities> abilities() {
        return new FactFinder(session).abilities();
    }

    /** Which firmware it has for some kind of domain, as in {@code x86_64}, {@code q35}, {@code kvm}; asks anew each time. */
    public Job<Firmware> firmware(String architecture, String machine, String type) {
        return new FactFinder(session).firmware(architecture, machine, type);
    }

    /** What it is ready for, and what is missing; asks anew each time. Runs programs on it, as the person. */
    public Job<Readiness> readiness() {
        return session.start(Operation.READINESS, uri, Cancellation.STOPS_WORK, task -> {
            Abilities abilities = abilities().await();
            Readiness libvirt = session.run(Operation.READINESS, uri, Command.virsh("version"), connection -> ReadinessFinder.find(
                    connection.libvirtVersion(), connection.host().hypervisorVersion(), abilities)).await();
            return libvirt.with(ReadinessFinder.machine(new Programs(commands, Rights.PERSON, Operation.READINESS, uri, task)));
        });
    }

    /** Where jobs over several objects of this host are started. */
    public Session session() {
        return session;
    }

    public void addListener(HostListener listener) {
        listeners.add(listener);
    }

    public void removeListener(HostListener listener) {
        listeners.remove(listener);
    }

    /** Connects, and keeps trying until {@link #disconnect()}. Comes back at once; does nothing to a connected host. */
    public synchronized void connect() {
        if (closed || status.state() == HostState.CONNECTED || status.state() == HostState.CONNECTING) {
            return;
        }
        pauses.startAgain();
        begin();
    }

    /** Disconnects and stops trying. Calls under way fail or come back; comes back at once. */
    public void disconnect() {
        commands.forget();
        end(HostStatus.of(HostState.DISCONNECTED));
    }

    /** As {@link #disconnect()}, for good. */
    void close() {
        synchronized (this) {
            closed = true;
        }
        session.close();
        disconnect();
    }

    private synchronized void begin() {
        if (closed) {
            return;
        }
        cancelRetry();
        int mine = ++attempt;
        set(HostStatus.of(HostState.CONNECTING));
        Thread connector = new Thread(() -> open(mine), "connecting " + uri);
        connector.setDaemon(true);
        connector.start();
    }

    /** The pause of an attempt is over: nothing is left to do if somebody connected or disconnected meanwhile. */
    private synchronized void beginAgain(int after) {
        if (after == attempt && status.state() == HostState.WAITING) {
            begin();
        }
    }

    private void cancelRetry() {
        if (retry != null) {
            retry.cancel(false);
            retry = null;
        }
    }

    private void open(int mine) {
        CredentialSource source = (prompt, proposal, secret) -> current(mine)
                ? credentials.ask(new Credentials.Question(uri, prompt, proposal, secret)) : Optional.empty();
        try {
            Connection opened = open(source, reason -> lost(mine, reason));
            if (!current(mine)) {
                opened.close();
                return;
            }
            try {
                opened.keepAlive(KEEP_ALIVE_SECONDS, KEEP_ALIVE_MISSES);
                opened.events().listen(event -> tell(event));
                opened.starts().listen(event -> tell(event));
            } catch (LibvirtError e) {
                opened.close();
                throw e;
            }
            opened(mine, opened);
        } catch (LibvirtError e) {
            failed(mine, VirtException.ofLibvirt(Operation.CONNECT, uri, e.code(), e.domain(), e.getMessage(), e));
        } catch (LibvirtMissing e) {
            failed(mine, VirtException.of(Operation.CONNECT, uri, e.why(), e.whatToInstall(), e));
        } catch (RuntimeException | LinkageError defect) {
            LOG.log(System.Logger.Level.ERROR, "connecting " + uri, defect);
            failed(mine, VirtException.of(Operation.CONNECT, uri, Message.of(Host.class, "defect", String.valueOf(defect)), null, defect));
        }
    }

    private Connection open(CredentialSource source, IntConsumer lost) throws LibvirtError, LibvirtMissing {
        if (!SshQuestions.mayCome(uri)) {
            return Connection.open(uri, source, lost);
        }
        try (SshQuestions ssh = SshQuestions.answer(uri, source)) {
            try {
                return Connection.open(ssh.uri(), source, lost);
            } catch (LibvirtError e) {
                throw ssh.asked() ? new LibvirtError(ErrorCode.AUTH_FAILED, e.domain(), e.getMessage()) : e;
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "ssh will ask in the terminal: the way to answer it could not be made", e);
            return Connection.open(uri, source, lost);
        }
    }

    private void opened(int mine, Connection opened) {
        synchronized (this) {
            if (mine == attempt) {
                connection = opened;
                session.use(opened);
                pauses.startAgain();
                set(HostStatus.of(HostState.CONNECTED));
                return;
            }
        }
        opened.close();
    }

    /** On libvirt's event loop: what calls libvirt goes to another thread. */
    private void lost(int mine, int reason) {
        VirtException failure = VirtException.of(Operation.CONNECT, uri,
                Message.of(Host.class, "lost.why." + Math.clamp(reason, 0, 3)), Message.of(Host.class, "lost.hint"), null);
        if (current(mine)) {
            clock.execute(() -> failed(mine, failure));
        }
    }

    private synchronized boolean current(int mine) {
        return mine == attempt;
    }

    /** In one block: between the look at the attempt and its end another could begin. */
    private synchronized void failed(int mine, VirtException failure) {
        if (mine != attempt) {
            return;
        }
        if (!mayPass(failure)) {
            end(new HostStatus(HostState.FAILED, Optional.of(failure), Optional.empty()));
            return;
        }
        Duration pause = pauses.next();
        end(new HostStatus(HostState.WAITING, Optional.of(failure), Optional.of(Instant.now().plus(pause))));
        int waiting = attempt;
        retry = clock.schedule(() -> beginAgain(waiting), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether trying again may help though nobody changes anything on this side. */
    private static boolean mayPass(VirtException failure) {
        return switch (failure.code()) {
            case ErrorCode.AUTH_FAILED, ErrorCode.AUTH_CANCELLED, ErrorCode.AUTH_UNAVAILABLE, ErrorCode.NO_CONNECT,
                    ErrorCode.INVALID_ARG, ErrorCode.NO_SUPPORT, ErrorCode.CONFIG_UNSUPPORTED -> false;
            default -> !(failure.getCause() instanceof LibvirtMissing);
        };
    }

    private void end(HostStatus next) {
        Connection old;
        synchronized (this) {
            attempt++;
            cancelRetry();
            old = connection;
            connection = null;
            session.use(null);
            if (!status.equals(next)) {
                set(next);
            }
        }
        if (old != null) {
            // saying goodbye to a host that does not answer may take long
            Thread closer = new Thread(old::close, "disconnecting " + uri);
            closer.setDaemon(true);
            closer.start();
        }
    }

    private void set(HostStatus next) {
        status = next;
        teller.accept(() -> listeners.forEach(listener -> listener.statusChanged(this)));
    }

    private void tell(ObjectEvent event) {
        teller.accept(() -> listeners.forEach(listener -> listener.objectChanged(this, event)));
    }

    @Override
    public String toString() {
        return uri + " " + status().state();
    }
}
