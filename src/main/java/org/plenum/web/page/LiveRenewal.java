package org.plenum.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * A page that renews itself is sent its own matter alone: what stands around that does not change. Where it is the same
 * for everybody who sees as much, it is written once and sent to all.
 */
final class LiveRenewal implements HandlerInterceptor {
    /** Where pages that many see alike carry what was already {@link Written}. */
    static final String WRITTEN = "written";

    /** By the element that asks. */
    private static final String ASKED_BY = "HX-Trigger";

    private static final Set<String> PAGES = Set.of("session", "president", "clerk", "ballot", "wall");

    private final PageWriter writer;

    LiveRenewal(PageWriter writer) {
        this.writer = writer;
    }

    /** Pages as they were written for all who see the same scene; it lives as long as the scene does. */
    static final class Written {
        private static final int MOST = 16;

        private final Map<Object, byte[]> pages = new ConcurrentHashMap<>();

        /**
         * What was written under a key, or is now; where there are many already, it is not kept.
         *
         * @param key all that it depends on besides the scene
         */
        byte[] once(Object key, Supplier<byte[]> write) {
            var known = pages.get(key);
            if (known != null) {
                return known;
            }
            var written = write.get();
            if (pages.size() < MOST) {
                pages.put(key, written);
            }
            return written;
        }
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView shown)
            throws Exception {
        if (shown == null || !"live".equals(request.getHeader(ASKED_BY)) || !PAGES.contains(shown.getViewName())) {
            return;
        }
        var name = Objects.requireNonNull(shown.getViewName());
        if (shown.getModel().get(WRITTEN) instanceof Written written) {
            shown.setView(once(name, written));
        } else {
            shown.setViewName(PageWriter.matterOf(name));
        }
    }

    private View once(String name, Written written) {
        return (model, request, response) -> {
            var page = written.once(
                    address(request) + " " + Objects.requireNonNull(model).get("pulse"),
                    () -> writer.write(name, model, RequestContextUtils.getLocale(request), request, response));
            response.setContentType("text/html;charset=UTF-8");
            response.setContentLength(page.length);
            response.getOutputStream().write(page);
        };
    }

    /** The address that a page was asked for at. */
    static String address(HttpServletRequest request) {
        return request.getRequestURI() + "?" + request.getQueryString();
    }
}
