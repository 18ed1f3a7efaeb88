package org.laurelbridge.webapp.verify;

import io.nayuki.qrcodegen.QrCode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/** QR codes (ISO/IEC 18004), dark on light whatever the page is, with the quiet zone that readers ask for. */
public final class QrPicture {
    private static final int DOTS = 6;
    private static final int QUIET = 4;

    private QrPicture() {}

    /** A text as a picture for paper, as an address that holds it. */
    static String printed(String text) {
        return of(QrCode.encodeText(text, QrCode.Ecc.MEDIUM));
    }

    /** The same for a screen, which nothing smudges: the dots are larger. */
    public static String shown(String text) {
        return of(QrCode.encodeText(text, QrCode.Ecc.LOW));
    }

    private static String of(QrCode code) {
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
