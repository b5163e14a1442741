package org.plenum.decision;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenum.decision.counting.Election;
import org.plenum.decision.counting.Electorate;
import org.plenum.decision.counting.Presence;
import org.plenum.event.SessionEvent.CandidatesNamed;
import org.plenum.event.SessionEvent.UnnamedBallotsRecorded;
import org.plenum.event.SessionEvent.VoteOpened;
import org.plenum.event.SessionEvent.VotesDeclared;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.ChoiceCount;
import org.plenum.vocabulary.DeclaredCounts;
import org.plenum.vocabulary.Lot;
import org.plenum.vocabulary.Method;
import org.plenum.vocabulary.Outcome;
import org.plenum.vocabulary.SeatId;

/** One vote, as far as it has come. */
public final class VoteState {
    private final VoteOpened opened;
    private final boolean fromMinutes;
    private final Presence presenceAtOpening;
    private Electorate electorate;
    private final Set<SeatId> recused;
    private final Set<SeatId> declined = new LinkedHashSet<>();
    private StandingBallots ballots = new StandingBallots();
    private final Set<SeatId> secretVoters = new LinkedHashSet<>();
    private @Nullable List<ChoiceCount> urn;
    private @Nullable UnnamedBallotsRecorded rest;
    private @Nullable DeclaredCounts declared;
    private @Nullable Outcome outcome;
    private @Nullable SeatId chairAtClosing;
    private @Nullable Outcome proclaimed;
    private boolean annulled;
    private List<SeatId> order = List.of();
    private final @Nullable Contest contest;
    private final Ties ties;
    private final List<Lot> lots = new ArrayList<>();
    private @Nullable VotesDeclared declaredVotes;

    /** What makes a vote an election: who stands and how, and the counting that follows from it. */
    public record Contest(CandidatesNamed named, Election election) {}

    /** A vote that opens with those who are there now. */
    VoteState(
            VoteOpened opened,
            boolean fromMinutes,
            @Nullable Contest contest,
            Ties ties,
            Presence presence,
            Electorate electorate) {
        this.opened = opened;
        this.fromMinutes = fromMinutes;
        this.contest = contest;
        this.ties = ties;
        this.presenceAtOpening = presence;
        this.recused = new LinkedHashSet<>(presence.recused());
        this.electorate = electorate;
    }

    /** How it was opened. */
    public VoteOpened opened() {
        return opened;
    }

    /** Whether paper minutes tell of it: what they leave out is not known, and nobody is said not to have voted. */
    public boolean isFromMinutes() {
        return fromMinutes;
    }

    /** Who stands and how, where it is an election; null where it is a question. */
    public @Nullable Contest contest() {
        return contest;
    }

    /** What ties it to earlier sessions. */
    public Ties ties() {
        return ties;
    }

    /** The lots drawn in this election, in their order. */
    public List<Lot> lots() {
        return lots;
    }

    /** The votes of candidates that minutes state; null where they state none. */
    public @Nullable VotesDeclared declaredVotes() {
        return declaredVotes;
    }

    /** Whether a choice is of a kind that the vote offers: for and against on a question, preferences in an election. */
    public boolean offers(Choice choice) {
        return switch (choice) {
            case Choice.Preferences _ -> contest != null;
            case Choice.Stance stance ->
                contest == null || (stance != Choice.Stance.FOR && stance != Choice.Stance.AGAINST);
        };
    }

    /** The seats known to be entitled, in the order in which they are called: as stated, else as on the roll. */
    public List<SeatId> callingOrder() {
        var called = new LinkedHashSet<>(order);
        called.retainAll(electorate.seats());
        called.addAll(electorate.seats());
        return List.copyOf(called);
    }

    /** Whether ballots can be cast. */
    public boolean isOpen() {
        return outcome == null && !annulled;
    }

    /** Whether it was closed and counted. */
    public boolean isClosed() {
        return outcome != null;
    }

    /** Whether it was taken back. */
    public boolean isAnnulled() {
        return annulled;
    }

    /** Who was there when it opened. */
    public Presence presenceAtOpening() {
        return presenceAtOpening;
    }

    /** Who may vote, by name or, where minutes leave presence uncertain, by number. */
    public Electorate electorate() {
        return electorate;
    }

    /** Whether a seat may vote, or, where presence is uncertain, perhaps may. */
    public boolean admits(SeatId seat) {
        return electorate.seats().contains(seat) || electorate.unnamed().among().contains(seat);
    }

    /** The seats that left the count because of a conflict of interest. */
    public Set<SeatId> recused() {
        return recused;
    }

    /** The seats that take no part. */
    public Set<SeatId> declined() {
        return declined;
    }

    /** What each seat cast, in the order of casting. */
    public StandingBallots ballots() {
        return ballots;
    }

    /** Whether the ledger keeps how each seat voted from everybody. */
    public boolean isSecret() {
        return opened.method() == Method.SECRET;
    }

    /** Whether a seat has cast a ballot, known or secret. */
    public boolean hasCast(SeatId seat) {
        return ballots.containsKey(seat) || secretVoters.contains(seat);
    }

    /** The seats that took part in a secret vote, in the order of casting. */
    public Set<SeatId> secretVoters() {
        return secretVoters;
    }

    /** What the urn held when it was emptied; null before, and where there is none. */
    public @Nullable List<ChoiceCount> urn() {
        return urn;
    }

    /** What "the rest" did where nobody can name them; null where nothing is said of them. */
    public @Nullable UnnamedBallotsRecorded rest() {
        return rest;
    }

    /** What minutes declare of it. */
    public @Nullable DeclaredCounts declared() {
        return declared;
    }

    /** What the ledger computed at closing. */
    public @Nullable Outcome outcome() {
        return outcome;
    }

    /** The seat that presided when it was closed, whose ballot may decide a tie; null where the chair had none. */
    public @Nullable SeatId chairAtClosing() {
        return chairAtClosing;
    }

    /** What the chair announced. */
    public @Nullable Outcome proclaimed() {
        return proclaimed;
    }

    void cast(StandingBallots.Ballot ballot) {
        // The first ballot counts; a second one that minutes state stays in the record, with its finding.
        if (!ballots.containsKey(ballot.seat())) {
            ballots.put(ballot);
        }
    }

    void castSecretly(SeatId seat) {
        secretVoters.add(seat);
    }

    void openUrn(List<ChoiceCount> held) {
        urn = List.copyOf(held);
    }

    void change(StandingBallots.Ballot ballot) {
        ballots.put(ballot);
    }

    void withdraw(SeatId seat) {
        ballots = ballots.without(seat);
    }

    void castUnnamed(UnnamedBallotsRecorded others) {
        rest = others;
    }

    void decline(SeatId seat) {
        declined.add(seat);
    }

    void recuse(SeatId seat) {
        recused.add(seat);
        declined.remove(seat);
        electorate = electorate.without(seat);
    }

    void admit(SeatId newcomer) {
        if (!recused.contains(newcomer) && ties.admit(newcomer)) {
            electorate = electorate.with(newcomer);
        }
    }

    void declare(DeclaredCounts counts) {
        declared = counts;
    }

    void close(Outcome computed, @Nullable SeatId chair) {
        var first = outcome == null;
        outcome = computed;
        // Minutes may close a vote twice; who presided is settled the first time.
        chairAtClosing = first ? chair : chairAtClosing;
        ballots.trim();
    }

    void draw(Lot lot, Outcome decided) {
        lots.add(lot);
        outcome = decided;
    }

    void callInOrder(List<SeatId> seats) {
        order = List.copyOf(seats);
    }

    void declareVotes(VotesDeclared votes) {
        declaredVotes = votes;
    }

    void proclaim(Outcome announced) {
        proclaimed = announced;
    }

    void annul() {
        annulled = true;
    }
}
