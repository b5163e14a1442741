package org.plenum.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The one browser that all tests of a run share: the machine's own, started at first need and closed after the last test. */
public final class Chromium implements BeforeAllCallback {
    private static final List<String> OPTIONS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final List<String> USUAL_PLACES = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    private static Browser shared;

    private record Running(Playwright playwright, Browser browser) implements AutoCloseable {
        static Running start(Path executable) {
            var playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            return new Running(
                    playwright,
                    playwright
                            .chromium()
                            .launch(new BrowserType.LaunchOptions()
                                    .setExecutablePath(executable)
                                    .setArgs(OPTIONS)));
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }

    /** Without a browser the tests of a class are left out, and fail in CI. */
    @Override
    public void beforeAll(ExtensionContext context) {
        var executable = find();
        if (executable.isEmpty() && Boolean.parseBoolean(System.getenv("CI"))) {
            throw new AssertionError("Chromium is needed: install Debian's package chromium, or name one in CHROMIUM");
        }
        assumeTrue(executable.isPresent(), "skipped: Chromium is not installed (Debian's package chromium)");
        // Longer than anything takes on a busy machine; what is waited for is there long before.
        PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
        shared = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(Chromium.class))
                .computeIfAbsent(Running.class, _ -> Running.start(executable.orElseThrow()), Running.class)
                .browser();
    }

    static Optional<Path> find() {
        return Stream.concat(Stream.ofNullable(System.getenv("CHROMIUM")), USUAL_PLACES.stream())
                .filter(path -> !path.isBlank())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Browser browser() {
        return Objects.requireNonNull(shared, "the test class needs @ExtendWith(Chromium.class)");
    }
}
