package org.plenum.vocabulary;

/** The number of an item on the agenda, as it is written: "3", "3/bis". */
public record ItemNumber(String value) {
    private static final int LONGEST = 40;

    /** Throws {@link Malformed} if it is blank, longer than 40 characters, or has invisible characters. */
    public ItemNumber {
        value = Texts.name("item", value);
        if (value.length() > LONGEST) {
            throw new Malformed(Malformed.Fault.TEXT_LENGTH, "item", value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
