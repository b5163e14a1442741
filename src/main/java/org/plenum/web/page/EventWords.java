package org.plenum.web.page;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.plenum.decision.VoteState;
import org.plenum.event.Recorded;
import org.plenum.event.SessionEvent;
import org.plenum.event.SessionEvent.BallotCast;
import org.plenum.event.SessionEvent.BallotChanged;
import org.plenum.event.SessionEvent.SeatArrived;
import org.plenum.event.SessionEvent.SecretBallotCast;
import org.plenum.event.SessionEvent.VoteOpened;
import org.plenum.projection.Names;
import org.plenum.projection.sight.Sight;
import org.plenum.projection.wording.EventSentences;
import org.plenum.vocabulary.AgendaItem;
import org.plenum.vocabulary.Bilingual;
import org.plenum.vocabulary.Candidate;
import org.plenum.vocabulary.CandidateId;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.Method;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.VoteId;
import org.plenum.vocabulary.Words;
import org.plenum.web.security.Person;

/** An event in one plain sentence, as far as somebody may know of it. */
final class EventWords {
    private final Room room;
    private final Sight sight;
    private final Said said;
    private final EventSentences sentences;

    private final Room now;

    EventWords(Room room, Person person, Said said) {
        this(room, person, said, room);
    }

    /** Words for an earlier state of a room; what is over by now may be told. */
    EventWords(Room room, Person person, Said said, Room now) {
        this.now = now;
        this.room = room;
        this.sight = Scenes.sight(room, person);
        this.said = said;
        this.sentences = new EventSentences(names(room));
    }

    private static Names names(Room room) {
        var state = room.state();
        var votes = new LinkedHashMap<VoteId, VoteOpened>();
        var candidates = new LinkedHashMap<VoteId, List<Candidate>>();
        var staged = new LinkedHashSet<VoteId>();
        state.votes().forEach((id, vote) -> {
            votes.put(id, vote.opened());
            if (vote.ties().staging() != null) {
                staged.add(id);
            }
            var contest = vote.contest();
            if (contest != null) {
                candidates.put(id, contest.named().standing());
            }
        });
        return new Names(
                state.convened(),
                state.roll(),
                state.agenda().stream().collect(Collectors.toMap(AgendaItem::number, item -> item)),
                votes,
                candidates,
                staged);
    }

    /** What happened. */
    String of(Recorded<SessionEvent> recorded) {
        return said.of(sentence(recorded));
    }

    private Bilingual sentence(Recorded<SessionEvent> recorded) {
        var event = recorded.event();
        return event instanceof SeatArrived arrived && room.answersRoll(recorded.position())
                ? sentences.answered(arrived)
                : sentences.of(event, showsChoice(event), shows(event));
    }

    private boolean showsChoice(SessionEvent event) {
        return (!(event instanceof BallotCast cast) || sees(cast.vote(), cast.seat()))
                && (!(event instanceof BallotChanged changed) || sees(changed.vote(), changed.seat()));
    }

    private boolean sees(VoteId vote, SeatId seat) {
        return now.state()
                .vote(vote)
                .filter(each -> sight.choice(each.opened().method(), each.isOpen(), seat))
                .isPresent();
    }

    /** Whether the seat that an event tells of, and who acted for it, may be seen. */
    boolean shows(SessionEvent event) {
        return !(event instanceof SecretBallotCast e) || sight.participation(Method.SECRET, e.seat());
    }

    /** A candidate's name; its identifier where none such stands. */
    static String candidate(VoteState vote, CandidateId candidate) {
        var contest = vote.contest();
        return contest == null
                ? candidate.value()
                : contest.named().standing().stream()
                        .filter(each -> each.id().equals(candidate))
                        .map(Candidate::name)
                        .findFirst()
                        .orElse(candidate.value());
    }

    /** A choice in words. */
    static String choice(Choice choice, Said said) {
        return choice instanceof Choice.Stance stance ? said.word("choice", stance) : Words.of(choice);
    }
}
