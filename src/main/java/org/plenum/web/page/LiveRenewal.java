package org.plenum.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.ContentCachingResponseWrapper;

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

    private final ViewResolver views;

    LiveRenewal(ViewResolver views) {
        this.views = views;
    }

    /** Pages as they were written for all who see the same scene; it lives as long as the scene does. */
    static final class Written {
        private static final int MOST = 16;

        private final Map<String, byte[]> pages = new ConcurrentHashMap<>();
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView shown)
            throws Exception {
        if (shown == null || !"live".equals(request.getHeader(ASKED_BY)) || !PAGES.contains(shown.getViewName())) {
            return;
        }
        var name = shown.getViewName() + " :: main";
        if (shown.getModel().get(WRITTEN) instanceof Written written) {
            var view = views.resolveViewName(name, RequestContextUtils.getLocale(request));
            if (view != null) {
                shown.setView(
                        once(view, address(request) + " " + shown.getModel().get("pulse"), written));
                return;
            }
        }
        shown.setViewName(name);
    }

    private static String address(HttpServletRequest request) {
        return request.getRequestURI() + "?" + request.getQueryString();
    }

    private static View once(View view, String key, Written written) {
        return (model, request, response) -> {
            response.setContentType("text/html;charset=UTF-8");
            var known = written.pages.get(key);
            if (known != null) {
                response.setContentLength(known.length);
                response.getOutputStream().write(known);
                return;
            }
            var writing = new ContentCachingResponseWrapper(response);
            view.render(model, request, writing);
            if (written.pages.size() < Written.MOST) {
                written.pages.put(key, writing.getContentAsByteArray());
            }
            writing.copyBodyToResponse();
        };
    }
}
