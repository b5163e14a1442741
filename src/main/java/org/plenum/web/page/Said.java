package org.plenum.web.page;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.plenum.language.Language;
import org.plenum.vocabulary.Actor;
import org.plenum.vocabulary.Bilingual;
import org.plenum.vocabulary.Words;
import org.springframework.context.MessageSource;

/** The words of pages in one language: messages, dates and numbers as its readers write them. */
record Said(MessageSource messages, Locale locale) {
    /** A message of the pages. */
    public String say(String key, Object... values) {
        return messages.getMessage(key, values, locale);
    }

    /** What a word of the domain is called: {@code Outcome.CARRIED} under "outcome.carried". */
    public String word(String kind, Enum<?> value) {
        return say(kind + "." + Words.of(value));
    }

    /** Who gave a command: the name of an account, or the machine itself. */
    public String of(Actor actor) {
        return actor.equals(Actor.LOCAL) ? say("actor.local") : actor.value();
    }

    /** The sentence in this language. */
    public String of(Bilingual sentence) {
        return language().of(sentence);
    }

    public Language language() {
        return locale.getLanguage().equals("it") ? Language.IT : Language.EN;
    }

    /** A day: 13 November 2024. */
    public String day(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale.getLanguage().equals("en") ? Locale.UK : locale)
                .format(date);
    }

    /** A time of day in a zone: 17:51. */
    public String time(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ofPattern("HH:mm", locale).withZone(zone).format(instant);
    }

    /** A number, exact. */
    public String number(BigDecimal value) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(Math.max(0, value.scale()));
        return format.format(value);
    }
}
