package dev.virtworkbench.language.completion;

import dev.virtworkbench.language.relaxng.MatchState;
import dev.virtworkbench.language.relaxng.QName;
import dev.virtworkbench.language.syntax.Span;
import dev.virtworkbench.language.syntax.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whole devices as people mostly want them, where the schema takes them; they come behind the bare elements. */
final class WholeDevices {

    private static final String RESOURCE = "devices.snippets";
    /** @param root the element that it makes */
    private record Device(PackedSnippets.Snippet snippet, XmlElement root) {
    }

    private static final class Packed {
        static final List<Device> DEVICES = PackedSnippets.read(RESOURCE).stream()
                .map(snippet -> new Device(snippet, snippet.root())).toList();
    }

    private WholeDevices() {
    }

    static List<Proposal> at(ContentPlace place, boolean snippets, String open, Span replaced) {
        List<Proposal> proposals = new ArrayList<>();
        String parent = place.parent().name();
        for (Device device : Packed.DEVICES) {
            if (device.snippet().head().equals(parent) && fits(device, place)) {
                String text = snippets ? device.snippet().text() : device.snippet().plain();
                List<String> path = new ArrayList<>(place.path());
                path.add(device.root().name());
                proposals.add(new Proposal(device.snippet().label(), Proposal.Kind.WHOLE_DEVICE, replaced,
                        open.isEmpty() ? text.substring(1) : text, snippets, device.snippet().label(), 5, false, List.of(),
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
}
