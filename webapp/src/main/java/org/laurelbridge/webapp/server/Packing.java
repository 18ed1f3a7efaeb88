package org.laurelbridge.webapp.server;

import org.eclipse.jetty.compression.gzip.GzipCompression;
import org.eclipse.jetty.compression.server.CompressionConfig;
import org.eclipse.jetty.compression.server.CompressionHandler;
import org.eclipse.jetty.server.Handler;

/**
 * Packs pages, tables and drawn pictures on their way out, for who asks so (RFC 9110 §12.5.3): a class of 500 is a tenth of its size. Our
 * own files come packed; a stream of events is never held back.
 *
 * <p>The length of what is packed tells how much of what somebody put into an address is in the page already (BREACH). So there is
 * nothing in a page that stays the same and opens anything: what forms carry is masked anew in each, see {@code session.Mask}. Nor does
 * a browser bring its session with what other sites load, but only where it is led (SameSite).
 */
final class Packing {
    private static final int LEAST = 1_024;

    private Packing() {}

    static Handler around(Handler pages) {
        GzipCompression gzip = new GzipCompression();
        gzip.setMinCompressSize(LEAST);
        CompressionHandler packing = new CompressionHandler(pages);
        packing.putCompression(gzip);
        packing.putConfiguration(
                "/*",
                CompressionConfig.builder()
                        .compressIncludeMethod("GET")
                        .compressIncludeMethod("POST")
                        .compressIncludeMimeType("text/html")
                        .compressIncludeMimeType("text/csv")
                        .compressIncludeMimeType("image/svg+xml")
                        // what comes packed is for whoever reads it: nothing is unpacked before its limits are known
                        .decompressExcludePath("/*")
                        .build());
        return packing;
    }
}
