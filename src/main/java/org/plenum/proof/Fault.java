package org.plenum.proof;

/** Why a proof, a signature or a text isn't accepted: a stable code and one sentence in each language. */
public interface Fault {

    /** A stable name for programs, such as {@code ROOT_MISMATCH}. */
    String code();

    /** One sentence in English. */
    String en();

    /** One sentence in Italian. */
    String it();
}
