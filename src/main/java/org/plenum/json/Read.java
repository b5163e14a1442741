package org.plenum.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.Decimals;
import org.plenum.vocabulary.Malformed;

/** Readers for the plain kinds of values; those of the domain are built upon them. */
public final class Read {
    private static final int MOST_DIGITS = 30;
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");

    /** Any text. */
    public static final Reader<String> TEXT = place -> {
        var text = place.text();
        if (text == null) {
            place.expected("un testo", "a text");
        }
        return text;
    };

    /** True or false. */
    public static final Reader<Boolean> BOOLEAN = place -> {
        if (place.value().isBoolean()) {
            return place.value().booleanValue();
        }
        place.expected("true o false", "true or false");
        return null;
    };

    /** An exact decimal, as a number or as text: {@code 12.5} or {@code "12.5"}. */
    public static final Reader<BigDecimal> DECIMAL_NUMBER = Read::decimal;

    private Read() {}

    /** A text that the domain makes a value of, such as an identifier; what it refuses is a fault. */
    public static <T> Reader<T> text(Function<String, T> make) {
        return place -> {
            var text = TEXT.read(place);
            return text == null ? null : checked(place, () -> make.apply(text));
        };
    }

    /** One of a fixed list of words. */
    public static <T> Reader<T> word(Map<String, T> words) {
        return place -> {
            var text = TEXT.read(place);
            if (text == null) {
                return null;
            }
            var meant = words.get(text);
            if (meant == null) {
                var list = String.join(", ", words.keySet());
                place.impossible(
                        "parola non prevista, una di: " + list, "not a word that may stand here, one of: " + list);
            }
            return meant;
        };
    }

    /** A whole number within bounds. */
    public static Reader<Long> whole(long least, long most) {
        return place -> {
            if (!place.value().isIntegralNumber()) {
                place.expected("un numero intero", "a whole number");
                return null;
            }
            var value = place.value();
            if (!value.canConvertToLong() || value.longValue() < least || value.longValue() > most) {
                place.impossible(
                        "numero intero fuori dai limiti, da " + least + " a " + most,
                        "a whole number out of bounds, from " + least + " to " + most);
                return null;
            }
            return value.longValue();
        };
    }

    /** A whole number within bounds that is small. */
    public static Reader<Integer> number(int least, int most) {
        var whole = whole(least, most);
        return place -> {
            var number = whole.read(place);
            return number == null ? null : Math.toIntExact(number);
        };
    }

    /** A list; every element that cannot be read is a fault of its own. */
    public static <T> Reader<List<T>> list(Reader<T> element) {
        return place -> {
            if (!place.value().isArray()) {
                place.expected("un elenco", "a list");
                return null;
            }
            var list = new ArrayList<T>();
            var index = 0;
            for (var each : place.value()) {
                var read = element.read(place.child(Integer.toString(index++), each));
                if (read != null) {
                    list.add(read);
                }
            }
            return list.size() == index ? Collections.unmodifiableList(list) : null;
        };
    }

    /** An object whose field names are data, in the order written; {@code key} makes a value of each name. */
    public static <K, V> Reader<Map<K, V>> map(Function<String, K> key, Reader<V> value) {
        return place -> {
            if (!place.value().isObject()) {
                place.expected("un oggetto", "an object");
                return null;
            }
            var map = new LinkedHashMap<K, V>();
            var fields = 0;
            for (var field : place.value().properties()) {
                fields++;
                var at = place.child(field.getKey(), field.getValue());
                var name = checked(at, () -> key.apply(field.getKey()));
                var read = value.read(at);
                if (name != null && read != null) {
                    map.put(name, read);
                }
            }
            return map.size() == fields ? Collections.unmodifiableMap(map) : null;
        };
    }

    /** An object with known fields; those that nobody asked for are faults. */
    public static <T> Reader<T> object(Function<StrictObject, @Nullable T> read) {
        return place -> {
            if (!place.value().isObject()) {
                place.expected("un oggetto", "an object");
                return null;
            }
            var object = new StrictObject(place);
            var made = checkedOrNull(place, () -> read.apply(object));
            object.refuseTheRest();
            return made;
        };
    }

    private static @Nullable BigDecimal decimal(Place place) {
        var value = place.value();
        if (value.isNumber()) {
            var number = value.decimalValue();
            if (number.precision() <= MOST_DIGITS && Math.abs((long) number.scale()) <= MOST_DIGITS) {
                return Decimals.plain(number);
            }
            place.impossible("numero con troppe cifre", "a number with too many digits");
            return null;
        }
        if (value.isString() && DECIMAL.matcher(value.stringValue()).matches()) {
            return Decimals.plain(new BigDecimal(value.stringValue()));
        }
        place.expected("un numero decimale, come 12.5", "a decimal number, such as 12.5");
        return null;
    }

    private interface Making<T> {
        T make();
    }

    private interface Perhaps<T> {
        @Nullable T make();
    }

    private static <T> @Nullable T checked(Place place, Making<T> making) {
        return checkedOrNull(place, making::make);
    }

    private static <T> @Nullable T checkedOrNull(Place place, Perhaps<T> making) {
        try {
            return making.make();
        } catch (Malformed refused) {
            place.fault(refused);
            return null;
        }
    }
}
