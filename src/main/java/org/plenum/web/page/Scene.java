package org.plenum.web.page;

import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.SessionStage;

/**
 * What can be seen of a session at a moment, in words and pictures, by one person in one language. Consoles, the wall and
 * the delegates' page show parts of it.
 *
 * @param position how far the record goes
 * @param overturned what corrections changed in outcomes, a sentence each
 */
record Scene(
        String id,
        long position,
        String assembly,
        String assemblyName,
        String title,
        String day,
        String zone,
        @Nullable String place,
        SessionStage stage,
        String stageWord,
        @Nullable String stageSince,
        boolean transcribed,
        boolean closedToPublic,
        String chair,
        String clerk,
        List<String> scrutineers,
        Quorum quorum,
        List<Item> agenda,
        @Nullable Item item,
        @Nullable Item next,
        @Nullable Vote vote,
        List<Vote> results,
        @Nullable Vote freshResult,
        List<Vote> votes,
        List<Place> places,
        List<String> overturned,
        List<Proposal> proposals) {
    /**
     * What waits for a second person.
     *
     * @param details what it is about, in words: the vote, the seat, the reason
     * @param own whether whoever looks has proposed it, and so cannot confirm it
     */
    record Proposal(long position, String words, String details, String by, boolean own) {}

    /** Whether there are results that await no proclamation any more. */
    public boolean isPastResults() {
        return results.stream().anyMatch(vote -> !vote.isToProclaim());
    }

    /** What stands on one seat. */
    public Place place(String seat) {
        for (var place : places) {
            if (place.seat().equals(seat)) {
                return place;
            }
        }
        throw new NoSuchElementException(seat);
    }

    /** The seats that may still vote in the open vote. */
    List<Place> waiting() {
        return places.stream().filter(place -> "waiting".equals(place.ballot())).toList();
    }

    /** How many seats are there by name. */
    public long presentCount() {
        return places.stream().filter(Place::isThere).count();
    }

    /** Who is there against who is needed. */
    record Quorum(
            @Nullable Integer present,
            int seats,
            @Nullable String required,
            @Nullable Boolean met,
            String sentence,
            String explanation,
            String bar,
            String ring) {
        /** "met", "not-met" or "unknown". */
        public String state() {
            return met == null ? "unknown" : met ? "met" : "not-met";
        }
    }

    /** An item of the agenda. */
    record Item(
            String number,
            String title,
            String state,
            @Nullable String word,
            int votes) {
        /** Whether it is at hand. */
        public boolean isNow() {
            return state.equals("now");
        }
    }

    /** How many of each; in heads. */
    record Counts(int inFavour, int against, int abstain, int blank, int invalid, int declined, int didNotVote) {
        /** How many digits the largest of the three numbers has; for its size. */
        public int digits() {
            return Integer.toString(Math.max(inFavour, Math.max(against, abstain)))
                    .length();
        }

        /** Whether there are papers that are blank or void. */
        public boolean hasPapers() {
            return blank + invalid > 0;
        }
    }

    /** What one seat did in a vote. */
    record Ballot(String seat, String name, String sign, String word) {}

    /**
     * A vote. Counts are null where this person may not see them, or nobody knows them.
     *
     * @param waitingWords who has not voted yet, as many as can be read at a glance
     * @param voiced whether the clerk records it
     * @param called whether the seats are called one by one
     * @param repeated whether another vote repeats it
     */
    record Vote(
            String id,
            String subject,
            String method,
            boolean secret,
            String rule,
            String status,
            @Nullable String openedIso,
            @Nullable String openedAt,
            @Nullable String closedAt,
            @Nullable Integer electorate,
            int cast,
            @Nullable Counts counts,
            List<String> waiting,
            String waitingWords,
            boolean voiced,
            boolean called,
            boolean repeated,
            @Nullable String outcome,
            @Nullable String outcomeWord,
            @Nullable String explanation,
            @Nullable String proclaimed,
            @Nullable String unanimity,
            List<String> items,
            @Nullable Contest contest,
            List<Called> callingOrder) {
        public boolean isOpen() {
            return status.equals("open");
        }

        public boolean isAnnulled() {
            return status.equals("annulled");
        }

        /** Whether it is counted and its outcome not yet announced. */
        public boolean isToProclaim() {
            return status.equals("closed") && proclaimed == null;
        }

        /** Of the electorate, in percent; for bars. */
        public int percent(int number) {
            return electorate == null || electorate == 0 ? 0 : Math.min(100, 100 * number / electorate);
        }
    }

    /** A seat that is called to vote, in its turn; nobody where the seats are not called. */
    record Called(String seat, String name) {}

    /**
     * What makes a vote an election.
     *
     * @param several whether a ballot may prefer more than one
     * @param lot between whom a lot is to be drawn; empty where none is
     * @param next whether another round is to be opened
     */
    record Contest(
            int places, int preferences, boolean several, List<Standing> standing, List<Standing> lot, boolean next) {}

    /** One who stands: with the votes polled where they may be seen, and whether elected. */
    record Standing(String id, String name, @Nullable String votes, boolean elected) {}

    /**
     * A seat, and what stands on it.
     *
     * @param presence "present", "remote", "absent", "represented" or "unknown"
     * @param ballot the sign of its ballot in the open vote, or null where there is none to show
     */
    record Place(
            String seat,
            @Nullable Integer number,
            String name,
            String shortName,
            @Nullable String delegate,
            boolean votes,
            String presence,
            String presenceWord,
            @Nullable String since,
            @Nullable String ballot,
            @Nullable String ballotWord,
            @Nullable String representedBy) {
        public boolean isThere() {
            return presence.equals("present") || presence.equals("remote");
        }

        /** The same with blanks for what it is called. */
        Place withBlanks(Blanks blanks) {
            return new Place(
                    blanks.leaveAny(seat),
                    number,
                    blanks.leaveAny(name),
                    blanks.leaveAny(shortName),
                    blanks.leave(delegate),
                    votes,
                    presence,
                    presenceWord,
                    blanks.leave(since),
                    ballot,
                    ballotWord,
                    representedBy);
        }
    }
}
