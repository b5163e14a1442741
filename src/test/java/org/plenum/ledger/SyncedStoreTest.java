package org.plenum.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * H2 commits many times between two syncs. Whenever the process is gone then or the power is cut, what was synced is there:
 * nothing was written over what it needs, and its last chunk is found.
 */
class SyncedStoreTest {
    private static final int CUTS = 60;
    private static final int KEYS = 40;

    /** As a ledger's database has it, with everything in the file old enough for H2 to think it of no use. */
    private static MVStore open(String name, PowerlessDisk disk) {
        var store = new MVStore.Builder()
                .fileName(WholeChunkPath.over(PowerlessPath.mount(name, disk)))
                .autoCommitDisabled()
                .open();
        store.setReuseSpace(false);
        store.setVersionsToKeep(0);
        store.setRetentionTime(0);
        return store;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void whatWasSyncedIsThereHoweverMuchWasWrittenSince(long seed) {
        var random = new Random(seed);
        var disk = new PowerlessDisk(random);
        var synced = 0;
        var written = 0;
        for (var life = 0; life < CUTS; life++) {
            var name = "store-" + seed + "-" + life;
            var store = open(name, disk);
            MVMap<Integer, String> map = store.openMap("map");
            var found = Integer.parseInt(map.getOrDefault(-1, "0"));
            assertThat(found).as("life %d", life).isBetween(synced, written);
            synced = found;
            written = found;
            disk.cutAfter(random.nextInt(300));
            try {
                for (var step = random.nextInt(60); step >= 0; step--) {
                    change(map, random);
                    map.put(-1, Integer.toString(++written));
                    store.commit();
                    if (random.nextInt(6) == 0) {
                        store.sync();
                        synced = written;
                    }
                }
                if (random.nextBoolean()) {
                    store.close();
                }
            } catch (MVStoreException powerCut) {
                assertThat(disk.isCut()).as("cut, not %s", powerCut).isTrue();
            }
            disk.cutNow();
            abandon(store);
            disk = disk.afterwards();
            PowerlessPath.unmount(name);
        }
    }

    private static void abandon(MVStore store) {
        try {
            store.closeImmediately();
        } catch (MVStoreException powerCut) {
            // Nothing reaches the disk any more; the store's threads have ended.
            assertThat(store.isClosed()).isTrue();
        }
    }

    private static void change(MVMap<Integer, String> map, Random random) {
        for (var i = random.nextInt(8); i >= 0; i--) {
            map.put(random.nextInt(KEYS), "x".repeat(random.nextInt(1_200)));
        }
    }
}
