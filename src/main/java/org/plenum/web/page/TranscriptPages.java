package org.plenum.web.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenum.json.FaultyJson;
import org.plenum.json.JsonFault;
import org.plenum.transcript.TranscriptReader;
import org.plenum.transcript.Transcription;
import org.plenum.web.security.CurrentPerson;
import org.plenum.web.security.Deed;
import org.plenum.web.security.Entrance;
import org.plenum.web.security.Permissions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Where paper minutes are entered as a transcript file; what is wrong with one is shown by line. */
@Controller
class TranscriptPages {
    /** What is wrong, and the line as it stands in the file. */
    record Fault(@Nullable Integer line, String where, String words, String text) {}

    private static final int LONGEST_LINE = 160;

    private final Entrance entrance;
    private final PageDesk desk;
    private final CurrentPerson people;

    TranscriptPages(Entrance entrance, PageDesk desk, CurrentPerson people) {
        this.entrance = entrance;
        this.desk = desk;
        this.people = people;
    }

    @GetMapping("/transcripts")
    String page() {
        return Permissions.mayEver(people.ofPage(), Deed.TRANSCRIBE)
                ? "transcripts"
                : "redirect:/sign-in?refused=true&back=/transcripts";
    }

    @PostMapping("/transcripts")
    String upload(
            @RequestParam @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String text,
            Locale locale,
            Model model)
            throws IOException {
        var said = desk.said(locale);
        var bytes = file == null || file.isEmpty() ? text.getBytes(StandardCharsets.UTF_8) : file.getBytes();
        if (bytes.length == 0) {
            model.addAttribute("trouble", said.say("transcripts.nothing"));
            return "transcripts";
        }
        try {
            return switch (entrance.transcribe(people.ofPage(), bytes, null)) {
                case Transcription.Recorded(var session, var _) -> "redirect:/sessions/" + session + "/report";
                case Transcription.Failed(var _, var answer) -> {
                    model.addAttribute("trouble", desk.trouble(answer, said));
                    yield "transcripts";
                }
            };
        } catch (FaultyJson faulty) {
            model.addAttribute("faults", faults(faulty, bytes, said));
            if (bytes.length <= TranscriptReader.LARGEST) {
                model.addAttribute("text", text);
            }
            return "transcripts";
        }
    }

    private static List<Fault> faults(FaultyJson faulty, byte[] bytes, Said said) {
        var lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
        return faulty.faults().stream()
                .map(fault -> new Fault(fault.line(), fault.pointer(), said.of(fault.message()), line(lines, fault)))
                .toList();
    }

    private static String line(List<String> lines, JsonFault fault) {
        var number = fault.line();
        if (number == null || number < 1 || number > lines.size()) {
            return "";
        }
        var line = lines.get(number - 1).strip();
        return line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line;
    }
}
