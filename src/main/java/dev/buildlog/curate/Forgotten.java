package dev.buildlog.curate;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Finding;
import dev.buildlog.model.Insight;
import dev.buildlog.model.Sha256;
import dev.buildlog.model.Tombstone;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Takes texts that were forgotten out of others, without knowing them. Compared are letters and digits in lower case, whatever
 * stands between them: line ends, marks of emphasis and punctuation make no difference. Takes time in proportion to the text.
 */
public final class Forgotten {

    /** Stands where something was. */
    public static final String MARK = "[FORGOTTEN]";

    /** Fewest letters and digits that are forgotten: less would tear up every text. */
    public static final int SHORTEST = 4;

    private static final int PRIME = 65_521;
    private static final int BASE = 257;

    private final List<Tombstone> tombstones;

    public Forgotten(List<Tombstone> tombstones) {
        this.tombstones = List.copyOf(tombstones);
    }

    /** @throws BuildlogException if the text is too short to be told from others */
    public static Tombstone tombstone(String text, String salt) {
        String plain = Plain.of(text).trimmed();
        if (plain.length() < SHORTEST) {
            throw new BuildlogException("'" + text + "' is too short: name at least " + SHORTEST + " letters or digits");
        }
        int sum = 0;
        for (int i = 0; i < plain.length(); i++) {
            sum = (sum * BASE + plain.charAt(i)) % PRIME;
        }
        return new Tombstone(salt, plain.length(), sum, Sha256.of(salt + plain));
    }

    /** Whether {@code text} can be forgotten. */
    public static boolean isLongEnough(String text) {
        return Plain.of(text).trimmed().length() >= SHORTEST;
    }

    public boolean isEmpty() {
        return tombstones.isEmpty();
    }

    /** {@code text} with {@link #MARK} where something forgotten was; line feeds stay. */
    public String erase(String text) {
        if (tombstones.isEmpty() || text.isEmpty()) {
            return text;
        }
        Plain plain = Plain.of(text);
        BitSet gone = new BitSet();
        tombstones.forEach(one -> find(plain, one, gone));
        if (gone.isEmpty()) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (!gone.get(i)) {
                kept.append(text.charAt(i));
            } else {
                if (i == 0 || !gone.get(i - 1)) {
                    kept.append(MARK);
                }
                if (text.charAt(i) == '\n') {
                    kept.append('\n');
                }
            }
        }
        return kept.toString();
    }

    /** The insight without what was forgotten; what compared it is dropped with that. */
    public Insight erase(Insight insight) {
        String text = erase(insight.text());
        return new Insight(text, insight.category(), insight.line(), erase(insight.section()), erase(insight.quote()),
                insight.extractor(), text.equals(insight.text()) ? insight.fingerprint() : null, insight.assessment(),
                erase(insight.wording()), insight.hearsay());
    }

    public Finding erase(Finding finding) {
        return new Finding(finding.severity(), erase(finding.category()), erase(finding.description()), erase(finding.location()),
                erase(finding.ruleLearned()), finding.rulesConsulted(), finding.ruleReasoning().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, reason -> erase(reason.getValue()))));
    }

    /** Whether nothing but marks is left of a text. */
    public static boolean isNothing(String text) {
        return text.contains(MARK) && Plain.of(text.replace(MARK, " ")).trimmed().isEmpty();
    }

    private static void find(Plain plain, Tombstone tombstone, BitSet gone) {
        String text = plain.text;
        int length = tombstone.length();
        if (text.length() < length) {
            return;
        }
        int highest = 1;
        for (int i = 1; i < length; i++) {
            highest = highest * BASE % PRIME;
        }
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            if (i >= length) {
                sum = (int) Math.floorMod(sum - (long) text.charAt(i - length) * highest, (long) PRIME);
            }
            sum = (sum * BASE + text.charAt(i)) % PRIME;
            int start = i - length + 1;
            if (start >= 0 && sum == tombstone.sum()
                    && Sha256.of(tombstone.salt() + text.substring(start, i + 1)).equals(tombstone.hash())) {
                gone.set(plain.places[start], plain.places[i] + 1);
            }
        }
    }

    /** @param places index in the text it was made of, for each character */
    private record Plain(String text, int[] places) {

        static Plain of(String text) {
            StringBuilder plain = new StringBuilder(text.length());
            int[] places = new int[text.length()];
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                boolean word = Character.isLetterOrDigit(c) || Character.isSurrogate(c);
                if (word || plain.length() > 0 && plain.charAt(plain.length() - 1) != ' ') {
                    places[plain.length()] = i;
                    plain.append(word ? Character.toLowerCase(c) : ' ');
                }
            }
            return new Plain(plain.toString(), places);
        }

        String trimmed() {
            return text.strip();
        }
    }
}
