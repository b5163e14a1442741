package org.plenum.proof.note;

/** What {@code signed-note} allows as a key's name. */
final class KeyName {

    private static final int NEXT_LINE = 0x85;

    private KeyName() {}

    /** Not empty, valid Unicode, without spaces of any kind, controls or a plus. */
    static boolean isValid(String name) {
        return !name.isEmpty() && name.codePoints().allMatch(KeyName::mayStand);
    }

    private static boolean mayStand(int point) {
        boolean space = Character.isSpaceChar(point) || Character.isWhitespace(point) || point == NEXT_LINE;
        boolean loneSurrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        return point >= 0x20 && point != '+' && !space && !loneSurrogate;
    }
}
