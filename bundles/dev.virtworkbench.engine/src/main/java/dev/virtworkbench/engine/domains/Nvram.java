package dev.virtworkbench.engine.domains;

import com.google.gson.JsonParser;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlEscapes;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The file in which the firmware of a domain keeps its variables: boot entries, keys. */
public final class Nvram {

    /** As libvirt calls it, in a command line that quotes as a shell does: a quote within quotes ends them, stands alone, and opens them again. */
    private static final Pattern FILE = Pattern.compile("\"filename\":(\"(?:[^\"\\\\]|\\\\.)*\"),\"node-name\":\"libvirt-pflash1-storage\"");
    private static final String QUOTE = "'\\''";

    private Nvram() { }

    /** Its path, where the domain's document has it; empty where that says none, as also where libvirt chooses it at each start. */
    public static Optional<String> path(XmlElement domain) {
        return element(domain).map(Nvram::file);
    }

    /** The element of the domain's document that has its path; empty where that says none. */
    public static Optional<XmlElement> element(XmlElement domain) {
        return domain.element("os").flatMap(os -> os.element("nvram")).filter(nvram -> !file(nvram).isEmpty());
    }

    private static String file(XmlElement nvram) {
        return nvram.element("source").map(from -> from.value("file")).orElseGet(() -> nvram.text().strip());
    }

    /** Whether libvirt chooses the firmware, and with it the file. */
    static boolean chosen(XmlElement domain) {
        return domain.element("os").filter(os -> os.value("firmware").equals("efi")).isPresent();
    }

    /** The least of a domain that has the firmware of another one, by the same name: what else that has, its host may lack just now. */
    static String least(XmlElement domain, String text) {
        StringBuilder xml = new StringBuilder("<domain type='").append(XmlEscapes.attribute(domain.value("type"))).append("'>");
        domain.elements().stream().filter(element -> element.name().equals("name") || element.name().equals("os") || element.name().equals("features"))
                .forEach(element -> xml.append(text, element.span().start(), element.span().end()));
        domain.element("devices").flatMap(devices -> devices.element("emulator")).ifPresent(emulator -> xml.append("<devices>")
                .append(text, emulator.span().start(), emulator.span().end()).append("</devices>"));
        return xml.append("<memory unit='MiB'>64</memory></domain>").toString();
    }

    /** @param line by which QEMU would run the domain */
    static Optional<String> in(String line) {
        Matcher file = FILE.matcher(line.replace(QUOTE, "'"));
        return file.find() ? Optional.of(JsonParser.parseString(file.group(1)).getAsString()) : Optional.empty();
    }
}
