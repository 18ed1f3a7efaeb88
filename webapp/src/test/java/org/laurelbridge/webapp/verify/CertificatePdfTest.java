package org.laurelbridge.webapp.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.laurelbridge.webapp.server.Moment;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.words.Language;
import org.laurelbridge.webapp.words.Words;

class CertificatePdfTest {
    private static final String ADDRESS = "https://badges.example.org/awards/6f7a1c1e-2f0b-8a43-9d5e-0f1e2d3c4b5a";
    private static final String HOSTILE = "<script>alert(1)</script> & \"Łódź\" Ωmega";

    private final CertificatePdf printer = new CertificatePdf(new Pages());

    private static Certificate certificate(@Nullable String recipient) throws IOException {
        return certificate(recipient, "Score at least 80 % on Kubernetes quiz (best attempt).");
    }

    private static Certificate certificate(@Nullable String recipient, String criteria) throws IOException {
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_INT_ARGB), "png", picture);
        return new Certificate(
                recipient,
                "Kubernetes fundamentals",
                "Runs workloads on a cluster.",
                Markdown.html(criteria, 2),
                "Example University",
                new Moment(Instant.parse("2026-03-01T10:02:11Z")),
                new Moment(Instant.parse("2027-03-01T10:02:11Z")),
                List.of("Assessed by exam, proctored."),
                List.of("NICE Framework T0161"),
                ADDRESS,
                QrPicture.data(picture.toByteArray()));
    }

    @Test
    void print_isTagged_inItsLanguage_withItsFontsInside() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(printer.print(certificate("Ada Lovelace"), Words.of(Language.ENGLISH)))) {
            PDDocumentCatalog catalog = pdf.getDocumentCatalog();
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getStructureTreeRoot().getKids()).isNotEmpty();
            assertThat(catalog.getLanguage()).isEqualTo("en");
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Kubernetes fundamentals");
            assertThat(new String(catalog.getMetadata().toByteArray())).contains("pdfuaid:part");
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            PDPage page = pdf.getPage(0);
            assertThat(page.getResources().getFontNames())
                    .isNotEmpty()
                    .allSatisfy(
                            font -> assertThat(page.getResources().getFont(font).isEmbedded())
                                    .isTrue());
        }
    }

    @Test
    void print_saysEverything_asItIs() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(printer.print(certificate(HOSTILE), Words.of(Language.ENGLISH)))) {
            String text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");

            assertThat(text)
                    .contains(HOSTILE, "Kubernetes fundamentals", "at least 80 %", "Example University")
                    .contains("1 March 2026", "1 March 2027", "proctored", "NICE Framework T0161");
        }
        try (PDDocument pdf = Loader.loadPDF(printer.print(certificate(null), Words.of(Language.ENGLISH)))) {
            assertThat(new PDFTextStripper().getText(pdf)).doesNotContain("null", "earned\n");
        }
    }

    @Test
    void print_markdown_isSet_withItsHeadingsBelowTheTitle() throws IOException {
        String criteria = "## Do\n\n- **one**\n- [two](https://x.example/?a=1&b=2) &#1;<b>" + HOSTILE + "</b>\n";

        try (PDDocument pdf = Loader.loadPDF(printer.print(certificate("Ada", criteria), Words.of(Language.ENGLISH)))) {
            String text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
            assertThat(text).contains("Do", "one", "two <b>" + HOSTILE + "</b>").doesNotContain("**", "##");
        }
    }

    @Test
    void print_whileItsPageIsPrivate_saysSo_insteadOfACodeThatLeadsNowhere() throws Exception {
        Certificate open = certificate("Ada Lovelace");
        Certificate closed = new Certificate(
                open.recipient(),
                open.achievement(),
                open.description(),
                open.criteria(),
                open.issuer(),
                open.earned(),
                open.expires(),
                open.terms(),
                open.alignments(),
                null,
                open.picture());
        try (PDDocument pdf = Loader.loadPDF(printer.print(closed, Words.of(Language.ENGLISH)))) {
            String text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
            assertThat(text).contains("since its page is private").doesNotContain("/awards/", "Paper proves nothing");
        }
    }

    @Test
    void print_itsCode_leadsToWhereItIsChecked() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(printer.print(certificate("Ada Lovelace"), Words.of(Language.ENGLISH)))) {
            BufferedImage page = new PDFRenderer(pdf).renderImageWithDPI(0, 150);
            int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
            RGBLuminanceSource seen = new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels);

            String read = new QRCodeReader()
                    .decode(
                            new BinaryBitmap(new HybridBinarizer(seen)),
                            Map.of(com.google.zxing.DecodeHintType.TRY_HARDER, true))
                    .getText();

            assertThat(read).isEqualTo(ADDRESS);
        }
    }
}
