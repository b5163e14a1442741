package org.plenum.cli.proof;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import org.plenum.proof.Base64Text;
import org.plenum.proof.Refused;
import org.plenum.proof.merkle.Hash;
import org.plenum.proof.merkle.Merkle;
import org.plenum.proof.tile.EntryBundle;
import org.plenum.proof.tile.HashTile;
import org.plenum.proof.tile.TilePath;
import org.plenum.proof.tile.TreeTiles;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes tile paths, tiles and entry bundles: which of these, the fields say. */
public final class TileQuestion implements Question {

    private static final int MOST_LEVEL = 63;

    /** The largest tree whose tiles are listed: some 400,000 paths. */
    private static final long MOST_LISTED = 100_000_000;

    @Override
    public ObjectNode answer(Fields asked) throws Refused {
        if (asked.has("treeSize", "size")) {
            return tilesOfTree(asked);
        }
        if (asked.has("path")) {
            TilePath path = TilePath.parse(asked.text("path"));
            ObjectNode answer = describe(path);
            if (asked.has("data")) {
                putContent(answer, path, asked.bytes("data"));
            }
            return answer;
        }
        if (asked.has("entries", "entriesBase64")) {
            return Dialogue.object().put("data", Base64Text.encode(EntryBundle.encode(entries(asked))));
        }
        return asked.has("hashes")
                ? Dialogue.object().put("data", Base64Text.encode(tile(asked).encode()))
                : describe(path(asked));
    }

    private static ObjectNode tilesOfTree(Fields asked) throws Refused {
        long size = asked.optionalNumber(MOST_LISTED, "treeSize", "size").orElseThrow();
        OptionalLong old = asked.optionalNumber(size, "oldSize", "size1");
        ObjectNode answer = Dialogue.object();
        ArrayNode paths = answer.putArray("paths");
        TreeTiles.added(old.orElse(0), size).forEach(tile -> paths.add(tile.path()));
        return answer;
    }

    private static ObjectNode describe(TilePath path) {
        ObjectNode answer = Dialogue.object().put("path", path.path());
        switch (path) {
            case TilePath.Hashes hashes -> answer.put("kind", "hashes").put("level", hashes.level());
            case TilePath.Entries _ -> answer.put("kind", "entries");
        }
        return answer.put("index", path.index())
                .put("width", path.width())
                .put("partial", path.width() < TilePath.FULL_WIDTH);
    }

    private static void putContent(ObjectNode answer, TilePath path, byte[] data) throws Refused {
        switch (path) {
            case TilePath.Hashes hashes -> {
                ArrayNode array = answer.putArray("hashes");
                HashTile.decode(hashes, data).hashes().forEach(hash -> array.add(hash.base64()));
            }
            case TilePath.Entries entries -> {
                ArrayNode array = answer.putArray("entriesBase64");
                ArrayNode leaves = answer.putArray("leafHashes");
                for (byte[] entry : EntryBundle.decode(entries, data)) {
                    array.add(Base64Text.encode(entry));
                    leaves.add(Merkle.leaf(entry).base64());
                }
            }
        }
    }

    private static TilePath path(Fields asked) throws Refused {
        int width = width(asked.optionalNumber(TilePath.FULL_WIDTH, "width"));
        OptionalLong level = asked.optionalNumber(MOST_LEVEL, "level");
        return level.isPresent()
                ? new TilePath.Hashes((int) level.getAsLong(), asked.number("index"), width)
                : new TilePath.Entries(asked.number("index"), width);
    }

    private static int width(OptionalLong number) throws ValueRefused {
        long width = number.orElse(TilePath.FULL_WIDTH);
        if (width == 0) {
            throw new ValueRefused(new ValueFault.NumberOutOfRange("width", "0", 1, TilePath.FULL_WIDTH));
        }
        return (int) width;
    }

    private static HashTile tile(Fields asked) throws Refused {
        List<Hash> hashes = asked.hashes("hashes");
        if (hashes.isEmpty() || hashes.size() > TilePath.FULL_WIDTH) {
            throw new ValueRefused(
                    new ValueFault.NumberOutOfRange("hashes", Integer.toString(hashes.size()), 1, TilePath.FULL_WIDTH));
        }
        return new HashTile(hashes);
    }

    private static List<byte[]> entries(Fields asked) throws NotUnderstood {
        return asked.has("entriesBase64")
                ? asked.byteStrings("entriesBase64")
                : asked.texts("entries").stream()
                        .map(entry -> entry.getBytes(StandardCharsets.UTF_8))
                        .toList();
    }
}
