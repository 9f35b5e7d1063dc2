package dev.buildlog.curate.gate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the weights of intent are given to: words, what they are about, and how these stand together. Each trait is there or not;
 * its name begins with a letter for its kind.
 *
 * <ul>
 *   <li>{@code w} a word, {@code b} two words that follow one another, {@code f} the first word
 *   <li>{@code m} two words that follow one another, each by what it is about if that is known
 *   <li>{@code o} the word that begins a clause, an order as a rule, and another of the clause, by what they are about
 *   <li>{@code c} a concept, {@code i} a concept that begins a clause
 *   <li>{@code p} two concepts that follow one another, {@code s} two with others between them
 * </ul>
 */
public final class Traits {

    /** Concepts between which pairs are built, so that a long text costs no more than a rule. */
    private static final int REACH = 8;

    private static final Set<String> LEADING = Set.of("please", "just", "and", "then", "also", "so");

    private record Trait(String name, Reading.Term... shownBy) {}

    private final List<Trait> traits = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private Traits(Reading reading) {
        List<Reading.Term> terms = reading.terms();
        List<Reading.Term> concepts = new ArrayList<>();
        boolean begins = true;
        Reading.@Nullable Term order = null;
        for (int i = 0; i < terms.size(); i++) {
            Reading.Term term = terms.get(i);
            boolean follows = i > 0 && terms.get(i - 1).clause() == term.clause();
            begins = !follows || begins && isLeading(terms.get(i - 1));
            if (begins) {
                order = term;
            } else if (order != null) {
                add("o " + order.about() + " " + term.about(), order, term);
            }
            add((i == 0 ? "f " : "w ") + term.stem(), term);
            add("w " + term.stem(), term);
            if (follows) {
                Reading.Term before = terms.get(i - 1);
                add("b " + before.word() + " " + term.word(), before, term);
                add("m " + before.about() + " " + term.about(), before, term);
            }
            if (term.concept() != null) {
                concepts.add(term);
                add("c " + term.concept(), term);
                if (begins) {
                    add("i " + term.concept(), term);
                }
            }
        }
        combine(concepts);
    }

    /** The traits of a text. */
    static Traits of(Reading reading) {
        return new Traits(reading);
    }

    /** Their names, each once. */
    public Set<String> names() {
        return names;
    }

    /** The words that speak most against a text by {@code weights}, strongest first. */
    List<String> reasons(Weights weights, int most) {
        return traits.stream().filter(trait -> weights.of(trait.name()) > 0)
                .sorted(Comparator.comparingDouble((Trait trait) -> -weights.of(trait.name())).thenComparing(Trait::name))
                .map(trait -> Arrays.stream(trait.shownBy()).map(Reading.Term::word).collect(Collectors.joining(" … ")))
                .distinct().limit(most).toList();
    }

    private void combine(List<Reading.Term> concepts) {
        for (int i = 0; i < concepts.size(); i++) {
            Reading.Term first = concepts.get(i);
            for (int j = i + 1; j < Math.min(concepts.size(), i + REACH); j++) {
                Reading.Term second = concepts.get(j);
                if (j == i + 1) {
                    add("p " + first.concept() + " " + second.concept(), first, second);
                }
                add("s " + first.concept() + " " + second.concept(), first, second);
            }
        }
    }

    private void add(String name, Reading.Term... shownBy) {
        if (names.add(name)) {
            traits.add(new Trait(name, shownBy));
        }
    }

    private static boolean isLeading(Reading.Term term) {
        return "ALWAYS".equals(term.concept()) || LEADING.contains(term.word());
    }
}
