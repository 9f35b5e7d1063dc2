package dev.buildlog.curate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;

/** No text makes a search long: counted in characters looked at, not in seconds. */
class BoundedSearchTest {

    /** A hundredth of a second or two: nobody notices it, and a text that costs more is none that a person wrote. */
    private static final long MOST_STEPS = 10_000_000;

    /** A text that counts how often one of its characters is looked at. */
    private static final class Counted implements CharSequence {

        private final String text;
        private final long[] steps;

        Counted(String text, long[] steps) {
            this.text = text;
            this.steps = steps;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            steps[0]++;
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text.substring(start, end), steps);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    @Test
    void everyAttackIsLookedForInFewSteps() {
        List<String> slow = new ArrayList<>();
        for (Attack attack : KnownAttacks.all()) {
            for (String text : made(attack)) {
                long[] steps = new long[1];
                Matcher matcher = attack.expression().matcher(new Counted(text, steps));
                boolean found = matcher.find();
                while (found) {
                    found = matcher.find();
                }
                if (steps[0] > MOST_STEPS) {
                    slow.add(attack.what() + " " + attack.hints().get(0) + ": " + steps[0] + " in " + text.substring(0, 40));
                }
            }
        }
        assertThat(slow).isEmpty();
    }

    /** The longest texts that are examined, made of what the attack looks for. */
    private static List<String> made(Attack attack) {
        List<String> units = new ArrayList<>(List.of("a ", "a", " ", "<", "<a ", "(", "| ", "-r ", "a.b ", "and ", "the "));
        for (String hint : attack.hints()) {
            units.addAll(List.of(hint + " ", hint, hint + " the ", hint + " a.bb ", "<" + hint + " ", hint + " -r ", hint + "="));
        }
        return units.stream().map(unit -> unit.repeat(Examination.LONGEST / unit.length())).toList();
    }
}
