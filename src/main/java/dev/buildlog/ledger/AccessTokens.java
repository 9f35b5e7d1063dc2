package dev.buildlog.ledger;

import dev.buildlog.model.AccessToken;
import dev.buildlog.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The tokens by which callers of the service are known: {@code blt_ID_SECRET}, where the secret is 256 random bits. Only the
 * SHA-256 of a token is kept; a slow hash would protect guessable passwords, which these are not.
 */
public final class AccessTokens {

    private static final Pattern TOKEN = Pattern.compile("blt_([0-9a-f]{10})_[A-Za-z0-9_-]{43}");
    private static final int ID_BYTES = 5;
    private static final int SECRET_BYTES = 32;
    private static final String SELECT =
            "select id, project_id, name, created_at, expires_at, revoked_at, hash from access_token";

    private final Ledger ledger;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public AccessTokens(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * A new token.
     *
     * @param text what its owner sends; kept nowhere
     */
    public record Issued(AccessToken token, String text) {}

    private record Kept(AccessToken token, String hash) {}

    /**
     * Makes a token; it is on disk when this returns.
     *
     * @param project id of the project it opens; empty for the whole home
     * @param expires null for never
     */
    public Issued create(String project, String name, @Nullable Instant expires) {
        byte[] id = new byte[ID_BYTES];
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(id);
        random.nextBytes(secret);
        AccessToken token = new AccessToken(HexFormat.of().formatHex(id), project, name, clock.instant(), expires, null);
        String text = "blt_" + token.id() + "_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        ledger.write(db -> db.update("insert into access_token (id, hash, project_id, name, created_at, expires_at, revoked_at)"
                + " values (?,?,?,?,?,?,'')", token.id(), Sha256.of(text), project, name, token.created().toString(),
                expires == null ? "" : expires.toString()));
        return new Issued(token, text);
    }

    /** The valid token of this text; the time it takes to say so tells nothing of how much of it was right. */
    public Optional<AccessToken> find(String text) {
        Matcher form = TOKEN.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        byte[] hash = bytes(Sha256.of(text));
        return ledger.read(db -> db.query(SELECT + " where id = ?", (row, n) -> kept(row), form.group(1))).stream()
                .filter(kept -> MessageDigest.isEqual(bytes(kept.hash()), hash))
                .map(Kept::token)
                .filter(token -> token.isValid(clock.instant()))
                .findFirst();
    }

    /** All tokens ever made, oldest first. */
    public List<AccessToken> all() {
        return ledger.read(db -> db.query(SELECT + " order by created_at, id", (row, n) -> kept(row).token()));
    }

    /** Whether any token opens anything now. */
    public boolean anyValid() {
        return all().stream().anyMatch(token -> token.isValid(clock.instant()));
    }

    /** Takes a token back, for every process at once; false if there is none of this id. */
    public boolean revoke(String id) {
        return ledger.write(db -> {
            db.update("update access_token set revoked_at = ? where id = ? and revoked_at = ''", clock.instant().toString(), id);
            return !db.queryForList("select 1 from access_token where id = ?", Integer.class, id).isEmpty();
        });
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(new AccessToken(row.getString(1), row.getString(2), row.getString(3), Instant.parse(row.getString(4)),
                instant(row.getString(5)), instant(row.getString(6))), row.getString(7));
    }

    private static @Nullable Instant instant(String text) {
        return text.isEmpty() ? null : Instant.parse(text);
    }
}
