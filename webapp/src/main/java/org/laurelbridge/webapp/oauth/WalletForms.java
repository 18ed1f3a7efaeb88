package org.laurelbridge.webapp.oauth;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.laurelbridge.bridge.issue.Addresses.AwardForm;
import org.laurelbridge.bridge.issue.form.AwardFiles;

/** The forms in which wallets get a badge: those of Open Badges 3.0 that there are here. */
public record WalletForms(AwardFiles files) {

    /** A form, as wallets call it (OpenID for Verifiable Credential Issuance 1.0, appendix A.1). */
    enum Form {
        /** VC secured using Data Integrity. */
        DATA_INTEGRITY("OpenBadge3", "ldp_vc", "eddsa-rdfc-2022", AwardForm.OB3),
        /** VC signed as a JWT. */
        JWT("OpenBadge3-jwt", "jwt_vc_json", "RS256", AwardForm.OB3_JWT);

        final String id;
        final String format;
        final String algorithm;
        final AwardForm award;

        Form(String id, String format, String algorithm, AwardForm award) {
            this.id = id;
            this.format = format;
            this.algorithm = algorithm;
            this.award = award;
        }
    }

    List<Form> all() {
        return Arrays.stream(Form.values())
                .filter(form -> files.offers(form.award))
                .toList();
    }

    /** What offers name. */
    public List<String> ids() {
        return all().stream().map(form -> form.id).toList();
    }

    Optional<Form> find(String id) {
        return all().stream().filter(form -> form.id.equals(id)).findFirst();
    }
}
