package org.plenum.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.assertj.core.api.Assertions;

/** Somebody with a browser of their own: cookies, language and screen are theirs alone. */
public final class Guest implements AutoCloseable {
    private static final List<String> STANDARDS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final String AXE = text("/axe.min.js");
    private static final Path PICTURES = Path.of("target", "screenshots");

    private final Hall hall;
    private final Properties words;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    Guest(Hall hall, Screen screen, String language) {
        this(
                hall,
                new Browser.NewContextOptions()
                        .setViewportSize(screen.width, screen.height)
                        .setHasTouch(screen == Screen.PHONE || screen == Screen.NARROW),
                language);
    }

    Guest(Hall hall, Browser.NewContextOptions options, String language) {
        this.hall = hall;
        this.words = read(language);
        this.context = Chromium.browser()
                .newContext(options.setBaseURL(hall.address().toString())
                        .setLocale(language.equals("it") ? "it-IT" : "en-GB")
                        .setTimezoneId("Europe/Rome")
                        .setReducedMotion(ReducedMotion.REDUCE));
        context.setDefaultTimeout(60_000);
        this.page = context.newPage();
        page.onPageError(complaints::add);
        page.onRequest(request -> {
            if (!hall.isAt(URI.create(request.url()))) {
                complaints.add("loads from another host: " + request.url());
            }
        });
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !isOfANetwork(message.text())) {
                complaints.add(message.text());
            }
        });
    }

    /** What a browser says of a network that is away, and htmx of a question that it took back for a newer one. */
    private static boolean isOfANetwork(String complaint) {
        return complaint.contains("net::ERR_")
                || complaint.equals("htmx:sendAbort")
                || complaint.equals("htmx:afterRequest");
    }

    private static Properties read(String language) {
        var words = new Properties();
        try (var reader = new StringReader(text("/messages/pages_" + language + ".properties"))) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    private static String text(String resource) {
        try (var in = Objects.requireNonNull(Guest.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a message is in this person's language. */
    public String say(String key, Object... values) {
        return new MessageFormat(Objects.requireNonNull(words.getProperty(key), key), Locale.ROOT).format(values);
    }

    /** Marks the page, so that {@link #stayed} can tell whether it is still the same document. */
    public Guest mark() {
        page.evaluate("() => { window.plenumMark = true; }");
        return this;
    }

    /** The page renewed itself and was never loaded again. */
    public Guest stayed() {
        Assertions.assertThat(page.evaluate("() => window.plenumMark === true")).isEqualTo(true);
        return this;
    }

    public Page page() {
        return page;
    }

    public BrowserContext context() {
        return context;
    }

    /** Goes to a page of the server. */
    public Guest go(String path) {
        page.navigate(path);
        return this;
    }

    /** Takes a role in the demonstration, by its button. */
    public Guest as(String role) {
        go("/sign-in");
        page.locator("button[name=role][value=" + role + "].role-card").click();
        page.waitForURL("**/");
        return this;
    }

    /** Becomes the delegate of a seat, by its button, and lands on the ballot. */
    public Guest delegate(Hall.Sitting sitting, String seat) {
        go("/sign-in");
        page.locator("form:has(input[name=assembly][value=" + sitting.id() + "]) button[name=seat][value=" + seat + "]")
                .click();
        page.waitForURL("**" + sitting.page("ballot"));
        return this;
    }

    public Locator find(String selector) {
        return page.locator(selector);
    }

    /** The button with exactly this name, as somebody who cannot see the page is told it. */
    public Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The link with exactly this name. */
    public Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Waits until somewhere in the page these words stand. */
    public Guest reads(String words) {
        assertThat(page.locator("#main")).containsText(words);
        return this;
    }

    /** Finds nothing that would shut somebody out: the whole of WCAG 2.2 AA that a machine can find, and good practice. */
    public Guest isAccessible(String where) {
        if (page.evaluate("() => typeof axe") instanceof String known && known.equals("undefined")) {
            page.evaluate(AXE);
        }
        var found = page.evaluate("""
                async (standards) => {
                  const results = await axe.run(document, {
                    runOnly: standards, resultTypes: ["violations"], preload: false, elementRef: false });
                  return results.violations.map((rule) => `${rule.id}: ${rule.help}\\n` + rule.nodes.map((node) =>
                      `    ${node.target} ${node.html}\\n      ${node.failureSummary}`).join("\\n"));
                }
                """, STANDARDS);
        Assertions.assertThat(found).as(where + " " + page.url()).isEqualTo(List.of());
        return this;
    }

    /** Nothing is wider than the screen, and no word is cut off. */
    @SuppressWarnings("unchecked")
    public Guest fits(String where) {
        var found = (List<Map<String, Object>>) page.evaluate("""
                () => {
                  const wrong = [];
                  const framed = (each) => {
                    for (let frame = each.parentElement; frame && frame !== document.body; frame = frame.parentElement) {
                      if (getComputedStyle(frame).overflowX !== "visible") { return true; }
                    }
                    return false;
                  };
                  const room = document.documentElement.clientWidth;
                  if (document.documentElement.scrollWidth > room) {
                    document.querySelectorAll("body *").forEach((each) => {
                      const box = each.getBoundingClientRect();
                      if (box.right > room + 1 && box.width > 0 && !framed(each)) {
                        wrong.push({ what: "wider than the screen by " + Math.round(box.right - room), html: each.outerHTML.slice(0, 160) });
                      }
                    });
                    if (wrong.length === 0) { wrong.push({ what: "scrolls sideways", html: "" }); }
                  }
                  document.querySelectorAll("body *").forEach((each) => {
                    const style = getComputedStyle(each);
                    const hides = style.overflowX === "hidden" || style.overflowX === "clip" || style.textOverflow === "ellipsis";
                    const own = [...each.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== "");
                    if (own && hides && each.clientWidth > 1 && each.scrollWidth > each.clientWidth + 1 && style.visibility !== "hidden") {
                      wrong.push({ what: "cut off", html: each.outerHTML.slice(0, 160) });
                    }
                  });
                  return wrong;
                }
                """);
        Assertions.assertThat(found)
                .as(where + " " + page.url() + " " + page.viewportSize().width)
                .isEmpty();
        return this;
    }

    /** Nothing moves by itself, nor may when it changes: this person asked for less motion. */
    public Guest isStill(String where) {
        Assertions.assertThat(page.evaluate("""
                () => [...document.querySelectorAll("*")].filter((each) =>
                    ["", "::before", "::after"].some((part) => {
                      const style = getComputedStyle(each, part || null);
                      const moves = (times) => times.split(",").some((time) => parseFloat(time) > 0);
                      return moves(style.transitionDuration) || (style.animationName !== "none" && moves(style.animationDuration));
                    })).map((each) => each.outerHTML.slice(0, 120)).slice(0, 5)
                """)).as(where + " " + page.url()).isEqualTo(List.of());
        return this;
    }

    /** Keeps a picture of the whole page under target/screenshots. */
    public Guest picture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
        return this;
    }

    /** An answer with this status was meant. */
    public Guest forgets(String status) {
        complaints.removeIf(each -> each.contains("status of " + status));
        return this;
    }

    /** Scripts failed nowhere, and the browser refused nothing. */
    public Guest hasNoComplaints() {
        Assertions.assertThat(complaints).isEmpty();
        return this;
    }

    @Override
    public void close() {
        context.close();
    }
}
