package org.plenum.proof.merkle;

import org.plenum.proof.Fault;

/** Why an inclusion or consistency proof isn't accepted. */
public sealed interface ProofFault extends Fault {

    /** The tree has no leaf with that index. */
    record IndexOutsideTree(long index, long size) implements ProofFault {
        @Override
        public String code() {
            return "INDEX_OUTSIDE_TREE";
        }

        @Override
        public String en() {
            return "A tree of %d leaves has no leaf with index %d.".formatted(size, index);
        }

        @Override
        public String it() {
            return "Un albero di %d foglie non ha una foglia di indice %d.".formatted(size, index);
        }
    }

    /** Nothing can be proven from an empty tree, since every tree begins with it. */
    record OldTreeEmpty(long newSize) implements ProofFault {
        @Override
        public String code() {
            return "OLD_TREE_EMPTY";
        }

        @Override
        public String en() {
            return "The older tree is empty; every tree is consistent with it, and no proof says anything.";
        }

        @Override
        public String it() {
            return "L'albero più vecchio è vuoto; ogni albero è coerente con esso, e nessuna prova dice qualcosa.";
        }
    }

    /** The tree that is called older has more leaves than the newer. */
    record OldTreeLarger(long oldSize, long newSize) implements ProofFault {
        @Override
        public String code() {
            return "OLD_TREE_LARGER";
        }

        @Override
        public String en() {
            return "The older tree has %d leaves, more than the newer one's %d.".formatted(oldSize, newSize);
        }

        @Override
        public String it() {
            return "L'albero più vecchio ha %d foglie, più delle %d del più nuovo.".formatted(oldSize, newSize);
        }
    }

    /** A proof for these sizes has another number of hashes. */
    record WrongLength(int found, int expected) implements ProofFault {
        @Override
        public String code() {
            return "WRONG_LENGTH";
        }

        @Override
        public String en() {
            return "The proof has %d hashes; for these sizes it must have %d.".formatted(found, expected);
        }

        @Override
        public String it() {
            return "La prova ha %d hash; per queste dimensioni ne deve avere %d.".formatted(found, expected);
        }
    }

    /** The proof leads to another root than the one claimed. */
    record RootMismatch(Hash claimed, Hash computed) implements ProofFault {
        @Override
        public String code() {
            return "ROOT_MISMATCH";
        }

        @Override
        public String en() {
            return "The proof leads to the root %s, not to %s.".formatted(computed, claimed);
        }

        @Override
        public String it() {
            return "La prova conduce alla radice %s, non a %s.".formatted(computed, claimed);
        }
    }

    /** The proof leads to another root of the older tree than the one claimed. */
    record OldRootMismatch(Hash claimed, Hash computed) implements ProofFault {
        @Override
        public String code() {
            return "OLD_ROOT_MISMATCH";
        }

        @Override
        public String en() {
            return "The proof leads to the older root %s, not to %s.".formatted(computed, claimed);
        }

        @Override
        public String it() {
            return "La prova conduce alla radice più vecchia %s, non a %s.".formatted(computed, claimed);
        }
    }
}
