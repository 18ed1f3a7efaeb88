package org.laurelbridge.bridge;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.laurelbridge.bridge.issue.Achievement;
import org.laurelbridge.bridge.issue.Achievement.Alignment;
import org.laurelbridge.bridge.issue.Achievements;
import org.laurelbridge.bridge.issue.framework.Frameworks;
import org.laurelbridge.bridge.issue.framework.Item;
import org.laurelbridge.bridge.issue.framework.KnownItem;

/** What badges mean, with what imported frameworks say of the skills that they name; a badge's own words win. */
final class AlignedMeanings implements Achievements {
    private final Achievements meanings;
    private final Frameworks frameworks;

    AlignedMeanings(Achievements meanings, Frameworks frameworks) {
        this.meanings = meanings;
        this.frameworks = frameworks;
    }

    @Override
    public Optional<Achievement> find(String badge, int version) {
        return meanings.find(badge, version).map(this::filled);
    }

    @Override
    public Optional<Achievement> told(String badge, int version, Locale reader) {
        return meanings.told(badge, version, reader).map(this::filled);
    }

    private Achievement filled(Achievement one) {
        return one.align().isEmpty()
                ? one
                : one.aligned(one.align().stream().map(this::filled).toList());
    }

    private Alignment filled(Alignment alignment) {
        return frameworks
                .find(alignment.framework(), alignment.code())
                .map(known -> filled(alignment, known))
                .orElse(alignment);
    }

    private static Alignment filled(Alignment alignment, KnownItem known) {
        Item item = known.item();
        return new Alignment(
                known.framework(),
                alignment.code(),
                Objects.requireNonNullElse(alignment.name(), item.name()),
                alignment.url() == null ? item.url() : alignment.url(),
                alignment.type(),
                alignment.description() == null ? item.description() : alignment.description());
    }
}
