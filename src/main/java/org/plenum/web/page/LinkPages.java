package org.plenum.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenum.web.account.Account;
import org.plenum.web.account.AccountName;
import org.plenum.web.account.Accounts;
import org.plenum.web.account.Attempts;
import org.plenum.web.account.Passwords;
import org.plenum.web.account.Secret;
import org.plenum.web.security.OwnAddress;
import org.plenum.web.security.SignIn;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where a one-time link leads: it says whom it lets in, and is used up only by pressing the button, so that a program that
 * looks at links beforehand uses none up.
 */
@Controller
@InProduction
@RequestMapping("/link/{secret}")
class LinkPages {
    private static final int GONE = 410;

    private final Accounts accounts;
    private final Attempts attempts;
    private final SignIn signIn;
    private final PageDesk desk;

    LinkPages(Accounts accounts, Attempts attempts, SignIn signIn, PageDesk desk) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.signIn = signIn;
        this.desk = desk;
    }

    @GetMapping
    String page(
            @PathVariable String secret,
            Locale locale,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return link(secret, locale, model, request, response)
                .map(link -> show(link, model))
                .orElse("link");
    }

    /** The link, if it holds; else the page says that it does not, or that this address has sent too many such. */
    private Optional<Accounts.Link> link(
            String secret, Locale locale, Model model, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        model.addAttribute("secret", secret);
        model.addAttribute("shortest", Passwords.SHORTEST);
        var said = desk.said(locale);
        var link = accounts.link(new Secret(secret));
        if (link.isEmpty()) {
            response.setStatus(GONE);
            var wait = attempts.wrongSecret(request.getRemoteAddr());
            model.addAttribute(
                    "trouble",
                    wait.map(each -> Waiting.tell(each, response, said)).orElseGet(() -> said.say("link.gone")));
        }
        return link;
    }

    private String show(Accounts.Link link, Model model) {
        var account = account(link);
        model.addAttribute("holds", true);
        model.addAttribute("account", account);
        model.addAttribute("mustChoose", account == null || !account.isOnlyDelegate());
        return "link";
    }

    private @Nullable Account account(Accounts.Link link) {
        return link.account() == null ? null : accounts.find(link.account()).orElseThrow();
    }

    @PostMapping
    String use(
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String display,
            @RequestParam(defaultValue = "") String password,
            Locale locale,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var found = link(secret, locale, model, request, response);
        if (found.isEmpty()) {
            return "link";
        }
        var link = found.get();
        var account = account(link);
        var trouble = trouble(account, name, display, password);
        if (trouble != null) {
            return again(link, trouble, name, display, locale, model, response);
        }
        var let = account == null ? first(link, name, display, password) : let(link, password);
        if (let.isEmpty()) {
            response.setStatus(GONE);
            model.addAttribute("trouble", desk.said(locale).say("link.gone"));
            return "link";
        }
        signIn.as(let.get().person(), request, response);
        return "redirect:" + OwnAddress.checked(link.leadsTo());
    }

    private Optional<Account> let(Accounts.Link link, String password) {
        return accounts.use(link, password.isEmpty() ? null : password);
    }

    private Optional<Account> first(Accounts.Link link, String name, String display, String password) {
        return accounts.useFirst(link, AccountName.of(name), display, password);
    }

    /** What keeps the link from being used; null where nothing does. */
    private @Nullable String trouble(@Nullable Account account, String name, String display, String password) {
        var mustChoose = account == null || !account.isOnlyDelegate();
        if ((mustChoose || !password.isEmpty()) && !Passwords.isPossible(password)) {
            return "password.short";
        }
        if (account != null) {
            return null;
        }
        if (!AccountName.isPossible(name) || display.isBlank() || display.length() > 200) {
            return "people.name.wrong";
        }
        return accounts.find(name).isPresent() ? "people.name.taken" : null;
    }

    private String again(
            Accounts.Link link,
            String trouble,
            String name,
            String display,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        response.setStatus(422);
        model.addAttribute("trouble", desk.said(locale).say(trouble, Passwords.SHORTEST));
        model.addAttribute("name", name);
        model.addAttribute("display", display);
        return show(link, model);
    }
}
