package org.plenum.ledger;

/**
 * One life of a database, from its start to its end or crash. What was committed in it and not synced in it may be gone
 * in the next.
 *
 * @param name tells it from the lives before and after
 */
record DatabaseLife(String name) {
    /** The only life of a database that lives and dies with this process. */
    static final DatabaseLife OF_THIS_PROCESS = new DatabaseLife("this process");
}
