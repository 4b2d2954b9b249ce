package dev.virtworkbench.server.command;

import dev.virtworkbench.language.findings.Finding;
import dev.virtworkbench.language.findings.Message;
import dev.virtworkbench.language.rules.WorkspaceFacts;
import dev.virtworkbench.language.rules.WorkspaceFacts.Pool;
import dev.virtworkbench.language.syntax.LineIndex;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What came of one input. */
sealed interface Judgement {

    /** The input's name. */
    String file();

    /**
     * A document that was judged.
     *
     * @param kind what libvirt calls this kind of document, as in {@code pool}
     * @param text what the findings' places refer to; empty if there are none
     * @param lines of that text; none if there are no findings
     * @param findings in document order; after mending, what is left
     * @param mended how many findings were mended
     * @param unwritten why mending it was given up; empty if it was not
     */
    record Judged(String file, String kind, String text, LineIndex lines, List<Finding> findings, int mended,
            Optional<Message> unwritten) implements Judgement {

        public Judged {
            findings = List.copyOf(findings);
        }
    }

    /**
     * A file that is none of libvirt's.
     *
     * @param reason what it is instead; empty where nobody needs to be told
     */
    record PassedOver(String file, Optional<Message> reason) implements Judgement {
    }

    /** @param failure whether the person has to expect it to be judged */
    record NotJudged(String file, Message reason, boolean failure) implements Judgement {
    }

    /**
     * A pool, for which one has to know all other pools first.
     *
     * @param then judges it; the facts are those of the other pools
     */
    record Waiting(String file, Pool pool, Function<WorkspaceFacts, Judgement> then) implements Judgement {
    }
}
