package org.plenum.cli.proof;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.plenum.proof.Base64Text;
import org.plenum.proof.merkle.Hash;
import tools.jackson.databind.JsonNode;

/**
 * The fields of a question. Case, underscores and hyphens in their names don't matter, and many have further names; the
 * first that a question asks for is the one that the documentation uses. Fields that nobody asks for are ignored.
 */
public final class Fields {

    private static final Pattern HEX = Pattern.compile("([0-9a-fA-F]{2})*");

    private record Named(String name, JsonNode value) {}

    private final Map<String, Named> fields = new LinkedHashMap<>();

    Fields(JsonNode object) throws NotUnderstood {
        for (Map.Entry<String, JsonNode> property : object.properties()) {
            Named named = new Named(property.getKey(), property.getValue());
            Named same = fields.put(plain(named.name), named);
            if (same != null) {
                throw new NotUnderstood(new RequestFault.FieldTwice(same.name, named.name));
            }
        }
    }

    /** Whether one of these names is there, with something in it. */
    boolean has(String... names) throws NotUnderstood {
        return find(names).isPresent();
    }

    String text(String... names) throws NotUnderstood {
        return text(require(names));
    }

    Optional<String> optionalText(String... names) throws NotUnderstood {
        Optional<Named> found = find(names);
        return found.isEmpty() ? Optional.empty() : Optional.of(text(found.get()));
    }

    /** A number from 0 to 2^63 − 1. */
    long number(String... names) throws NotUnderstood, ValueRefused {
        return number(require(names), Long.MAX_VALUE);
    }

    OptionalLong optionalNumber(String... names) throws NotUnderstood, ValueRefused {
        return optionalNumber(Long.MAX_VALUE, names);
    }

    /** A number from 0 to {@code most}. */
    OptionalLong optionalNumber(long most, String... names) throws NotUnderstood, ValueRefused {
        Optional<Named> found = find(names);
        return found.isEmpty() ? OptionalLong.empty() : OptionalLong.of(number(found.get(), most));
    }

    Hash hash(String... names) throws NotUnderstood, ValueRefused {
        return hash(require(names));
    }

    /** Hashes; null stands for none, but the field must be there. */
    List<Hash> hashes(String... names) throws NotUnderstood, ValueRefused {
        Named field = named(names).orElseThrow(() -> missing(names));
        List<Hash> hashes = new ArrayList<>();
        for (Named element : elements(field)) {
            hashes.add(hash(element));
        }
        return hashes;
    }

    List<String> texts(String... names) throws NotUnderstood {
        List<String> texts = new ArrayList<>();
        for (Named element : elements(require(names))) {
            texts.add(text(element));
        }
        return texts;
    }

    List<byte[]> byteStrings(String... names) throws NotUnderstood {
        List<byte[]> byteStrings = new ArrayList<>();
        for (Named element : elements(require(names))) {
            byteStrings.add(bytes(element));
        }
        return byteStrings;
    }

    byte[] bytes(String... names) throws NotUnderstood {
        return bytes(require(names));
    }

    /** The bytes of a text, or of the field with {@code Base64} after its name, for those that aren't valid text. */
    byte[] textOrBytes(String name, String... furtherNames) throws NotUnderstood {
        if (has(name + "Base64")) {
            return bytes(name + "Base64");
        }
        String[] names = new String[furtherNames.length + 1];
        names[0] = name;
        System.arraycopy(furtherNames, 0, names, 1, furtherNames.length);
        return text(names).getBytes(StandardCharsets.UTF_8);
    }

    private Optional<Named> find(String... names) throws NotUnderstood {
        return named(names).filter(field -> !field.value.isNull());
    }

    private Optional<Named> named(String... names) throws NotUnderstood {
        Named found = null;
        for (String name : names) {
            Named field = fields.get(plain(name));
            if (field != null && found != null) {
                throw new NotUnderstood(new RequestFault.FieldTwice(found.name, field.name));
            }
            found = field == null ? found : field;
        }
        return Optional.ofNullable(found);
    }

    private Named require(String... names) throws NotUnderstood {
        return find(names).orElseThrow(() -> missing(names));
    }

    private static NotUnderstood missing(String... names) {
        return new NotUnderstood(new RequestFault.MissingField(names[0]));
    }

    private static List<Named> elements(Named field) throws NotUnderstood {
        if (field.value.isNull()) {
            return List.of();
        }
        if (!field.value.isArray()) {
            throw new NotUnderstood(new RequestFault.WrongKind(field.name, RequestFault.Kind.LIST));
        }
        List<Named> elements = new ArrayList<>();
        for (JsonNode element : field.value) {
            elements.add(new Named(field.name + "[" + elements.size() + "]", element));
        }
        return elements;
    }

    private static String text(Named field) throws NotUnderstood {
        return field.value
                .stringValueOpt()
                .orElseThrow(() -> new NotUnderstood(new RequestFault.WrongKind(field.name, RequestFault.Kind.TEXT)));
    }

    private static long number(Named field, long most) throws NotUnderstood, ValueRefused {
        BigInteger number;
        if (field.value.isIntegralNumber()) {
            number = field.value.bigIntegerValue();
        } else if (field.value.isString() && field.value.stringValue().matches("-?[0-9]{1,30}")) {
            number = new BigInteger(field.value.stringValue());
        } else {
            throw new NotUnderstood(new RequestFault.WrongKind(field.name, RequestFault.Kind.WHOLE_NUMBER));
        }
        if (number.signum() < 0 || number.compareTo(BigInteger.valueOf(most)) > 0) {
            throw new ValueRefused(new ValueFault.NumberOutOfRange(field.name, number.toString(), 0, most));
        }
        return number.longValueExact();
    }

    private static Hash hash(Named field) throws NotUnderstood, ValueRefused {
        byte[] bytes = bytes(field);
        if (bytes.length != Hash.LENGTH) {
            throw new ValueRefused(new ValueFault.NotAHash(field.name, bytes.length));
        }
        return Hash.of(bytes);
    }

    // 64 hex digits are base64 too, of 48 bytes; nobody means those.
    private static byte[] bytes(Named field) throws NotUnderstood {
        String text = text(field);
        if (HEX.matcher(text).matches()) {
            return HexFormat.of().parseHex(text);
        }
        return Base64Text.decode(text)
                .orElseThrow(() -> new NotUnderstood(new RequestFault.WrongKind(field.name, RequestFault.Kind.BYTES)));
    }

    private static String plain(String name) {
        return name.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
    }
}
