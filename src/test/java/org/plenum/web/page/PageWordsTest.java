package org.plenum.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PageWordsTest {
    private static final Pattern USED = Pattern.compile("#\\{([a-zA-Z][\\w.-]*)");

    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        assertThat(words("it").stringPropertyNames()).isEqualTo(words("en").stringPropertyNames());
    }

    @Test
    void everyMessageIsWellFormedAndTakesTheSameValuesInBothLanguages() throws IOException {
        var italian = words("it");
        var english = words("en");
        for (var key : italian.stringPropertyNames()) {
            var it = new MessageFormat(italian.getProperty(key), Locale.ITALIAN);
            var en = new MessageFormat(english.getProperty(key), Locale.ENGLISH);
            assertThat(it.getFormatsByArgumentIndex()).as(key).hasSameSizeAs(en.getFormatsByArgumentIndex());
        }
    }

    @Test
    void pagesUseNoMessageThatIsNotThere() throws IOException {
        var known = words("it").stringPropertyNames();
        var missing = new TreeSet<String>();
        try (var templates = Files.list(Path.of("src/main/resources/templates"))) {
            for (var template : templates.toList()) {
                var matcher = USED.matcher(Files.readString(template));
                while (matcher.find()) {
                    if (!known.contains(matcher.group(1))) {
                        missing.add(template.getFileName() + ": " + matcher.group(1));
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static Properties words(String language) throws IOException {
        var words = new Properties();
        var name = "/messages/pages_" + language + ".properties";
        try (var in = Objects.requireNonNull(PageWordsTest.class.getResourceAsStream(name));
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        return words;
    }
}
