package dev.virtworkbench.engine.commands;

import dev.virtworkbench.engine.libvirt.CredentialSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What the person has answered to get to a host, and what was good enough: an operation is many commands, and asks once. In memory only. */
final class KnownAnswers {

    private final CredentialSource person;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    KnownAnswers(CredentialSource person) {
        this.person = person;
    }

    /** For one way there. */
    Attempt attempt() {
        return new Attempt();
    }

    void forget() {
        known.clear();
    }

    final class Attempt implements CredentialSource {

        private final Map<String, String> given = new ConcurrentHashMap<>();

        @Override
        public Optional<String> answer(String prompt, String proposal, boolean secret) {
            // the same question once more: the answer was wrong
            Optional<String> before = given.containsKey(prompt) ? Optional.empty() : Optional.ofNullable(known.get(prompt));
            Optional<String> answer = before.or(() -> person.answer(prompt, proposal, secret));
            answer.ifPresent(words -> given.put(prompt, words));
            return answer;
        }

        /** They led there. Who asks again after that asks for another time. */
        void right() {
            known.putAll(given);
            given.clear();
        }

        /** They did not. */
        void wrong() {
            known.keySet().removeAll(given.keySet());
        }
    }
}
