package org.laurelbridge.webapp.admin;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.audit.Recorded;
import org.laurelbridge.bridge.issue.Addresses;
import org.laurelbridge.bridge.issue.Addresses.BadgeForm;
import org.laurelbridge.bridge.issue.picture.BadgeIcon;
import org.laurelbridge.bridge.issue.picture.BadgePictures;
import org.laurelbridge.bridge.issue.picture.BadgeShape;
import org.laurelbridge.bridge.issue.picture.DesignRead;
import org.laurelbridge.bridge.issue.picture.PictureDesign;
import org.laurelbridge.bridge.issue.picture.Pictures;
import org.laurelbridge.bridge.issue.picture.Pictures.Mark;
import org.laurelbridge.bridge.issue.picture.Pictures.Source;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.webapp.admin.DesignerPage.Choice;
import org.laurelbridge.webapp.admin.DesignerPage.Choices;

/** How the badges in force look, and what else they could look like. */
public final class Designing implements Recorded<Designing> {
    private final RuleBook rules;
    private final Pictures kept;
    private final BadgePictures drawing;
    private final Addresses addresses;
    private final InstantSource clock;
    private final List<Choice> icons;

    public Designing(RuleBook rules, Pictures kept, BadgePictures drawing, Addresses addresses, InstantSource clock) {
        this.rules = rules;
        this.kept = kept;
        this.drawing = drawing;
        this.addresses = addresses;
        this.clock = clock;
        this.icons = Stream.of(BadgeIcon.values())
                .map(icon -> new Choice(icon.word(), drawing.icon(icon)))
                .toList();
    }

    private Designing(Designing like, Pictures kept) {
        this.rules = like.rules;
        this.kept = kept;
        this.drawing = like.drawing;
        this.addresses = like.addresses;
        this.clock = like.clock;
        this.icons = like.icons;
    }

    @Override
    public Designing by(Doer doer) {
        return new Designing(this, kept.by(doer));
    }

    /** Where a picture comes from. */
    enum Kind {
        STANDARD("standard"),
        DESIGNED("designed"),
        UPLOADED("uploaded");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /** Where a badge's picture is changed. */
    static String path(Badge badge) {
        return "/admin/badges/" + badge.id() + "/picture";
    }

    Instant now() {
        return clock.instant();
    }

    /** The badges in force. */
    List<Badge> list() {
        return rules.current().badges();
    }

    Optional<Badge> find(String badge) {
        return rules.current().find(badge);
    }

    /** What is known of the pictures that badges were given. */
    Map<String, Mark> marks() {
        return kept.marks();
    }

    /** @param mark null for a badge that looks as all do */
    static Kind kind(@Nullable Mark mark) {
        return mark == null ? Kind.STANDARD : mark.isDesigned() ? Kind.DESIGNED : Kind.UPLOADED;
    }

    Kind kind(Badge badge) {
        return kept.find(badge.id())
                .map(found -> found.source() instanceof Source.Uploaded ? Kind.UPLOADED : Kind.DESIGNED)
                .orElse(Kind.STANDARD);
    }

    /** The page that anyone sees. */
    String page(Badge badge) {
        return addresses.badge(badge.id()).getRawPath();
    }

    /** The address of the picture in use, another one for another picture: browsers keep pictures for a while. */
    String picture(Badge badge) {
        return picture(badge, kept.fingerprint(badge.id()).orElse(null));
    }

    /** @param fingerprint null for a badge that looks as all do */
    String picture(Badge badge, @Nullable String fingerprint) {
        String path =
                addresses.badge(badge.id(), badge.version(), BadgeForm.PICTURE).getRawPath();
        return fingerprint == null ? path : path + "?" + fingerprint.substring(0, 12);
    }

    /** What stands in the form before anybody changed it. */
    DesignForm form(Badge badge) {
        return kept.find(badge.id())
                .map(found -> found.source() instanceof Source.Designed designed ? designed.json() : null)
                .map(json -> drawing.designs().read(json) instanceof DesignRead.Good good ? good.design() : null)
                .map(DesignForm::of)
                .orElseGet(() -> DesignForm.fresh(badge));
    }

    DesignRead read(DesignForm form) {
        return drawing.designs().read(form.json());
    }

    String preview(Badge badge, PictureDesign design) {
        return data(drawing.preview(badge.id(), badge.title(), design));
    }

    void keep(Badge badge, PictureDesign design) {
        keep(badge, new Source.Designed(drawing.designs().write(design)));
    }

    void keep(Badge badge, Source source) {
        kept.save(badge.id(), source, clock.instant());
    }

    void forget(Badge badge) {
        kept.remove(badge.id());
    }

    /** Shapes in the colours of the form, where those can be drawn; icons in the page's own. */
    Choices choices(Badge badge, DesignForm form) {
        PictureDesign colours =
                read(form) instanceof DesignRead.Good good ? good.design() : PictureDesign.standard(badge.id());
        List<Choice> shapes = Stream.of(BadgeShape.values())
                .map(shape -> new Choice(shape.word(), data(drawing.preview(badge.id(), "", plain(shape, colours)))))
                .toList();
        return new Choices(shapes, icons);
    }

    private static PictureDesign plain(BadgeShape shape, PictureDesign colours) {
        return new PictureDesign(shape, colours.background(), colours.edge(), colours.ink(), null, List.of(), null);
    }

    private static String data(String svg) {
        return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
    }
}
