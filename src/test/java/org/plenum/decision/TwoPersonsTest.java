package org.plenum.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenum.decision.SessionScenario.REASON;
import static org.plenum.decision.SessionScenario.SESSION;
import static org.plenum.decision.SessionScenario.convene;
import static org.plenum.decision.SessionScenario.convened;
import static org.plenum.decision.SessionScenario.roll;
import static org.plenum.decision.SessionScenario.vote;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plenum.command.AssemblyCommand.FoundAssembly;
import org.plenum.command.Refusal.NeedsTwoPersons;
import org.plenum.command.Refusal.NotWellFormed;
import org.plenum.command.Refusal.SamePerson;
import org.plenum.command.Refusal.UnknownProposal;
import org.plenum.command.Refusal.VoteIsAnnulled;
import org.plenum.command.SessionCommand.AnnulVote;
import org.plenum.command.SessionCommand.CarryOut;
import org.plenum.command.SessionCommand.ConfirmProposal;
import org.plenum.command.SessionCommand.Propose;
import org.plenum.command.SessionCommand.WithdrawProposal;
import org.plenum.command.TwoPersons;
import org.plenum.event.SessionEvent.CommandProposed;
import org.plenum.event.SessionEvent.ProposalConfirmed;
import org.plenum.event.SessionEvent.VoteAnnulled;
import org.plenum.vocabulary.Actor;
import org.plenum.vocabulary.AssemblyId;
import org.plenum.vocabulary.FreeText;
import org.plenum.vocabulary.Malformed;
import org.plenum.vocabulary.Provenance;
import org.plenum.vocabulary.RulesOfProcedure;
import org.plenum.vocabulary.When;

/** What the rules leave to two persons: nothing happens by one alone, and nobody is two. */
class TwoPersonsTest {
    private static final FreeText CONTENT = new FreeText("{}");
    private static final Actor OTHER = new Actor("clerk");
    private static final AnnulVote ANNUL = new AnnulVote(SESSION, vote("v"), REASON);

    private static SessionScenario sitting(Provenance provenance, String... left) {
        var rules =
                RulesOfProcedure.defaults().change().twoPersons(Set.of(left)).build();
        return convened(convene(provenance, roll(3), rules, null))
                .openWith("a", "b", "c")
                .openVote("v")
                .cast("v", "a+")
                .closeVote("v");
    }

    private static CarryOut carryOut(long proposal, Actor by) {
        return new CarryOut(SESSION, proposal, ANNUL, When.NOT_STATED, by);
    }

    @Test
    void aCommandLeftToTwoIsProposedAndTakesEffectWhenAnotherConfirmsIt() {
        var s = sitting(Provenance.LIVE, "annul-vote");
        s.refused(ANNUL, new NeedsTwoPersons("annul-vote"));
        s.accepted(new Propose(SESSION, ANNUL, CONTENT));
        assertThat(s.event()).isEqualTo(new CommandProposed("annul-vote", CONTENT));
        assertThat(s.voteState("v").isAnnulled()).isFalse();
        var proposal = s.state().position();
        s.refused(carryOut(proposal, Actor.LOCAL), new SamePerson(proposal));
        s.accepted(carryOut(proposal, OTHER));
        assertThat(s.events()).containsExactly(new ProposalConfirmed(proposal), new VoteAnnulled(vote("v"), REASON));
        assertThat(s.voteState("v").isAnnulled()).isTrue();
        s.refused(carryOut(proposal, OTHER), new UnknownProposal(proposal));
    }

    @Test
    void whatIsConfirmedIsDecidedAnew() {
        var s = sitting(Provenance.LIVE, "annul");
        s.accepted(new Propose(SESSION, ANNUL, CONTENT));
        var first = s.state().position();
        s.accepted(new Propose(SESSION, ANNUL, CONTENT));
        var second = s.state().position();
        s.accepted(carryOut(first, OTHER));
        s.refused(carryOut(second, OTHER), new VoteIsAnnulled(vote("v")));
        s.accepted(new WithdrawProposal(SESSION, second, null));
        assertThat(s.state().proposals()).isEmpty();
        s.refused(new WithdrawProposal(SESSION, second, REASON), new UnknownProposal(second));
        s.refused(new ConfirmProposal(SESSION, second), new UnknownProposal(second));
    }

    @Test
    void onlyWhatCouldBeDoneIsProposed() {
        var s = sitting(Provenance.LIVE, "annul vote");
        var unknown = new AnnulVote(SESSION, vote("x"), REASON);
        s.refused(new Propose(SESSION, unknown, CONTENT), new org.plenum.command.Refusal.UnknownVote(vote("x")));
    }

    @Test
    void inMinutesEverythingWasDoneAlready() {
        var s = sitting(Provenance.TRANSCRIBED, "AnnulVote");
        s.accepted(ANNUL);
        assertThat(s.voteState("v").isAnnulled()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"annul-vote", "Annul vote", "AnnulVote", "annul", "annul_vote"})
    void aCommandIsNamedAsPeopleSayIt(String name) {
        var rules =
                RulesOfProcedure.defaults().change().twoPersons(Set.of(name)).build();
        assertThat(TwoPersons.ask(rules, ANNUL)).isTrue();
        assertThat(TwoPersons.unknown(rules)).isEmpty();
    }

    @Test
    void aNameThatIsNoSuchCommandIsRefusedWhenTheRulesAreAdopted() {
        var rules = RulesOfProcedure.defaults()
                .change()
                .twoPersons(Set.of("cast-ballot"))
                .build();
        var refusal = new NotWellFormed(Malformed.Fault.WORD, "/twoPersons", "cast-ballot");
        var id = new AssemblyId("x");
        assertThat(AssemblyDecision.decide(new AssemblyState(), new FoundAssembly(id, "X", roll(2), rules)))
                .isEqualTo(new Decision.Refused<>(refusal));
        assertThat(AssemblyDecision.unknownIn(rules)).contains(refusal);
    }
}
