package org.plenum.cli.proof;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.plenum.proof.Refused;
import org.plenum.proof.merkle.Frontier;
import org.plenum.proof.merkle.Hash;
import org.plenum.proof.merkle.Merkle;
import org.plenum.proof.merkle.MerkleTree;
import org.plenum.proof.merkle.NodeId;
import org.plenum.proof.merkle.ProofFault;
import org.plenum.proof.merkle.ProofRefused;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The root over these entries and, where asked for, proofs in their tree as {@code proof} itself reads them. */
public final class TreeQuestion implements Question {

    @Override
    public ObjectNode answer(Fields asked) throws Refused {
        List<Hash> leaves = leaves(asked);
        Map<NodeId, Hash> stored = new HashMap<>();
        Frontier frontier = new Frontier();
        leaves.forEach(leaf -> frontier.append(leaf, stored::put));
        MerkleTree tree = new MerkleTree(wanted -> wanted.stream()
                .map(node -> Objects.requireNonNull(stored.get(node)))
                .toList());

        long size = asked.optionalNumber(leaves.size(), "treeSize", "size").orElse(leaves.size());
        ObjectNode answer = Dialogue.object()
                .put("treeSize", size)
                .put("root", tree.root(size).base64());
        OptionalLong index = asked.optionalNumber("leafIdx", "leafIndex", "index");
        if (index.isPresent()) {
            answer.set("inclusion", inclusion(tree, index.getAsLong(), size, leaves));
        }
        OptionalLong oldSize = asked.optionalNumber("size1", "oldSize", "first", "from");
        if (oldSize.isPresent()) {
            answer.set("consistency", consistency(tree, oldSize.getAsLong(), size));
        }
        return answer;
    }

    private static ObjectNode inclusion(MerkleTree tree, long index, long size, List<Hash> leaves) throws ProofRefused {
        if (index >= size) {
            throw new ProofRefused(new ProofFault.IndexOutsideTree(index, size));
        }
        ObjectNode inclusion = Dialogue.object()
                .put("leafIdx", index)
                .put("treeSize", size)
                .put("root", tree.root(size).base64())
                .put("leafHash", leaves.get((int) index).base64());
        put(inclusion, tree.inclusionProof(index, size));
        return inclusion;
    }

    private static ObjectNode consistency(MerkleTree tree, long oldSize, long size) throws ProofRefused {
        if (oldSize < 1) {
            throw new ProofRefused(new ProofFault.OldTreeEmpty(size));
        }
        if (oldSize > size) {
            throw new ProofRefused(new ProofFault.OldTreeLarger(oldSize, size));
        }
        ObjectNode consistency = Dialogue.object()
                .put("size1", oldSize)
                .put("size2", size)
                .put("root1", tree.root(oldSize).base64())
                .put("root2", tree.root(size).base64());
        put(consistency, tree.consistencyProof(oldSize, size));
        return consistency;
    }

    private static void put(ObjectNode answer, List<Hash> proof) {
        ArrayNode hashes = answer.putArray("proof");
        proof.forEach(hash -> hashes.add(hash.base64()));
    }

    private static List<Hash> leaves(Fields asked) throws Refused {
        if (asked.has("leafHashes", "leaves")) {
            return asked.hashes("leafHashes", "leaves");
        }
        return asked.has("entriesBase64")
                ? asked.byteStrings("entriesBase64").stream().map(Merkle::leaf).toList()
                : asked.texts("entries").stream()
                        .map(entry -> Merkle.leaf(entry.getBytes(StandardCharsets.UTF_8)))
                        .toList();
    }
}
