package org.laurelbridge.bridge.issue.picture;

import java.util.Optional;
import java.util.stream.Stream;

/** What may stand on a badge beside its text: drawings of Bootstrap Icons (MIT licence), 16 units wide and high. */
public enum BadgeIcon {
    STAR("star", "star-fill"),
    AWARD("award", "award-fill"),
    TROPHY("trophy", "trophy-fill"),
    CHECK("check", "check-circle-fill"),
    CAP("cap", "mortarboard-fill"),
    BOOK("book", "book-fill"),
    PENCIL("pencil", "pencil-fill"),
    BULB("bulb", "lightbulb-fill"),
    PUZZLE("puzzle", "puzzle-fill"),
    FLASK("flask", "flask-fill"),
    CALCULATOR("calculator", "calculator-fill"),
    CHART("chart", "bar-chart-fill"),
    CODE("code", "code-slash"),
    TERMINAL("terminal", "terminal-fill"),
    CHIP("chip", "cpu-fill"),
    DATABASE("database", "database-fill"),
    CLOUD("cloud", "cloud-fill"),
    NETWORK("network", "diagram-3-fill"),
    BUG("bug", "bug-fill"),
    LOCK("lock", "lock-fill"),
    KEY("key", "key-fill"),
    SHIELD("shield", "shield-fill-check"),
    GEAR("gear", "gear-fill"),
    TOOLS("tools", "tools"),
    BOLT("bolt", "lightning-charge-fill"),
    ROCKET("rocket", "rocket-takeoff-fill"),
    PEOPLE("people", "people-fill"),
    SPEECH("speech", "chat-fill"),
    LANGUAGES("languages", "translate"),
    GLOBE("globe", "globe2"),
    COMPASS("compass", "compass-fill"),
    FLAG("flag", "flag-fill"),
    HEART("heart", "heart-fill"),
    HOSPITAL("hospital", "hospital-fill"),
    LEAF("leaf", "leaf-fill"),
    BRIEFCASE("briefcase", "briefcase-fill"),
    PALETTE("palette", "palette-fill"),
    CAMERA("camera", "camera-fill"),
    MUSIC("music", "music-note-beamed");

    private final String word;
    private final String file;

    BadgeIcon(String word, String file) {
        this.word = word;
        this.file = file;
    }

    /** As a design names it. */
    public String word() {
        return word;
    }

    /** The drawing's file, without its ending. */
    String file() {
        return file;
    }

    public static Optional<BadgeIcon> of(String word) {
        return Stream.of(values()).filter(icon -> icon.word.equals(word)).findFirst();
    }
}
