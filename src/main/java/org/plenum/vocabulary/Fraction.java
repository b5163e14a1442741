package org.plenum.vocabulary;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** An exact positive fraction in lowest terms, such as a threshold of two thirds. */
public record Fraction(long numerator, long denominator) implements Comparable<Fraction> {
    /** One half. */
    public static final Fraction HALF = new Fraction(1, 2);

    private static final long LARGEST = 1_000_000_000L;
    private static final Pattern QUOTIENT = Pattern.compile("([0-9]{1,10})(?:/([0-9]{1,10}))?");
    private static final Pattern DECIMAL = Pattern.compile("([0-9]{1,3})\\.([0-9]{1,9})");

    /** Throws {@link Malformed} unless both numbers are between 1 and 1,000,000,000; reduces to lowest terms. */
    public Fraction {
        if (numerator < 1 || denominator < 1 || numerator > LARGEST || denominator > LARGEST) {
            throw new Malformed(Malformed.Fault.NUMBER, "fraction", numerator + "/" + denominator);
        }
        var divisor = BigInteger.valueOf(numerator)
                .gcd(BigInteger.valueOf(denominator))
                .longValueExact();
        numerator /= divisor;
        denominator /= divisor;
    }

    /**
     * Reads {@code 2/3}, {@code 1} or {@code 0.55}.
     *
     * @throws Malformed if the text is none of these, or not positive
     */
    public static Fraction parse(String text) {
        var quotient = QUOTIENT.matcher(text);
        if (quotient.matches()) {
            var denominator = quotient.group(2);
            return new Fraction(
                    Long.parseLong(quotient.group(1)), denominator == null ? 1 : Long.parseLong(denominator));
        }
        if (DECIMAL.matcher(text).matches()) {
            var decimal = new BigDecimal(text).stripTrailingZeros();
            var scale = Math.max(decimal.scale(), 0);
            return new Fraction(
                    decimal.movePointRight(scale).longValueExact(),
                    BigInteger.TEN.pow(scale).longValueExact());
        }
        throw new Malformed(Malformed.Fault.NUMBER, "fraction", text);
    }

    /** Negative, zero or positive as {@code amount} is less than, equal to or more than this fraction of {@code base}. */
    public int compareShare(BigDecimal amount, BigDecimal base) {
        return amount.multiply(BigDecimal.valueOf(denominator)).compareTo(base.multiply(BigDecimal.valueOf(numerator)));
    }

    /**
     * The least multiple of 10^-{@code scale} that is more than this fraction of {@code base} ({@code exceed}), or at
     * least as much.
     */
    public BigDecimal leastShare(BigDecimal base, boolean exceed, int scale) {
        var divided = base.multiply(BigDecimal.valueOf(numerator))
                .movePointRight(scale)
                .divideToIntegralValue(BigDecimal.valueOf(denominator))
                .toBigInteger();
        var least = new BigDecimal(divided, scale);
        var sign = compareShare(least, base);
        return Decimals.plain(
                sign < 0 || (exceed && sign == 0) ? least.add(BigDecimal.ONE.movePointLeft(scale)) : least);
    }

    @Override
    public int compareTo(Fraction other) {
        return Long.compare(numerator * other.denominator, other.numerator * denominator);
    }

    /** As in {@code 2/3}. */
    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}
