package org.plenum.web.page;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenum.command.Command;
import org.plenum.language.RefusalSentences;
import org.plenum.ledger.Answer;
import org.plenum.vocabulary.Bilingual;
import org.plenum.vocabulary.CommandKey;
import org.plenum.vocabulary.Malformed;
import org.plenum.vocabulary.When;
import org.plenum.web.security.CurrentPerson;
import org.plenum.web.security.Entrance;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Gives the commands of forms in the name of whoever sent them, and says in a sentence why one was refused. */
@Component
class PageDesk {
    private final Entrance entrance;
    private final CurrentPerson people;
    private final MessageSource messages;

    PageDesk(Entrance entrance, CurrentPerson people, MessageSource messages) {
        this.entrance = entrance;
        this.people = people;
        this.messages = messages;
    }

    /** The words of pages in a language. */
    Said said(Locale locale) {
        return new Said(messages, locale);
    }

    /** Gives a command and waits for the answer, which comes when it is durable. */
    Answer give(Command command, When when, @Nullable String key) {
        return entrance.submit(people.ofPage(), command, when, keyOf(key)).join();
    }

    /** Why a command was not recorded; null where it was. */
    @Nullable String trouble(Answer answer, Said said) {
        return switch (answer) {
            case Answer.Accepted _, Answer.NothingToRecord _ -> null;
            case Answer.Refused(var refusal) -> said.of(RefusalSentences.of(refusal));
            case Answer.NotRecorded _ -> said.say("trouble.notRecorded");
            case Answer.Uncertain _ -> said.say("trouble.uncertain");
        };
    }

    /** The time that a form states: nothing where its field is empty. */
    static When when(@Nullable String at) {
        return at == null || at.isBlank() ? When.NOT_STATED : When.at(at.strip());
    }

    private static @Nullable CommandKey keyOf(@Nullable String key) {
        if (key == null || key.isBlank()) {
            return null;
        }
        try {
            return new CommandKey(UUID.fromString(key));
        } catch (IllegalArgumentException notAKey) {
            throw new Malformed(Malformed.Fault.WORD, "key", key);
        }
    }

    /** What is wrong with a value that somebody typed. */
    String sentence(Malformed malformed, Said said) {
        Bilingual sentence = RefusalSentences.of(
                new org.plenum.command.Refusal.NotWellFormed(malformed.fault(), malformed.what(), malformed.value()));
        return said.of(sentence);
    }
}
