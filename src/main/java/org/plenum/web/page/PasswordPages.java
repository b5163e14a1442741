package org.plenum.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.plenum.web.account.Accounts;
import org.plenum.web.account.Attempts;
import org.plenum.web.security.OwnAddress;
import org.plenum.web.security.SignIn;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in with a name and a password. What is wrong about them is not said, nor whether there is such an account. */
@Controller
@InProduction
class PasswordPages {
    private static final int UNAUTHORISED = 401;

    private final Accounts accounts;
    private final Attempts attempts;
    private final SignIn signIn;
    private final PageDesk desk;

    PasswordPages(Accounts accounts, Attempts attempts, SignIn signIn, PageDesk desk) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.signIn = signIn;
        this.desk = desk;
    }

    @PostMapping("/sign-in")
    String signIn(
            @RequestParam String name,
            @RequestParam String password,
            @RequestParam(defaultValue = "/") String back,
            Locale locale,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var said = desk.said(locale);
        var address = request.getRemoteAddr();
        var typed = name.length() > 100 ? name.substring(0, 100) : name;
        var wait = attempts.wait(typed, address);
        if (wait.isPresent()) {
            model.addAttribute("trouble", Waiting.tell(wait.get(), response, said));
            return again(typed, back, model);
        }
        var account = accounts.authenticate(typed, password);
        if (account.isEmpty()) {
            attempts.failed(typed, address);
            response.setStatus(UNAUTHORISED);
            model.addAttribute("trouble", said.say("signIn.wrong"));
            return again(typed, back, model);
        }
        attempts.succeeded(typed, address);
        signIn.as(account.get().person(), request, response);
        return "redirect:" + OwnAddress.checked(back);
    }

    private static String again(String name, String back, Model model) {
        model.addAttribute("back", OwnAddress.checked(back));
        model.addAttribute("name", name);
        model.addAttribute("refused", false);
        return "sign-in";
    }
}
