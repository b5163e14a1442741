package org.plenum.projection.wording;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Names of bodies with the article or preposition that Italian asks for: "il Comune di Albino", "dell'Unione dei Colli",
 * "alla Comunità Montana". A name that begins with no common noun known here is taken for a proper one and has no
 * article, as persons have none.
 */
public final class ItalianNames {
    /** How a noun takes its article. */
    private enum Form {
        IL("il ", "del ", "al "),
        LO("lo ", "dello ", "allo "),
        LA("la ", "della ", "alla "),
        ELIDED("l'", "dell'", "all'"),
        NONE("", "di ", "a ");

        private final String the;
        private final String of;
        private final String to;

        Form(String the, String of, String to) {
            this.the = the;
            this.of = of;
            this.to = to;
        }
    }

    private static final Map<String, Form> NOUNS = nouns();

    private ItalianNames() {}

    private static Map<String, Form> nouns() {
        var nouns = new HashMap<String, Form>();
        List.of(
                        "comune",
                        "municipio",
                        "consorzio",
                        "condominio",
                        "comitato",
                        "consiglio",
                        "distretto",
                        "parco",
                        "fondo",
                        "gruppo",
                        "ministero",
                        "politecnico",
                        "collegio",
                        "circolo",
                        "sindacato",
                        "centro",
                        "dipartimento",
                        "tribunale",
                        "patronato",
                        "liceo",
                        "libero",
                        "difensore",
                        "garante",
                        "revisore")
                .forEach(noun -> nouns.put(noun, Form.IL));
        List.of("stato", "studio", "sportello", "spazio").forEach(noun -> nouns.put(noun, Form.LO));
        List.of(
                        "comunità",
                        "provincia",
                        "regione",
                        "città",
                        "società",
                        "cooperativa",
                        "fondazione",
                        "banca",
                        "camera",
                        "scuola",
                        "parrocchia",
                        "federazione",
                        "confederazione",
                        "casa",
                        "compagnia",
                        "lega",
                        "rete",
                        "direzione",
                        "prefettura",
                        "repubblica",
                        "famiglia",
                        "conferenza",
                        "rappresentanza")
                .forEach(noun -> nouns.put(noun, Form.LA));
        List.of(
                        "unione",
                        "azienda",
                        "associazione",
                        "asl",
                        "ats",
                        "asst",
                        "agenzia",
                        "autorità",
                        "università",
                        "accademia",
                        "opera",
                        "impresa",
                        "area",
                        "assemblea",
                        "ente",
                        "istituto",
                        "ufficio",
                        "ordine",
                        "ambito",
                        "ospedale",
                        "osservatorio",
                        "ateneo",
                        "organismo",
                        "immobiliare",
                        "avvocatura")
                .forEach(noun -> nouns.put(noun, Form.ELIDED));
        return nouns;
    }

    private static Form form(String name) {
        var blank = name.indexOf(' ');
        var first = blank < 0 ? name : name.substring(0, blank);
        return NOUNS.getOrDefault(first.toLowerCase(Locale.ITALIAN), Form.NONE);
    }

    /** "il Comune di Albino", "Anna Rossi". */
    public static String the(String name) {
        return form(name).the + name;
    }

    /** The same where a sentence begins with it: "Il Comune di Albino", "L'Unione dei Colli". */
    public static String theAtStart(String name) {
        var words = the(name);
        return form(name) == Form.NONE ? name : words.substring(0, 1).toUpperCase(Locale.ITALIAN) + words.substring(1);
    }

    /** "del Comune di Albino", "di Anna Rossi". */
    public static String of(String name) {
        return form(name).of + name;
    }

    /** "al Comune di Albino", "a Anna Rossi". */
    public static String to(String name) {
        return form(name).to + name;
    }
}
