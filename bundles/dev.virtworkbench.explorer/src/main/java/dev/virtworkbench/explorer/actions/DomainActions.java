package dev.virtworkbench.explorer.actions;

import dev.virtworkbench.engine.actions.DomainAction;
import dev.virtworkbench.engine.actions.Loss;
import dev.virtworkbench.engine.domains.Domain;
import dev.virtworkbench.engine.domains.DomainSummary;
import dev.virtworkbench.engine.domains.Undefine;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.explorer.dialogs.Failure;
import dev.virtworkbench.explorer.dialogs.LossQuestion;
import dev.virtworkbench.explorer.dialogs.UndefineDialog;
import dev.virtworkbench.explorer.domains.SaveActions;
import dev.virtworkbench.explorer.jobs.Asked;
import dev.virtworkbench.explorer.jobs.Waiting;
import dev.virtworkbench.explorer.labels.Words;
import dev.virtworkbench.explorer.model.HostObject.OfDomain;
import dev.virtworkbench.explorer.screens.ScreenshotInput;
import dev.virtworkbench.explorer.snapshots.SnapshotsEditor;
import dev.virtworkbench.explorer.wizards.CloneWizard;
import dev.virtworkbench.explorer.workbench.Person;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWTException;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;

/** The actions on domains. */
final class DomainActions {

    private DomainActions() { }

    static Map<String, ObjectAction<OfDomain>> all() {
        return Map.ofEntries(
                Map.entry("start", action(DomainAction.START, Domain::start)),
                Map.entry("startNewVariables", ofOne(DomainAction.START, DomainActions::startWithNewVariables)),
                Map.entry("shutdown", action(DomainAction.SHUTDOWN, Domain::shutdown)),
                Map.entry("destroy", asking(DomainAction.DESTROY, DomainActions::destroy)),
                Map.entry("suspend", action(DomainAction.SUSPEND, Domain::suspend)),
                Map.entry("resume", action(DomainAction.RESUME, Domain::resume)),
                Map.entry("reboot", action(DomainAction.REBOOT, Domain::reboot)),
                Map.entry("autostartOn", action(DomainAction.AUTOSTART_ON, domain -> domain.setAutostart(true))),
                Map.entry("autostartOff", action(DomainAction.AUTOSTART_OFF, domain -> domain.setAutostart(false))),
                Map.entry("undefine", asking(DomainAction.UNDEFINE, DomainActions::undefine)),
                Map.entry("clone", ofOne(DomainAction.CLONE, domain -> CloneWizard.open(Person.shell(), domain))),
                Map.entry("save", ofOne(DomainAction.SAVE, domain -> new SaveActions(Person.shell(), domain).save())),
                Map.entry("saveState", ofOne(DomainAction.SAVE_STATE, domain -> new SaveActions(Person.shell(), domain).saveState())),
                Map.entry("discardState", ofOne(DomainAction.DISCARD_STATE, domain -> new SaveActions(Person.shell(), domain).discardState())),
                Map.entry("snapshots", ObjectAction.one(OfDomain.class, domain -> Optional.empty(), domain -> SnapshotsEditor.open(page(), domain))),
                Map.entry("console", asking(DomainAction.CONSOLE, domains -> domains.forEach(ConsoleViewer::open))),
                Map.entry("screenshot", asking(DomainAction.SCREENSHOT, domains -> domains.forEach(DomainActions::show))));
    }

    private static ObjectAction<OfDomain> action(DomainAction action, Function<Domain, Job<Void>> job) {
        return asking(action, domains -> start(domains, job));
    }

    private static ObjectAction<OfDomain> asking(DomainAction action, Consumer<List<OfDomain>> work) {
        return ObjectAction.unless(OfDomain.class, domains -> ObjectAction.first(domains, OfDomain::summary, action::obstacle), work);
    }

    private static ObjectAction<OfDomain> ofOne(DomainAction action, Consumer<OfDomain> work) {
        return ObjectAction.one(OfDomain.class, domain -> action.obstacle(domain.summary()), work);
    }

    private static void destroy(List<OfDomain> domains) {
        List<Loss> losses = summaries(domains).stream().map(Loss::ofDomainDestroy).toList();
        if (LossQuestion.confirmed(Person.shell(), Texts.get("domain.destroy"), losses)) {
            start(domains, Domain::destroy);
        }
    }

    private static void startWithNewVariables(OfDomain domain) {
        kept(List.of(domain)).ifPresent(kept -> {
            String action = Texts.get("domain.start-new-variables");
            if (!kept.get(domain.domain()).contains(Undefine.NVRAM)) {
                MessageDialog.openInformation(Person.shell(), action, Texts.get("domain.no-variables", domain.name()));
            } else if (LossQuestion.confirmed(Person.shell(), action, List.of(Loss.ofVariables(domain.summary())))) {
                start(List.of(domain), Domain::startWithNewVariables);
            }
        });
    }

    /** What libvirt keeps besides their configurations is asked about; where there is nothing, it is a plain question. */
    private static void undefine(List<OfDomain> domains) {
        kept(domains).ifPresent(kept -> {
            List<Loss> losses = summaries(domains).stream().map(Loss::ofDomainUndefine).toList();
            Set<Undefine> all = kept.values().stream().flatMap(Set::stream).collect(Collectors.toCollection(() -> EnumSet.noneOf(Undefine.class)));
            if (!all.isEmpty()) {
                String words = losses.stream().map(loss -> Words.of(loss.text())).collect(Collectors.joining("\n"));
                UndefineDialog.ask(Person.shell(), Texts.get("domain.undefine"), words, all).ifPresent(with ->
                        start(domains, domain -> domain.undefine(with.stream().filter(kept.get(domain)::contains).collect(Collectors.toSet()))));
            } else if (LossQuestion.confirmed(Person.shell(), Texts.get("domain.undefine"), losses)) {
                start(domains, domain -> domain.undefine(Set.of()));
            }
        });
    }

    /** Empty if the person did not want to wait, or it could not be found out, which was told. */
    private static Optional<Map<Domain, Set<Undefine>>> kept(List<OfDomain> domains) {
        List<Domain> all = domains.stream().map(OfDomain::domain).toList();
        List<Job<Set<Undefine>>> looks = all.stream().map(Domain::kept).toList();
        Map<Domain, Set<Undefine>> kept = new HashMap<>();
        try {
            for (int i = 0; i < all.size(); i++) {
                Optional<Set<Undefine>> found = Waiting.forResult(looks.get(i));
                if (found.isEmpty()) {
                    return Optional.empty();
                }
                kept.put(all.get(i), found.get());
            }
            return Optional.of(kept);
        } catch (VirtException e) {
            Failure.show(e);
            return Optional.empty();
        }
    }

    private static void show(OfDomain domain) {
        IWorkbenchPage page = page();
        Asked.then(domain.domain().screenshot(), screenshot -> {
            try {
                ScreenshotInput.open(page, domain.name(), screenshot);
            } catch (PartInitException | SWTException e) {
                Failure.show(e);
            }
        });
    }

    private static IWorkbenchPage page() {
        return PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
    }

    private static void start(List<OfDomain> domains, Function<Domain, Job<Void>> job) {
        // libvirt tells of most changes, but not of whether a domain starts with the host
        Asked.all(domains.stream().map(each -> job.apply(each.domain())).toList(), () -> domains.stream().map(OfDomain::host).distinct()
                .forEach(host -> VirtWorkbench.get().contents().of(host).domains().again()));
    }

    private static List<DomainSummary> summaries(List<OfDomain> domains) {
        return domains.stream().map(OfDomain::summary).toList();
    }
}
