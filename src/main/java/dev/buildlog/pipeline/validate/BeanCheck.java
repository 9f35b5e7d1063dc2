package dev.buildlog.pipeline.validate;

import dev.buildlog.model.Suggestion;
import dev.buildlog.pipeline.validate.YamlNode.Entry;
import dev.buildlog.pipeline.validate.YamlNode.Scalar;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Do the beans, classes and methods that a file names exist? */
final class BeanCheck {

    /** Keys whose text is the name of a bean, with or without a leading {@code #}. */
    private static final Set<String> NAMES =
            Set.of("ref", "aggregationStrategy", "aggregationRepository", "idempotentRepository", "onPrepare");

    private static final Pattern IN_SIMPLE = Pattern.compile("\\$\\{(bean|ref):([^}]*)}");
    private static final Pattern LOCAL = Pattern.compile("\\{\\{([^{}:?!]+)}}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");

    private final BeanIndex beans;
    private final Map<String, YamlNode> local;
    private final ParsedFile file;
    private final Findings findings;

    /** @param local beans that only this file sees: those of a Kamelet's template */
    BeanCheck(BeanIndex beans, Map<String, YamlNode> local, ParsedFile file, Findings findings) {
        this.beans = beans;
        this.local = local;
        this.file = file;
        this.findings = findings;
    }

    void check(YamlNode tree) {
        tree.eachEntry(EndpointFinder.DATA, this::entry);
    }

    void endpoint(Endpoint endpoint, Map<String, String> values) {
        Address address = endpoint.address(values);
        address.options().values().forEach(value -> value(value, endpoint.at()));
        if (address.scheme().equals("bean")) {
            use(address.name(), endpoint.options(address).getOrDefault("method", ""), endpoint.at());
        } else if (address.scheme().equals("class")) {
            type(address.name(), endpoint.options(address).getOrDefault("method", ""), endpoint.at());
        }
    }

    private void entry(Entry entry) {
        YamlNode value = entry.value();
        switch (entry.key()) {
            case "bean", "method" -> call(entry);
            case "beans" -> value.items().forEach(this::declaration);
            case "parameters" -> values(value);
            default -> {
                if (NAMES.contains(entry.key()) && value instanceof Scalar name) {
                    use(name.text(), "", name);
                }
            }
        }
        if (value instanceof Scalar text && !entry.key().equals("constant")) {
            simple(text);
        } else if (value instanceof YamlNode.Sequence list) {
            list.nodes().forEach(item -> {
                if (item instanceof Scalar text) {
                    simple(text);
                }
            });
        }
    }

    /** A {@code bean} step or a {@code method} expression; its {@code ref} alone is seen when the walk comes to it. */
    private void call(Entry entry) {
        YamlNode value = entry.value();
        if (value instanceof Scalar name && entry.key().equals("bean")) {
            use(name.text(), "", name);
        } else if (value.at("ref") instanceof Scalar name && value.at("method") instanceof Scalar method) {
            method(classOf(name.text()), name.text(), method.text(), method);
        } else if (value.at("beanType") instanceof Scalar type) {
            type(type.text(), value.text("method"), type);
        }
    }

    private void values(YamlNode values) {
        values.eachScalar(scalar -> {
            value(scalar.text(), scalar);
            simple(scalar);
        });
    }

    private void declaration(YamlNode bean) {
        for (String key : new String[] {"type", "builderClass"}) {
            boolean scripted = bean.at("script") != null;
            if (bean.at(key) instanceof Scalar type && !scripted && !type.text().startsWith("#bean:")) {
                type(type.text(), "", type);
            }
        }
        for (String key : new String[] {"properties", "constructors"}) {
            YamlNode given = bean.at(key);
            if (given != null) {
                values(given);
            }
        }
    }

    /** A value that may point to a bean: {@code #name}, {@code #bean:name}, {@code #class:a.b.C}. */
    private void value(String text, YamlNode at) {
        if (text.startsWith("#class:")) {
            type(text, "", at);
        } else if (text.startsWith("#bean:") || text.startsWith("#") && NAME.matcher(text.substring(1)).matches()) {
            use(text, "", at);
        }
    }

    private void simple(Scalar text) {
        Matcher matcher = IN_SIMPLE.matcher(text.text());
        while (matcher.find()) {
            String call = matcher.group(2);
            if (matcher.group(1).equals("ref")) {
                use(call, "", text);
                continue;
            }
            Address address = Address.of("bean:" + call);
            String method = address.options().getOrDefault("method", "");
            String name = address.name().split("::", 2)[0];
            if (address.name().contains("::")) {
                method = address.name().substring(name.length() + 2);
            } else if (method.isEmpty() && !beans.contains(name) && name.lastIndexOf('.') > 0) {
                method = name.substring(name.lastIndexOf('.') + 1);
                name = name.substring(0, name.lastIndexOf('.'));
            }
            if (name.startsWith("type:")) {
                type(name.substring("type:".length()), method, text);
            } else {
                use(name, method, text);
            }
        }
    }

    private void use(String written, String method, YamlNode at) {
        if (written.startsWith("#class:")) {
            type(written, method, at);
            return;
        }
        String name = plain(written);
        boolean open = name.contains("{{") || name.contains("${") || name.isBlank();
        if (!open && local.containsKey(name)) {
            findings.add(file.file(), at, "bean '" + name + "' belongs to this Kamelet; write '{{" + name + "}}'");
        } else if (!open && NAME.matcher(name).matches() && !beans.contains(name) && beans.isComplete()
                && beans.find(name).isEmpty()) {
            findings.add(file.file(), at, "unknown bean '" + name + "'"
                    + Suggestion.hint(name, beans.names(), "; declare it under beans or take the reference out"));
        }
        method(classOf(written), name, method, at);
    }

    private void type(String written, String method, YamlNode at) {
        String name = BeanIndex.className(written);
        if (name.contains("{{") || name.contains("${") || name.isBlank()) {
            return;
        }
        Optional<Class<?>> type = beans.find(name);
        if (type.isEmpty()) {
            findings.add(file.file(), at,
                    "class " + name + " is not there; check the name, or put its jar beside the components");
        }
        method(type, name, method, at);
    }

    private Optional<Class<?>> classOf(String written) {
        String name = plain(written);
        Matcher own = LOCAL.matcher(name);
        return own.matches() && local.containsKey(own.group(1))
                ? Optional.<Class<?>>of(beans.classOf(local.get(own.group(1)))).filter(type -> type != Object.class)
                : beans.typeOf(name);
    }

    private void method(Optional<Class<?>> type, String bean, String written, YamlNode at) {
        String method = written.split("\\(", 2)[0].strip();
        if (type.isEmpty() || method.isEmpty() || method.contains("{{") || method.contains("${")) {
            return;
        }
        Set<String> methods = methods(type.get());
        if (!methods.isEmpty() && !methods.contains(method)) {
            Set<String> own = new TreeSet<>(methods);
            own.removeAll(methods(Object.class));
            findings.add(file.file(), at, "bean '" + bean + "' (" + type.get().getSimpleName()
                    + ") has no public method '"
                    + method + "'" + Suggestion.hintOrList(method, own, "; check the name"));
        }
    }

    /** Names of public methods; empty where the class cannot be linked, for then nothing can be said about it. */
    private static Set<String> methods(Class<?> type) {
        try {
            return Stream.concat(Arrays.stream(type.getMethods()), Arrays.stream(Object.class.getMethods()))
                    .map(Method::getName)
                    .collect(Collectors.toSet());
        } catch (LinkageError e) {
            return Set.of();
        }
    }

    private static String plain(String written) {
        String name = written.startsWith("#bean:") ? written.substring("#bean:".length()) : written;
        return name.startsWith("#") ? name.substring(1) : name;
    }
}
