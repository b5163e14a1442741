package org.plenum.proof;

/** Why a proof, a signature or a text isn't accepted: a stable code and one sentence in each language. */
public interface Fault {

    /** A stable name for programs, such as {@code ROOT_MISMATCH}. */
    String code();

    /** One sentence in English. */
    String en();

    /** One sentence in Italian. */
    String it();

    /** A text in quotation marks, cut short where it is long, to stand in such a sentence. */
    static String quoted(String text) {
        int most = 200;
        return '"' + (text.length() <= most ? text : text.substring(0, most) + "…") + '"';
    }
}
