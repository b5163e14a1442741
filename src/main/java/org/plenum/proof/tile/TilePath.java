package org.plenum.proof.tile;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plenum.proof.DecimalText;

/** Where a tile or a bundle stands in a log, written as the path that it is served at. */
public sealed interface TilePath {

    /** How many hashes or entries a full one holds. */
    int FULL_WIDTH = 256;

    /** Its number within its level, from 0. */
    long index();

    /** How many hashes or entries it holds: 1 to 256; fewer than 256 make it partial. */
    int width();

    /** The path after the log's prefix, such as {@code tile/0/x001/234.p/5}. */
    String path();

    /**
     * A tile of hashes.
     *
     * @param level 0 for leaf hashes, then one for every eight levels of the tree
     */
    record Hashes(int level, long index, int width) implements TilePath {
        public Hashes {
            if (level < 0 || level > Parts.MOST_LEVEL || !Parts.fit(index, width)) {
                throw new IllegalArgumentException("no tile " + level + ", " + index + ", " + width);
            }
        }

        @Override
        public String path() {
            return "tile/" + level + "/" + Parts.suffix(index, width);
        }
    }

    /** A bundle of entries; its entries are the leaves of the tile of level 0 with the same index. */
    record Entries(long index, int width) implements TilePath {
        public Entries {
            if (!Parts.fit(index, width)) {
                throw new IllegalArgumentException("no bundle " + index + ", " + width);
            }
        }

        @Override
        public String path() {
            return "tile/entries/" + Parts.suffix(index, width);
        }
    }

    /**
     * Reads a path, written in the one way that {@link #path} writes it.
     *
     * @throws TileRefused if it isn't one
     */
    static TilePath parse(String path) throws TileRefused {
        Matcher matcher = Parts.PATH.matcher(path);
        if (!matcher.matches()) {
            throw new TileRefused(new TileFault.MalformedPath(path));
        }
        OptionalLong index = Parts.index(matcher.group("index"));
        int width = matcher.group("width") == null ? FULL_WIDTH : Integer.parseInt(matcher.group("width"));
        if (index.isEmpty() || width > FULL_WIDTH) {
            throw new TileRefused(new TileFault.MalformedPath(path));
        }
        String level = matcher.group("level");
        if (!level.equals("entries") && Integer.parseInt(level) > Parts.MOST_LEVEL) {
            throw new TileRefused(new TileFault.MalformedPath(path));
        }
        TilePath tile = level.equals("entries")
                ? new Entries(index.getAsLong(), width)
                : new Hashes(Integer.parseInt(level), index.getAsLong(), width);
        // Catches what isn't canonical: x000/001 for 001, or .p/256 for a full tile.
        if (!tile.path().equals(path)) {
            throw new TileRefused(new TileFault.MalformedPath(path));
        }
        return tile;
    }

    /** What the two kinds of paths have in common. */
    final class Parts {
        private static final int MOST_LEVEL = 63;
        private static final Pattern PATH = Pattern.compile("tile/(?<level>[0-9]{1,2}|entries)"
                + "/(?<index>(x[0-9]{3}/){0,6}[0-9]{3})(\\.p/(?<width>[1-9][0-9]{0,2}))?");

        private Parts() {}

        private static boolean fit(long index, int width) {
            return index >= 0 && width >= 1 && width <= FULL_WIDTH;
        }

        private static String suffix(long index, int width) {
            StringBuilder path = new StringBuilder("%03d".formatted(index % 1000));
            for (long rest = index / 1000; rest > 0; rest /= 1000) {
                path.insert(0, "x%03d/".formatted(rest % 1000));
            }
            return width == FULL_WIDTH
                    ? path.toString()
                    : path.append(".p/").append(width).toString();
        }

        private static OptionalLong index(String path) {
            String digits = path.replace("x", "").replace("/", "").replaceFirst("^0+(?=[0-9])", "");
            return DecimalText.parse(digits);
        }
    }
}
