package org.plenum.web.page;

import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.plenum.command.SessionCommand;
import org.plenum.event.SessionEvent.CommandProposed;
import org.plenum.ledger.Answer;
import org.plenum.vocabulary.Malformed;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.SessionId;
import org.plenum.vocabulary.When;
import org.plenum.web.security.OwnAddress;
import org.plenum.web.security.Person;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.ModelAndView;

/**
 * An act of president or clerk, as its form sends it. It leads back to the page it came from, which says why where it was
 * refused, so that it works without scripts; a script that stays in its page is told just that.
 *
 * <p>What a form states is read as the command is made, so that a fault in any of it is told like a refusal.
 */
final class Act {
    /**
     * What all forms of acts send.
     *
     * @param session the session, as its address names it
     * @param back the page to lead back to; null for the session's own
     * @param key the form's own key, so that sending it twice records once
     * @param at the time that is stated
     * @param inPage whether a script sends it, which asks only for what is to be said
     */
    record Form(
            String session,
            @Nullable String back,
            @Nullable String key,
            @Nullable String at,
            boolean inPage) {}

    /** What an act was answered with: under which name pages show it, and in which words. */
    private record Notice(String name, String words) {}

    private final Form form;
    private final PageDesk desk;
    private final Rooms rooms;
    private final Person person;
    private final Said said;
    private final FlashMap flash;

    /**
     * @param person who acts
     * @param said the words of whoever acts
     * @param flash where the page that is led to finds what is to be said
     */
    Act(Form form, PageDesk desk, Rooms rooms, Person person, Said said, FlashMap flash) {
        this.form = form;
        this.desk = desk;
        this.rooms = rooms;
        this.person = person;
        this.said = said;
        this.flash = flash;
    }

    /** @throws Malformed if the address names no possible session */
    SessionId session() {
        return new SessionId(form.session);
    }

    /** @throws Malformed if what stands in the field of the time is none */
    When stated() {
        return PageDesk.when(form.at);
    }

    /**
     * Gives a command at the time that the form states, and waits until it is durable.
     *
     * @param done the message for when it is recorded
     */
    ModelAndView give(String done, Supplier<SessionCommand> command) {
        return answered(words -> words.say(done), this::stated, command);
    }

    /** The same, with no time stated: the form's is the time of something else. */
    ModelAndView giveNow(String done, Supplier<SessionCommand> command) {
        return answered(words -> words.say(done), () -> When.NOT_STATED, command);
    }

    /** The same for one seat: whoever gave it reads of which, for on a long roll that is not seen. */
    ModelAndView giveOn(String seat, String done, Supplier<SessionCommand> command) {
        return answered(words -> words.say(done, nameOf(seat)), this::stated, command);
    }

    private String nameOf(String seat) {
        return rooms.look(session(), person, room -> SeatNames.shortened(SeatNames.of(room.state(), new SeatId(seat))))
                .orElse(seat);
    }

    private ModelAndView answered(Function<Said, String> done, Supplier<When> when, Supplier<SessionCommand> command) {
        var notice = notice(done, when, command);
        if (form.inPage) {
            return new ModelAndView("parts :: notice", Map.of(notice.name, notice.words));
        }
        flash.put(notice.name, notice.words);
        var back = FormFields.word(form.back);
        return new ModelAndView("redirect:" + OwnAddress.checked(back == null ? "/sessions/" + form.session : back));
    }

    private Notice notice(Function<Said, String> done, Supplier<When> when, Supplier<SessionCommand> command) {
        try {
            var answer = desk.give(command.get(), when.get(), form.key);
            var trouble = desk.trouble(answer, said);
            if (trouble != null) {
                return new Notice("trouble", trouble);
            }
            var proposed = answer instanceof Answer.Accepted accepted && accepted.event() instanceof CommandProposed;
            return new Notice("done", proposed ? said.say("done.proposed") : done.apply(said));
        } catch (Malformed malformed) {
            return new Notice("trouble", desk.sentence(malformed, said));
        }
    }
}
