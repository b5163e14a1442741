package org.plenum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class ProofCommandTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern EXAMPLE = Pattern.compile(
            "```json question (?<subcommand>[a-z-]+)\n(?<question>.*?)```\n\n"
                    + "```json answer (?<exit>[0-9])\n(?<answer>.*?)```\n",
            Pattern.DOTALL);

    private static final String INCLUSION = """
            {"leafIdx": 2, "treeSize": 3,
             "root": "rra8/idLcKFPsGel5VeCZNsPqbUa9eC6FZFY8yngbnc=",
             "leafHash": "ApjRIpBtz8EIkstTpzmS/FufST6kybrbJ7eRtBJ6f+c=",
             "proof": ["+sVCA+fMaWzw38tCySodnbr3CtnmIfS9jZhmLwDjwSU="],
             "desc": "happy path", "wantErr": false}
            """;

    private record Answer(int exit, String text, String message) {
        JsonNode json() {
            return JSON.readTree(text);
        }

        String code() {
            JsonNode json = json();
            return json.at(json.has("error") ? "/error/code" : "/reason/code").stringValue();
        }
    }

    static Stream<Arguments> documentedExamples() throws IOException {
        Matcher examples = EXAMPLE.matcher(Files.readString(Path.of("docs/proof-cli.md")));
        return examples.results()
                .map(example -> Arguments.of(
                        example.group("subcommand"),
                        example.group("question"),
                        Integer.parseInt(example.group("exit")),
                        example.group("answer")));
    }

    @ParameterizedTest
    @MethodSource("documentedExamples")
    void everyDocumentedExampleIsTrue(String subcommand, String question, int exit, String expected) {
        Answer answer = ask(subcommand, question);
        assertThat(answer.text).isEqualTo(expected);
        assertThat(answer.exit).isEqualTo(exit);
    }

    @Test
    void everySubcommandHasAnExample() throws IOException {
        List<String> documented = documentedExamples()
                .map(example -> (String) example.get()[0])
                .distinct()
                .toList();
        assertThat(documented)
                .containsAll(
                        new CommandLine(new ProofCommand()).getSubcommands().keySet());
    }

    @Test
    void aPublishedVectorIsTakenAsItIs() {
        assertThat(ask("inclusion", INCLUSION).exit).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "leafIdx, leaf_index",
        "leafIdx, LeafIndex",
        "leafIdx, index",
        "treeSize, tree_size",
        "root, root_hash",
        "leafHash, leaf-hash",
        "proof, hashes",
        "proof, audit_path"
    })
    void fieldsMayHaveTheirOtherNames(String name, String otherName) {
        Answer answer = ask("inclusion", INCLUSION.replace("\"" + name + "\"", "\"" + otherName + "\""));
        assertThat(answer.exit).as(answer.text).isZero();
    }

    @Test
    void hashesMayBeHex() {
        Matcher base64 = Pattern.compile("\"([A-Za-z0-9+/]{43}=)\"").matcher(INCLUSION);
        String hex = base64.replaceAll(
                found -> "\"" + HexFormat.of().formatHex(Base64.getDecoder().decode(found.group(1))) + "\"");
        assertThat(hex).isNotEqualTo(INCLUSION);
        assertThat(ask("inclusion", hex).exit).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"leafIdx\": 2 | \"leafIdx\": 3 | INDEX_OUTSIDE_TREE",
                "\"leafIdx\": 2 | \"leafIdx\": 18446744073709551615 | NUMBER_OUT_OF_RANGE",
                "\"leafIdx\": 2 | \"leafIdx\": -1 | NUMBER_OUT_OF_RANGE",
                "\"treeSize\": 3 | \"treeSize\": 6 | WRONG_LENGTH",
                "rra8/idLcKFPsGel5VeCZNsPqbUa9eC6FZFY8yngbnc= | V3JvbmdSb290 | NOT_A_HASH",
                "rra8/idLcKFPsGel5VeCZNsPqbUa9eC6FZFY8yngbnc= | '' | NOT_A_HASH",
                "rra8/idLcKFPsGel5VeCZNsPqbUa9eC6FZFY8yngbnc= | q6yroAAAAAAAAAAAAAAAAAAAAAAAAAAAAGAGHgASNFY= | ROOT_MISMATCH",
                "[\"+sVCA | [\"\",\"+sVCA | NOT_A_HASH"
            })
    void whatDoesntHoldIsAnsweredWithOne(String good, String bad, String code) {
        Answer answer = ask("inclusion", INCLUSION.replace(good, bad));
        assertThat(answer.exit).isEqualTo(1);
        assertThat(answer.json().get("valid").booleanValue()).isFalse();
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.message).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"leafIdx\": 2 | \"leafIdx\": 2.5 | WRONG_KIND",
                "\"leafIdx\": 2 | \"leafIdx\": \"two\" | WRONG_KIND",
                "\"leafIdx\": 2 | \"leafIdx\": null | MISSING_FIELD",
                "\"leafIdx\": 2 | \"leafIdx\": 2, \"leafIdx\": 2 | NOT_JSON",
                "\"leafIdx\": 2 | \"leafIdx\": 2, \"index\": 2 | FIELD_TWICE",
                "\"leafIdx\": 2 | \"leafIdx\": 2, \"leaf_idx\": 2 | FIELD_TWICE",
                "\"leafIdx\": 2 | \"place\": 2 | MISSING_FIELD",
                "\"proof\" | \"evidence\" | MISSING_FIELD",
                "[\"+sVCA+fMaWzw38tCySodnbr3CtnmIfS9jZhmLwDjwSU=\"] | \"none\" | WRONG_KIND",
                "rra8/idLcKFPsGel5VeCZNsPqbUa9eC6FZFY8yngbnc= | not base64! | WRONG_KIND",
                "} | '' | NOT_JSON",
                "} | } more | NOT_JSON"
            })
    void whatCantBeUnderstoodIsAnsweredWithTwo(String good, String bad, String code) {
        Answer answer = ask("inclusion", INCLUSION.replace(good, bad));
        assertThat(answer.exit).isEqualTo(2);
        assertThat(answer.json().has("valid")).isFalse();
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.message).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({"'', NOT_AN_OBJECT", "1, NOT_AN_OBJECT", "'\"x\"', NOT_AN_OBJECT", "'[1]', NOT_AN_OBJECT"})
    void anythingButObjectsIsNoQuestion(String input, String code) {
        Answer answer = ask("inclusion", input);
        assertThat(answer.exit).isEqualTo(2);
        assertThat(answer.text).contains(code);
    }

    @Test
    void manyQuestionsGetAnswersInTheirOrderAndTheWorstExitCode() {
        String bad = INCLUSION.replace("\"leafIdx\": 2", "\"leafIdx\": 1");
        Answer mixed = ask("inclusion", "[" + INCLUSION + "," + bad + "," + INCLUSION + "]");
        assertThat(mixed.exit).isEqualTo(1);
        assertThat(mixed.json().values())
                .extracting(each -> each.get("valid").booleanValue())
                .containsExactly(true, false, true);
        assertThat(ask("inclusion", "[" + INCLUSION + "," + INCLUSION + "]").exit)
                .isZero();
        assertThat(ask("inclusion", "[{}," + bad + "]").exit).isEqualTo(2);
        assertThat(ask("inclusion", "[]").exit).isZero();
    }

    @Test
    void equalTreesAreOnlyCompared() {
        String equal =
                "{\"size1\":1,\"size2\":1,\"root1\":\"ZG9uJ3QgY2FyZSAy\",\"root2\":\"ZG9uJ3QgY2FyZSAy\",\"proof\":[]}";
        assertThat(ask("consistency", equal).exit).isZero();
        assertThat(ask("consistency", equal.replace("SAy\",\"proof", "SAx\",\"proof")).exit)
                .isEqualTo(1);
        assertThat(ask("consistency", equal.replace(":1", ":0")).exit).isEqualTo(1);
        assertThat(ask("consistency", equal.replace("[]", "[\"\"]")).exit).isEqualTo(1);
    }

    @Test
    void whatATreeProvesIsAQuestionThatHolds() {
        ObjectNode tree = JSON.createObjectNode().put("leafIdx", 36).put("size1", 21);
        ArrayNode entries = tree.putArray("entries");
        for (int i = 0; i < 50; i++) {
            entries.add("entry " + i);
        }
        JsonNode made = ask("tree", tree.toString()).json();
        assertThat(ask("inclusion", made.get("inclusion").toString()).exit).isZero();
        assertThat(ask("consistency", made.get("consistency").toString()).exit).isZero();
        assertThat(ask("tree", tree.put("leafIdx", 50).toString()).code()).isEqualTo("INDEX_OUTSIDE_TREE");
        assertThat(ask("tree", tree.put("leafIdx", 0).put("size1", 51).toString())
                        .code())
                .isEqualTo("OLD_TREE_LARGER");
    }

    @Test
    void bytesThatAreNoTextCanBeAskedAboutToo() {
        byte[] notUtf8 = {(byte) 0xff, '\n', '\n'};
        ObjectNode question =
                JSON.createObjectNode().put("noteBase64", Base64.getEncoder().encodeToString(notUtf8));
        question.putArray("keys");
        Answer answer = ask("note", question.toString());
        assertThat(answer.exit).isEqualTo(1);
        assertThat(answer.code()).isEqualTo("NOT_UTF8");
    }

    @Test
    void aNewPairSignsNotesThatVerify() {
        JsonNode pair = ask("key", "{\"generate\":\"a.example/log\"}").json();
        ObjectNode toSign = JSON.createObjectNode().put("text", "hello\n");
        toSign.put("privateKey", pair.get("privateKey").stringValue());
        String note = ask("sign", toSign.toString()).json().get("note").stringValue();
        ObjectNode question = JSON.createObjectNode().put("note", note);
        question.put("key", pair.get("verifierKey").stringValue());
        Answer answer = ask("note", question.toString());
        assertThat(answer.exit).as(answer.text).isZero();
        assertThat(answer.json().get("text").stringValue()).isEqualTo("hello\n");
        assertThat(ask(
                                "note",
                                question.put("note", note.replace("hello", "hallo"))
                                        .toString())
                        .code())
                .isEqualTo("SIGNATURE_INVALID");
    }

    @Test
    void aSecretIsNeverRepeated() {
        Answer answer = ask("key", "{\"privateKey\":\"PRIVATE+KEY+a+00000000+c2VjcmV0\"}");
        assertThat(answer.exit).isEqualTo(1);
        assertThat(answer.text).doesNotContain("c2VjcmV0");
    }

    @Test
    void aTextThatNoNoteCanHaveIsntSigned() {
        String key = "\"PRIVATE+KEY+plenum.example/log+76c38bdf+AQABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f\"";
        assertThat(ask("sign", "{\"text\":\"a\\tb\\n\",\"privateKey\":" + key + "}")
                        .code())
                .isEqualTo("CONTROL_CHARACTER");
        assertThat(ask("sign", "{\"text\":\"no line break\",\"privateKey\":" + key + "}")
                        .code())
                .isEqualTo("TEXT_NOT_ENDED");
        assertThat(ask("sign", "{\"text\":\"\\ud800\\n\",\"privateKey\":" + key + "}")
                        .code())
                .isEqualTo("NOT_UTF8");
    }

    @Test
    void tilesGoBothWays() {
        Answer path = ask("tile", "{\"level\":1,\"index\":1234067,\"width\":5}");
        assertThat(path.json().get("path").stringValue()).isEqualTo("tile/1/x001/x234/067.p/5");
        Answer bundle = ask("tile", "{\"entries\":[\"a\",\"bc\"]}");
        assertThat(bundle.json().get("data").stringValue()).isEqualTo("AAFhAAJiYw==");
        Answer tile =
                ask("tile", "{\"path\":\"tile/0/000.p/1\",\"data\":\"47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\"}");
        assertThat(tile.json().at("/hashes/0").stringValue()).isEqualTo("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
        assertThat(ask("tile", "{\"path\":\"tile/0/000.p/2\",\"data\":\"00\"}").code())
                .isEqualTo("WRONG_TILE_LENGTH");
        assertThat(ask("tile", "{\"path\":\"tile/0/0\"}").code()).isEqualTo("MALFORMED_PATH");
    }

    @Test
    void withoutASubcommandTheUsageIsBad() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        CommandLine line = new CommandLine(new ProofCommand());
        line.setErr(new java.io.PrintWriter(err, true, StandardCharsets.UTF_8));
        assertThat(line.execute()).isEqualTo(2);
        assertThat(line.execute("unheard-of")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Usage: proof");
    }

    private static Answer ask(String subcommand, String input) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        ProofCommand command = new ProofCommand(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(messages, true, StandardCharsets.UTF_8));
        int exit = new CommandLine(command).execute(subcommand);
        return new Answer(exit, out.toString(StandardCharsets.UTF_8), messages.toString(StandardCharsets.UTF_8));
    }
}
