package dev.buildlog.curate;

import java.util.HashSet;
import java.util.Set;

/**
 * What of two texts must agree before both may become one rule, however alike they seem: a wrong merge loses knowledge, a
 * missed one is only a duplicate.
 */
final class Guard {

    private static final String NOT = "@not";
    private static final String INSTEAD = "@instead";

    private Guard() {}

    /** Whether the two must not share a rule; symmetric. */
    static boolean refuses(TokenProfile a, TokenProfile b) {
        return negationsDiffer(a, b)
                || eachHasItsOwn(a.marks(), b.marks())
                || eachHasItsOwn(a.numbers(), b.numbers())
                || contradict(a, b);
    }

    /** Whether they speak against each other: opposites, other names, one denies or turns round what the other says. */
    static boolean contradict(TokenProfile a, TokenProfile b) {
        Set<String> onlyA = minus(a.tokens(), b.tokens());
        Set<String> onlyB = minus(b.tokens(), a.tokens());
        return onlyA.stream().anyMatch(token -> Vocabulary.areOpposites(token, onlyB))
                || meets(a.names(), onlyA) && meets(b.names(), onlyB)
                || denies(a, b)
                || denies(b, a)
                || sidesWithTheOther(a, b)
                || sidesWithTheOther(b, a)
                || turnsRound(a, b);
    }

    /** "Not Y" may stand as a contrast here ("X, not Y") and as a clause there ("X; don't Y"). */
    private static boolean negationsDiffer(TokenProfile a, TokenProfile b) {
        int more = a.negations() - b.negations();
        boolean contrast = (more > 0 ? b : a).marks().contains(INSTEAD) && !(more > 0 ? a : b).marks().contains(INSTEAD);
        return more % 2 != 0 && !contrast;
    }

    private static boolean eachHasItsOwn(Set<String> a, Set<String> b) {
        return !b.containsAll(a) && !a.containsAll(b);
    }

    /** Whether {@code a} negates what {@code b} says and does not negate. */
    private static boolean denies(TokenProfile a, TokenProfile b) {
        Set<String> denied = governed(a, NOT);
        denied.removeAll(governed(b, NOT));
        denied.removeAll(governed(b, INSTEAD));
        return meets(denied, b.tokens());
    }

    /** Whether {@code b}, which contrasts nothing, speaks of what {@code a} advises against rather than of what it advises. */
    private static boolean sidesWithTheOther(TokenProfile a, TokenProfile b) {
        if (b.marks().contains(INSTEAD)) {
            return false;
        }
        Set<String> rejected = governed(a, INSTEAD);
        Set<String> advised = minus(a.tokens(), rejected);
        rejected.removeAll(governed(b, NOT));
        long taken = rejected.stream().filter(b.tokens()::contains).count();
        return taken > 0 && taken >= advised.stream().filter(b.tokens()::contains).count();
    }

    /** Whether what stands under a mark here stands outside it there and the other way round: before, from, instead of. */
    private static boolean turnsRound(TokenProfile a, TokenProfile b) {
        return marks(a).stream().anyMatch(mark -> {
            Set<String> underA = governed(a, mark);
            Set<String> underB = governed(b, mark);
            long aOutsideB = underA.stream().filter(t -> !underB.contains(t) && b.tokens().contains(t)).count();
            long bOutsideA = underB.stream().filter(t -> !underA.contains(t) && a.tokens().contains(t)).count();
            long shared = underA.stream().filter(underB::contains).count();
            return aOutsideB > 0 && bOutsideA > 0 && aOutsideB + bOutsideA > shared;
        });
    }

    private static Set<String> marks(TokenProfile profile) {
        Set<String> marks = new HashSet<>();
        profile.heads().forEach(head -> marks.add(head.substring(0, head.indexOf('>'))));
        marks.remove(NOT);
        return marks;
    }

    private static Set<String> governed(TokenProfile profile, String mark) {
        Set<String> tokens = new HashSet<>();
        for (String head : profile.heads().tailSet(mark + ">")) {
            if (!head.startsWith(mark + ">")) {
                break;
            }
            tokens.add(head.substring(mark.length() + 1));
        }
        return tokens;
    }

    private static boolean meets(Set<String> a, Set<String> b) {
        return a.stream().anyMatch(b::contains);
    }

    private static Set<String> minus(Set<String> a, Set<String> b) {
        Set<String> rest = new HashSet<>(a);
        rest.removeAll(b);
        return rest;
    }
}
