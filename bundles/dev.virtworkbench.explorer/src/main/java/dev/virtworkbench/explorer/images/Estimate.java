package dev.virtworkbench.explorer.images;

import dev.virtworkbench.engine.images.Measure;
import dev.virtworkbench.engine.jobs.Job;
import dev.virtworkbench.explorer.dialogs.Failure;
import dev.virtworkbench.explorer.labels.Bytes;
import dev.virtworkbench.explorer.wizards.Fields;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;

/** The room that a new image will take, asked of qemu-img a moment after something else is stated. */
final class Estimate {

    private static final int PAUSE_MS = 400;

    private final Label words;
    private final Runnable asking = this::ask;
    private Optional<Supplier<Job<Optional<Measure>>>> question = Optional.empty();
    private boolean compressed;
    private int number;

    Estimate(Fields fields) {
        new Label(fields.area(), SWT.NONE).setText(Texts.get("estimate"));
        words = new Label(fields.area(), SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(words);
    }

    /**
     * Asks that, if nothing else is stated soon.
     *
     * @param measure empty while there is nothing to be measured
     * @param less whether it will take less than what is measured
     */
    void of(Optional<Supplier<Job<Optional<Measure>>>> measure, boolean less) {
        question = measure;
        compressed = less;
        number++;
        words.getDisplay().timerExec(PAUSE_MS, asking);
    }

    private void ask() {
        if (words.isDisposed()) {
            return;
        }
        int asked = number;
        if (question.isEmpty()) {
            words.setText("");
            return;
        }
        Display display = words.getDisplay();
        question.get().get().result().whenComplete((measured, failure) -> display.asyncExec(() -> {
            if (!words.isDisposed() && asked == number) {
                words.setText(measured == null ? unknown(failure) : measured.map(this::told).orElseGet(() -> Texts.get("estimate.unknown")));
            }
        }));
    }

    private static String unknown(Throwable failure) {
        Failure.log(failure);
        return Texts.get("estimate.unknown");
    }

    private String told(Measure measure) {
        return Texts.get(compressed ? "estimate.compressed" : "estimate.told", Bytes.of(measure.required()), Bytes.of(measure.full()));
    }
}
