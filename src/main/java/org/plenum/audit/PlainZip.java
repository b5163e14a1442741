package org.plenum.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32;

/**
 * A zip in the one form that bundles have: files stored as they are, one after the other, nothing before, between or after
 * them, and every header field fixed. So no byte of it can be changed without somebody noticing.
 */
final class PlainZip {
    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int LOCAL_LENGTH = 30;
    private static final int CENTRAL_LENGTH = 46;
    private static final int END_LENGTH = 22;
    private static final short VERSION = 10;
    private static final short DATE = 0x21;
    private static final int BUFFER = 1 << 16;

    private PlainZip() {}

    /** One stored file. */
    record Member(String name, int crc, long size, long offset) {
        long dataOffset() {
            return offset + LOCAL_LENGTH + bytes(name).length;
        }

        long end() {
            return dataOffset() + size;
        }

        private byte[] local() {
            var name = bytes(this.name);
            return header(LOCAL_LENGTH + name.length)
                    .putInt(LOCAL)
                    .putShort(VERSION)
                    .putInt(0)
                    .putShort((short) 0)
                    .putShort(DATE)
                    .putInt(crc)
                    .putInt((int) size)
                    .putInt((int) size)
                    .putShort((short) name.length)
                    .putShort((short) 0)
                    .put(name)
                    .array();
        }

        private byte[] central() {
            var name = bytes(this.name);
            return header(CENTRAL_LENGTH + name.length)
                    .putInt(CENTRAL)
                    .putShort(VERSION)
                    .putShort(VERSION)
                    .putInt(0)
                    .putShort((short) 0)
                    .putShort(DATE)
                    .putInt(crc)
                    .putInt((int) size)
                    .putInt((int) size)
                    .putShort((short) name.length)
                    .putLong(0)
                    .putInt(0)
                    .putInt((int) offset)
                    .put(name)
                    .array();
        }
    }

    private static byte[] end(int members, long size, long offset) {
        return header(END_LENGTH)
                .putInt(END)
                .putInt(0)
                .putShort((short) members)
                .putShort((short) members)
                .putInt((int) size)
                .putInt((int) offset)
                .putShort((short) 0)
                .array();
    }

    private static ByteBuffer header(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] bytes(String name) {
        return name.getBytes(StandardCharsets.US_ASCII);
    }

    /** The file is not a zip of this form. */
    static final class NotPlain extends IOException {
        NotPlain(String why) {
            super(why);
        }
    }

    /** What a member's bytes are put into. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes such a zip. */
    static final class Writer implements AutoCloseable {
        private final RandomAccessFile file;
        private final List<Member> members = new ArrayList<>();

        Writer(Path path) throws IOException {
            file = new RandomAccessFile(path.toFile(), "rw");
            file.setLength(0);
        }

        /** Adds a file. */
        void add(String name, Content content) throws IOException {
            var offset = file.getFilePointer();
            file.write(new Member(name, 0, 0, offset).local());
            var crc = new CRC32();
            var out = new java.io.BufferedOutputStream(
                    new OutputStream() {
                        @Override
                        public void write(int one) throws IOException {
                            write(new byte[] {(byte) one}, 0, 1);
                        }

                        @Override
                        public void write(byte[] bytes, int from, int length) throws IOException {
                            crc.update(bytes, from, length);
                            file.write(bytes, from, length);
                        }
                    },
                    BUFFER);
            content.writeTo(out);
            out.flush();
            var end = file.getFilePointer();
            if (end > 0xffff_ffffL) {
                throw new IOException("a bundle cannot be larger than 4 GiB");
            }
            var start = offset + LOCAL_LENGTH + bytes(name).length;
            var member = new Member(name, (int) crc.getValue(), end - start, offset);
            file.seek(offset);
            file.write(member.local());
            file.seek(end);
            members.add(member);
        }

        /** Writes the directory and closes the file. */
        @Override
        public void close() throws IOException {
            try (file) {
                var start = file.getFilePointer();
                for (var member : members) {
                    file.write(member.central());
                }
                file.write(end(members.size(), file.getFilePointer() - start, start));
                file.getFD().sync();
            }
        }
    }

    /** Reads such a zip. */
    static final class Reader implements AutoCloseable {
        private final RandomAccessFile file;
        private final List<Member> members = new ArrayList<>();

        /**
         * Opens it and looks at every header.
         *
         * @throws NotPlain if a single byte outside the files' contents is not as it must be
         */
        Reader(Path path) throws IOException {
            file = new RandomAccessFile(path.toFile(), "r");
            try {
                readDirectory();
            } catch (IOException | RuntimeException e) {
                file.close();
                throw e;
            }
        }

        private void readDirectory() throws IOException {
            if (file.length() < END_LENGTH) {
                throw new NotPlain("it is too short to be a zip");
            }
            var endOffset = file.length() - END_LENGTH;
            var end = at(endOffset, END_LENGTH);
            if (end.getInt(0) != END) {
                throw new NotPlain("it does not end as a zip does");
            }
            var count = end.getShort(8) & 0xffff;
            var start = end.getInt(16) & 0xffff_ffffL;
            var next = 0L;
            var directory = start;
            for (var i = 0; i < count; i++) {
                if (directory + CENTRAL_LENGTH > endOffset) {
                    throw new NotPlain("its directory is cut short");
                }
                var header = at(directory, CENTRAL_LENGTH);
                var nameLength = header.getShort(28) & 0xffff;
                if (directory + CENTRAL_LENGTH + nameLength > endOffset) {
                    throw new NotPlain("its directory is cut short");
                }
                var name = new String(at(directory + CENTRAL_LENGTH, nameLength).array(), StandardCharsets.US_ASCII);
                var member = new Member(name, header.getInt(16), header.getInt(24) & 0xffff_ffffL, next);
                requireSame(directory, member.central(), "the directory's entry for " + name);
                if (member.end() > start) {
                    throw new NotPlain(name + " reaches beyond the files");
                }
                requireSame(next, member.local(), "the header of " + name);
                members.add(member);
                directory += CENTRAL_LENGTH + nameLength;
                next = member.end();
            }
            if (next != start || directory != endOffset) {
                throw new NotPlain("something stands between its parts");
            }
            requireSame(endOffset, end(count, endOffset - start, start), "the end of the zip");
        }

        private void requireSame(long offset, byte[] expected, String what) throws IOException {
            if (offset + expected.length > file.length()
                    || !Arrays.equals(at(offset, expected.length).array(), expected)) {
                throw new NotPlain(what + " is not as it must be");
            }
        }

        private ByteBuffer at(long offset, int length) throws IOException {
            var bytes = new byte[length];
            file.seek(offset);
            file.readFully(bytes);
            return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        }

        List<Member> members() {
            return members;
        }

        Member member(String name) throws NotPlain {
            return members.stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new NotPlain("it has no file " + name));
        }

        /** A member's bytes; the CRC is not looked at. Several may be read at once, each by a thread of its own. */
        InputStream open(Member member) {
            return new java.io.BufferedInputStream(
                    new InputStream() {
                        private long at = member.dataOffset();

                        @Override
                        public int read() throws IOException {
                            var one = new byte[1];
                            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
                        }

                        @Override
                        public int read(byte[] bytes, int from, int length) throws IOException {
                            Objects.checkFromIndexSize(from, length, bytes.length);
                            if (at >= member.end()) {
                                return -1;
                            }
                            var wanted = (int) Math.min(length, member.end() - at);
                            var read = file.getChannel().read(ByteBuffer.wrap(bytes, from, wanted), at);
                            at += Math.max(0, read);
                            return read;
                        }
                    },
                    BUFFER);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
