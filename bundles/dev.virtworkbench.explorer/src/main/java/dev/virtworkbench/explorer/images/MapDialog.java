package dev.virtworkbench.explorer.images;

import dev.virtworkbench.engine.images.ImageInfo;
import dev.virtworkbench.engine.images.ImageMap;
import dev.virtworkbench.engine.images.ImageMap.Extent;
import dev.virtworkbench.explorer.labels.Bytes;
import dev.virtworkbench.explorer.workbench.HelpContext;
import dev.virtworkbench.explorer.workbench.Person;
import java.text.NumberFormat;
import java.util.List;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/** Where the data of an image are, as a strip and as a table of offsets. Stays open beside the workbench. */
final class MapDialog extends Dialog {

    private static final int LINES = 14;
    private static final List<String> TITLES = List.of("map.start", "map.length", "map.what", "map.image", "map.place");
    private static final int[] WIDTHS = {150, 110, 230, 190, 150};

    private final OpenImage opened;
    private final ImageMap map;
    private final NumberFormat number = NumberFormat.getInstance();
    private MapStrip strip;
    private Table table;

    MapDialog(OpenImage opened, ImageMap map) {
        super(Person.shell());
        this.opened = opened;
        this.map = map;
        setShellStyle(SWT.CLOSE | SWT.TITLE | SWT.RESIZE | SWT.MODELESS);
        setBlockOnOpen(false);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Texts.get("map.title", opened.name()));
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        strip = new MapStrip(area, map, this::select);
        // there may be a hundred thousand: a row is made when it is seen
        table = new Table(area, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.SINGLE | SWT.BORDER);
        table.setHeaderVisible(true);
        GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, LINES * table.getItemHeight()).applyTo(table);
        for (int i = 0; i < WIDTHS.length; i++) {
            TableColumn column = new TableColumn(table, i < 2 || i == WIDTHS.length - 1 ? SWT.RIGHT : SWT.LEFT);
            column.setText(Texts.get(TITLES.get(i)));
            column.setWidth(WIDTHS[i]);
        }
        table.addListener(SWT.SetData, event -> ((TableItem) event.item).setText(row(map.extents().get(event.index))));
        table.addListener(SWT.Selection, event -> strip.mark(table.getSelectionIndex()));
        table.setItemCount(map.extents().size());
        HelpContext.IMAGES.of(area);
        return area;
    }

    private void select(int at) {
        table.setSelection(at);
        table.showSelection();
        strip.mark(at);
    }

    private String[] row(Extent extent) {
        List<ImageInfo> chain = opened.chain().images();
        String path = extent.depth() < chain.size() ? chain.get(extent.depth()).path() : "";
        boolean held = extent.kind() != ImageMap.Kind.HOLE;
        return new String[] {number.format(extent.start()), Bytes.of(extent.length()), Texts.get("map." + extent.kind()),
            held ? path.substring(path.lastIndexOf('/') + 1) : "", extent.offset().isPresent() ? number.format(extent.offset().getAsLong()) : "–"};
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, IDialogConstants.CLOSE_LABEL, true);
    }
}
