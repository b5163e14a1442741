package org.plenum.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A disk in memory whose power can be cut. What was written and not synced then survives block by block or not at all, as
 * on a real disk: in any order, and perhaps only some of it. Afterwards everything fails; what is left goes on as another
 * disk.
 */
final class PowerlessDisk {
    private static final int BLOCK = 4_096;

    private final Map<String, Content> files = new TreeMap<>();
    private final Random random;
    private long steps;
    private long cutAt = Long.MAX_VALUE;
    private boolean cut;

    PowerlessDisk(Random random) {
        this.random = random;
    }

    /** Cuts the power at a step of the disk's, counted from now: within a write, a truncation or a sync. */
    synchronized void cutAfter(long more) {
        cutAt = steps + more;
    }

    synchronized void cutNow() {
        cut = true;
    }

    synchronized boolean isCut() {
        return cut;
    }

    /** What is left after the power was cut. */
    synchronized PowerlessDisk afterwards() {
        var next = new PowerlessDisk(random);
        // From everything unsynced being lost to nothing, as when only the process is killed: each time another way.
        var survival = switch (random.nextInt(3)) {
            case 0 -> 0.0;
            case 1 -> 1.0;
            default -> random.nextDouble();
        };
        files.forEach((name, content) -> next.files.put(name, content.afterwards(random, survival)));
        return next;
    }

    private void step() throws IOException {
        checkPower();
        steps++;
        if (steps >= cutAt) {
            cut = true;
        }
    }

    private void checkPower() throws IOException {
        if (cut) {
            throw new IOException("the power is cut");
        }
    }

    synchronized boolean exists(String name) {
        return files.containsKey(name);
    }

    synchronized boolean create(String name) {
        return files.putIfAbsent(name, new Content()) == null;
    }

    synchronized void delete(String name) {
        files.remove(name);
    }

    synchronized void move(String from, String to) {
        files.put(to, files.remove(from));
    }

    synchronized List<String> names() {
        return List.copyOf(files.keySet());
    }

    synchronized long size(String name) {
        var content = files.get(name);
        return content == null ? 0 : content.seen.size;
    }

    synchronized int read(String name, ByteBuffer to, long position) throws IOException {
        checkPower();
        var content = file(name).seen;
        var length = (int) Math.min(to.remaining(), content.size - position);
        if (length <= 0) {
            return -1;
        }
        to.put(content.bytes, (int) position, length);
        return length;
    }

    synchronized int write(String name, ByteBuffer from, long position) throws IOException {
        step();
        var bytes = new byte[from.remaining()];
        from.get(bytes);
        file(name).write(position, bytes);
        checkPower();
        return bytes.length;
    }

    synchronized void truncate(String name, long size) throws IOException {
        step();
        file(name).truncate(size);
        checkPower();
    }

    synchronized void force(String name) throws IOException {
        step();
        // Cut within the sync: some of it is done, as always after a cut.
        checkPower();
        file(name).force();
    }

    private Content file(String name) throws IOException {
        var content = files.get(name);
        if (content == null) {
            throw new IOException("no such file: " + name);
        }
        return content;
    }

    private record Written(long position, byte[] bytes) {}

    /** What is in a file as its readers see it, and as it is on the disk. */
    private static final class Content {
        private final Bytes seen = new Bytes();
        private final Bytes synced = new Bytes();
        private final List<Object> unsynced = new ArrayList<>();

        void write(long position, byte[] written) {
            seen.put(position, written);
            unsynced.add(new Written(position, written));
        }

        void truncate(long to) {
            seen.truncate(to);
            unsynced.add(to);
        }

        void force() {
            unsynced.forEach(one -> {
                switch (one) {
                    case Written(var position, var written) -> synced.put(position, written);
                    default -> synced.truncate((Long) one);
                }
            });
            unsynced.clear();
        }

        Content afterwards(Random random, double survival) {
            var next = new Content();
            next.synced.put(0, synced.all());
            for (var one : unsynced) {
                if (one instanceof Written(var position, var written)) {
                    for (var start = 0; start < written.length; ) {
                        var end = (int) Math.min(written.length, start + BLOCK - (position + start) % BLOCK);
                        if (random.nextDouble() < survival) {
                            next.synced.put(position + start, Arrays.copyOfRange(written, start, end));
                        }
                        start = end;
                    }
                } else if (random.nextDouble() < survival) {
                    next.synced.truncate((Long) one);
                }
            }
            next.seen.put(0, next.synced.all());
            return next;
        }
    }

    private static final class Bytes {
        private byte[] bytes = new byte[BLOCK];
        private int size;

        void put(long position, byte[] written) {
            var end = (int) position + written.length;
            if (end > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(end, 2 * bytes.length));
            }
            if (position > size) {
                Arrays.fill(bytes, size, (int) position, (byte) 0);
            }
            System.arraycopy(written, 0, bytes, (int) position, written.length);
            size = Math.max(size, end);
        }

        void truncate(long to) {
            size = (int) Math.min(size, to);
        }

        byte[] all() {
            return Arrays.copyOf(bytes, size);
        }
    }
}
