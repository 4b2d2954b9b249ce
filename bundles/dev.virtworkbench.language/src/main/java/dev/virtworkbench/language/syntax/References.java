package dev.virtworkbench.language.syntax;

/** Character references and the five predefined entities: the only references that a libvirt document may have. */
final class References {

    private References() {
    }

    /** The character a complete reference {@code &…;} stands for; -1 where it is none that XML predefines. */
    static int character(String reference) {
        String body = reference.substring(1, reference.length() - 1);
        return switch (body) {
            case "lt" -> '<';
            case "gt" -> '>';
            case "amp" -> '&';
            case "apos" -> '\'';
            case "quot" -> '"';
            default -> body.startsWith("#") ? number(body.substring(1)) : -1;
        };
    }

    private static int number(String digits) {
        boolean hex = digits.startsWith("x");
        String number = hex ? digits.substring(1) : digits;
        if (number.isEmpty() || !number.chars().allMatch(c -> c < 128 && Character.digit(c, hex ? 16 : 10) >= 0)) {
            return -1;
        }
        try {
            int codePoint = Integer.parseInt(number, hex ? 16 : 10);
            return XmlCharacters.isAllowed(codePoint) ? codePoint : -1;
        } catch (NumberFormatException tooLarge) {
            return -1;
        }
    }

    /** The text meant by {@code raw}; what is no reference stays. In attributes white space becomes a space each. */
    static String decode(String raw, boolean attribute) {
        if (raw.indexOf('&') < 0 && raw.indexOf('\r') < 0
                && (!attribute || raw.indexOf('\n') < 0 && raw.indexOf('\t') < 0)) {
            return raw;
        }
        StringBuilder out = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '&') {
                int semicolon = raw.indexOf(';', i);
                int character = semicolon < 0 ? -1 : character(raw.substring(i, semicolon + 1));
                if (character >= 0) {
                    out.appendCodePoint(character);
                    i = semicolon;
                    continue;
                }
            } else if (c == '\r') {
                if (i + 1 < raw.length() && raw.charAt(i + 1) == '\n') {
                    i++;
                }
                c = '\n';
            }
            out.append(attribute && XmlCharacters.isSpace(c) ? ' ' : c);
        }
        return out.toString();
    }

    static String normaliseLineBreaks(String raw) {
        return raw.indexOf('\r') < 0 ? raw : raw.replace("\r\n", "\n").replace('\r', '\n');
    }
}
