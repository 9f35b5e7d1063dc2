package dev.buildlog.pipeline.validate;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An endpoint URI taken apart.
 *
 * @param scheme name of the component; empty where the URI begins with something only known at run time
 * @param name what stands between the scheme and the options
 * @param options options of the query by name, as written
 */
record Address(String scheme, String name, Map<String, String> options) {

    static Address of(String uri) {
        int query = uri.indexOf('?');
        String base = query < 0 ? uri : uri.substring(0, query);
        int colon = base.indexOf(':');
        String scheme = colon < 0 ? base : base.substring(0, colon);
        String name = colon < 0 ? "" : base.substring(colon + 1);
        boolean open = scheme.contains("{{") || scheme.contains("${");
        return new Address(open ? "" : scheme.strip(), name.startsWith("//") ? name.substring(2) : name,
                query < 0 ? Map.of() : options(uri.substring(query + 1)));
    }

    /** Whether other routes send to it by name within one context. */
    boolean isDoor() {
        return scheme.equals("direct") || scheme.equals("seda");
    }

    /** Whether the name is only known at run time. */
    boolean isOpen() {
        return name.contains("{{") || name.contains("${");
    }

    /** {@code direct:store}. */
    String plain() {
        return scheme + ":" + name;
    }

    private static Map<String, String> options(String query) {
        Map<String, String> options = new LinkedHashMap<>();
        int at = 0;
        while (at < query.length()) {
            int equals = query.indexOf('=', at);
            int and = query.indexOf('&', at);
            if (equals < 0 || and >= 0 && and < equals) {
                int end = and < 0 ? query.length() : and;
                put(options, query.substring(at, end), "");
                at = end + 1;
                continue;
            }
            int from = equals + 1;
            int raw = query.startsWith("RAW(", from) ? query.indexOf(')', from)
                    : query.startsWith("RAW{", from) ? query.indexOf('}', from) : -1;
            int end = query.indexOf('&', Math.max(raw, from));
            end = end < 0 ? query.length() : end;
            put(options, query.substring(at, equals), query.substring(from, end));
            at = end + 1;
        }
        return options;
    }

    private static void put(Map<String, String> options, String name, String value) {
        if (!name.isBlank()) {
            options.put(name.strip(), value);
        }
    }
}
