package dev.virtworkbench.explorer.images;

import dev.virtworkbench.engine.images.FormatOption;
import dev.virtworkbench.explorer.wizards.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.widgets.Combo;

/** How much room an image takes at once, each way with what it costs. */
final class Preallocation {

    private final Combo combo;
    private List<String> offered = List.of();

    Preallocation(Fields fields) {
        combo = fields.choice(Texts.get("preallocation"), Texts.get("preallocation.help"), List.of(Texts.get("preallocation.off")));
    }

    /** Offers what these options of a format allow; keeps what was chosen, if it does. */
    void offer(List<FormatOption> options) {
        offer(options.stream().filter(each -> each.name().equals("preallocation")).findFirst().map(FormatOption::choices).orElse(List.of()), true);
    }

    /** Offers these. @param choices as in {@code falloc} @param enabled whether anything can be chosen at all */
    void offer(List<String> choices, boolean enabled) {
        String before = chosen().orElse("off");
        List<String> all = new ArrayList<>(List.of("off"));
        choices.stream().filter(each -> !each.equals("off")).forEach(all::add);
        if (!all.equals(offered)) {
            offered = all;
            combo.setItems(all.stream().map(each -> Texts.getOr("preallocation." + each, each)).toArray(String[]::new));
            combo.select(Math.max(0, all.indexOf(before)));
        }
        combo.setEnabled(enabled && all.size() > 1);
    }

    /** As in {@code falloc}; empty for none. */
    Optional<String> chosen() {
        int at = combo.getSelectionIndex();
        return at < 1 || at >= offered.size() ? Optional.empty() : Optional.of(offered.get(at));
    }
}
