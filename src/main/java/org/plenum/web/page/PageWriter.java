package org.plenum.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Writes the matter of a page, without the frame around it, into memory. */
final class PageWriter {
    private final ViewResolver views;

    PageWriter(ViewResolver views) {
        this.views = views;
    }

    /**
     * What a page that renews itself is sent.
     *
     * @param page the name of its template
     * @param response of which nothing is written; it knows how addresses are written
     */
    byte[] write(
            String page,
            Map<String, ?> model,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        var writing = new ContentCachingResponseWrapper(response);
        try {
            var view = views.resolveViewName(matterOf(page), locale);
            if (view == null) {
                throw new IllegalStateException("no page is called " + page);
            }
            view.render(model, request, writing);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(page + " could not be written", e);
        }
        return writing.getContentAsByteArray();
    }

    /** The view of a page's matter alone. */
    static String matterOf(String page) {
        return page + " :: main";
    }
}
