package dev.virtworkbench.language.rules;

import dev.virtworkbench.language.findings.Finding;
import dev.virtworkbench.language.findings.Fix;
import dev.virtworkbench.language.findings.Message;
import dev.virtworkbench.language.findings.Severity;
import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.TextEdit;
import dev.virtworkbench.language.syntax.XmlElement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Permissions of a pool or volume that libvirt cannot read, or reads as something else than meant. It takes octal digits up to
 * 0777 with nothing behind them (storage_conf.c: "malformed octal mode").
 */
final class ModeNotOctal extends Rule {

    /** Usual permissions whose decimal form looks octal: 0644, 0640, 0660, 0711, 0770 and 0777. */
    private static final Set<String> DECIMAL = Set.of("420", "416", "432", "457", "504", "511");

    ModeNotOctal() {
        super("mode-not-octal", Severity.ERROR, "formatstorage.html#storage-pool-target-elements");
    }

    @Override
    public void check(RuleContext context, Consumer<Finding> findings) {
        for (XmlElement mode : context.elements("mode")) {
            Optional<Span> span = mode.textSpan();
            if (span.isEmpty() || mode.parent().filter(p -> p.name().equals("permissions")).isEmpty()) {
                continue;
            }
            String text = mode.text();
            String value = text.strip();
            if (value.matches("[0-7]+")) {
                checkOctal(context, mode, span.get(), value, findings);
            } else {
                findings.accept(finding(Severity.ERROR, span.get(), message("message", value),
                        () -> Mode.read(value).map(octal -> replace(span.get(), octal, !isNumber(value))).stream().toList()));
            }
        }
    }

    private void checkOctal(RuleContext context, XmlElement mode, Span span, String value, Consumer<Finding> findings) {
        String digits = value.replaceFirst("^0+", "");
        if (digits.length() > 3) {
            String rest = "0" + digits.substring(digits.length() - 3);
            findings.accept(finding(Severity.ERROR, span, message("large", value),
                    () -> List.of(replace(span, rest, false))));
        } else if (mode.text().stripTrailing().length() < mode.text().length()) {
            Message trim = message("fix.trim");
            findings.accept(finding(Severity.ERROR, span, message("space", value), () -> List.of(new Fix(
                    Fix.Kind.REPLACE, trim, List.of(new TextEdit(mode.content(), span.of(context.tree().text()))),
                    true))));
        } else if (DECIMAL.contains(value)) {
            String octal = Mode.octal(Integer.parseInt(value));
            findings.accept(finding(Severity.WARNING, span, message("decimal", value,
                    Mode.symbols(Integer.parseInt(value, 8)), octal), () -> List.of(replace(span, octal, false))));
        }
    }

    /** Whether it may be a decimal number, so that its octal form is a guess. */
    private static boolean isNumber(String value) {
        return value.chars().allMatch(Character::isDigit);
    }

    private Fix replace(Span span, String octal, boolean safe) {
        return new Fix(Fix.Kind.REPLACE, message("fix", octal), List.of(new TextEdit(span, octal)), safe);
    }

    /** Ways to write permissions. */
    private static final class Mode {

        private static final String SYMBOLS = "rwxrwxrwx";

        /** The octal form of what people write instead: {@code rwxr-xr-x}, {@code 0o755}, 493. */
        static Optional<String> read(String value) {
            if (value.matches("0o[0-7]{3}")) {
                return Optional.of("0" + value.substring(2));
            }
            String symbols = value.length() == 10 ? value.substring(1) : value;
            if (symbols.matches("([r-][w-][x-]){3}")) {
                int mode = 0;
                for (char symbol : symbols.toCharArray()) {
                    mode = mode * 2 + (symbol == '-' ? 0 : 1);
                }
                return Optional.of(octal(mode));
            }
            // Decimal: 493 is 0755.
            return value.matches("[1-9][0-9]{2}") && Integer.parseInt(value) <= 0777
                    ? Optional.of(octal(Integer.parseInt(value))) : Optional.empty();
        }

        static String octal(int mode) {
            return String.format("%04o", mode);
        }

        static String symbols(int mode) {
            StringBuilder out = new StringBuilder();
            for (int i = 0; i < 9; i++) {
                out.append((mode & 0400 >> i) == 0 ? '-' : SYMBOLS.charAt(i));
            }
            return out.toString();
        }
    }
}
