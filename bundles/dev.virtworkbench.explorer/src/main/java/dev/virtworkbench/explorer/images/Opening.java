package dev.virtworkbench.explorer.images;

import dev.virtworkbench.engine.commands.Rights;
import dev.virtworkbench.engine.errors.Operation;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.engine.images.Image;
import dev.virtworkbench.engine.images.ImageChain;
import dev.virtworkbench.engine.images.Passphrase;
import dev.virtworkbench.explorer.dialogs.Failure;
import dev.virtworkbench.explorer.jobs.Waiting;
import dev.virtworkbench.explorer.workbench.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;

/** The look at an image file before anything is done with it. On the UI thread; what fails is told here. */
final class Opening {

    /** Endings of files that hold a disk as it is, or whatever else somebody has put there. */
    private static final List<String> UNSAID = List.of(".raw", ".img", ".iso", ".bin", ".dd");

    private Opening() { }

    /** To be looked at only: a format that nobody has said is guessed. */
    static Optional<OpenImage> toSee(ImageFile file) {
        return look(file, file.format());
    }

    /** To be worked on: with the format that the person means, and what opens it. */
    static Optional<OpenImage> toWork(ImageFile file) {
        // libvirt calls an image raw that LUKS has encrypted: whether it is that, or the guest has done it, is the person's to say
        boolean unsaid = file.format().isEmpty() || file.format().get().equals("raw");
        return (unsaid ? look(file, Optional.empty()) : toSee(file)).flatMap(Opening::agreed).flatMap(Opening::opened);
    }

    /** Whether nobody is in the way of changing it in place; otherwise the person is told who is, and what to do instead. */
    static boolean free(OpenImage opened, Operation operation) {
        for (Host host : opened.file().hosts()) {
            if (Waiting.orTold(() -> host.images().as(HostRights.of(opened.file().host())).free(opened.image(), operation)).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** Who writes to it now, each a sentence, as far as libvirt can be asked. */
    static List<String> writers(OpenImage opened) {
        List<String> writers = new ArrayList<>();
        for (Host host : opened.file().hosts()) {
            if (HostChoice.connected(host)) {
                Waiting.orTold(() -> host.images().as(HostRights.of(opened.file().host())).writing(opened.image().path()))
                        .ifPresent(some -> some.forEach(each -> writers.add(Texts.of(each))));
            }
        }
        return writers;
    }

    private static Optional<OpenImage> look(ImageFile file, Optional<String> format) {
        while (true) {
            try {
                return Waiting.forResult(file.images().info(file.path(), format)).map(chain -> new OpenImage(file, image(file, chain), chain));
            } catch (VirtException e) {
                if (!asRoot(file, e)) {
                    return Optional.empty();
                }
            }
        }
    }

    private static Image image(ImageFile file, ImageChain chain) {
        return new Image(file.path(), chain.top().format());
    }

    /** Whether to try again with other rights, which are chosen then. */
    private static boolean asRoot(ImageFile file, VirtException failure) {
        List<Rights> others = HostRights.choices(file.host()).stream().filter(each -> each != HostRights.of(file.host())).toList();
        if (others.isEmpty()) {
            Failure.show(failure);
            return false;
        }
        List<String> buttons = new ArrayList<>(List.of(IDialogConstants.CANCEL_LABEL));
        others.forEach(each -> buttons.add(Texts.get("rights." + each)));
        String hint = failure.hint().map(it -> "\n\n" + Texts.of(it)).orElse("");
        int pressed = new MessageDialog(Person.shell(), Texts.get("rights.title"), null,
                Texts.get("rights.unread", Texts.of(failure.text()) + hint, file.host().uri()), MessageDialog.WARNING,
                buttons.toArray(String[]::new), 0).open();
        if (pressed < 1) {
            return false;
        }
        HostRights.choose(file.host(), others.get(pressed - 1));
        return true;
    }

    /** A guest can write the header of another format into a raw image: what nobody has said is asked. */
    private static Optional<OpenImage> agreed(OpenImage guessed) {
        String format = guessed.info().format();
        boolean said = guessed.file().format().map(format::equals).orElseGet(() -> UNSAID.stream().noneMatch(guessed.name()::endsWith));
        if (said || format.equals("raw")) {
            return Optional.of(guessed);
        }
        int pressed = new MessageDialog(Person.shell(), Texts.get("format.title"), null, Texts.get("format.which", guessed.name(), format),
                MessageDialog.QUESTION, new String[] {IDialogConstants.CANCEL_LABEL, Texts.get("format.is", format), Texts.get("format.is", "raw")},
                0).open();
        return switch (pressed) {
            case 1 -> Optional.of(guessed);
            case 2 -> look(guessed.file(), Optional.of("raw"));
            default -> Optional.empty();
        };
    }

    private static Optional<OpenImage> opened(OpenImage closed) {
        if (!closed.info().encrypted()) {
            return Optional.of(closed);
        }
        Optional<Passphrase> passphrase = PassphraseDialog.ask(Person.shell(), closed.name());
        return passphrase.map(it -> new OpenImage(closed.file(), closed.image().with(it), closed.chain()));
    }
}
