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
        if (!text.contains("//") && !text.contains("www.")) {
            return;
        }
        List<Draft.Edit> edits = new ArrayList<>();
        int from = 0;
        for (Url url : Url.in(text)) {
            if (url.start() < from || !WEB.contains(url.scheme()) || url.host().indexOf('.') < 0 && !url.scheme().startsWith("http")
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
