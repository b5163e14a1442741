package org.plenum.web.security;

/** What a role may do with a command. */
public enum Grant {
    /** Nothing. */
    NO,
    /** Give it for a seat of one's own. */
    OWN,
    /** Give it. */
    YES
}
