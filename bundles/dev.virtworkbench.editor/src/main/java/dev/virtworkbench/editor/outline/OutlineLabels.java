package dev.virtworkbench.editor.outline;

import dev.virtworkbench.language.structure.DocumentSymbol;
import dev.virtworkbench.language.structure.SymbolKind;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider.IStyledLabelProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.swt.graphics.Image;

/** Name, detail in a quieter colour, and the icon of the kind. */
final class OutlineLabels extends LabelProvider implements IStyledLabelProvider {

    private static final String BUNDLE = "dev.virtworkbench.editor";

    private final Map<SymbolKind, Image> icons = new EnumMap<>(SymbolKind.class);

    @Override
    public StyledString getStyledText(Object element) {
        DocumentSymbol symbol = ((OutlineNode) element).symbol();
        StyledString label = new StyledString(symbol.name());
        return symbol.detail().isEmpty() ? label : label.append("  " + symbol.detail(), StyledString.QUALIFIER_STYLER);
    }

    /** What the tree's own search for typed letters goes by. */
    @Override
    public String getText(Object element) {
        return element.toString();
    }

    @Override
    public Image getImage(Object element) {
        return icons.computeIfAbsent(((OutlineNode) element).symbol().kind(), OutlineLabels::icon);
    }

    @Override
    public void dispose() {
        icons.values().forEach(Image::dispose);
        super.dispose();
    }

    private static Image icon(SymbolKind kind) {
        return ResourceLocator.imageDescriptorFromBundle(BUNDLE, "icons/outline/" + kind.name().toLowerCase(Locale.ROOT) + ".svg")
                .orElseGet(ImageDescriptor::getMissingImageDescriptor).createImage();
    }
}
