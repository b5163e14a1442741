package org.plenum.web.page;

import java.util.List;
import java.util.stream.Stream;

/**
 * The seats that one page shows. A roll as long as that of a shareholders' meeting is not looked through but searched: of it
 * a page shows those that are sought, and no more than can be taken in.
 *
 * @param places in the order of the roll, those first that are meant by their number or identifier
 * @param sought the letters they were sought by, as typed; empty where none were
 * @param found how many there would be to show
 * @param all how many there are
 * @param whole whether the roll is short enough to be shown whole
 */
record SeatsShown(List<Scene.Place> places, String sought, int found, int all, boolean whole) {
    /** A longer roll is searched. */
    static final int LONGEST_WHOLE = 200;

    private static final int MOST = 60;

    static SeatsShown of(List<Scene.Place> all, String letters) {
        var sought = new Sought(letters);
        var whole = all.size() <= LONGEST_WHOLE;
        if (sought.isNothing()) {
            return new SeatsShown(whole ? all : all.subList(0, MOST), "", all.size(), all.size(), whole);
        }
        var named = all.stream()
                .filter(place -> sought.names(place.seat(), place.number()))
                .toList();
        var found = Stream.concat(
                        named.stream(),
                        all.stream()
                                .filter(place -> !named.contains(place))
                                .filter(place -> sought.begins(place.name(), place.delegate())))
                .toList();
        return new SeatsShown(
                whole ? found : found.stream().limit(MOST).toList(), sought.letters(), found.size(), all.size(), whole);
    }

    /** Whether seats are looked for at the server: those shown are not all there are. */
    public boolean isSearched() {
        return !whole || !sought.isEmpty();
    }

    /** How many of those that would be to show are not shown. */
    public int more() {
        return found - places.size();
    }

    /** How many of the roll are not shown. */
    public int others() {
        return all - places.size();
    }
}
