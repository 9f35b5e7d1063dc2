package dev.buildlog.curate.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The hosts to which a rule may link: those of well-known documentation, and what a team adds. */
public final class Hosts {

    private static final List<String> SHIPPED = Lists.lines("hosts.txt");

    /** Nothing but the shipped ones. */
    public static final Hosts DEFAULT = new Hosts(List.of());

    private final Set<String> names;

    private Hosts(List<String> more) {
        List<String> all = new ArrayList<>(SHIPPED);
        more.forEach(name -> all.add(name.toLowerCase(Locale.ROOT)));
        names = Set.copyOf(Set.copyOf(all));
    }

    /** The shipped ones and these; {@code *.example.org} stands for all below example.org. */
    public static Hosts and(List<String> more) {
        return more.isEmpty() ? DEFAULT : new Hosts(more);
    }

    boolean allow(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        if (names.contains(name)) {
            return true;
        }
        for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
            if (names.contains("*" + name.substring(dot))) {
                return true;
            }
        }
        return false;
    }
}
