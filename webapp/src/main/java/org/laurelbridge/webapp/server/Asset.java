package org.laurelbridge.webapp.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** A file of ours, plain and packed, under an address for this content alone. */
final class Asset {
    private static final int HASH = 16;

    private final String name;
    private final String type;
    private final byte[] plain;
    private final byte[] packed;
    private final String tag;

    private Asset(String name, String type, byte[] plain, byte[] packed, String tag) {
        this.name = name;
        this.type = type;
        this.plain = plain;
        this.packed = packed;
        this.tag = tag;
    }

    static Asset of(String name, String type, byte[] plain) {
        return new Asset(name, type, plain, packed(plain), EntityTag.of(plain));
    }

    /** As {@code laurel.css}. */
    String name() {
        return name;
    }

    /** The path that this content, and never another, is served under. */
    String address() {
        int from = tag.indexOf('"') + 1;
        return "/assets/" + tag.substring(from, from + HASH) + "/" + name;
    }

    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        response.setHeader("Vary", "Accept-Encoding");
        if (EntityTag.isKnown(request, response, tag)) {
            return;
        }
        response.setContentType(type);
        String encodings = request.getHeader("Accept-Encoding");
        boolean isPacked = encodings != null && encodings.contains("gzip");
        if (isPacked) {
            response.setHeader("Content-Encoding", "gzip");
        }
        byte[] body = isPacked ? packed : plain;
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static byte[] packed(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new Packer(out)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** As small as it goes: each is packed once. */
    private static final class Packer extends GZIPOutputStream {
        Packer(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
