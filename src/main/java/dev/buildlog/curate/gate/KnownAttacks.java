package dev.buildlog.curate.gate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The attacks of one kind that are known. */
final class KnownAttacks implements Check {

    private static final String DEFINITION = "let ";

    private static final List<Attack> ALL = read(Lists.lines("attacks.txt"));

    static final Hints HINTS = new Hints(ALL);

    private final String id;
    private final String about;
    private final BitSet own = new BitSet();

    KnownAttacks(String id, String about) {
        this.id = id;
        this.about = about;
        for (int i = 0; i < ALL.size(); i++) {
            own.set(i, ALL.get(i).check().equals(id));
        }
    }

    /** Attacks, in which the parts of expressions that are defined above them are put in place of their names. */
    private static List<Attack> read(List<String> lines) {
        Map<String, String> parts = new HashMap<>();
        List<Attack> attacks = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith(DEFINITION)) {
                String[] cells = line.substring(DEFINITION.length()).split(" :: ", 2);
                parts.put("{" + cells[0] + "}", cells[1]);
            } else {
                String whole = line;
                for (Map.Entry<String, String> part : parts.entrySet()) {
                    whole = whole.replace(part.getKey(), part.getValue());
                }
                attacks.add(Attack.parse(whole));
            }
        }
        return List.copyOf(attacks);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Action action() {
        return Action.QUARANTINE;
    }

    @Override
    public String about() {
        return about;
    }

    @Override
    public void examine(Draft draft) {
        if (search(draft, draft.hints(draft.whole()), draft.whole(), false)) {
            return;
        }
        for (Form form : draft.forms()) {
            if (search(draft, draft.hints(form), form, true)) {
                return;
            }
        }
    }

    private boolean search(Draft draft, BitSet hinted, Form form, boolean ofForms) {
        for (int i = hinted.nextSetBit(0); i >= 0; i = hinted.nextSetBit(i + 1)) {
            Attack attack = ALL.get(i);
            Optional<Attack.Find> found = own.get(i) && attack.isOfForms() == ofForms ? attack.in(draft, form) : Optional.empty();
            if (found.isPresent()) {
                String message = "holds " + found.get().what() + ": " + Visible.quote(found.get().quote());
                draft.found(this, Math.max(0, found.get().at()), message, attack.place() == Attack.Place.TEXT);
                return true;
            }
        }
        return false;
    }

    /** All attacks of the list, for a test that they end. */
    static List<Attack> all() {
        return ALL;
    }
}
