package dev.virtworkbench.language.rules;

import dev.virtworkbench.language.findings.Finding;
import dev.virtworkbench.language.findings.Fix;
import dev.virtworkbench.language.findings.Severity;
import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.TextEdit;
import dev.virtworkbench.language.syntax.XmlAttribute;
import dev.virtworkbench.language.syntax.XmlElement;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A size in KB, MB, GB, …, which libvirt counts in thousands (virScaleInteger), where most people mean 1024. It is legal, so no
 * more than a remark.
 */
final class DecimalUnit extends Rule {

    private static final String PREFIXES = "KMGTPE";

    DecimalUnit() {
        super("decimal-unit", Severity.INFORMATION, "formatstorage.html#storage-volume-general-metadata");
    }

    @Override
    public void check(RuleContext context, Consumer<Finding> findings) {
        for (XmlElement element : context.elements()) {
            Optional<XmlAttribute> unit = element.attribute("unit").filter(u -> isDecimal(u.value()));
            unit.flatMap(XmlAttribute::valueSpan).ifPresent(span ->
                    findings.accept(told(element, span, unit.get().value())));
        }
    }

    private Finding told(XmlElement element, Span span, String unit) {
        int power = PREFIXES.indexOf(Character.toUpperCase(unit.charAt(0))) + 1;
        String binary = PREFIXES.charAt(power - 1) + "iB";
        String number = element.text().strip();
        return finding(Severity.INFORMATION, span, number.matches("[1-9]\\d{0,17}")
                        ? message("message", unit, number, binary, inBinary(number, power))
                        : message("unit", unit, binary),
                () -> List.of(new Fix(Fix.Kind.REPLACE, message("fix", binary),
                        List.of(new TextEdit(span, binary)), false)));
    }

    private static boolean isDecimal(String unit) {
        return unit.length() == 2 && PREFIXES.indexOf(Character.toUpperCase(unit.charAt(0))) >= 0
                && Character.toUpperCase(unit.charAt(1)) == 'B';
    }

    /** How many of the binary unit that many of the decimal one are, to three digits. */
    private static String inBinary(String number, int power) {
        BigDecimal ratio = BigDecimal.valueOf(1000).pow(power).divide(BigDecimal.valueOf(1024).pow(power),
                MathContext.DECIMAL64);
        BigDecimal value = new BigDecimal(number).multiply(ratio);
        return value.round(new MathContext(Math.max(3, value.precision() - value.scale()), RoundingMode.HALF_UP))
                .stripTrailingZeros().toPlainString();
    }
}
