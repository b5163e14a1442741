package org.plenum.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.h2.store.fs.FakeFileChannel;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;

/** Lets H2 use a {@link PowerlessDisk}: {@code powerless:DISK/FILE}. */
public final class PowerlessPath extends FilePath {
    private static final String SCHEME = "powerless";
    private static final Map<String, PowerlessDisk> DISKS = new ConcurrentHashMap<>();

    /** Makes a disk known to H2 and returns the path of a database on it. */
    static String mount(String name, PowerlessDisk disk) {
        FilePath.register(new PowerlessPath());
        DISKS.put(name, disk);
        return SCHEME + ":" + name + "/" + H2Storage.NAME;
    }

    static void unmount(String name) {
        DISKS.remove(name);
    }

    /** The name of the disk, and of the file on it where the path is of a file. */
    private String[] parts() {
        return name.substring(SCHEME.length() + 1).split("/", 2);
    }

    private String file() {
        return parts()[1];
    }

    private PowerlessDisk disk() {
        return DISKS.get(parts()[0]);
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FilePath getPath(String path) {
        var other = new PowerlessPath();
        other.name = path;
        return other;
    }

    @Override
    public long size() {
        return disk().size(file());
    }

    @Override
    public void moveTo(FilePath other, boolean atomicReplace) {
        disk().move(file(), ((PowerlessPath) other).file());
    }

    @Override
    public boolean createFile() {
        return disk().create(file());
    }

    @Override
    public boolean exists() {
        return isDirectory() || disk().exists(file());
    }

    @Override
    public void delete() {
        disk().delete(file());
    }

    @Override
    public List<FilePath> newDirectoryStream() {
        return disk().names().stream()
                .map(file -> getPath(SCHEME + ":" + parts()[0] + "/" + file))
                // Layers above change the list.
                .collect(Collectors.toCollection(ArrayList::new));
    }

    @Override
    public FilePath toRealPath() {
        return this;
    }

    @Override
    public FilePath getParent() {
        var slash = name.lastIndexOf('/');
        return slash < 0 ? null : getPath(name.substring(0, slash));
    }

    @Override
    public boolean isDirectory() {
        return parts().length == 1;
    }

    @Override
    public boolean isRegularFile() {
        return !isDirectory() && exists();
    }

    @Override
    public boolean isAbsolute() {
        return true;
    }

    @Override
    public long lastModified() {
        return 0;
    }

    @Override
    public boolean canWrite() {
        return true;
    }

    @Override
    public void createDirectory() {}

    @Override
    public boolean setReadOnly() {
        return false;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        if (!disk().exists(file())) {
            if (mode.equals("r")) {
                throw new IOException("no such file: " + name);
            }
            disk().create(file());
        }
        return new Channel(disk(), file());
    }

    private static final class Channel extends FileBaseDefault {
        private final PowerlessDisk disk;
        private final String file;

        Channel(PowerlessDisk disk, String file) {
            this.disk = disk;
            this.file = file;
        }

        @Override
        public long size() {
            return disk.size(file);
        }

        @Override
        public int read(ByteBuffer to, long position) throws IOException {
            return disk.read(file, to, position);
        }

        @Override
        public int write(ByteBuffer from, long position) throws IOException {
            return disk.write(file, from, position);
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            disk.truncate(file, size);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            disk.force(file);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) {
            return new FileLock(FakeFileChannel.INSTANCE, position, size, shared) {
                @Override
                public boolean isValid() {
                    return true;
                }

                @Override
                public void release() {}
            };
        }
    }
}
