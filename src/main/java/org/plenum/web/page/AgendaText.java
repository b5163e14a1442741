package org.plenum.web.page;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.plenum.vocabulary.AgendaItem;
import org.plenum.vocabulary.ItemNumber;
import org.plenum.vocabulary.Malformed;

/** An agenda as people write it: one item a line, its number first; a kind that rules speak of stands at the end in []. */
final class AgendaText {
    private static final Pattern LINE = Pattern.compile("(\\S+?)[.)]?\\s+(.*?)(?:\\s*\\[([^\\]]+)\\])?");

    private AgendaText() {}

    static List<AgendaItem> read(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .map(AgendaText::item)
                .toList();
    }

    private static AgendaItem item(String line) {
        var read = LINE.matcher(line.strip());
        if (!read.matches()) {
            throw new Malformed(Malformed.Fault.WORD, "agenda", line.strip());
        }
        return new AgendaItem(new ItemNumber(read.group(1)), read.group(2), read.group(3));
    }

    static String write(List<AgendaItem> agenda) {
        return agenda.stream()
                .map(item -> item.number().value() + " " + item.title()
                        + (item.kind() == null ? "" : " [" + item.kind() + "]"))
                .collect(Collectors.joining("\n"));
    }
}
