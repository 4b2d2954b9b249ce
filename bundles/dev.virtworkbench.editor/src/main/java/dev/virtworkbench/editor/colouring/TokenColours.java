package dev.virtworkbench.editor.colouring;

import dev.virtworkbench.language.structure.SemanticToken;
import java.util.Locale;
import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.swt.graphics.Color;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.themes.IThemeManager;

/** The theme's colours of tokens, as {@code plugin.xml} defines them for light and {@code css/dark.css} for dark themes. On the UI thread. */
final class TokenColours {

    private static final String PREFIX = "dev.virtworkbench.editor.colour.";

    private final IThemeManager themes = PlatformUI.getWorkbench().getThemeManager();
    private final IPropertyChangeListener listener;

    /** @param changed called when a colour, or all of them with the theme, are others now */
    TokenColours(Runnable changed) {
        listener = event -> {
            if (event.getProperty().startsWith(PREFIX) || event.getProperty().equals(IThemeManager.CHANGE_CURRENT_THEME)) {
                changed.run();
            }
        };
        themes.addPropertyChangeListener(listener);
    }

    /** The colour of a type of token; null where the theme leaves it to the editor's own. */
    Color of(SemanticToken.Type type) {
        ColorRegistry colours = themes.getCurrentTheme().getColorRegistry();
        return colours.get(PREFIX + type.name().toLowerCase(Locale.ROOT));
    }

    void dispose() {
        themes.removePropertyChangeListener(listener);
    }
}
