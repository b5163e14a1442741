package org.plenum.decision;

import java.util.HashSet;
import java.util.List;
import org.plenum.command.Refusal;
import org.plenum.vocabulary.AgendaItem;
import org.plenum.vocabulary.ItemNumber;
import org.plenum.vocabulary.Malformed;

/** What every agenda must be: each number once, and short enough for one entry of the ledger. */
final class Agendas {
    private Agendas() {}

    static void check(List<AgendaItem> agenda, Ruling ruling) {
        var known = new HashSet<ItemNumber>();
        for (var item : agenda) {
            ruling.forbid(!known.add(item.number()), () -> new Refusal.ItemTwice(item.number()));
        }
        ruling.forbid(
                !Chunks.fits(agenda),
                () -> new Refusal.NotWellFormed(Malformed.Fault.TEXT_LENGTH, "agenda", agenda.size() + " items"));
    }
}
