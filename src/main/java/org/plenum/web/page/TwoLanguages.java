package org.plenum.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/** Italian or English: as chosen in the page, else as the browser prefers, else Italian. */
final class TwoLanguages implements LocaleResolver {
    static final String COOKIE = "language";
    static final List<Locale> BOTH = List.of(Locale.ITALIAN, Locale.ENGLISH);

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        var chosen = WebUtils.getCookie(request, COOKIE);
        if (chosen != null) {
            for (var locale : BOTH) {
                if (locale.getLanguage().equals(chosen.getValue())) {
                    return locale;
                }
            }
        }
        var header = request.getHeader("Accept-Language");
        if (header != null) {
            try {
                var best = Locale.lookup(Locale.LanguageRange.parse(header), BOTH);
                if (best != null) {
                    return best;
                }
            } catch (IllegalArgumentException notAHeader) {
                // A browser that cannot say what it prefers gets what everybody else gets.
                return Locale.ITALIAN;
            }
        }
        return Locale.ITALIAN;
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("the language is chosen at /language/{language}");
    }
}
