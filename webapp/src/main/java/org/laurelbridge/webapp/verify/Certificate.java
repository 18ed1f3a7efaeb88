package org.laurelbridge.webapp.verify;

import java.util.List;
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
 * @param address of the page where anyone can check it; null while that page is private, and would lead nowhere
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
        @Nullable String address,
        String picture) {

    /** A QR code of the address, as an address that holds it; null where there is none. */
    public @Nullable String qrCode() {
        return address == null ? null : QrPicture.printed(address);
    }
}
