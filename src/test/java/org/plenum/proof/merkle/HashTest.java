package org.plenum.proof.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashTest {

    private static final String TEXT = "TszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=";

    @Test
    void aLeafHashBeginsWithZero() {
        assertThat(Merkle.leaf("hello world".getBytes(StandardCharsets.UTF_8)).base64())
                .isEqualTo(TEXT);
    }

    @Test
    void base64GoesBothWays() {
        assertThat(Hash.fromBase64(TEXT).orElseThrow().base64()).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "TszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0",
                "TszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb1=",
                "TszzRgjTG6xce-z2AG31kAXYKBgQVtCSCE40HmuwBb0=",
                "TszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=\n",
                "TszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBTOOBIG=",
                "YmFuYW5hcw=="
            })
    void anythingElseIsNoHash(String text) {
        assertThat(Hash.fromBase64(text)).isEmpty();
    }

    @Test
    void nobodyCanChangeAHashFromOutside() {
        byte[] given = new byte[Hash.LENGTH];
        Hash hash = Hash.of(given);
        given[0] = 1;
        hash.bytes()[1] = 1;
        assertThat(hash).isEqualTo(Hash.of(new byte[Hash.LENGTH])).hasSameHashCodeAs(Hash.of(new byte[Hash.LENGTH]));
        assertThat(hash).isNotEqualTo(Merkle.emptyRoot());
    }

    @Test
    void aHashHas32Bytes() {
        assertThatIllegalArgumentException().isThrownBy(() -> Hash.of(new byte[31]));
    }
}
