package org.plenum.web.api;

import java.util.List;
import java.util.function.Function;
import org.plenum.command.Command;
import org.plenum.command.Refusal;
import org.plenum.transcript.TranscriptReader;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * One address with one method: what it is for, what it asks, what it answers.
 *
 * @param path its address, with variables: {@code /api/sessions/{session}/arrivals}
 * @param id its name in the description
 * @param summary what it does, one sentence
 * @param body how its body is read
 * @param commands the commands that it gives; none for a question
 * @param refusals why it may be refused, besides what any request may be refused for
 * @param answer what it answers when all is well
 * @param asking asks for the parts of a request, and returns what answers it if nothing is wrong with them
 */
record Endpoint(
        HttpMethod method,
        String path,
        String id,
        String summary,
        Body body,
        List<Class<? extends Command>> commands,
        List<Class<? extends Refusal>> refusals,
        Answers answer,
        Function<Asked, Function<Request, ServerResponse>> asking) {

    /** How the body of a request is read. */
    enum Body {
        /** There is none. */
        NONE(0),
        /** A JSON object, whose fields the endpoint asks for. */
        JSON(1 << 20),
        /** A file that the endpoint reads itself. */
        FILE(TranscriptReader.LARGEST);

        private final int most;

        Body(int most) {
            this.most = most;
        }

        /** The most bytes that it may have. */
        int most() {
            return most;
        }
    }

    /**
     * What an endpoint answers when all is well.
     *
     * @param status the usual status
     * @param contentType of the answer
     */
    record Answers(int status, String contentType, Shape shape, String description) {}
}
