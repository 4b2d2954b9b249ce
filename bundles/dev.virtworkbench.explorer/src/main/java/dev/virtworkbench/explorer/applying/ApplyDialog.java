package dev.virtworkbench.explorer.applying;

import dev.virtworkbench.engine.actions.Loss;
import dev.virtworkbench.engine.apply.ApplyMode;
import dev.virtworkbench.engine.apply.ApplyPlan;
import dev.virtworkbench.engine.apply.Conflict;
import dev.virtworkbench.engine.apply.Decision;
import dev.virtworkbench.engine.apply.LiveChange;
import dev.virtworkbench.engine.apply.Obstacle;
import dev.virtworkbench.engine.apply.PlannedChange;
import dev.virtworkbench.explorer.dialogs.LossQuestion;
import dev.virtworkbench.explorer.images.CopyFirst;
import dev.virtworkbench.explorer.workbench.HelpContext;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

/**
 * What applying texts would change, what speaks against it and has to be decided, and what a running domain could have at once.
 * Nothing was changed yet. Cancel is the default wherever something has to be decided.
 */
final class ApplyDialog extends TitleAreaDialog {

    /** What {@link #open()} gives if the person wants to see a conflict in the compare editor first. */
    static final int COMPARE = IDialogConstants.CLIENT_ID;

    /** Where long words wrap, in pixels. */
    static final int WRAP_AT = 720;

    private static final int WIDTH = 820;
    private static final int TREE_HEIGHT = 180;

    private final String host;
    private final List<ApplyPlan> plans;
    private final boolean dry;
    private final boolean creates;
    private final Consent consent;

    /**
     * @param consent to at least one plan, all of one mode: what is decided already, and takes what the person decides
     * @param dry whether this is only to look: there is nothing to decide then
     */
    ApplyDialog(Shell shell, String host, Consent consent, boolean dry) {
        super(shell);
        this.host = host;
        this.plans = consent.plans();
        this.dry = dry;
        this.creates = plans.getFirst().request().mode() == ApplyMode.CREATE;
        this.consent = consent;
        setHelpAvailable(false);
    }

    /** The conflict to compare. */
    Optional<Conflict> conflict() {
        return plans.stream().flatMap(plan -> plan.conflict().stream()).findFirst();
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Texts.get(dry ? "dialog.dry" : creates ? "dialog.create" : "dialog"));
        HelpContext.APPLYING.of(shell);
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Point getInitialSize() {
        Point wanted = super.getInitialSize();
        return new Point(Math.max(wanted.x, WIDTH), wanted.y);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        GridLayoutFactory.swtDefaults().margins(10, 8).spacing(5, 8).applyTo(area);
        boolean many = plans.size() > 1;
        String title = creates ? "title.create" : "title";
        setTitle(many ? Texts.get(title + ".many", plans.size(), host) : Texts.get(title + ".one", Row.title(plans.getFirst()), host));
        setMessage(Texts.get(message()),
                stopped() ? IMessageProvider.ERROR : consent.enough() ? IMessageProvider.NONE : IMessageProvider.WARNING);
        Composite tree = RowTree.create(area, many ? plans.stream().map(Row::document).toList() : Row.of(plans.getFirst()),
                List.of(Texts.get("column.where"), Texts.get("column.before"), Texts.get("column.after"), Texts.get("column.when")));
        GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, TREE_HEIGHT).applyTo(tree);
        new FindingList(plans).create(area);
        plans.forEach(plan -> createNotes(area, plan));
        plans.stream().filter(plan -> plan.resizes() && !dry && !stopped()).forEach(plan -> createCopy(area, plan));
        plans.forEach(plan -> createObstacles(area, plan));
        plans.forEach(plan -> createOperations(area, plan));
        if (!dry && !stopped()) {
            plans.stream().filter(plan -> !plan.live().isEmpty()).forEach(plan -> createLive(area, plan));
        }
        applyDialogFont(area);
        return area;
    }

    private String message() {
        if (stopped()) {
            return "message.stopped";
        }
        if (dry) {
            return "message.dry";
        }
        return !consent.enough() ? "message.decide" : creates ? "message.create" : "message";
    }

    /** Whether only another text would help. */
    private boolean stopped() {
        return plans.stream().anyMatch(ApplyPlan::stopped);
    }

    private void createNotes(Composite area, ApplyPlan plan) {
        plan.notes().forEach(note -> label(area, prefix(plan) + Texts.of(note)));
    }

    /** What changes a volume itself says so, and offers what there is to go back to. */
    private void createCopy(Composite area, ApplyPlan plan) {
        label(area, prefix(plan) + Texts.get("resizes"));
        String copy = CopyFirst.nameNow(plan.present().orElseThrow().name());
        Button choice = check(area, CopyFirst.words(copy));
        choice.addSelectionListener(SelectionListener.widgetSelectedAdapter(
                event -> consent.copyFirst(plan, choice.getSelection() ? Optional.of(copy) : Optional.empty())));
    }

    private void createObstacles(Composite area, ApplyPlan plan) {
        for (Obstacle obstacle : plan.obstacles()) {
            label(area, prefix(plan) + Texts.of(obstacle.message()));
            if (obstacle.decision() != Decision.NONE && !dry && !stopped()) {
                Button choice = check(area, Texts.get("decision." + obstacle.decision()));
                choice.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
                    consent.decide(plan, obstacle.decision(), choice.getSelection());
                    update();
                }));
            }
        }
    }

    /** What to do instead where applying cannot do it. */
    private void createOperations(Composite area, ApplyPlan plan) {
        for (PlannedChange change : plan.changes()) {
            change.operation().ifPresent(needed -> label(area,
                    prefix(plan) + Texts.get("instead", change.change().place().words(), Texts.of(needed))));
        }
    }

    private void createLive(Composite area, ApplyPlan plan) {
        Group group = new Group(area, SWT.NONE);
        group.setText(prefix(plan) + Texts.get("live"));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(group);
        GridLayoutFactory.swtDefaults().applyTo(group);
        for (LiveChange change : plan.live()) {
            Button choice = check(group, Texts.of(change.message()));
            choice.setSelection(consent.live(plan).contains(change));
            choice.addSelectionListener(SelectionListener.widgetSelectedAdapter(
                    event -> consent.makeLive(plan, change, choice.getSelection())));
        }
    }

    private String prefix(ApplyPlan plan) {
        return plans.size() > 1 ? Row.title(plan) + ": " : "";
    }

    private static void label(Composite area, String words) {
        Label label = new Label(area, SWT.WRAP);
        label.setText(words.replace("&", "&&"));
        GridDataFactory.fillDefaults().grab(true, false).hint(WRAP_AT, SWT.DEFAULT).applyTo(label);
    }

    private static Button check(Composite area, String words) {
        Button button = new Button(area, SWT.CHECK);
        button.setText(words.replace("&", "&&"));
        GridDataFactory.fillDefaults().indent(12, 0).applyTo(button);
        return button;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        if (dry || stopped()) {
            createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CLOSE_LABEL, true);
            return;
        }
        if (conflict().isPresent() && plans.size() == 1) {
            createButton(parent, COMPARE, Texts.get("compare"), false);
        }
        boolean asked = plans.stream().anyMatch(plan -> !plan.obstacles().isEmpty());
        createButton(parent, IDialogConstants.OK_ID, Texts.get(creates ? "create" : "apply"), !asked);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, asked);
        update();
    }

    private void update() {
        getButton(IDialogConstants.OK_ID).setEnabled(consent.enough());
    }

    /** What a decision destroys is asked about once more, with the name to type. */
    @Override
    protected void okPressed() {
        List<Loss> losses = plans.stream().flatMap(plan -> plan.obstacles().stream()).flatMap(obstacle -> obstacle.loss().stream()).toList();
        if (losses.isEmpty() || LossQuestion.confirmed(getShell(), Texts.get("apply"), losses)) {
            super.okPressed();
        }
    }

    @Override
    protected void buttonPressed(int button) {
        if (button == COMPARE) {
            setReturnCode(COMPARE);
            close();
        } else {
            super.buttonPressed(button);
        }
    }
}
