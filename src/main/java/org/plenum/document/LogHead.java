package org.plenum.document;

/**
 * The state of the transparency log that a report stands against.
 *
 * @param size how many entries it had
 * @param root the root of the tree over them, in base64
 */
public record LogHead(long size, String root) {}
