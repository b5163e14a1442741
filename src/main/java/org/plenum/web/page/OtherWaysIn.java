package org.plenum.web.page;

import org.jspecify.annotations.Nullable;
import org.plenum.web.account.OpenIdConnect;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells the pages for signing in which service vouches for people, where one is configured. */
@ControllerAdvice(assignableTypes = {SignInPages.class, PasswordPages.class})
class OtherWaysIn {
    private final ObjectProvider<OpenIdConnect> service;

    OtherWaysIn(ObjectProvider<OpenIdConnect> service) {
        this.service = service;
    }

    @ModelAttribute("openId")
    @Nullable OpenIdConnect openId() {
        return service.getIfAvailable();
    }
}
