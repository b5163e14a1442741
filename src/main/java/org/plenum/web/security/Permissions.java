package org.plenum.web.security;

import static org.plenum.web.security.Grant.NO;
import static org.plenum.web.security.Grant.OWN;
import static org.plenum.web.security.Grant.YES;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plenum.command.AssemblyCommand.*;
import org.plenum.command.Command;
import org.plenum.command.SessionCommand.*;
import org.plenum.command.SessionCommand.CarryOut;
import org.plenum.command.SessionCommand.ConfirmProposal;
import org.plenum.command.SessionCommand.DeclareVotes;
import org.plenum.command.SessionCommand.OpenElection;
import org.plenum.command.SessionCommand.OpenRound;
import org.plenum.command.SessionCommand.OrderRollCall;
import org.plenum.command.SessionCommand.Propose;
import org.plenum.command.SessionCommand.RecordLot;
import org.plenum.command.SessionCommand.WithdrawProposal;
import org.plenum.vocabulary.AssemblyId;
import org.plenum.vocabulary.SeatId;

/**
 * Who may give which command: the one table, which {@code docs/security.md} shows too. Whoever has several roles may do
 * what any of them may, in the assemblies for which they have it.
 */
public final class Permissions {
    private static final Map<Class<? extends Command>, Map<Role, Grant>> TABLE = new LinkedHashMap<>();

    /** Whose seat a command speaks for, where a delegate may give it for the own one. */
    private static final Map<Class<? extends Command>, Function<Command, SeatId>> OWN_SEAT = new LinkedHashMap<>();

    static {
        own(CastBallot.class, CastBallot::seat);
        own(DeclineToParticipate.class, DeclineToParticipate::seat);
        own(Recuse.class, Recuse::seat);
        own(GiveProxy.class, GiveProxy::from);
        own(RevokeProxy.class, RevokeProxy::from);

        //                             administrator, president, clerk, delegate, auditor, reader
        row(FoundAssembly.class, YES, NO, YES, NO, NO, NO);
        row(AdoptRules.class, YES, NO, YES, NO, NO, NO);
        row(AddSeats.class, YES, NO, YES, NO, NO, NO);
        row(ChangeSeat.class, YES, NO, YES, NO, NO, NO);
        row(RemoveSeat.class, YES, NO, YES, NO, NO, NO);

        row(ConveneSession.class, YES, YES, YES, NO, NO, NO);
        row(OpenSession.class, NO, YES, YES, NO, NO, NO);
        row(SuspendSession.class, NO, YES, YES, NO, NO, NO);
        row(ResumeSession.class, NO, YES, YES, NO, NO, NO);
        row(AdjournSession.class, NO, YES, YES, NO, NO, NO);
        row(DeclareDeserted.class, NO, YES, YES, NO, NO, NO);
        row(CloseSession.class, NO, YES, YES, NO, NO, NO);
        row(CloseToPublic.class, NO, YES, YES, NO, NO, NO);
        row(ReopenToPublic.class, NO, YES, YES, NO, NO, NO);
        row(VerifyQuorum.class, NO, YES, YES, NO, NO, NO);

        row(CallRoll.class, NO, NO, YES, NO, NO, NO);
        row(CountRoll.class, NO, NO, YES, NO, NO, NO);
        row(RegisterArrival.class, NO, NO, YES, NO, NO, NO);
        row(RegisterDeparture.class, NO, NO, YES, NO, NO, NO);
        row(ChangeMode.class, NO, NO, YES, NO, NO, NO);
        row(ReplaceDelegate.class, NO, NO, YES, NO, NO, NO);
        row(NoteUnnamed.class, NO, NO, YES, NO, NO, NO);
        row(NoteAbsent.class, NO, NO, YES, NO, NO, NO);
        row(NoteAbsentAllBut.class, NO, NO, YES, NO, NO, NO);
        row(DeclarePresence.class, NO, NO, YES, NO, NO, NO);
        row(GiveProxy.class, NO, NO, YES, OWN, NO, NO);
        row(RevokeProxy.class, NO, NO, YES, OWN, NO, NO);

        row(NoteAttendee.class, NO, NO, YES, NO, NO, NO);
        row(HandOverChair.class, NO, YES, YES, NO, NO, NO);
        row(ReplaceClerk.class, NO, YES, YES, NO, NO, NO);
        row(AppointScrutineers.class, NO, YES, YES, NO, NO, NO);

        row(TakeUpItem.class, NO, YES, YES, NO, NO, NO);
        row(ConcludeItem.class, NO, YES, YES, NO, NO, NO);
        row(AmendAgenda.class, NO, YES, YES, NO, NO, NO);
        row(RecordStatement.class, NO, NO, YES, NO, NO, NO);
        row(ApproveMinutes.class, NO, YES, YES, NO, NO, NO);

        row(OpenVote.class, NO, YES, YES, NO, NO, NO);
        row(OpenElection.class, NO, YES, YES, NO, NO, NO);
        row(OpenRound.class, NO, YES, YES, NO, NO, NO);
        row(RecordLot.class, NO, YES, YES, NO, NO, NO);
        row(OrderRollCall.class, NO, YES, YES, NO, NO, NO);
        row(CastBallot.class, NO, NO, YES, OWN, NO, NO);
        row(RecordBallots.class, NO, NO, YES, NO, NO, NO);
        row(DeclineToParticipate.class, NO, NO, YES, OWN, NO, NO);
        row(Recuse.class, NO, YES, YES, OWN, NO, NO);
        row(CloseVote.class, NO, YES, YES, NO, NO, NO);
        // The ledger alone gives these two: when somebody closes a secret vote, and where an earlier session counts.
        row(CloseSecretVote.class, NO, NO, NO, NO, NO, NO);
        row(OpenVoteAcross.class, NO, NO, NO, NO, NO, NO);
        row(Proclaim.class, NO, YES, YES, NO, NO, NO);
        row(AnnulVote.class, NO, YES, YES, NO, NO, NO);
        row(DeclareCounts.class, NO, NO, YES, NO, NO, NO);

        row(DeclareVotes.class, NO, NO, YES, NO, NO, NO);
        // The ledger alone gives these two, where the rules ask for a second person.
        row(Propose.class, NO, NO, NO, NO, NO, NO);
        row(CarryOut.class, NO, NO, NO, NO, NO, NO);
        row(ConfirmProposal.class, NO, YES, YES, NO, NO, NO);
        row(WithdrawProposal.class, NO, YES, YES, NO, NO, NO);
        row(CorrectAttendance.class, NO, NO, YES, NO, NO, NO);
        row(CorrectBallot.class, NO, NO, YES, NO, NO, NO);
        row(CorrectProclamation.class, NO, YES, YES, NO, NO, NO);
        row(CorrectStatement.class, NO, NO, YES, NO, NO, NO);
        row(CorrectDeclaration.class, NO, NO, YES, NO, NO, NO);
        row(RecordNote.class, NO, NO, YES, NO, NO, NO);
    }

    private Permissions() {}

    private static <C extends Command> void own(Class<C> command, Function<C, SeatId> seat) {
        OWN_SEAT.put(command, given -> seat.apply(command.cast(given)));
    }

    private static void row(Class<? extends Command> command, Grant... grants) {
        var row = new EnumMap<Role, Grant>(Role.class);
        var next = List.of(grants).iterator();
        for (var role : Role.values()) {
            row.put(role, next.next());
        }
        if (TABLE.put(command, Collections.unmodifiableMap(row)) != null) {
            throw new IllegalStateException("two rows for " + command);
        }
    }

    /** The table: for each command what each role may do with it, those that belong together side by side. */
    public static Map<Class<? extends Command>, Map<Role, Grant>> table() {
        return Collections.unmodifiableMap(TABLE);
    }

    /**
     * Whether somebody may give a command.
     *
     * @param assembly the assembly that the command concerns; null where it is not known, so that no seat is one's own, and
     *     only what somebody is everywhere counts
     */
    public static boolean allow(Person person, Command command, @Nullable AssemblyId assembly) {
        var row = Objects.requireNonNull(TABLE.get(command.getClass()), () -> "no row for " + command.getClass());
        return person.roles().stream().anyMatch(role -> switch (row.getOrDefault(role, NO)) {
            case YES -> person.offices().has(role, assembly);
            case NO -> false;
            case OWN -> {
                var seat = ownSeat(command);
                yield seat != null && assembly != null && person.actsFor(assembly, seat);
            }
        });
    }

    /**
     * Whether somebody may do what is no command.
     *
     * @param assembly the assembly that it concerns; null where it concerns all
     */
    public static boolean allow(Person person, Deed deed, @Nullable AssemblyId assembly) {
        return person.roles().stream()
                .anyMatch(role -> deed.isOf(role) && person.offices().has(role, assembly));
    }

    /** Whether somebody may give commands of a kind, for whatever seat. */
    public static boolean mayEver(Person person, Class<? extends Command> command) {
        var row = TABLE.getOrDefault(command, Map.of());
        return person.roles().stream().anyMatch(role -> row.getOrDefault(role, NO) != NO);
    }

    /** Whether somebody may give commands of a kind in an assembly, for whatever seat. */
    public static boolean mayIn(Person person, Class<? extends Command> command, @Nullable AssemblyId assembly) {
        var row = TABLE.getOrDefault(command, Map.of());
        return person.roles().stream().anyMatch(role -> switch (row.getOrDefault(role, NO)) {
            case YES -> person.offices().has(role, assembly);
            case OWN ->
                assembly != null
                        && person.seats().stream()
                                .anyMatch(seat -> seat.assembly().equals(assembly));
            case NO -> false;
        });
    }

    /** Whether somebody may do such a thing anywhere. */
    public static boolean mayEver(Person person, Deed deed) {
        return person.roles().stream().anyMatch(deed::isOf);
    }

    /** The seat whose delegate a command speaks for, where it is such a command. */
    private static @Nullable SeatId ownSeat(Command command) {
        var seat = OWN_SEAT.get(command.getClass());
        return seat == null ? null : seat.apply(command);
    }
}
