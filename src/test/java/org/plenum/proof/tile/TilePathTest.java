package org.plenum.proof.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TilePathTest {

    @ParameterizedTest
    @CsvSource({
        "tile/0/000, 0, 0, 256",
        "tile/4/001, 4, 1, 256",
        "tile/4/001.p/5, 4, 1, 5",
        "tile/0/x001/x234/067, 0, 1234067, 256",
        "tile/5/x123/x456/078.p/255, 5, 123456078, 255",
        "tile/63/x001/000.p/1, 63, 1000, 1",
        "tile/0/x009/x223/x372/x036/x854/x775/807, 0, 9223372036854775807, 256"
    })
    void aHashTilesPathGoesBothWays(String path, int level, long index, int width) throws TileRefused {
        TilePath.Hashes tile = new TilePath.Hashes(level, index, width);
        assertThat(tile.path()).isEqualTo(path);
        assertThat(TilePath.parse(path)).isEqualTo(tile);
    }

    @ParameterizedTest
    @CsvSource({
        "tile/entries/000, 0, 256",
        "tile/entries/x003/x057/500, 3057500, 256",
        "tile/entries/x001/234.p/17, 1234, 17"
    })
    void anEntryBundlesPathGoesBothWays(String path, long index, int width) throws TileRefused {
        TilePath.Entries bundle = new TilePath.Entries(index, width);
        assertThat(bundle.path()).isEqualTo(path);
        assertThat(TilePath.parse(path)).isEqualTo(bundle);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tile",
                "tile/0",
                "/tile/0/000",
                "tile/0/000/",
                "tile/0/0",
                "tile/0/00",
                "tile/0/0000",
                "tile/0/1234",
                "tile/00/000",
                "tile/01/000",
                "tile/64/000",
                "tile/-1/000",
                "tile/data/000",
                "tile/Entries/000",
                "tile/0/123/456/078",
                "tile/0/x123/456/078",
                "tile/0/x000/001",
                "tile/0/x123",
                "tile/0/X123/456",
                "tile/0/000.p",
                "tile/0/000.p/",
                "tile/0/000.p/0",
                "tile/0/000.p/05",
                "tile/0/000.p/256",
                "tile/0/000.p/257",
                "tile/0/000.p/1000",
                "tile/0/000.p/-1",
                "tile/0/000.p/5/",
                "tile/0/٠٠٠",
                "tile/8/0/001",
                "tile/0/000\n",
                "tile/0/x009/x223/x372/x036/x854/x775/808",
                "tile/0/x001/x000/x000/x000/x000/x000/x000/000",
                "checkpoint"
            })
    void anythingElseIsNoPath(String path) {
        assertThatExceptionOfType(TileRefused.class)
                .isThrownBy(() -> TilePath.parse(path))
                .satisfies(refused -> assertThat(refused.fault()).isEqualTo(new TileFault.MalformedPath(path)));
    }

    @Test
    void whatCouldNotBeReadBackIsNotMade() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TilePath.Hashes(64, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new TilePath.Hashes(0, -1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new TilePath.Entries(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new TilePath.Entries(0, 257));
    }
}
