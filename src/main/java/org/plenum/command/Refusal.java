package org.plenum.command;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.AssemblyId;
import org.plenum.vocabulary.CandidateId;
import org.plenum.vocabulary.CommandKey;
import org.plenum.vocabulary.FindingCode;
import org.plenum.vocabulary.ItemNumber;
import org.plenum.vocabulary.Malformed;
import org.plenum.vocabulary.Participant;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.SessionId;
import org.plenum.vocabulary.SessionStage;
import org.plenum.vocabulary.StatedTime;
import org.plenum.vocabulary.VoteId;
import org.plenum.vocabulary.Words;

/** Why a command is refused. Each is a type of its own and carries its data; nothing was recorded. */
public sealed interface Refusal {

    /** What sort of answer it is. */
    enum Nature {
        /** What the command speaks of does not exist. */
        UNKNOWN,
        /** It cannot be so now: the state, or something recorded before, does not allow it. */
        CONFLICT,
        /** It can never be so: the values make no sense. */
        IMPOSSIBLE
    }

    /** What sort of answer it is. */
    Nature nature();

    /** Seats concerned; may be empty. */
    default List<SeatId> seats() {
        return List.of();
    }

    /**
     * A breach of the rules of procedure: refused live, and recorded with a finding where paper minutes state that it
     * happened. Every other refusal is refused always.
     */
    sealed interface Breach extends Refusal {
        /** The finding under which a transcribed session records it. */
        FindingCode finding();

        /** What the rules or the record ask for, in a word or a number; null where there is nothing to compare. */
        default @Nullable String expected() {
            return null;
        }

        /** What there was against it, or whom it concerns where that is no seat; null where there is nothing to name. */
        default @Nullable String found() {
            return null;
        }

        @Override
        default Nature nature() {
            return Nature.CONFLICT;
        }
    }

    /** A breach by coming too early or too late: as things stand it cannot be. */
    sealed interface NotNow extends Breach {
        @Override
        default FindingCode finding() {
            return FindingCode.WRONG_STATE;
        }
    }

    // ---- unknown

    record UnknownAssembly(AssemblyId assembly) implements Unknown {}

    record UnknownSession(SessionId session) implements Unknown {}

    record UnknownSeat(SeatId seat) implements Unknown {
        @Override
        public List<SeatId> seats() {
            return List.of(seat);
        }
    }

    record UnknownVote(VoteId vote) implements Unknown {}

    record UnknownItem(ItemNumber item) implements Unknown {}

    /** Nobody of that name was noted as attending. */
    record UnknownAttendee(String name) implements Unknown {}

    /** No arrival, departure or statement (as the correction needs) stands at that position. */
    record UnknownPosition(long position) implements Unknown {}

    /** Something that does not exist. */
    sealed interface Unknown extends Refusal {
        @Override
        default Nature nature() {
            return Nature.UNKNOWN;
        }
    }

    /** Nothing that waits for a second person stands at that position. */
    record UnknownProposal(long proposal) implements Unknown {}

    // ---- in conflict with what is recorded

    /** A conflict that no minutes can record either. */
    sealed interface Conflict extends Refusal {
        @Override
        default Nature nature() {
            return Nature.CONFLICT;
        }
    }

    /** The rules leave this command to two persons: it is proposed by one and confirmed by another. */
    record NeedsTwoPersons(String command) implements Conflict {}

    /** Who proposed cannot be the one who confirms. */
    record SamePerson(long proposal) implements Conflict {}

    record AssemblyExists(AssemblyId assembly) implements Conflict {}

    record SessionExists(SessionId session) implements Conflict {}

    record VoteExists(VoteId vote) implements Conflict {}

    /** The seat is on the roll already. */
    record SeatExists(SeatId seat) implements Conflict {}

    /** The command would change nothing. */
    record NothingChanges() implements Conflict {}

    /** Only a transcribed session can record what minutes declare; the live ledger counts by itself. */
    record OnlyTranscribed() implements Conflict {}

    /** The same key was used before by the same actor, for another command. */
    record KeyReused(CommandKey key) implements Conflict {}

    /** The session that a vote names is of another assembly, or is the vote's own. */
    record NotEarlierSession(SessionId session) implements Conflict {}

    /** Who sat in that session is not known by name, so nobody can say who may vote. */
    record WhoSatUnknown(SessionId session) implements Conflict {}

    /** That vote of that session is no stage of a question. */
    record NotAStage(SessionId earlier, VoteId stage) implements Conflict {}

    /** That stage is still open, was annulled, or its outcome is not known. */
    record StageNotDecided(SessionId earlier, VoteId stage) implements Conflict {}

    /** The stages so far have decided the question. */
    record DecidedByStages(SessionId earlier, VoteId stage) implements Conflict {}

    /** A stage brings the majority that it needs; none can be chosen for it. */
    record StageBringsMajority() implements Conflict {}

    /** The ledger itself must look at the session that the vote names. */
    record EarlierSessionNeeded(SessionId session) implements Conflict {}

    // ---- never possible

    /** Values that can never be. */
    sealed interface Impossible extends Refusal {
        @Override
        default Nature nature() {
            return Nature.IMPOSSIBLE;
        }
    }

    /** A value that is not well formed. */
    record NotWellFormed(Malformed.Fault fault, String what, String value) implements Impossible {}

    /** An assembly or a session needs seats. */
    record NoSeats() implements Impossible {}

    /** One identifier stands for two seats, or a list names a seat twice. */
    record SeatNamedTwice(SeatId seat) implements Impossible {
        @Override
        public List<SeatId> seats() {
            return List.of(seat);
        }
    }

    /** Two items of the agenda have one number. */
    record ItemTwice(ItemNumber item) implements Impossible {}

    /** A second call must name the session that it repeats, and only a second or further call may. */
    record CallMismatch(int call, @Nullable SessionId secondCallOf) implements Impossible {}

    /** An event would be larger than an entry of the ledger can be: the command must be split or shortened. */
    record EntryTooLarge(String event, int bytes, int most) implements Impossible {}

    /** More people than the roll has seats, or fewer than none. */
    record CountOutOfRange(int count, int most) implements Impossible {}

    /** Preferences in a vote that is no election, or a stance in one that is. */
    record ChoiceNotOffered(VoteId vote) implements Impossible {}

    /** The vote is on a question, not on candidates. */
    record NotAnElection(VoteId vote) implements Impossible {}

    /** What was asked would reveal how somebody voted in a secret vote. */
    record WouldReveal(VoteId vote, Leak leak) implements Conflict {
        /** How it would. */
        public enum Leak {
            /** Seats of unequal weight (or population, where the rule counts by it): the sums tell who cast what. */
            UNEQUAL_SEATS,
            /** The rules let ballots be changed: what is changed must be known. */
            BALLOT_CHANGE,
            /** The rules give the chair a casting vote: how the chair voted must be known. */
            CASTING_VOTE,
            /** Ballots recorded by somebody else than the seat. */
            RECORDED_FOR_OTHERS,
            /** A single ballot put right. */
            CORRECTION
        }
    }

    /** The urn of a secret vote does not hold as many ballots as seats took part; nothing may be counted from it. */
    record UrnMismatch(VoteId vote, int participants, int ballots) implements Conflict {}

    /** The vote is secret: it is closed by emptying its urn, or it is not secret and has none. */
    record UrnNeeded(VoteId vote) implements Conflict {}

    // ---- breaches of the rules of procedure

    /** The session is not in a state that allows this. */
    record WrongState(SessionStage stage, List<SessionStage> allowed) implements Breach {
        @Override
        public FindingCode finding() {
            return FindingCode.WRONG_STATE;
        }

        @Override
        public @Nullable String found() {
            return Words.of(stage);
        }
    }

    /** A vote is open, and must be closed first. */
    record AnotherVoteOpen(VoteId vote) implements NotNow {}

    /** The vote is not open. */
    record VoteNotOpen(VoteId vote) implements NotNow {}

    /** The vote is still open. */
    record VoteNotClosed(VoteId vote) implements NotNow {}

    /** The vote is annulled. */
    record VoteIsAnnulled(VoteId vote) implements NotNow {}

    /** The outcome is proclaimed already; what was proclaimed wrongly is corrected. */
    record AlreadyProclaimed(VoteId vote) implements NotNow {}

    /** Only an annulled vote can be repeated. */
    record VoteNotAnnulled(VoteId vote) implements NotNow {}

    /** The vote was not carried, as this needs. */
    record VoteNotCarried(VoteId vote) implements Breach {
        @Override
        public FindingCode finding() {
            return FindingCode.OTHER;
        }
    }

    /**
     * The session is too early or too late for this stage.
     *
     * @param date the day of the session
     * @param notBefore the first day on which it may be; null where there is none
     * @param notAfter the last; null where there is none
     */
    record StageOutOfTerm(
            LocalDate date,
            @Nullable LocalDate notBefore,
            @Nullable LocalDate notAfter) implements Breach {
        @Override
        public FindingCode finding() {
            return FindingCode.OTHER;
        }

        @Override
        public @Nullable String expected() {
            var bound = notBefore != null && date.isBefore(notBefore) ? notBefore : notAfter;
            return bound == null ? null : bound.toString();
        }

        @Override
        public @Nullable String found() {
            return date.toString();
        }
    }

    /** The election needs no further round, or cannot have one before a lot is drawn. */
    record NoFurtherRound(VoteId vote) implements NotNow {}

    /** The round that follows was opened already. */
    record RoundOpenedAlready(VoteId vote, VoteId next) implements NotNow {}

    /** No lot decides this election: nobody is equal where it matters. */
    record NoLotToDraw(VoteId vote) implements NotNow {}

    /** The lot must be drawn between just these, who are equal. */
    record LotNotAmongEquals(VoteId vote, List<CandidateId> among) implements Breach {
        /** Keeps its own copy of the candidates. */
        public LotNotAmongEquals {
            among = List.copyOf(among);
        }

        @Override
        public FindingCode finding() {
            return FindingCode.OTHER;
        }
    }

    record AlreadyPresent(SeatId seat) implements SeatBreach {
        @Override
        public FindingCode finding() {
            return FindingCode.ALREADY_PRESENT;
        }
    }

    record NotPresent(SeatId seat) implements SeatBreach {
        @Override
        public FindingCode finding() {
            return FindingCode.NOT_PRESENT;
        }
    }

    /** The attendee is not present. */
    record AttendeeNotPresent(String name) implements Breach {
        @Override
        public FindingCode finding() {
            return FindingCode.NOT_PRESENT;
        }

        @Override
        public @Nullable String found() {
            return name;
        }
    }

    /** The same person already acts for another seat. */
    record PersonActsForAnother(String person, SeatId seat, SeatId other) implements SeatBreach {
        @Override
        public FindingCode finding() {
            return FindingCode.OTHER;
        }

        @Override
        public @Nullable String found() {
            return person;
        }
    }

    record RemoteNotAllowed(SeatId seat) implements SeatBreach {
        @Override
        public FindingCode finding() {
            return FindingCode.OTHER;
        }
    }

    /** The seat is already present in that mode, or through that delegate. */
    record AlreadySo(SeatId seat) implements SeatBreach {
        @Override
        public FindingCode finding() {
            return FindingCode.OTHER;
        }
    }

    /** The sitting is already closed to the public, or open to it. */
    record PublicityUnchanged(boolean closed) implements Breach {
        @Override
        public FindingCode finding() {
            return FindingCode.OTHER;
        }
    }

    record ProxiesNotAllowed(SeatId from, SeatId to) implements ProxyBreach {}

    /** The holder has as many proxies as the rules allow. */
    record ProxyCapReached(SeatId from, SeatId to, int cap) implements ProxyBreach {
        @Override
        public @Nullable String expected() {
            return Integer.toString(cap);
        }
    }

    record ProxyGiverPresent(SeatId from, SeatId to) implements ProxyBreach {}

    record ProxyHolderAbsent(SeatId from, SeatId to) implements ProxyBreach {}

    /** A seat that is itself represented, or that has no vote, cannot hold or give a proxy. */
    record ProxyChain(SeatId from, SeatId to) implements ProxyBreach {}

    /** The giver is represented already. */
    record ProxyAlreadyGiven(SeatId from, SeatId to) implements ProxyBreach {}

    record NoSuchProxy(SeatId from) implements Breach {
        @Override
        public FindingCode finding() {
            return FindingCode.OTHER;
        }

        @Override
        public List<SeatId> seats() {
            return List.of(from);
        }
    }

    /** A session with its quorum cannot be deserted. */
    record QuorumIsMet(
            @Nullable BigDecimal present, @Nullable BigDecimal required) implements Breach {
        @Override
        public FindingCode finding() {
            return FindingCode.OTHER;
        }

        @Override
        public @Nullable String expected() {
            return required == null ? null : required.toPlainString();
        }

        @Override
        public @Nullable String found() {
            return present == null ? null : present.toPlainString();
        }
    }

    /** The time of grace after the scheduled hour is not over. */
    record GraceNotOver(StatedTime until) implements Breach {
        @Override
        public FindingCode finding() {
            return FindingCode.OTHER;
        }

        @Override
        public @Nullable String expected() {
            return until.written();
        }
    }

    record NoQuorum(@Nullable BigDecimal present, @Nullable BigDecimal required) implements Breach {
        @Override
        public FindingCode finding() {
            return FindingCode.NO_QUORUM;
        }

        @Override
        public @Nullable String expected() {
            return required == null ? null : required.toPlainString();
        }

        @Override
        public @Nullable String found() {
            return present == null ? null : present.toPlainString();
        }
    }

    /** An item that was taken up stays on the agenda. */
    record ItemTakenUpAlready(ItemNumber item) implements NotNow {}

    /** The seat may not vote in this vote: it was neither present nor represented when it opened, or has no vote. */
    record NotInElectorate(VoteId vote, SeatId seat) implements SeatBreach {
        @Override
        public FindingCode finding() {
            return FindingCode.VOTER_ABSENT;
        }
    }

    /** The seat has left the count because of a conflict of interest. */
    record IsRecused(VoteId vote, SeatId seat) implements SeatBreach {
        @Override
        public FindingCode finding() {
            return FindingCode.OTHER;
        }
    }

    /** The seat has declared that it takes no part. */
    record HasDeclined(VoteId vote, SeatId seat) implements SeatBreach {
        @Override
        public FindingCode finding() {
            return FindingCode.DOUBLE_BALLOT;
        }
    }

    record AlreadyCast(VoteId vote, SeatId seat) implements SeatBreach {
        @Override
        public FindingCode finding() {
            return FindingCode.DOUBLE_BALLOT;
        }
    }

    record MoverIsSeconder(Participant mover) implements Breach {
        @Override
        public FindingCode finding() {
            return FindingCode.MOVER_IS_SECONDER;
        }

        @Override
        public List<SeatId> seats() {
            return mover instanceof Participant.OfSeat(var seat) ? List.of(seat) : List.of();
        }
    }

    /** The stated time lies wholly in the future. */
    record TimeInFuture(StatedTime stated) implements Breach {
        @Override
        public FindingCode finding() {
            return FindingCode.TIME_DISORDER;
        }

        @Override
        public @Nullable String found() {
            return stated.written();
        }
    }

    /** The stated time lies wholly before something that it must follow, recorded at that position. */
    record TimeBeforeEarlierEvent(StatedTime stated, long position, List<SeatId> seats) implements Breach {
        /** Keeps its own copy of the seats. */
        public TimeBeforeEarlierEvent {
            seats = List.copyOf(seats);
        }

        @Override
        public FindingCode finding() {
            return FindingCode.TIME_DISORDER;
        }

        @Override
        public @Nullable String expected() {
            return "not before position " + position;
        }

        @Override
        public @Nullable String found() {
            return stated.written();
        }
    }

    /** A breach that concerns one seat. */
    sealed interface SeatBreach extends Breach {
        /** The seat concerned. */
        SeatId seat();

        @Override
        default List<SeatId> seats() {
            return List.of(seat());
        }
    }

    /** A breach that concerns a proxy. */
    sealed interface ProxyBreach extends Breach {
        /** Who would be represented. */
        SeatId from();

        /** Who would represent. */
        SeatId to();

        @Override
        default FindingCode finding() {
            return FindingCode.PROXY_EXCESS;
        }

        @Override
        default List<SeatId> seats() {
            return List.of(from(), to());
        }
    }
}
