package dev.buildlog.models;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One spelling for the many ways to write the address of a git remote. */
final class RemoteUrl {

    private static final Pattern URL = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://([^/]*)(.*)");
    private static final Pattern AUTHORITY = Pattern.compile("(.*?)(?::(\\d*))?");
    private static final Pattern SCP = Pattern.compile("(?:[^/:]*@)?(\\[[^]/]+]|[^/:]+):(.*)");
    private static final Map<String, String> DEFAULT_PORTS =
            Map.of("https", "443", "http", "80", "ssh", "22", "git+ssh", "22", "ssh+git", "22", "git", "9418");

    private RemoteUrl() {}

    /**
     * {@code host/owner/name}: the host in lower case, without protocol, user, password, default port, surplus slashes and
     * {@code .git}. A remote in the file system becomes its absolute path, also without {@code .git}. Rewriting rules
     * ({@code url.insteadOf}) are not applied, since they differ from machine to machine.
     *
     * @param base what a relative path is relative to
     */
    static String normalise(String remote, Path base) {
        String text = remote.strip();
        Matcher url = URL.matcher(text);
        if (url.matches()) {
            String scheme = url.group(1).toLowerCase(Locale.ROOT);
            String path = decode(url.group(3));
            return scheme.equals("file") ? local(path, base) : join(host(scheme, url.group(2)), path);
        }
        Matcher scp = SCP.matcher(text);
        return scp.matches() ? join(scp.group(1).toLowerCase(Locale.ROOT), scp.group(2)) : local(text, base);
    }

    private static String host(String scheme, String authority) {
        Matcher parts = AUTHORITY.matcher(authority.substring(authority.lastIndexOf('@') + 1));
        parts.matches();
        String host = parts.group(1).toLowerCase(Locale.ROOT);
        String port = parts.group(2);
        boolean usual = port == null || port.isEmpty() || port.equals(DEFAULT_PORTS.get(scheme));
        return usual ? host : host + ":" + port;
    }

    private static String join(String host, String path) {
        String tidy = tidy(path).replaceFirst("^/", "");
        return tidy.isEmpty() ? host : host + "/" + tidy;
    }

    private static String local(String path, Path base) {
        return tidy(base.resolve(path).toAbsolutePath().normalize().toString());
    }

    private static String tidy(String path) {
        return path.replaceAll("/{2,}", "/").replaceFirst("/$", "").replaceFirst("/?\\.git$", "");
    }

    private static String decode(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return path;
        }
    }
}
