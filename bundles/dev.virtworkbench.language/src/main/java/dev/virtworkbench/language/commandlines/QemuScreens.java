package dev.virtworkbench.language.commandlines;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How one sees and types into QEMU's guest: screens, keyboard, serial ports. */
final class QemuScreens {

    private static final int FIRST_PORT = 5900;
    private static final Pattern DISPLAY = Pattern.compile("(.*):(\\d{1,5})");
    private static final Map<String, String> CARDS = Map.of("std", "vga", "qxl", "qxl", "virtio", "virtio", "cirrus", "cirrus", "vmware", "vmvga",
            "none", "none");

    private final DomainElements domain;
    private final Notes notes;

    QemuScreens(DomainElements domain, Notes notes) {
        this.domain = domain;
        this.notes = notes;
    }

    void read(Arguments given) {
        given.takeAll("vnc").forEach(word -> vnc(new Suboptions(word, "display"), "-vnc"));
        given.takeAll("spice").forEach(word -> spice(new Suboptions(word, "")));
        boolean none = given.flag("nographic") | given.flag("curses");
        given.flag("sdl", "full-screen");
        for (Word word : given.takeAll("display")) {
            if (word.startsWith("vnc=")) {
                vnc(new Suboptions(word.part(word.text().substring("vnc=".length())), "display"), "-display");
            } else if (word.startsWith("none")) {
                none = true;
            } else {
                notes.different(word.span(), "qemu.window", word.text());
            }
        }
        if (!domain.has("graphics") && !none) {
            domain.device("graphics", "type", "vnc", "port", "-1", "autoport", "yes");
        }
        given.take("k").ifPresent(map -> domain.devices().find("graphics").ifPresent(screen -> screen.set("keymap", map.text())));
        given.take("vga").ifPresent(this::card);
        if (domain.has("graphics") && !domain.has("video")) {
            domain.device("video").add("model", "type", "vga");
        }
        serial(given, none);
    }

    private void card(Word word) {
        String card = CARDS.getOrDefault(word.text(), "");
        if (card.isEmpty()) {
            notes.leftOut(word.span(), "value.unknown", word.text(), "-vga");
        } else {
            domain.device("video").add("model", "type", card);
        }
    }

    /** {@code host:display}, the display counted from port 5900. */
    private void vnc(Suboptions options, String option) {
        String display = options.text("display");
        Element graphics = new Element("graphics", "type", "vnc");
        Matcher numbered = DISPLAY.matcher(display);
        if (display.equals("none")) {
            return;
        }
        if (display.startsWith("unix:")) {
            graphics.add("listen", "type", "socket", "socket", display.substring("unix:".length()));
        } else if (numbered.matches()) {
            graphics.set("port", Integer.toString(FIRST_PORT + Integer.parseInt(numbered.group(2)))).set("autoport", "no")
                    .set("listen", numbered.group(1).isEmpty() ? "0.0.0.0" : numbered.group(1).replaceAll("[\\[\\]]", ""));
            if (numbered.group(1).isEmpty()) {
                notes.different(options.word().span(), "qemu.listen");
            }
        } else {
            graphics.set("port", "-1").set("autoport", "yes");
        }
        if (options.on("password")) {
            notes.needed(options.word().span(), "qemu.password");
        }
        domain.devices().add(graphics);
        options.leftOver(notes, option);
    }

    private void spice(Suboptions options) {
        String port = options.text("port");
        Element graphics = domain.device("graphics", "type", "spice", "port", port.isEmpty() ? "-1" : port, "tlsPort", options.text("tls-port"),
                "autoport", port.isEmpty() ? "yes" : "no", "listen", options.text("addr"), "passwd", options.text("password"));
        options.take("disable-ticketing");
        if (options.on("gl")) {
            graphics.add("gl", "enable", "yes");
        }
        options.leftOver(notes, "-spice");
    }

    private void serial(Arguments given, boolean none) {
        List<Word> ports = given.takeAll("serial");
        for (Word word : ports) {
            String kind = word.text();
            if (kind.startsWith("file:")) {
                domain.device("serial", "type", "file").add("source", "path", kind.substring("file:".length()));
            } else if (!kind.equals("none")) {
                domain.device("serial", "type", "pty");
                if (!kind.equals("pty")) {
                    notes.different(word.span(), "qemu.serial", kind);
                }
            }
        }
        if (ports.isEmpty() && none) {
            domain.device("serial", "type", "pty");
        }
    }
}
