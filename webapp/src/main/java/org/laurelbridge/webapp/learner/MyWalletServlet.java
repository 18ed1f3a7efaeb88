package org.laurelbridge.webapp.learner;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.AwardStatus;
import org.laurelbridge.bridge.grant.WalletOffers;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;
import org.laurelbridge.webapp.session.Doing;
import org.laurelbridge.webapp.session.Sessions;
import org.laurelbridge.webapp.verify.QrPicture;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code /my/wallet/{award}}: a learner offers a badge to a wallet, by a QR code or a link (OpenID for Verifiable Credential Issuance
 * 1.0 §4.1, by value). Awards of others are not there.
 */
public final class MyWalletServlet extends HttpServlet {
    private static final String PATH = "/my/wallet/";
    private static final String GRANT = "urn:ietf:params:oauth:grant-type:pre-authorized_code";

    private final transient LearnerDesk desk;
    private final transient List<String> forms;
    private final transient Sessions sessions;
    private final transient Pages pages;

    /** @param forms in which wallets get it, as they call them */
    public MyWalletServlet(LearnerDesk desk, List<String> forms, Sessions sessions, Pages pages) {
        this.desk = desk;
        this.forms = List.copyOf(forms);
        this.sessions = sessions;
        this.pages = pages;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        show(award(request), null, request, response);
    }

    // shown at once: what is in it is kept nowhere
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Award award = award(request);
        WalletOffers offers = desk.learning().wallets().by(Doing.of(request));
        String link = link(offers.offer(award.id(), desk.clock().instant()));
        show(award, new MyWalletPage.Offered(link, QrPicture.shown(link)), request, response);
    }

    private String link(String code) {
        ObjectNode offer = JsonNodeFactory.instance.objectNode();
        offer.put("credential_issuer", desk.addresses().root().toString());
        forms.forEach(offer.putArray("credential_configuration_ids")::add);
        offer.putObject("grants").putObject(GRANT).put("pre-authorized_code", code);
        // what a query bears as it is stays so: the picture is larger for every letter
        return "openid-credential-offer://?credential_offer="
                + URLEncoder.encode(offer.toString(), StandardCharsets.UTF_8)
                        .replace("%3A", ":")
                        .replace("%2F", "/")
                        .replace("%2C", ",");
    }

    private void show(
            Award award, MyWalletPage.@Nullable Offered offer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Badge badge =
                desk.rules().current().find(award.badge(), award.badgeVersion()).orElse(null);
        response.setHeader("Cache-Control", "no-store");
        pages.show(
                response,
                "my/wallet.jte",
                new MyWalletPage(
                        MyFrame.of(request, sessions),
                        badge == null ? award.badge() : pages.words(response).title(badge),
                        PATH + award.id(),
                        desk.addresses().award(award.credential()).getRawPath(),
                        offer,
                        WalletOffers.LENGTH,
                        !"https".equals(desk.addresses().root().getScheme())));
    }

    private Award award(HttpServletRequest request) {
        return BackpackServlet.uuid(String.valueOf(request.getPathInfo()).substring(1))
                .flatMap(desk.awards()::find)
                .filter(award -> sessions.isLearner(request, award.person()))
                .filter(award -> award.status().isGiven() && award.status() != AwardStatus.REVOKED)
                .orElseThrow(() -> new RequestFailure(Reason.NOT_FOUND));
    }
}
