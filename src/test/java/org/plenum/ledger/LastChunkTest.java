package org.plenum.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * H2 finds its last chunk again wherever it stands: also in the middle of a file whose space is used again, where neither
 * the header nor the chunk before tells of it.
 */
class LastChunkTest {
    private static final int CUTS = 60;
    private static final int KEYS = 40;

    private static MVStore open(String name, PowerlessDisk disk) {
        var store = new MVStore.Builder()
                .fileName(WholeChunkPath.over(PowerlessPath.mount(name, disk)))
                .autoCommitDisabled()
                .open();
        store.setRetentionTime(0);
        return store;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void whatWasSyncedIsThereAfterTheProcessIsGone(long seed) {
        var random = new Random(seed);
        var disk = new PowerlessDisk(random);
        var synced = 0;
        for (var life = 0; life < CUTS; life++) {
            var name = "chunks-" + seed + "-" + life;
            var store = open(name, disk);
            MVMap<Integer, String> map = store.openMap("map");
            assertThat(map.getOrDefault(-1, "0")).as("life %d", life).isEqualTo(Integer.toString(synced));
            for (var step = random.nextInt(40); step >= 0; step--) {
                for (var i = random.nextInt(8); i >= 0; i--) {
                    map.put(random.nextInt(KEYS), "x".repeat(random.nextInt(6_000)));
                }
                map.put(-1, Integer.toString(synced + 1));
                store.commit();
                store.sync();
                synced++;
            }
            disk.cutNow();
            disk = disk.afterwards();
            store.closeImmediately();
            PowerlessPath.unmount(name);
        }
    }
}
