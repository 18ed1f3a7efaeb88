package org.laurelbridge.webapp.verify;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.words.Words;

/** Prints certificates as PDF/UA: tagged, with its language, its title and its fonts inside, so that everybody can read it. */
final class CertificatePdf {
    private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/";
    private static final String FAMILY = "DejaVu Sans";

    private final Pages pages;

    CertificatePdf(Pages pages) {
        this.pages = pages;
    }

    byte[] print(Certificate certificate, Words words) {
        XRLog.setLoggingEnabled(false);
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.usePdfUaAccessibility(true);
            builder.useFont(() -> font("DejaVuSans.ttf"), FAMILY, 400, FontStyle.NORMAL, true);
            builder.useFont(() -> font("DejaVuSans-Bold.ttf"), FAMILY, 700, FontStyle.NORMAL, true);
            // nothing is fetched: pictures are inside
            builder.useUriResolver((base, address) -> address.startsWith("data:") ? address : null);
            builder.withHtmlContent(pages.render("verify/certificate.jte", certificate, words), null);
            builder.withProducer("Laurel");
            builder.toStream(pdf);
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }

    private static InputStream font(String file) {
        InputStream font = CertificatePdf.class.getResourceAsStream(FONTS + file);
        if (font == null) {
            throw new IllegalStateException("the font " + file + " is missing from the class path");
        }
        return font;
    }
}
