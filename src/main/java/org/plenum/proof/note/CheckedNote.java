package org.plenum.proof.note;

import java.util.List;

/**
 * What a note says, and who is known to have signed it.
 *
 * @param verified by trusted keys; at least one, each once
 * @param unknown claimed by other keys, and worth nothing
 */
public record CheckedNote(String text, List<CheckedSignature> verified, List<NoteSignature> unknown) {}
