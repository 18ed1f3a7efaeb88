package org.laurelbridge.bridge.issue;

import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.laurelbridge.bridge.issue.Achievement.Alignment;
import org.laurelbridge.bridge.issue.Element.Kind;
import org.laurelbridge.bridge.issue.IssuerIdentity.Profile;
import org.laurelbridge.rule.Credential;
import org.laurelbridge.rule.Credential.Catalogue;
import org.laurelbridge.rule.Credential.Effort;
import org.laurelbridge.rule.Credential.Participation;
import org.laurelbridge.rule.Credential.Setting;

/** A badge of which all is told that can be, and an issuer of whom all is told. */
public final class FullBadge {

    public static final String ID = "https://badges.example.org/badges/k8s-quiz/3";

    private static final Effort EFFORT = new Effort(null, new BigDecimal("2.5"), BigDecimal.valueOf(62), 6);
    private static final Setting SETTING =
            new Setting(Participation.BLENDED, "Accredited *yearly*.", "Passport shown.", "None.", "The diploma.");
    private static final Credential CREDENTIAL = new Credential(
            "MicroCredential",
            EFFORT,
            SETTING,
            new Catalogue("Informatics", "K8S-1", List.of("k8s", "cloud")),
            List.of("Runs workloads.", "Mends them."),
            "en",
            null,
            Map.of());

    private FullBadge() {}

    public static Achievement achievement() {
        Achievement german = achievement(
                "Grundlagen", "Läuft.", new Details(CREDENTIAL.in("de"), List.of(), null, List.of(), List.of(), "en"));
        Details.Scoring scoring = new Details.Scoring("Score", BigDecimal.valueOf(80));
        return achievement(
                "Kubernetes fundamentals",
                "Score **80 %**.",
                new Details(CREDENTIAL, elements(), scoring, List.of(2, 1), List.of(german), null));
    }

    private static Achievement achievement(String name, String criteria, Details details) {
        return new Achievement(
                "k8s-quiz", 3, name, "Runs workloads.", criteria, null, alignments(), List.of(), false, details);
    }

    private static List<Alignment> alignments() {
        return List.of(
                new Alignment("NICE Framework", "T0161"),
                new Alignment("Own", "a1", "Clusters", "https://case.example.org/a1", "CFItem", "Runs clusters."));
    }

    private static List<Element> elements() {
        return List.of(
                new Element(Kind.OUTCOMES, "Learning outcomes", List.of("Runs workloads.", "Mends them."), null),
                new Element(Kind.WORKLOAD, "Workload", List.of("62 h"), "62"),
                new Element(Kind.ECTS, "ECTS credits", List.of("2.5"), "2.5"),
                new Element(Kind.EQF, "Level", List.of("EQF level 6"), "6"),
                new Element(Kind.PARTICIPATION, "Participation", List.of("partly online"), "blended"),
                new Element(Kind.QUALITY, "Quality", List.of("Accredited *yearly*."), null),
                new Element(Kind.FIELD, "Field of study", List.of("Informatics"), null));
    }

    /** Earned with 83.33 %, by somebody who shows this. */
    public static Earned earned(Earned.Shown shown, boolean isPlain) {
        return new Earned(
                Issued.AWARD,
                new Recipient(Issued.RECIPIENT, "ada@example.org", "00ff", isPlain),
                achievement(),
                Issued.EARNED_AT,
                null,
                2,
                Standing.STANDS,
                new BigDecimal("83.33"),
                shown);
    }

    /** Earned, and all of it shown. */
    public static Earned earned() {
        return earned(new Earned.Shown(true, true), false);
    }

    public static IssuerIdentity issuer() {
        Profile profile = new Profile(
                "Example University",
                URI.create("https://www.example.org/"),
                "badges@example.org",
                "It teaches.",
                "+31201234567",
                URI.create("https://www.example.org/logo.png"),
                new Profile.Address("Netherlands", "NL", "NH", "Amsterdam", "Dam 1", "1012 JS"),
                new Profile.Identifier("ext:ror", "https://ror.org/04dkp9463"));
        return new IssuerIdentity(profile, Issued.newKeys(), new Addresses(Issued.PUBLIC));
    }
}
