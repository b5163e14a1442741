package org.plenum.cli.proof;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.plenum.proof.Fault;
import org.plenum.proof.Refused;
import org.plenum.proof.merkle.Hash;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.ToStringSerializer;

/** Reads one question, or an array of them, and prints one answer, or an array of them in the same order. */
public final class Dialogue {

    static final int HOLDS = 0;
    static final int DOESNT_HOLD = 1;
    static final int NOT_UNDERSTOOD = 2;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .addModule(new SimpleModule().addSerializer(Hash.class, ToStringSerializer.instance))
            .build();

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream messages;
    private int exitCode = HOLDS;

    /** A dialogue over these streams. */
    public Dialogue(InputStream in, PrintStream out, PrintStream messages) {
        this.in = in;
        this.out = out;
        this.messages = messages;
    }

    /** Holds it to the end and gives the exit code: of several answers, the worst. */
    public int hold(Question question) {
        print(answers(question));
        return exitCode;
    }

    private JsonNode answers(Question question) {
        JsonNode asked;
        try {
            asked = JSON.readTree(in);
        } catch (JacksonException notJson) {
            TokenStreamLocation at = notJson.getLocation();
            return notUnderstood(new RequestFault.NotJson(at.getLineNr(), at.getColumnNr()));
        }
        if (!asked.isArray()) {
            return answer(question, asked);
        }
        ArrayNode answers = JSON.createArrayNode();
        asked.forEach(each -> answers.add(answer(question, each)));
        return answers;
    }

    private ObjectNode answer(Question question, JsonNode asked) {
        if (!asked.isObject()) {
            return notUnderstood(new RequestFault.NotAnObject());
        }
        try {
            ObjectNode answer = object().put("valid", true);
            answer.setAll(question.answer(new Fields(asked)));
            return answer;
        } catch (NotUnderstood refused) {
            return notUnderstood(refused.fault());
        } catch (Refused refused) {
            exitCode = Math.max(exitCode, DOESNT_HOLD);
            ObjectNode answer = object().put("valid", false);
            answer.set("reason", explained(refused.fault()));
            return answer;
        }
    }

    private ObjectNode notUnderstood(RequestFault fault) {
        exitCode = NOT_UNDERSTOOD;
        messages.println(fault.en());
        ObjectNode answer = object();
        answer.set("error", explained(fault));
        return answer;
    }

    private static ObjectNode explained(Fault fault) {
        ObjectNode explained =
                object().put("code", fault.code()).put("en", fault.en()).put("it", fault.it());
        explained.set("data", JSON.valueToTree(fault));
        return explained;
    }

    private void print(JsonNode answer) {
        byte[] text = (JSON.writeValueAsString(answer) + "\n").getBytes(StandardCharsets.UTF_8);
        out.write(text, 0, text.length);
        out.flush();
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
