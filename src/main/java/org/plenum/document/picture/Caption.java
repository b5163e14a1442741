package org.plenum.document.picture;

/** What a picture says to those who do not see it, in the reader's language: its name, and what it shows in a sentence. */
public record Caption(String title, String description) {}
