package dev.virtworkbench.explorer.images;

import dev.virtworkbench.engine.actions.ImageLoss;
import dev.virtworkbench.engine.images.ImageChange;
import dev.virtworkbench.engine.images.ImageChange.BitmapAction;
import dev.virtworkbench.engine.images.ImageInfo;
import dev.virtworkbench.engine.images.ImageInfo.Bitmap;
import dev.virtworkbench.explorer.dialogs.LossQuestion;
import dev.virtworkbench.explorer.dialogs.NewName;
import dev.virtworkbench.explorer.dialogs.WayDialog;
import dev.virtworkbench.explorer.labels.Bytes;
import dev.virtworkbench.explorer.wizards.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Combo;

/** The bitmaps inside an image, which note what changes: added, merged, switched on and off, emptied, removed. */
final class BitmapsDialog extends InsideDialog<Bitmap> {

    /** What QEMU takes: powers of two; few people want others. */
    private static final List<Long> GRANULARITIES = List.of(4L << 10, 16L << 10, 64L << 10, 256L << 10, 1L << 20, 4L << 20);
    private static final String NOTING = "auto";
    private static final String LOST = "in-use";

    private Combo granularity;

    BitmapsDialog(OpenImage opened) {
        super(opened, "bitmaps");
    }

    @Override
    List<Bitmap> in(ImageInfo info) {
        return info.bitmaps();
    }

    @Override
    List<String> titles() {
        return List.of("bitmaps.name", "bitmaps.state", "bitmaps.granularity");
    }

    @Override
    int[] widths() {
        return new int[] {200, 230, 110};
    }

    @Override
    String[] row(Bitmap each) {
        String state = each.flags().contains(LOST) ? "bitmaps.lost" : each.flags().contains(NOTING) ? "bitmaps.on" : "bitmaps.off";
        return new String[] {each.name(), Texts.get(state), Bytes.of(each.granularity())};
    }

    @Override
    protected void createFields(Fields fields) {
        super.createFields(fields);
        List<String> sizes = new ArrayList<>(List.of(Texts.get("options.usual")));
        GRANULARITIES.stream().map(Bytes::of).forEach(sizes::add);
        granularity = fields.choice(Texts.get("bitmaps.new"), Texts.get("bitmaps.new.help"), sizes);
    }

    @Override
    void createButtons() {
        button("bitmaps.add", this::add);
        buttonOnOne("bitmaps.merge", this::merge);
        buttonOnOne("bitmaps.enable", () -> change(BitmapAction.ENABLE, selected().name()));
        buttonOnOne("bitmaps.disable", () -> change(BitmapAction.DISABLE, selected().name()));
        buttonOnOne("bitmaps.clear", () -> lose("bitmaps.clear.go", BitmapAction.CLEAR));
        buttonOnOne("bitmaps.remove", () -> lose("bitmaps.remove.go", BitmapAction.REMOVE));
    }

    private void add() {
        NewName rules = new NewName(kept().stream().map(Bitmap::name).toList());
        InputDialog dialog = new InputDialog(getShell(), Texts.get("bitmaps.add.title"), Texts.get("bitmaps.add.name"), rules.near("bitmap"), rules);
        if (dialog.open() == Window.OK) {
            int at = granularity.getSelectionIndex();
            change(new ImageChange.ChangeBitmap(BitmapAction.ADD, dialog.getValue(),
                    at < 1 ? OptionalLong.empty() : OptionalLong.of(GRANULARITIES.get(at - 1)), Optional.empty()));
        }
    }

    private void merge() {
        String into = selected().name();
        List<String> others = kept().stream().map(Bitmap::name).filter(name -> !name.equals(into)).collect(Collectors.toList());
        if (others.isEmpty()) {
            MessageDialog.openInformation(getShell(), Texts.get("bitmaps.merge.go"), Texts.get("bitmaps.merge.none"));
            return;
        }
        WayDialog.ask(getShell(), Texts.get("bitmaps.merge.go"), Texts.get("bitmaps.merge.question", into), others, name -> name).ifPresent(
                from -> change(new ImageChange.ChangeBitmap(BitmapAction.MERGE, into, OptionalLong.empty(), Optional.of(from))));
    }

    private void lose(String key, BitmapAction action) {
        String name = selected().name();
        if (LossQuestion.confirmed(getShell(), Texts.get(key), List.of(ImageLoss.ofBitmap(image().image(), name)))) {
            change(action, name);
        }
    }

    private void change(BitmapAction action, String name) {
        change(new ImageChange.ChangeBitmap(action, name, OptionalLong.empty(), Optional.empty()));
    }
}
