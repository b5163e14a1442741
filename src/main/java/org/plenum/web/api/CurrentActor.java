package org.plenum.web.api;

import jakarta.servlet.http.HttpServletRequest;
import org.plenum.vocabulary.Actor;

/** Tells who makes a request. */
@FunctionalInterface
public interface CurrentActor {
    /** Who makes this request, as signed in. */
    Actor of(HttpServletRequest request);
}
