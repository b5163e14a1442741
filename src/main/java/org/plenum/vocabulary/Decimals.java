package org.plenum.vocabulary;

import java.math.BigDecimal;

/** Exact decimals in their one plain form, so that equal numbers are equal values. */
public final class Decimals {
    private Decimals() {}

    /** The same number without trailing zeros behind the point and without an exponent: 100, 333.3. */
    public static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
