package org.laurelbridge.bridge.issue.form;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.laurelbridge.bridge.issue.Achievement;
import org.laurelbridge.bridge.issue.Addresses.AwardForm;
import org.laurelbridge.bridge.issue.Credentials;
import org.laurelbridge.bridge.issue.Earned;
import org.laurelbridge.bridge.issue.IssuerIdentity;
import org.laurelbridge.bridge.issue.bake.BakedKind;
import org.laurelbridge.bridge.issue.bake.PngBaker;
import org.laurelbridge.bridge.issue.bake.SvgBaker;
import org.laurelbridge.bridge.issue.ob2.Ob2Signer;
import org.laurelbridge.bridge.issue.ob2.Ob2Writer;
import org.laurelbridge.bridge.issue.ob3.CredentialJwt;
import org.laurelbridge.bridge.issue.picture.BadgePictures;

/**
 * The forms of a badge that stands, all from one signed credential. Nothing is asked of the network. Safe for many threads.
 */
public final class AwardFiles {
    private final Credentials credentials;
    private final IssuerIdentity issuer;
    private final BadgePictures pictures;
    private final Stacks stacks;

    public AwardFiles(Credentials credentials, IssuerIdentity issuer, BadgePictures pictures, Stacks stacks) {
        this.credentials = credentials;
        this.issuer = issuer;
        this.pictures = pictures;
        this.stacks = stacks;
    }

    /**
     * Whether there is such a form here: whatever needs the issuer's key from its address is worth nothing of a trial issuer, and Open
     * Badges 2.0 are valid of an issuer with an e-mail address alone.
     */
    public boolean offers(AwardForm form) {
        return switch (form) {
            case OB3, PNG, SVG, CLR, CLR_PNG, CLR_SVG -> true;
            case OB3_JWT, CLR_JWT -> !issuer.isTrial();
            case OB2 -> issuer.issuesOb2();
            case OB2_JWS, OB2_PNG, OB2_SVG -> issuer.issuesOb2() && !issuer.isTrial();
            case PAGE, CERTIFICATE -> false;
        };
    }

    /** Whether what was earned is a stack, so that there is a record of it. */
    public boolean isStack(Earned earned) {
        return stacks.isOne(earned.achievement());
    }

    /**
     * A file.
     *
     * @param earned what stands: one that was taken back has no forms
     * @return empty when there is no such form, or it is not signed yet
     */
    public Optional<byte[]> find(Earned earned, AwardForm form) {
        if (!offers(form)) {
            return Optional.empty();
        }
        return switch (form) {
            case OB3 -> credential(earned).map(AwardFiles::bytes);
            case CLR -> stacks.find(earned).map(AwardFiles::bytes);
            case CLR_JWT -> stacks.find(earned).map(this::jwt);
            case CLR_PNG -> stacks.find(earned).map(text -> png(earned, BakedKind.CLR_2, text));
            case CLR_SVG -> stacks.find(earned).map(text -> svg(earned, BakedKind.CLR_2, text));
            case OB3_JWT -> credential(earned).map(this::jwt);
            case PNG -> credential(earned).map(text -> png(earned, BakedKind.OPEN_BADGE_3, text));
            case SVG -> credential(earned).map(text -> svg(earned, BakedKind.OPEN_BADGE_3, text));
            case OB2 ->
                Optional.of(
                        bytes(new Ob2Writer(issuer.addresses()).hosted(earned).toString()));
            case OB2_JWS -> Optional.of(bytes(signed2(earned)));
            case OB2_PNG -> Optional.of(png(earned, BakedKind.OPEN_BADGE_2, signed2(earned)));
            case OB2_SVG -> Optional.of(svg(earned, BakedKind.OPEN_BADGE_2, signed2(earned)));
            case PAGE, CERTIFICATE -> Optional.empty();
        };
    }

    private Optional<String> credential(Earned earned) {
        return credentials.find(earned.credential());
    }

    private byte[] jwt(String signed) {
        return bytes(new CredentialJwt(issuer).of(signed));
    }

    private String signed2(Earned earned) {
        return new Ob2Signer(issuer).sign(earned);
    }

    private byte[] png(Earned earned, BakedKind kind, String text) {
        return PngBaker.bake(picture(earned).png(), kind, text);
    }

    private byte[] svg(Earned earned, BakedKind kind, String text) {
        return SvgBaker.bake(bytes(picture(earned).svg()), kind, text);
    }

    private BadgePictures.Drawn picture(Earned earned) {
        Achievement achievement = earned.achievement();
        return pictures.of(achievement.badge(), achievement.name());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
