package org.immunarium.app.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/// Who may use the lab: whoever has the token of this start, from pages of this lab alone.
///
/// The address that the lab prints has the token. The first visit exchanges it for a cookie, so that it stays
/// in no history and goes to no other page. A name that was made to point here (DNS rebinding) is refused by
/// the `Host` that the browser sends, and what another page sends by its `Origin`.
final class Access {

    private static final int BYTES = 32;

    private final String token = secret();
    private final String session = secret();
    private final Set<String> hosts;
    private final String cookie;

    /// @param hosts as in the header `Host`, with the port
    /// @param port  names the cookie: browsers send those of one port to all of a machine, and two labs have two
    Access(Set<String> hosts, int port) {
        this.hosts = Set.copyOf(hosts);
        cookie = "immunarium-" + port;
    }

    /// What the first address has.
    String token() {
        return token;
    }

    /// Lets a request in, or answers it.
    ///
    /// @return what answers the request; empty where it may go on
    /// @throws Refusal if it may not
    Optional<Answer> check(Request request) {
        String host = request.header("Host").orElse("");
        if (!hosts.contains(host)) {
            throw new Refusal(Refusal.MISDIRECTED, "this lab does not answer to the name \"" + host + "\"");
        }
        Optional<String> origin = request.header("Origin");
        if (origin.isPresent() && !origin.get().equals("http://" + host)) {
            throw new Refusal(Refusal.FORBIDDEN, "pages of other places may not use this lab");
        }
        Optional<String> given = request.query("token");
        if (given.isPresent() && request.path().isEmpty()) {
            if (!same(given.get(), token)) {
                throw new Refusal(Refusal.UNAUTHORIZED, "this is not the token of the lab that runs now");
            }
            return Optional.of(Answer.seeOther("/")
                    .with("Set-Cookie", cookie + "=" + session + "; Path=/; HttpOnly; SameSite=Strict"));
        }
        boolean script = request.header("Authorization")
                .filter(each -> same(each, "Bearer " + token))
                .isPresent();
        boolean browser =
                request.cookie(cookie).filter(each -> same(each, session)).isPresent();
        if (!script && !browser) {
            throw new Refusal(
                    Refusal.UNAUTHORIZED,
                    "the lab that runs now has not let this browser in; open the address that `immunarium lab`"
                            + " printed when it was started: each start has a token of its own");
        }
        if (!script && !request.changesNothing() && origin.isEmpty()) {
            throw new Refusal(Refusal.FORBIDDEN, "a page of this lab was expected to ask, with its origin");
        }
        return Optional.empty();
    }

    /// In a time that does not tell how much of it is right.
    private static boolean same(String given, String expected) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }

    private static String secret() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
