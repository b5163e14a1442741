package org.plenum.web.problem;

import org.plenum.vocabulary.Bilingual;
import org.plenum.vocabulary.Words;

/** What goes wrong besides refusals: the request cannot be understood, or the ledger cannot record. */
public enum ProblemType {
    /** The request is not of the form that its endpoint reads. */
    MALFORMED(
            400,
            "Richiesta non comprensibile",
            "Request not understood",
            "Correggere tutto ciò che è elencato in «faults» e ripetere; nulla è stato registrato.",
            "Put right everything that \"faults\" lists and send it again; nothing was recorded."),
    /** Nobody is signed in, and this needs somebody. */
    NOT_SIGNED_IN(
            401, "Accesso necessario", "Sign in first", "Accedere, poi ripetere.", "Sign in, then send it again."),
    /** Whoever is signed in may not do this. */
    NOT_PERMITTED(
            403,
            "Non consentito",
            "Not permitted",
            "Chiedere a chi ne ha il compito; nulla è stato registrato.",
            "Ask somebody whose task it is; nothing was recorded."),
    /** No page or endpoint has this address. */
    NOT_FOUND(
            404,
            "Indirizzo sconosciuto",
            "No such address",
            "Controllare l'indirizzo nella descrizione su /api/openapi.",
            "Check the address in the description at /api/openapi."),
    /** Nothing that was recorded has this hash. */
    UNKNOWN_ENTRY(
            404,
            "Voce sconosciuta",
            "No such entry",
            "Controllare l'hash nella ricevuta, e che la ricevuta sia di questo registro.",
            "Check the hash in the receipt, and that the receipt is this ledger's."),
    /** The entry is recorded, and no checkpoint covers it yet. */
    NOT_YET_PROVEN(
            409,
            "Non ancora in un checkpoint",
            "Not yet in a checkpoint",
            "Chiedere di nuovo fra un secondo: un checkpoint è firmato entro un secondo da ogni evento.",
            "Ask again in a second: a checkpoint is signed within a second of every event."),
    /** There is no free text at a position whose texts are to be left out. */
    NOTHING_TO_WITHHOLD(
            422,
            "Nulla da omettere",
            "Nothing to withhold",
            "Indicare solo posizioni con testi liberi, o lasciare via «withhold».",
            "Give only positions with free texts, or leave \"withhold\" out."),
    /** The address exists and takes other methods. */
    METHOD_NOT_ALLOWED(
            405,
            "Metodo non ammesso",
            "Method not allowed",
            "Usare uno dei metodi indicati in «allowed».",
            "Use one of the methods in \"allowed\"."),
    /** The body is larger than the endpoint takes. */
    TOO_LARGE(
            413,
            "Richiesta troppo grande",
            "Request too large",
            "Inviare al massimo «most» byte; nulla è stato registrato.",
            "Send at most \"most\" bytes; nothing was recorded."),
    /** The body is not of a content type that the endpoint reads. */
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "Tipo di contenuto non letto",
            "Content type not read",
            "Inviare il corpo con uno dei tipi indicati in «supported».",
            "Send the body as one of the types in \"supported\"."),
    /** Somebody failed to sign in too often. */
    TOO_MANY_ATTEMPTS(
            429,
            "Troppi tentativi",
            "Too many attempts",
            "Attendere il tempo indicato in «Retry-After», poi riprovare.",
            "Wait for as long as \"Retry-After\" says, then try again."),
    /** The request breaks HTTP itself. */
    BAD_REQUEST(
            400,
            "Richiesta HTTP non valida",
            "Not a valid HTTP request",
            "Controllare l'indirizzo e le intestazioni della richiesta.",
            "Check the address and the headers of the request."),
    /** The ledger could not record; nothing was. */
    NOT_RECORDED(
            503,
            "Non registrato",
            "Not recorded",
            "Nulla è stato registrato: ripetere con la stessa chiave.",
            "Nothing was recorded: send it again with the same key."),
    /** The ledger cannot say whether it recorded. */
    OUTCOME_UNKNOWN(
            503,
            "Esito incerto",
            "Outcome unknown",
            "Ripetere con la stessa «Idempotency-Key»: non sarà mai registrato due volte.",
            "Send it again with the same \"Idempotency-Key\": it will never be recorded twice."),
    /** Something failed that should not. */
    INTERNAL(
            500,
            "Errore interno",
            "Internal error",
            "Non dipende dalla richiesta. Se era un comando, ripetere con la stessa «Idempotency-Key».",
            "It is not the request's fault. If it was a command, send it again with the same \"Idempotency-Key\".");

    private final int status;
    private final String titleIt;
    private final String titleEn;
    private final String remedyIt;
    private final String remedyEn;

    ProblemType(int status, String titleIt, String titleEn, String remedyIt, String remedyEn) {
        this.status = status;
        this.titleIt = titleIt;
        this.titleEn = titleEn;
        this.remedyIt = remedyIt;
        this.remedyEn = remedyEn;
    }

    /** The HTTP status that it is answered with. */
    public int status() {
        return status;
    }

    /** What it is called, the same for every case of it. */
    public Bilingual title() {
        return new Bilingual(titleIt, titleEn);
    }

    /** What may be done. */
    public Bilingual remedy() {
        return new Bilingual(remedyIt, remedyEn);
    }

    /** The stable name: "not-found". */
    public String typeName() {
        return Words.of(this);
    }
}
