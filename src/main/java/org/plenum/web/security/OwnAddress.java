package org.plenum.web.security;

import java.util.regex.Pattern;

/** Addresses to go back to, as pages hand them on: never those of another site. */
public final class OwnAddress {
    private static final Pattern OWN = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*");

    private OwnAddress() {}

    /** The address, or the first page where it is not one of this site. */
    public static String checked(String address) {
        return OWN.matcher(address).matches() || address.equals("/") ? address : "/";
    }
}
