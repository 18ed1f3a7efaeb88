package org.laurelbridge.bridge.issue.framework;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/** Names of frameworks: people write the same one in several ways. */
public final class FrameworkName {

    private static final Map<String, String> ALIASES = Map.of(
            "nicecybersecurityworkforce", "nice",
            "workforceframeworkforcybersecurity", "nice",
            "workforceframeworkforcybersecuritynice", "nice",
            "europeanskillscompetencesqualificationsandoccupations", "esco",
            "skillsframeworkfortheinformationage9", "sfia9",
            "skillsframeworkfortheinformationage8", "sfia8");

    private FrameworkName() {}

    /**
     * What is the same for all ways to write a name: of "NICE", "nice framework" and "NICE Framework" alike, and of "SFIA 9" and
     * "sfia-9". Empty when the name has neither letter nor digit.
     */
    public static String key(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
        String shorter = plain.length() > "framework".length() ? plain.replaceFirst("framework$", "") : plain;
        return ALIASES.getOrDefault(shorter, shorter);
    }
}
