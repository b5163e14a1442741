package org.plenum.vocabulary;

/** One sentence, in Italian and in English. */
public record Bilingual(String it, String en) {}
