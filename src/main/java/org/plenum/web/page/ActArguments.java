package org.plenum.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plenum.web.security.CurrentPerson;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Hands each form of an act to whoever takes it, as an {@link Act}. */
@Component
class ActArguments implements HandlerMethodArgumentResolver {
    private final PageDesk desk;
    private final Rooms rooms;
    private final CurrentPerson people;

    ActArguments(PageDesk desk, Rooms rooms, CurrentPerson people) {
        this.desk = desk;
        this.rooms = rooms;
        this.people = people;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Act.class;
    }

    @Override
    public Act resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        var form = new Act.Form(
                session(request),
                request.getParameter("back"),
                request.getParameter("key"),
                request.getParameter("at"),
                Boolean.parseBoolean(request.getParameter("inPage")));
        var said = desk.said(RequestContextUtils.getLocale(request));
        return new Act(form, desk, rooms, people.ofPage(), said, RequestContextUtils.getOutputFlashMap(request));
    }

    private static String session(HttpServletRequest request) {
        var address = (Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return String.valueOf(address.get("session"));
    }
}
