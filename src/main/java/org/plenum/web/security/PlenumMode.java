package org.plenum.web.security;

/** Whether the server is there to be tried or to be relied on: {@code PLENUM_MODE}. */
public enum PlenumMode {
    /** On the loopback address only; everybody may take any role. */
    DEMONSTRATION,
    /** People sign in. */
    PRODUCTION
}
