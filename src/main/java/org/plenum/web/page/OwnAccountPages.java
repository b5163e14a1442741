package org.plenum.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.plenum.web.account.AccountName;
import org.plenum.web.account.Accounts;
import org.plenum.web.account.Attempts;
import org.plenum.web.account.Passkeys;
import org.plenum.web.account.Passwords;
import org.plenum.web.security.CurrentPerson;
import org.plenum.web.security.SignIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own account: password, passkeys, tokens of programs, sign-ins. */
@Controller
@InProduction
@RequestMapping("/account")
class OwnAccountPages {
    private static final ZoneId ZONE = ZoneId.of("Europe/Rome");

    /** A token in the list. */
    record TokenLine(String hash, String label, String until) {}

    private final Accounts accounts;
    private final Attempts attempts;
    private final Passkeys passkeys;
    private final SignIn signIn;
    private final CurrentPerson people;
    private final PageDesk desk;

    OwnAccountPages(
            Accounts accounts,
            Attempts attempts,
            Passkeys passkeys,
            SignIn signIn,
            CurrentPerson people,
            PageDesk desk) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.passkeys = passkeys;
        this.signIn = signIn;
        this.people = people;
        this.desk = desk;
    }

    private AccountName me() {
        return new AccountName(people.ofPage().actor().value());
    }

    @GetMapping
    String page(Locale locale, Model model) {
        var said = desk.said(locale);
        model.addAttribute("account", accounts.find(me()).orElseThrow());
        model.addAttribute("tokens", tokens(said));
        model.addAttribute("passkeys", passkeys.of(me()));
        model.addAttribute("shortest", Passwords.SHORTEST);
        return "account";
    }

    private List<TokenLine> tokens(Said said) {
        return accounts.tokens(me()).stream()
                .map(token -> new TokenLine(
                        token.hash(),
                        token.label(),
                        said.day(token.expiresAt().atZone(ZONE).toLocalDate())))
                .toList();
    }

    /** Changes the password; everywhere else one is signed out by that. */
    @PostMapping("/password")
    String password(
            @RequestParam(defaultValue = "") String before,
            @RequestParam String password,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletRequest request,
            HttpServletResponse response) {
        var said = desk.said(locale);
        var account = accounts.find(me()).orElseThrow();
        var name = account.name().value();
        var wait = attempts.wait(name, request.getRemoteAddr());
        if (wait.isPresent()) {
            model.addAttribute("trouble", Waiting.tell(wait.get(), response, said));
            return page(locale, model);
        }
        if (account.hasPassword() && accounts.authenticate(name, before).isEmpty()) {
            attempts.failed(name, request.getRemoteAddr());
            flash.addFlashAttribute("trouble", said.say("account.password.wrong"));
        } else if (!Passwords.isPossible(password)) {
            flash.addFlashAttribute("trouble", said.say("password.short", Passwords.SHORTEST));
        } else {
            accounts.setPassword(account.name(), password);
            signIn.as(account.person(), request, response);
            flash.addFlashAttribute("done", said.say("account.password.done"));
        }
        return "redirect:/account";
    }

    /** Makes a token; it is shown in this answer and never again. */
    @PostMapping("/tokens")
    String token(
            @RequestParam String label,
            @RequestParam(defaultValue = "90") int days,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        var said = desk.said(locale);
        if (label.isBlank() || label.length() > 100 || days < 1 || days > 366) {
            response.setStatus(422);
            model.addAttribute("trouble", said.say("account.token.wrong"));
            return page(locale, model);
        }
        response.setHeader("Cache-Control", "no-store");
        var secret = accounts.token(me(), label.strip(), Duration.ofDays(days));
        model.addAttribute("made", secret.text());
        return page(locale, model);
    }

    @PostMapping("/tokens/revoke")
    String revoke(@RequestParam String hash, Locale locale, RedirectAttributes flash) {
        accounts.revokeToken(me(), hash);
        flash.addFlashAttribute("done", desk.said(locale).say("account.token.revoked"));
        return "redirect:/account";
    }

    /**
     * Says what a device needs to make a passkey: to whoever knows the password, so that a device left signed in, or a link
     * used by somebody else, gains nothing that lasts.
     */
    @PostMapping(path = "/passkeys/options", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> passkey(
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        var account = accounts.find(me()).orElseThrow();
        var name = account.name().value();
        if (attempts.wait(name, request.getRemoteAddr()).isPresent()) {
            return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).build();
        }
        if (accounts.authenticate(name, password).isEmpty()) {
            attempts.failed(name, request.getRemoteAddr());
            return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
        }
        return ResponseEntity.ok(passkeys.ask(account, request, response));
    }

    @PostMapping("/passkeys/remove")
    String removePasskey(@RequestParam String id, Locale locale, RedirectAttributes flash) {
        passkeys.remove(me(), id);
        flash.addFlashAttribute("done", desk.said(locale).say("account.passkey.removed"));
        return "redirect:/account";
    }

    /** Ends all sign-ins of one's own, this one included. */
    @PostMapping("/sign-out-everywhere")
    String signOutEverywhere() {
        accounts.signOutEverywhere(me());
        return "redirect:/sign-in?out";
    }
}
