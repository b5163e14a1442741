package org.plenum.json;

import java.util.List;
import org.plenum.vocabulary.Bilingual;
import org.plenum.vocabulary.Rule;
import org.plenum.vocabulary.RulesOfProcedure;

/**
 * Rules of procedure of a well-known kind of assembly, to begin with.
 *
 * @param name the name by which rules refer to it
 * @param about what it provides and what to look at before using it
 * @param sources the laws and regulations that it follows
 * @param majorities other rules that votes of such assemblies use, to be chosen per vote
 */
public record Preset(
        String name,
        Bilingual title,
        Bilingual about,
        List<String> sources,
        RulesOfProcedure rules,
        List<NamedMajority> majorities) {

    /** A majority that some votes need, with its source. */
    public record NamedMajority(String name, Bilingual title, String source, Rule rule) {}
}
