package org.plenum.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.plenum.event.AssemblyEvent.AssemblyFounded;
import org.plenum.event.AssemblyEvent.RulesAdopted;
import org.plenum.event.AssemblyEvent.SeatChanged;
import org.plenum.event.AssemblyEvent.SeatRemoved;
import org.plenum.event.AssemblyEvent.SeatsAdded;
import org.plenum.event.Event;
import org.plenum.event.QuorumAsFound;
import org.plenum.event.SessionEvent.AgendaAmended;
import org.plenum.event.SessionEvent.AttendanceCorrected;
import org.plenum.event.SessionEvent.AttendanceModeChanged;
import org.plenum.event.SessionEvent.AttendeeNoted;
import org.plenum.event.SessionEvent.BallotCast;
import org.plenum.event.SessionEvent.BallotChanged;
import org.plenum.event.SessionEvent.BallotCorrected;
import org.plenum.event.SessionEvent.CandidatesNamed;
import org.plenum.event.SessionEvent.ChairTaken;
import org.plenum.event.SessionEvent.ClerkReplaced;
import org.plenum.event.SessionEvent.CommandProposed;
import org.plenum.event.SessionEvent.CountsDeclared;
import org.plenum.event.SessionEvent.DeclarationCorrected;
import org.plenum.event.SessionEvent.DelegateReplaced;
import org.plenum.event.SessionEvent.ItemConcluded;
import org.plenum.event.SessionEvent.ItemTakenUp;
import org.plenum.event.SessionEvent.LotDrawn;
import org.plenum.event.SessionEvent.MinutesApproved;
import org.plenum.event.SessionEvent.NoteRecorded;
import org.plenum.event.SessionEvent.OutcomeProclaimed;
import org.plenum.event.SessionEvent.ParticipationDeclined;
import org.plenum.event.SessionEvent.PresenceDeclared;
import org.plenum.event.SessionEvent.ProclamationCorrected;
import org.plenum.event.SessionEvent.ProposalConfirmed;
import org.plenum.event.SessionEvent.ProposalWithdrawn;
import org.plenum.event.SessionEvent.ProxyGiven;
import org.plenum.event.SessionEvent.ProxyRevoked;
import org.plenum.event.SessionEvent.QuorumVerified;
import org.plenum.event.SessionEvent.RollCallOrdered;
import org.plenum.event.SessionEvent.RollCalled;
import org.plenum.event.SessionEvent.RollCounted;
import org.plenum.event.SessionEvent.RulesFrozen;
import org.plenum.event.SessionEvent.ScrutineersAppointed;
import org.plenum.event.SessionEvent.SeatArrived;
import org.plenum.event.SessionEvent.SeatDeparted;
import org.plenum.event.SessionEvent.SeatRecused;
import org.plenum.event.SessionEvent.SeatsEnrolled;
import org.plenum.event.SessionEvent.SecretBallotCast;
import org.plenum.event.SessionEvent.SessionAdjourned;
import org.plenum.event.SessionEvent.SessionClosed;
import org.plenum.event.SessionEvent.SessionConvened;
import org.plenum.event.SessionEvent.SessionDeserted;
import org.plenum.event.SessionEvent.SessionOpened;
import org.plenum.event.SessionEvent.SessionResumed;
import org.plenum.event.SessionEvent.SessionSuspended;
import org.plenum.event.SessionEvent.SheetDeclared;
import org.plenum.event.SessionEvent.SittingClosedToPublic;
import org.plenum.event.SessionEvent.SittingReopened;
import org.plenum.event.SessionEvent.StageNamed;
import org.plenum.event.SessionEvent.StatementCorrected;
import org.plenum.event.SessionEvent.StatementRecorded;
import org.plenum.event.SessionEvent.UnnamedBallotsRecorded;
import org.plenum.event.SessionEvent.UnnamedMoved;
import org.plenum.event.SessionEvent.UrnOpened;
import org.plenum.event.SessionEvent.VoteAnnulled;
import org.plenum.event.SessionEvent.VoteClosed;
import org.plenum.event.SessionEvent.VoteOpened;
import org.plenum.event.SessionEvent.VotesDeclared;
import org.plenum.event.SessionEvent.WhoSatNamed;
import org.plenum.vocabulary.AgendaItem;
import org.plenum.vocabulary.AssemblyId;
import org.plenum.vocabulary.Candidate;
import org.plenum.vocabulary.CandidateId;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.ChoiceCount;
import org.plenum.vocabulary.Conclusion;
import org.plenum.vocabulary.Credential;
import org.plenum.vocabulary.DeclaredCounts;
import org.plenum.vocabulary.DeclaredOutcome;
import org.plenum.vocabulary.Delegate;
import org.plenum.vocabulary.ElectionRule;
import org.plenum.vocabulary.Fraction;
import org.plenum.vocabulary.FreeText;
import org.plenum.vocabulary.ItemNumber;
import org.plenum.vocabulary.LocalPoint;
import org.plenum.vocabulary.Measure;
import org.plenum.vocabulary.Method;
import org.plenum.vocabulary.Mode;
import org.plenum.vocabulary.Movement;
import org.plenum.vocabulary.Outcome;
import org.plenum.vocabulary.Participant;
import org.plenum.vocabulary.Provenance;
import org.plenum.vocabulary.Rule;
import org.plenum.vocabulary.RulesOfProcedure;
import org.plenum.vocabulary.Seat;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.SessionId;
import org.plenum.vocabulary.SheetMark;
import org.plenum.vocabulary.Stage;
import org.plenum.vocabulary.Stages;
import org.plenum.vocabulary.StatedTime;
import org.plenum.vocabulary.Tally;
import org.plenum.vocabulary.VoteId;

/** One event of every type, with everything in it that it can have. */
public final class EventSamples {
    private static final SeatId ALBINO = new SeatId("albino");
    private static final SeatId LEFFE = new SeatId("leffe");
    private static final VoteId VOTE = new VoteId("v4");
    private static final ItemNumber ITEM = new ItemNumber("3/bis");
    private static final FreeText REASON = new FreeText("so was \"it\" said: perché no");
    private static final Delegate DELEGATE = new Delegate("Fabio Terzi", "mayor", Credential.WRITTEN_DELEGATION);
    private static final Seat SEAT =
            new Seat(ALBINO, "Comune di Albino", 7, new BigDecimal("125.37"), 17_600L, "president", true, DELEGATE);
    private static final AgendaItem AGENDA_ITEM = new AgendaItem(ITEM, "Bilancio di previsione", "budget");
    private static final QuorumAsFound QUORUM = new QuorumAsFound(new BigDecimal("15"), new BigDecimal("20"), false);
    private static final RulesOfProcedure RULES = RulesOfProcedure.defaults()
            .change()
            .majority(new Rule.AllOf(List.of(
                    new Rule.Share(Rule.Base.PRESENT, new Fraction(2, 3), Rule.Test.REACHED, Measure.WEIGHT),
                    new Rule.AnyOf(List.of(new Rule.Fixed(16), new Rule.FewerNotFor(4))),
                    new Rule.MoreForThanAgainst())))
            .proxiesPerHolder(2)
            .build();
    private static final StatedTime POINT =
            StatedTime.at(new LocalPoint(LocalDate.of(2024, 10, 27).atTime(2, 30, 15), true, ZoneOffset.ofHours(1)));
    private static final StatedTime BOUNDS = new StatedTime(
            null,
            new LocalPoint(LocalDate.of(2024, 11, 13).atTime(17, 51), false, null),
            new LocalPoint(LocalDate.of(2024, 11, 13).atTime(18, 0), false, null));
    private static final DeclaredCounts COUNTS =
            new DeclaredCounts(15, 14, 12, 1, 1, 0, 0, 1, 23, DeclaredOutcome.CARRIED);

    private EventSamples() {}

    /** All of them. */
    public static List<Event> all() {
        return List.of(
                new AssemblyFounded(new AssemblyId("valle-seriana"), "Assemblea dei sindaci"),
                new SeatsAdded(List.of(SEAT, Seat.of("leffe", "Comune di Leffe"))),
                new SeatChanged(SEAT),
                new SeatRemoved(ALBINO),
                new RulesAdopted(RULES),
                new SessionConvened(
                        new SessionId("valle-seriana-2024-11-13"),
                        new AssemblyId("valle-seriana"),
                        "Assemblea dei sindaci",
                        "Seduta ordinaria",
                        LocalDate.of(2024, 11, 13),
                        ZoneId.of("Europe/Rome"),
                        Provenance.TRANSCRIBED,
                        2,
                        new SessionId("valle-seriana-2024-11-12"),
                        "Albino",
                        LocalTime.of(17, 30),
                        ALBINO,
                        "Maria Rossi",
                        "verbale n. 4",
                        List.of(AGENDA_ITEM)),
                new SeatsEnrolled(List.of(SEAT)),
                new RulesFrozen(RULES, true),
                new SheetDeclared(Map.of(ALBINO, SheetMark.YES, LEFFE, SheetMark.REMOTE)),
                new SessionOpened(),
                new SessionSuspended(REASON),
                new SessionResumed(),
                new SessionAdjourned(POINT),
                new SessionDeserted(7, REASON),
                new SessionClosed(),
                new RollCalled(13),
                new RollCounted(13),
                new SeatArrived(ALBINO, Mode.IN_PERSON, DELEGATE),
                new SeatDeparted(ALBINO, REASON, true),
                new AttendanceModeChanged(ALBINO, Mode.REMOTE),
                new DelegateReplaced(ALBINO, Delegate.named("Daniele Esposito")),
                new UnnamedMoved(Movement.RETURNED, 3),
                new PresenceDeclared(15),
                new AttendeeNoted("Ada Bianchi", "segretaria", "Comunità montana", true),
                new ChairTaken(new Participant.OfSeat(ALBINO)),
                new ClerkReplaced(new Participant.Named("Maria Rossi")),
                new ScrutineersAppointed(List.of(ALBINO, LEFFE)),
                new ProxyGiven(ALBINO, LEFFE),
                new ProxyRevoked(ALBINO),
                new QuorumVerified(QUORUM, LEFFE),
                new SittingClosedToPublic(REASON),
                new SittingReopened(),
                new ItemTakenUp(ITEM),
                new ItemConcluded(ITEM, Conclusion.POSTPONED),
                new AgendaAmended(List.of(AGENDA_ITEM)),
                new StatementRecorded(new Participant.OfSeat(ALBINO), REASON),
                new VoteOpened(
                        VOTE,
                        List.of(ITEM),
                        "Approvazione",
                        Method.SHOW_OF_HANDS,
                        new Rule.Share(Rule.Base.EXPRESSED, Fraction.HALF, Rule.Test.EXCEEDED, Measure.POPULATION),
                        true,
                        true,
                        15,
                        new BigDecimal("15.5"),
                        QUORUM,
                        new VoteId("v2"),
                        new VoteId("v3"),
                        new Participant.OfSeat(ALBINO),
                        new Participant.Named("Ada Bianchi")),
                new WhoSatNamed(VOTE, new SessionId("autumn"), 41, List.of(ALBINO, LEFFE)),
                new StageNamed(
                        VOTE,
                        new Stages(
                                new Rule.Share(Rule.Base.SEATS, new Fraction(2, 3), Rule.Test.REACHED, Measure.HEADS),
                                new Rule.Share(Rule.Base.SEATS, Fraction.HALF, Rule.Test.EXCEEDED, Measure.HEADS),
                                2,
                                Period.ofDays(30),
                                Period.ofMonths(2)),
                        List.of(new Stage(
                                new SessionId("autumn"), new VoteId("v7"), LocalDate.of(2024, 10, 2), true, 88))),
                new RollCallOrdered(VOTE, List.of(LEFFE, ALBINO)),
                new CommandProposed("annul-vote", REASON),
                new ProposalConfirmed(12),
                new ProposalWithdrawn(12, REASON),
                new CandidatesNamed(
                        VOTE,
                        new ElectionRule(
                                2,
                                3,
                                List.of(
                                        new ElectionRule.Round(
                                                new Rule.Share(
                                                        Rule.Base.SEATS,
                                                        new Fraction(2, 3),
                                                        Rule.Test.REACHED,
                                                        Measure.HEADS),
                                                null),
                                        new ElectionRule.Round(null, 2)),
                                ElectionRule.Ties.SENIORITY,
                                Measure.HEADS),
                        2,
                        new VoteId("v3"),
                        1,
                        List.of(
                                new Candidate(new CandidateId("rossi"), "Anna Rossi", LocalDate.of(1961, 4, 2)),
                                new Candidate(new CandidateId("verdi"), "Ugo Verdi", null))),
                new BallotCast(VOTE, ALBINO, Choice.Stance.ABSTAIN),
                new BallotChanged(
                        VOTE,
                        ALBINO,
                        new Choice.Preferences(List.of(new CandidateId("rossi"), new CandidateId("verdi")))),
                new SecretBallotCast(VOTE, ALBINO),
                new UrnOpened(
                        VOTE,
                        List.of(new ChoiceCount(Choice.Stance.AGAINST, 3), new ChoiceCount(Choice.Stance.FOR, 12))),
                new UnnamedBallotsRecorded(VOTE, Choice.Stance.VOID),
                new ParticipationDeclined(VOTE, ALBINO),
                new SeatRecused(ALBINO, ITEM, VOTE, REASON),
                new VoteClosed(
                        VOTE,
                        Tally.ofHeads(12, 1, 1, 0, 0, 1, 0),
                        Tally.ofHeads(12, 1, 1, 0, 0, 1, 0).times(new BigDecimal("2.5")),
                        Tally.ofHeads(12, 1, 1, 0, 0, 1, 0).times(new BigDecimal("17600")),
                        Outcome.NO_QUORUM,
                        QUORUM),
                new OutcomeProclaimed(VOTE, Outcome.CARRIED),
                new VoteAnnulled(VOTE, REASON),
                new CountsDeclared(VOTE, COUNTS),
                new VotesDeclared(VOTE, Map.of(new CandidateId("rossi"), 12), List.of(new CandidateId("rossi"))),
                new LotDrawn(
                        VOTE,
                        List.of(new CandidateId("verdi"), new CandidateId("rossi")),
                        new Participant.Named("Ada Bianchi"),
                        Outcome.CARRIED),
                new AttendanceCorrected(12, true, ALBINO, BOUNDS, Mode.NOT_STATED, DELEGATE, REASON),
                new BallotCorrected(VOTE, ALBINO, Choice.Stance.FOR, Choice.Stance.AGAINST, REASON),
                new ProclamationCorrected(VOTE, Outcome.CARRIED, Outcome.REJECTED, REASON),
                new StatementCorrected(12, new Participant.Named("Ada Bianchi"), new FreeText("otherwise"), REASON),
                new DeclarationCorrected(VOTE, COUNTS, COUNTS, REASON),
                new NoteRecorded(12, REASON),
                new MinutesApproved(new SessionId("valle-seriana-2024-10-02"), VOTE));
    }
}
