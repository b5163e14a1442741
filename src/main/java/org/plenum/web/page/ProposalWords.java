package org.plenum.web.page;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenum.decision.SessionState;
import org.plenum.decision.SessionState.Proposal;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.Outcome;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.VoteId;
import org.plenum.vocabulary.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What waits for a second person, so that they know what they confirm: of which vote or seat, what, and why. */
final class ProposalWords {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final SessionState state;
    private final Said said;
    private final List<String> parts = new ArrayList<>();

    private ProposalWords(SessionState state, Said said) {
        this.state = state;
        this.said = said;
    }

    /** What it is about; empty where the words were withheld. */
    static String of(Proposal proposal, SessionState state, Said said) {
        var words = proposal.content().words();
        if (words == null) {
            return "";
        }
        var content = MAPPER.readTree(words);
        var told = new ProposalWords(state, said);
        told.command(content.path("command"));
        told.part("when", clock(text(content.path("when").path("at").path("time"))));
        return String.join(" · ", told.parts);
    }

    private void command(JsonNode command) {
        part("item", text(command.path("number")));
        part("subject", text(command.path("subject")));
        var vote = text(command.path("vote"));
        part(
                "vote",
                vote == null
                        ? null
                        : state.vote(new VoteId(vote))
                                .map(known -> known.opened().subject())
                                .orElse(vote));
        part("seat", seat(command.path("seat")));
        part("target", text(command.path("target")));
        part("who", seat(command.path("chair").path("seat")));
        part("who", text(command.path("chair").path("name")));
        var outcome = text(command.path("outcome"));
        part("outcome", outcome == null ? null : said.word("outcome", Words.read(Outcome.class, "outcome", outcome)));
        part("to", to(command.path("to")));
        part("reason", text(command.path("reason")));
    }

    /** What a correction puts in the place of what stood: a stance or an outcome, as its word says. */
    private @Nullable String to(JsonNode to) {
        var word = text(to);
        if (word == null) {
            return null;
        }
        for (var stance : Choice.Stance.values()) {
            if (Words.of((Enum<?>) stance).equals(word)) {
                return said.word("choice", stance);
            }
        }
        for (var outcome : Outcome.values()) {
            if (Words.of(outcome).equals(word)) {
                return said.word("outcome", outcome);
            }
        }
        return word;
    }

    private @Nullable String seat(JsonNode seat) {
        var id = text(seat);
        var known = id == null ? null : state.roll().get(new SeatId(id));
        return known == null ? id : known.name();
    }

    /** A time of day to the minute. */
    private static @Nullable String clock(@Nullable String time) {
        return time == null ? null : time.substring(0, Math.min(5, time.length()));
    }

    private void part(String kind, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            parts.add(said.say("proposal." + kind, value));
        }
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() || node.isNumber() ? node.asString() : null;
    }
}
