package org.plenum.web.account;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.plenum.vocabulary.Actor;

/** The name under which somebody signs in, and by which entries tell who gave a command: one person's for ever. */
public record AccountName(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._-]{1,59}");

    /** Names that entries use for nobody's account. */
    private static final Set<String> RESERVED = Set.of("local", "visitor", "plenum");

    /** Throws {@link IllegalArgumentException} unless it is one that an account can have. */
    public AccountName {
        if (!FORM.matcher(value).matches() || RESERVED.contains(value)) {
            throw new IllegalArgumentException("not a name for an account: " + value);
        }
    }

    /** Whether an account can have a name; capitals and blanks around it do not count. */
    public static boolean isPossible(String typed) {
        var name = plain(typed);
        return FORM.matcher(name).matches() && !RESERVED.contains(name);
    }

    /** The name that somebody typed. */
    public static AccountName of(String typed) {
        return new AccountName(plain(typed));
    }

    private static String plain(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    /** The same, as entries name it. */
    public Actor actor() {
        return new Actor(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
