package org.plenum.cli.proof;

import org.plenum.proof.Refused;
import tools.jackson.databind.node.ObjectNode;

/** One kind of question that a program may ask. */
@FunctionalInterface
public interface Question {

    /**
     * What there is to say beyond "valid".
     *
     * @throws NotUnderstood if the question isn't one of this kind
     * @throws Refused if what it asks about doesn't hold
     */
    ObjectNode answer(Fields asked) throws Refused;
}
