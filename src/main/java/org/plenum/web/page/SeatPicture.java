package org.plenum.web.page;

import java.util.Objects;
import java.util.function.Function;
import org.plenum.decision.SessionState;
import org.plenum.decision.VoteState;
import org.plenum.document.picture.Caption;
import org.plenum.document.picture.SeatChart;
import org.plenum.document.picture.Sign;
import org.plenum.vocabulary.Seat;
import org.plenum.vocabulary.SeatId;

/** The picture of the seats, as somebody may see it. */
final class SeatPicture {
    private final Look look;
    private final Room room;
    private final SessionState state;
    private final Said said;
    private final SeatSigns signs;

    SeatPicture(Look look) {
        this.look = look;
        this.room = look.room();
        this.state = look.state();
        this.said = look.said();
        this.signs = new SeatSigns(look);
    }

    /** What the seats did in the vote that is open or just closed; else who is there. */
    String draw(Scene scene) {
        return state.openVote()
                .or(() -> room.freshResult().flatMap(state::vote))
                .map(this::draw)
                .orElseGet(() -> draw(signs::presence, scene.quorum().sentence()));
    }

    private String draw(VoteState vote) {
        var what = said.say("chart.vote", vote.opened().subject());
        if (!look.seesParticipation(vote)) {
            return draw(signs::presence, what);
        }
        var sees = look.seesChoices(vote);
        return draw(seat -> Objects.requireNonNullElse(signs.cast(vote, seat, sees), Sign.ABSENT), what);
    }

    private String draw(Function<SeatId, Sign> signOf, String what) {
        var places = state.roll().values().stream()
                .filter(Seat::votes)
                .map(seat -> place(seat, signOf.apply(seat.id())))
                .toList();
        return new SeatChart(places, new Caption(said.say("chart.title"), what)).draw();
    }

    private SeatChart.Place place(Seat seat, Sign sign) {
        var name = seat.name();
        return new SeatChart.Place(
                sign, SeatNames.shortened(name), name + ": " + said.say("sign." + SeatSigns.word(sign)));
    }
}
