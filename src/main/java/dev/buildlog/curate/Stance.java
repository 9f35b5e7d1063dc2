package dev.buildlog.curate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a text is about, apart from what it says of it, so that texts which say the opposite of the same can be found.
 *
 * <p>Two texts oppose each other if they speak of nearly the same (Jaccard similarity of the words that carry a subject, at least
 * {@value #NEARLY_THE_SAME}; the same numbers and conditions; no different names), and an odd number of the following turns one
 * into the other: a negation more, a word that is the opposite of a word of the other ({@code opposites.txt}, before and after),
 * and two things that have changed sides ("A over B", "B over A").
 */
public final class Stance {

    static final double NEARLY_THE_SAME = 0.75;

    /** Behind it stand reasons and examples, in other words each time. */
    private static final Pattern CLAUSE_END =
            Pattern.compile("[,;:](?=\\s)(?!\\s+(?i:not|never|no|nor|and|or|but|without)\\b)|\\.\\s|\\s[-–—]\\s"
                    + "|(?i)\\s(because|since|otherwise|so that|even if|or else)\\s");

    private static final Pattern LEADING_UP = Pattern.compile("(?i)\\s*(if|when|whenever|while|unless|until|before|after|once|as"
            + "|since|because|even|for|from|in|on|with|without|to|at|by)\\b");

    private static final String BEFORE = "@before";
    private static final String AFTER = "@after";
    private static final String ORDER = "@order";

    /** What stands behind one of these is what is not chosen, or left behind. */
    private static final Set<String> CHOICES = Set.of("over", "@instead", "from");

    /** Words that only say that something is to be done. */
    private static final Set<String> APPROVING = Set.of(Vocabulary.canonical("use"), Vocabulary.canonical("prefer"),
            Vocabulary.canonical("recommend"), Vocabulary.canonical("choose"), Vocabulary.canonical("favour"),
            Vocabulary.canonical("favor"), Vocabulary.canonical("do"));

    /** Word to the pair or family it belongs to and the side it takes there. */
    private static final Map<String, Side> SIDES = sides();

    private final boolean negative;
    private final String conditions;
    private final SortedSet<String> subject = new TreeSet<>();
    private final Map<String, Boolean> sides = new HashMap<>();
    private final Set<String> names;
    private final Set<String> heads;

    private record Side(String family, boolean left) {}

    private Stance(TokenProfile profile) {
        boolean content = !profile.marks().contains(TokenProfile.WORDLESS);
        this.negative = profile.negations() % 2 == 1;
        this.names = profile.names();
        this.heads = profile.heads();
        List<String> marks = new ArrayList<>();
        for (String mark : profile.marks()) {
            if (mark.equals(BEFORE) || mark.equals(AFTER)) {
                take(new Side(ORDER, mark.equals(BEFORE)));
            } else {
                marks.add(mark);
            }
        }
        this.conditions = String.join(",", marks) + " " + String.join(",", profile.numbers());
        for (String token : content ? profile.tokens() : Set.<String>of()) {
            Side side = SIDES.get(token);
            if (side != null) {
                take(side);
            } else if (!APPROVING.contains(token)) {
                subject.add(token);
            }
        }
    }

    /** What the first clause of {@code text} says of what, or all of it where that clause only leads up to the rest. */
    public static Stance of(String text) {
        Matcher clause = CLAUSE_END.matcher(text);
        if (clause.find() && !LEADING_UP.matcher(text).lookingAt()) {
            Stance first = new Stance(TokenProfile.of(text.substring(0, clause.start())));
            if (first.subject.size() > 1) {
                return first;
            }
        }
        return new Stance(TokenProfile.of(text));
    }

    /** Keys of which two texts share one if they oppose each other; none for a text without a subject. */
    public List<Long> blocks() {
        return subject.isEmpty() ? List.of()
                : TokenBlocks.of("stance " + conditions, TokenBlocks.sample(subject, TokenProfile.MOST_TOKENS));
    }

    /** Whether the texts say opposite things of the same; symmetric. */
    public boolean opposes(Stance other) {
        if (!conditions.equals(other.conditions) || subject.isEmpty() || other.subject.isEmpty()) {
            return false;
        }
        Set<String> onlyHere = minus(subject, other.subject);
        Set<String> onlyThere = minus(other.subject, subject);
        int shared = subject.size() - onlyHere.size();
        boolean otherNames = names.stream().anyMatch(onlyHere::contains) && other.names.stream().anyMatch(onlyThere::contains);
        if (otherNames || shared < NEARLY_THE_SAME * (shared + onlyHere.size() + onlyThere.size())) {
            return false;
        }
        long turns = sides.entrySet().stream().filter(side -> other.sides.containsKey(side.getKey()))
                .filter(side -> other.sides.get(side.getKey()) != side.getValue())
                .filter(side -> !side.getKey().equals(ORDER) || !saysTheSameOrder(other)).count();
        return (turns + (negative == other.negative ? 0 : 1) + (swaps(other) ? 1 : 0)) % 2 == 1;
    }

    private void take(Side side) {
        subject.add(side.family);
        // a text that takes both sides takes none
        if (sides.containsKey(side.family) && sides.get(side.family) != side.left) {
            sides.remove(side.family);
        } else {
            sides.put(side.family, side.left);
        }
    }

    /** Whether a word of choice leads to x here and to y there, though both texts speak of x and of y. */
    private boolean swaps(Stance other) {
        Set<String> there = minus(other.heads, heads);
        return minus(heads, other.heads).stream().anyMatch(here -> {
            int end = here.indexOf('>') + 1;
            return CHOICES.contains(here.substring(0, end - 1)) && other.subject.contains(here.substring(end))
                    && there.stream().anyMatch(head -> head.startsWith(here.substring(0, end))
                            && subject.contains(head.substring(end)));
        });
    }

    /** "A before B" and "B after A", where the one says before and the other after. */
    private boolean saysTheSameOrder(Stance other) {
        Set<String> here = behindOrder();
        Set<String> there = other.behindOrder();
        return here.stream().anyMatch(other.subject::contains)
                && there.stream().anyMatch(subject::contains)
                && here.stream().noneMatch(there::contains);
    }

    private Set<String> behindOrder() {
        return heads.stream().filter(head -> head.startsWith(BEFORE) || head.startsWith(AFTER))
                .map(head -> head.substring(head.indexOf('>') + 1)).collect(Collectors.toSet());
    }

    private static Set<String> minus(Set<String> a, Set<String> b) {
        Set<String> rest = new HashSet<>(a);
        rest.removeAll(b);
        return rest;
    }

    private static Map<String, Side> sides() {
        Map<String, Side> sides = new HashMap<>();
        for (String line : WordList.lines("opposites.txt")) {
            String[] pair = line.split("\\s+");
            String left = Vocabulary.canonical(pair[0]);
            String right = Vocabulary.canonical(pair[1]);
            String family = sides.containsKey(left) ? sides.get(left).family
                    : sides.containsKey(right) ? sides.get(right).family : left;
            sides.putIfAbsent(left, new Side(family, true));
            sides.putIfAbsent(right, new Side(family, false));
        }
        return Map.copyOf(sides);
    }
}
