package dev.buildlog.pipeline;

import dev.buildlog.config.HomeSecret;
import dev.buildlog.model.Project;
import dev.buildlog.pipeline.http.Callers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/** Who may call the service of a home: whoever can read the home's secret, and whoever has a token. */
final class HomeCallers implements Callers {

    private final Core core;
    private final byte[] secret;

    HomeCallers(Core core) {
        this.core = core;
        this.secret = HomeSecret.make(core.home()).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean isOwner(String credential) {
        return MessageDigest.isEqual(secret, credential.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Optional<Caller> of(String credential) {
        return core.tokens().find(credential).map(token -> new Caller(token.project()));
    }

    @Override
    public boolean means(String named, String project) {
        List<Project> meant = core.projects().named(named);
        return meant.size() == 1 && meant.get(0).id().equals(project);
    }
}
