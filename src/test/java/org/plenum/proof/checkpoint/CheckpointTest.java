package org.plenum.proof.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plenum.proof.merkle.Merkle;

class CheckpointTest {

    private static final String ROOT = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.com/behind-the-sofa\n20852163\n" + ROOT + "\n",
                "go.sum database tree\n123456789012\nTszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=\n",
                "log\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "log\n9223372036854775807\n" + ROOT + "\n",
                "log\n1\n" + ROOT + "\nfirst extension\n— second\n"
            })
    void whatIsReadIsWrittenTheSame(String text) throws CheckpointRefused {
        assertThat(Checkpoint.parse(text).text()).isEqualTo(text);
    }

    @Test
    void itsLinesAreOriginSizeRootAndExtensions() throws CheckpointRefused {
        Checkpoint checkpoint = Checkpoint.parse("go.sum database tree\n5\n" + ROOT + "\na\nb\n");
        assertThat(checkpoint.origin()).isEqualTo("go.sum database tree");
        assertThat(checkpoint.size()).isEqualTo(5);
        assertThat(checkpoint.root().base64()).isEqualTo(ROOT);
        assertThat(checkpoint.extensions()).containsExactly("a", "b");
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                Arguments.of("", new CheckpointFault.LineNotEnded()),
                Arguments.of("Log\n123\n" + ROOT, new CheckpointFault.LineNotEnded()),
                Arguments.of("Log\n123\n" + ROOT + "\nJOE", new CheckpointFault.LineNotEnded()),
                Arguments.of("\n", new CheckpointFault.EmptyLine(1)),
                Arguments.of("Head\n9944\n", new CheckpointFault.TooFewLines(2)),
                Arguments.of("\n9944\n" + ROOT + "\n", new CheckpointFault.EmptyLine(1)),
                Arguments.of("Log\n\n" + ROOT + "\n", new CheckpointFault.EmptyLine(2)),
                Arguments.of("Log\n9944\n" + ROOT + "\n\n", new CheckpointFault.EmptyLine(4)),
                Arguments.of("Log\n9944\n" + ROOT + "\na\n\nb\n", new CheckpointFault.EmptyLine(5)),
                size("bananas"),
                size("-34"),
                size("+34"),
                size("034"),
                size("00"),
                size(" 34"),
                size("0xabcdef"),
                size("٣"),
                size("9223372036854775808"),
                size("3438945738945739845734895735"),
                root("ThisIsn'tBase64"),
                root("YmFuYW5hcw=="),
                root("TszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBTOOBIG="),
                root(ROOT.replace("=", "")),
                root(ROOT + " "));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void anythingElseIsRefusedForWhatItIs(String text, CheckpointFault fault) {
        assertThatExceptionOfType(CheckpointRefused.class)
                .isThrownBy(() -> Checkpoint.parse(text))
                .satisfies(refused -> assertThat(refused.fault()).isEqualTo(fault));
    }

    @Test
    void whatCouldNotBeReadBackIsNotMade() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Checkpoint("", 1, Merkle.emptyRoot()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Checkpoint("a\nb", 1, Merkle.emptyRoot()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Checkpoint("a", -1, Merkle.emptyRoot()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Checkpoint("a", 1, Merkle.emptyRoot(), List.of("")));
    }

    private static Arguments size(String size) {
        return Arguments.of("Log\n" + size + "\n" + ROOT + "\n", new CheckpointFault.MalformedSize(size));
    }

    private static Arguments root(String root) {
        return Arguments.of("Log\n123\n" + root + "\n", new CheckpointFault.MalformedRoot(root));
    }
}
