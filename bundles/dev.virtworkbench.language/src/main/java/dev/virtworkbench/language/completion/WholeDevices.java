package dev.virtworkbench.language.completion;

import dev.virtworkbench.language.relaxng.MatchState;
import dev.virtworkbench.language.relaxng.QName;
import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.XmlElement;
import dev.virtworkbench.language.syntax.XmlTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whole devices as people mostly want them, where the schema takes them; they come behind the bare elements. */
final class WholeDevices {

    private static final String RESOURCE = "devices.snippets";
    private static final Pattern CHOICE = Pattern.compile("\\$\\{\\d+\\|([^,|]*)[^}]*\\}");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{\\d+:([^}]*)\\}");

    /**
     * A device.
     *
     * @param label what it is
     * @param parent the element that it stands in
     * @param text its XML, with tab stops
     * @param plain the text with the first choice in every place
     * @param root the element that this makes
     */
    private record Device(String label, String parent, String text, String plain, XmlElement root) {

        static Device of(String label, String parent, String text) {
            String plain = PLACEHOLDER.matcher(CHOICE.matcher(text).replaceAll("$1")).replaceAll("$1").replace("$0", "");
            return new Device(label, parent, text, plain, XmlTree.parse(plain).root().orElseThrow());
        }
    }

    private static final class Packed {
        static final List<Device> DEVICES = read();
    }

    private WholeDevices() {
    }

    static List<Proposal> at(ContentPlace place, boolean snippets, String open, Span replaced) {
        List<Proposal> proposals = new ArrayList<>();
        String parent = place.parent().name();
        for (Device device : Packed.DEVICES) {
            if (device.parent().equals(parent) && fits(device, place)) {
                String text = snippets ? device.text() : device.plain();
                List<String> path = new ArrayList<>(place.path());
                path.add(device.root().name());
                proposals.add(new Proposal(device.label(), Proposal.Kind.WHOLE_DEVICE, replaced,
                        open.isEmpty() ? text.substring(1) : text, snippets, device.label(), 5, false, List.of(),
                        Optional.of(new Proposal.Subject(place.document().kind().word(), path, Optional.empty(),
                                Optional.empty()))));
            }
        }
        return proposals;
    }

    private static boolean fits(Device device, ContentPlace place) {
        XmlElement root = device.root();
        MatchState state = place.state();
        return state.startTag(QName.of(root.name())).map(tag -> place.context()
                        .behindTag(root, place.context().withAttributes(root, tag, Optional.empty())))
                .filter(rest -> rest.mistakes() == 0)
                .filter(rest -> rest.after().equals(state)
                        || place.rest(rest.after()).mistakes() <= place.rest(state).mistakes()).isPresent();
    }

    /** Devices are separated by lines {@code == parent: label}. */
    private static List<Device> read() {
        List<Device> devices = new ArrayList<>();
        try (InputStream resource = WholeDevices.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException("the jar lacks " + RESOURCE);
            }
            String[] parts = new String(resource.readAllBytes(), StandardCharsets.UTF_8).split("(?m)^== ");
            // The first part tells people what the file is.
            for (String part : Arrays.asList(parts).subList(1, parts.length)) {
                int end = part.indexOf('\n');
                String[] head = part.substring(0, end).split(": ", 2);
                devices.add(Device.of(head[1].strip(), head[0].strip(), part.substring(end + 1).strip()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the packed " + RESOURCE, e);
        }
        return List.copyOf(devices);
    }
}
