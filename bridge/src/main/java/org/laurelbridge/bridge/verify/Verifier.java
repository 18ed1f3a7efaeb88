package org.laurelbridge.bridge.verify;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.laurelbridge.bridge.fetch.Fetched;
import org.laurelbridge.bridge.fetch.Fetched.Answer;
import org.laurelbridge.bridge.fetch.Fetched.Failed;
import org.laurelbridge.bridge.fetch.Fetcher;
import org.laurelbridge.bridge.fetch.Memory;
import org.laurelbridge.bridge.fetch.OwnDocuments;
import org.laurelbridge.bridge.fetch.Visit;
import org.laurelbridge.bridge.issue.IssuerIdentity;
import org.laurelbridge.bridge.verify.Pictures.Held;
import org.laurelbridge.bridge.verify.key.Documents;
import org.laurelbridge.bridge.verify.key.Documents.Read;
import org.laurelbridge.bridge.verify.key.IssuerKeys;
import org.laurelbridge.bridge.verify.key.Jws;
import org.laurelbridge.bridge.verify.ob2.Ob2Assertions;
import org.laurelbridge.bridge.verify.ob3.Ob3Credentials;
import org.laurelbridge.bridge.verify.report.Findings;
import org.laurelbridge.bridge.verify.report.Line;
import org.laurelbridge.bridge.verify.report.Reason;
import org.laurelbridge.bridge.verify.report.Report;
import org.laurelbridge.bridge.verify.report.Verdict;
import tools.jackson.databind.node.ObjectNode;

/** Verifies badges of anybody. Throws nothing for what is presented or what the network answers. Safe for many threads. */
public final class Verifier {

    private static final int GONE = 410;
    private static final Set<Verdict> SIGNED =
            EnumSet.of(Verdict.GENUINE, Verdict.REVOKED, Verdict.SUSPENDED, Verdict.EXPIRED);
    private static final byte PNG = (byte) 0x89;
    private static final int HEAD = 500;

    private final OwnDocuments own;
    private final Fetcher fetcher;
    private final Pictures pictures;
    private final InstantSource clock;
    private final Memory memory = new Memory();
    private final Ob3Credentials ob3;
    private final Ob2Assertions ob2 = new Ob2Assertions();

    /**
     * A verifier of an installation.
     *
     * @param ours known without the network
     * @param own what this installation answers at its addresses, also without
     */
    public Verifier(IssuerIdentity ours, OwnDocuments own, Fetcher fetcher, Pictures pictures, InstantSource clock) {
        this.own = own;
        this.fetcher = fetcher;
        this.pictures = pictures;
        this.clock = clock;
        this.ob3 = new Ob3Credentials(new IssuerKeys(ours));
    }

    /** What is to be said of a badge. */
    public Report verify(Presented presented) {
        Findings findings = new Findings();
        Visit visit = new Visit(own, fetcher, memory, clock);
        if (presented instanceof Presented.Link link) {
            follow(link, visit, findings, content -> open(new Presented.File(content), visit, findings));
        } else if (presented instanceof Presented.File file) {
            open(file, visit, findings);
        } else {
            read(((Presented.Text) presented).text(), visit, findings);
        }
        Report report = findings.report();
        if (SIGNED.contains(report.verdict())) {
            visit.remember();
        }
        return report;
    }

    private static void follow(Presented.Link link, Visit visit, Findings findings, Consumer<byte[]> then) {
        Optional<URI> address = Documents.address(link.address().strip());
        Fetched fetched = address.isPresent() ? visit.get(address.get()) : new Failed(Fetched.Trouble.NO_ADDRESS);
        if (!(fetched instanceof Answer answer)) {
            findings.add(Reason.LINK_FAILED, ((Failed) fetched).why());
        } else if (answer.isGood()) {
            then.accept(answer.body());
        } else if (answer.status() == GONE) {
            findings.add(gone(answer));
        } else {
            findings.add(Reason.LINK_STATUS, Integer.toString(answer.status()));
        }
    }

    /** A hosted badge that was revoked leaves this behind (Open Badges 2.0, hosted verification). */
    private static Line gone(Answer answer) {
        if (!(Documents.read(answer.text()) instanceof Read.Good good)
                || !good.object().path("revoked").asBoolean(false)) {
            return Line.of(Reason.LINK_STATUS, Integer.toString(GONE));
        }
        String why = Documents.textOrEmpty(good.object(), "revocationReason");
        return (why.isEmpty() ? Line.of(Reason.STATUS_REVOKED) : Line.of(Reason.STATUS_REVOKED_WHY, why))
                .asOf(answer.at());
    }

    private void open(Presented.File file, Visit visit, Findings findings) {
        if (!isPicture(file.content())) {
            read(file.text(), visit, findings);
            return;
        }
        Held held = pictures.read(file.content());
        if (held.text() != null) {
            findings.add(Reason.PICTURE_HOLDS);
            readHeld(Presented.pasted(held.text()), visit, findings);
        } else if (held.trouble() != null) {
            findings.add(Reason.PICTURE_BROKEN, held.trouble());
        } else {
            findings.add(isHtml(file.content()) ? Reason.LINK_PAGE : Reason.PICTURE_EMPTY);
        }
    }

    /** Some bake the address of a hosted badge. A picture behind it is not opened: it could hold its own address. */
    private void readHeld(Presented held, Visit visit, Findings findings) {
        if (held instanceof Presented.Link link) {
            follow(link, visit, findings, content -> read(new Presented.File(content).text(), visit, findings));
        } else {
            read(((Presented.Text) held).text(), visit, findings);
        }
    }

    // JSON begins with a brace and a token with a letter
    private static boolean isPicture(byte[] content) {
        return content.length > 0 && (content[0] == PNG || head(content).startsWith("<"));
    }

    private static boolean isHtml(byte[] content) {
        return head(content).toLowerCase(Locale.ROOT).contains("<html");
    }

    /** How it begins, without the mark of UTF-8 and blanks. */
    private static String head(byte[] content) {
        String head = new String(content, 0, Math.min(HEAD, content.length), StandardCharsets.UTF_8);
        return withoutMark(head).stripLeading();
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private void read(String given, Visit visit, Findings findings) {
        String text = withoutMark(given).strip();
        Optional<Jws> token = Jws.read(text);
        Read read = Documents.read(token.map(Jws::payload).orElse(text));
        if (read instanceof Read.Bad bad) {
            if (token.isEmpty() && !text.startsWith("{")) {
                findings.add(Reason.NO_LINK);
            } else {
                findings.add(Reason.NOT_JSON, bad.why());
            }
            return;
        }
        ObjectNode object = ((Read.Good) read).object();
        if (Ob2Assertions.isAssertion(object)) {
            token.ifPresentOrElse(
                    found -> ob2.verify(found, object, visit, findings), () -> ob2.verify(object, visit, findings));
        } else if (Ob2Assertions.isPart(object, findings)) {
            return;
        } else if (token.isPresent()) {
            ob3.verify(text, visit, findings);
        } else {
            ob3.verify(object, visit, findings);
        }
    }
}
