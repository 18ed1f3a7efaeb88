package org.laurelbridge.webapp.verify;

import io.nayuki.qrcodegen.QrCode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.webapp.server.Moment;

/**
 * What a certificate says, on one page of paper.
 *
 * @param recipient the learner's name; null where it is not known
 * @param achievement its name
 * @param criteria what it was earned for, as safe and well-formed HTML
 * @param expires null for never
 * @param terms sentences on how it was assessed and how long it holds
 * @param alignments skills and standards, one line each
 * @param address of the page where anyone can check it
 * @param picture of the badge, a PNG as an address that holds it
 */
public record Certificate(
        @Nullable String recipient,
        String achievement,
        String description,
        String criteria,
        String issuer,
        Moment earned,
        @Nullable Moment expires,
        List<String> terms,
        List<String> alignments,
        String address,
        String picture) {
    private static final int DOTS = 6;
    private static final int QUIET = 4;

    /** A QR code (ISO/IEC 18004) of the address, as an address that holds it. */
    public String qrCode() {
        QrCode code = QrCode.encodeText(address, QrCode.Ecc.MEDIUM);
        int size = (code.size + 2 * QUIET) * DOTS;
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                boolean isDark = code.getModule(x / DOTS - QUIET, y / DOTS - QUIET);
                image.setRGB(x, y, isDark ? 0x000000 : 0xffffff);
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return data(png.toByteArray());
    }

    /** A PNG as an address that holds it. */
    static String data(byte[] png) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }
}
