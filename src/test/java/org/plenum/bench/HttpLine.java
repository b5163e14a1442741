package org.plenum.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One connection to a server on this machine, kept open from request to request. It is bare, so that the one who measures
 * takes little of the machine from the one who is measured.
 */
final class HttpLine implements AutoCloseable {
    private static final int BUFFER = 4_096;

    /** Servers give up connections that are idle for twenty seconds. */
    private static final long MOST_IDLE_NANOS = 10_000_000_000L;

    private final int port;
    private Socket socket;
    private Incoming in;
    private long used;

    private final Map<String, String> cookies = new TreeMap<>();

    /** The cookies that the server has given, as a line of a request; empty before. */
    private String cookieLine = "";

    /** What was answered. */
    record Answered(int status, String body) {
        /** The body of an answer that must be a success. */
        String good() {
            if (status / 100 != 2) {
                throw new IllegalStateException("answered " + status + ": " + body);
            }
            return body;
        }
    }

    private record Head(int status, int length, boolean chunked, boolean closing) {}

    HttpLine(int port) throws IOException {
        this.port = port;
        connect();
    }

    private void connect() throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = new Incoming(socket.getInputStream());
        used = System.nanoTime();
    }

    /** Asks; a second time where the server has given up a connection that was idle, as browsers do. */
    Answered get(String path) throws IOException {
        return get(path, "");
    }

    /** Asks with more header lines, each with its line break. */
    Answered get(String path, String headers) throws IOException {
        var request = "GET " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nAccept-Language: en\r\n" + headers
                + "\r\n";
        try {
            return ask(request);
        } catch (EOFException | SocketException idle) {
            socket.close();
            connect();
            return ask(request);
        }
    }

    Answered post(String path, String json) throws IOException {
        return post(path, json, "");
    }

    /** Posts JSON with more header lines, each with its line break. */
    Answered post(String path, String json, String headers) throws IOException {
        return send(path, "application/json", json, headers);
    }

    /** Posts the fields of a form, as they stand in a request. */
    Answered submit(String path, String fields) throws IOException {
        return send(path, "application/x-www-form-urlencoded", fields, "");
    }

    private Answered send(String path, String type, String body, String headers) throws IOException {
        return ask("POST " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nAccept-Language: en\r\n"
                + "Content-Type: " + type + "\r\n" + headers + "Content-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body);
    }

    private Answered ask(String request) throws IOException {
        if (System.nanoTime() - used > MOST_IDLE_NANOS) {
            socket.close();
            connect();
        }
        send(request);
        var head = head();
        var body = head.chunked ? chunks() : in.text(head.length);
        if (head.closing) {
            socket.close();
            connect();
        }
        used = System.nanoTime();
        return new Answered(head.status, body);
    }

    private void send(String request) throws IOException {
        var line = request.indexOf("\r\n") + 2;
        var whole = request.substring(0, line) + cookieLine + request.substring(line);
        socket.getOutputStream().write(whole.getBytes(StandardCharsets.UTF_8));
    }

    /** Asks for what never ends; what comes is read line by line. */
    void follow(String path) throws IOException {
        send("GET " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nAccept: text/event-stream\r\n\r\n");
        var status = head().status;
        if (status != 200) {
            throw new IllegalStateException(path + " was answered " + status);
        }
    }

    /** Asks for what never ends, and never reads it. */
    void followWithoutReading(String path) throws IOException {
        send("GET " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nAccept: text/event-stream\r\n\r\n");
    }

    private Head head() throws IOException {
        var status = Integer.parseInt(line().substring(9, 12));
        var length = 0;
        var chunked = false;
        var closing = false;
        for (var line = line(); !line.isEmpty(); line = line()) {
            var lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            }
            if (lower.startsWith("set-cookie:")) {
                keep(line.substring(11).strip());
            }
            chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
            closing |= lower.startsWith("connection:") && lower.contains("close");
        }
        return new Head(status, length, chunked, closing);
    }

    private void keep(String cookie) {
        var pair = cookie.split(";", 2)[0].split("=", 2);
        cookies.put(pair[0], pair[1]);
        cookieLine = cookies.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining("; ", "Cookie: ", "\r\n"));
    }

    private String chunks() throws IOException {
        var all = new StringBuilder();
        for (var length = Integer.parseInt(line(), 16); length > 0; length = Integer.parseInt(line(), 16)) {
            all.append(in.text(length));
            line();
        }
        line();
        return all.toString();
    }

    /** The next line, without its break. */
    String line() throws IOException {
        return in.line();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** What comes in, looked through where it lies: a thousand watchers are sent much, and read one line of it. */
    private static final class Incoming {
        private final InputStream in;
        private final byte[] bytes = new byte[BUFFER];
        private int next;
        private int end;

        Incoming(InputStream in) {
            this.in = in;
        }

        private void fill() throws IOException {
            next = 0;
            end = in.read(bytes);
            if (end < 0) {
                end = 0;
                throw new EOFException("the server ended the connection");
            }
        }

        String line() throws IOException {
            var line = "";
            while (true) {
                for (var at = next; at < end; at++) {
                    if (bytes[at] == '\n') {
                        line += new String(bytes, next, at - next, StandardCharsets.ISO_8859_1);
                        next = at + 1;
                        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
                    }
                }
                line += new String(bytes, next, end - next, StandardCharsets.ISO_8859_1);
                fill();
            }
        }

        String text(int length) throws IOException {
            var text = new byte[length];
            var held = Math.min(end - next, length);
            System.arraycopy(bytes, next, text, 0, held);
            next += held;
            if (in.readNBytes(text, held, length - held) < length - held) {
                throw new EOFException("the server ended the connection");
            }
            return new String(text, StandardCharsets.UTF_8);
        }
    }
}
