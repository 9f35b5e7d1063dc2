package dev.buildlog.curate.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Links to hosts that nobody has allowed. */
final class Links implements Check {

    static final String MARK = "[link removed]";

    private static final Set<String> WEB = Set.of("http", "https", "ftp", "ftps", "ws", "wss", "git", "ssh", "sftp", "");
    private static final Pattern MARKDOWN = Pattern.compile("\\[([^\\[\\]]{1,300})\\]\\([^()\\s]{0,50}$");

    /** Hosts whose bare names are those of modules, images and examples. */
    private static final Set<String> NAMES = Set.of("github.com", "gitlab.com", "bitbucket.org", "golang.org", "gopkg.in", "go.uber.org",
            "google.golang.org", "cloud.google.com", "k8s.io", "sigs.k8s.io", "registry.k8s.io", "docker.io", "ghcr.io", "quay.io",
            "gcr.io", "mcr.microsoft.com", "public.ecr.aws", "example.com", "example.org", "example.net");

    private final Hosts hosts;

    Links(Hosts hosts) {
        this.hosts = hosts;
    }

    @Override
    public String id() {
        return "links";
    }

    @Override
    public Action action() {
        return Action.STRIP;
    }

    @Override
    public String about() {
        return "Links to hosts outside the allowed ones; of a Markdown link its text stays.";
    }

    @Override
    public void examine(Draft draft) {
        String text = draft.text();
        if (text.indexOf('.') < 0) {
            return;
        }
        List<Draft.Edit> edits = new ArrayList<>();
        int from = 0;
        for (Url url : Url.in(text)) {
            if (isBare(url) && (Character.isWhitespace(draft.shown().charAt(url.start())) || NAMES.contains(url.host()))) {
                continue;
            }
            if (url.start() < from || !WEB.contains(url.scheme())
                    || url.host().indexOf('.') < 0 && !url.scheme().startsWith("http")
                    || url.host().isEmpty() || isTemplate(url.host()) || hosts.allow(url.host())) {
                continue;
            }
            draft.found(this, url.start(), "links to a host that is not allowed: " + Visible.quote(url.host()));
            Draft.Edit edit = edit(text, from, url);
            edits.add(edit);
            from = edit.end();
        }
        if (!edits.isEmpty()) {
            draft.keepLinks();
            draft.edit(edits);
        }
    }

    /** Without a scheme, {@code //} or {@code www.}: only its domain tells that it is an address. */
    private static boolean isBare(Url url) {
        return url.scheme().isEmpty() && !url.text().startsWith("//") && !url.text().startsWith("www.");
    }

    /** {@code http://$HOST/}, {@code http://<host>/}: a form, and no address yet. */
    private static boolean isTemplate(String host) {
        return host.startsWith("$") || host.startsWith("%");
    }

    private static Draft.Edit edit(String text, int from, Url url) {
        Matcher before = MARKDOWN.matcher(text.substring(from, url.start()));
        int close = text.indexOf(')', url.end());
        if (before.find() && close >= 0 && text.substring(url.end(), close).isBlank()) {
            return new Draft.Edit(from + before.start(), close + 1, before.group(1));
        }
        boolean angled = url.start() > from && text.charAt(url.start() - 1) == '<' && url.end() < text.length()
                && text.charAt(url.end()) == '>';
        return new Draft.Edit(angled ? url.start() - 1 : url.start(), angled ? url.end() + 1 : url.end(), MARK);
    }
}
