package dev.buildlog.pipeline;

import dev.buildlog.learn.Draw;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Candidates;
import dev.buildlog.model.Policy;
import dev.buildlog.render.Room;
import dev.buildlog.render.Target;
import dev.buildlog.render.Targets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Has the ledger choose the rules of a project, as many as its files have room for; stands behind {@code select-action}. */
public class Selector {

    private int k;
    private double holdOut;
    private int budget;
    private int maxTokens;
    private List<String> target = List.of();
    private List<Path> targets = List.of();
    private @Nullable LedgerSteps ledger;
    private @Nullable Checkouts checkouts;

    /** How many rules a draw chooses; 0 for a tenth of the candidates, and not fewer than ten. */
    public void setK(int k) {
        this.k = k;
    }

    /** Probability, 0 to 1, with which a chosen rule is withheld. */
    public void setHoldOut(double holdOut) {
        this.holdOut = holdOut;
    }

    /** How many tokens the chosen rules may cost together; 0 for as many as the files have room for. */
    public void setBudget(int budget) {
        this.budget = budget;
    }

    /** Ids of the targets that the rules are for, separated by commas. */
    public void setTarget(String ids) {
        this.target = parts(ids);
    }

    /** Folders with target descriptors, separated by commas; later ones override. */
    public void setTargets(String folders) {
        this.targets = parts(folders).stream().map(Path::of).toList();
    }

    /** How much goes into a file that agents read every time, unless its target has its own limit; 0 for no limit. */
    public void setMaxTokens(int maxTokens) {
        this.maxTokens = maxTokens;
    }

    public void setLedger(LedgerSteps ledger) {
        this.ledger = ledger;
    }

    public void setCheckouts(Checkouts checkouts) {
        this.checkouts = checkouts;
    }

    private static List<String> parts(String list) {
        return Arrays.stream(list.split(",")).map(String::strip).filter(part -> !part.isEmpty()).toList();
    }

    /** @throws BuildlogException of kind {@code BAD_CONFIGURATION} for a target that there is not, or a number out of range */
    public Policy select(Candidates candidates) {
        return among(Targets.load(targets.toArray(Path[]::new)), candidates);
    }

    /** The same where the descriptors were read before. */
    Policy among(Targets known, Candidates candidates) {
        List<Target> files = known.withoutRepetition(target).stream()
                .map(found -> found.withDefaultTokens(maxTokens)).toList();
        String root = candidates.request().root();
        Room room = Room.of(files, root.isEmpty() ? Objects.requireNonNull(checkouts).roots(candidates.request().project())
                : List.of(Path.of(root)), candidates.rules());
        int wanted = k == 0 ? Draw.usual((int) candidates.rules().stream().map(one -> one.rule().id()).distinct().count()) : k;
        int places = room.rules() == 0 ? wanted : Math.min(wanted, room.rules());
        return Objects.requireNonNull(ledger).choose(candidates, draw(places, budget == 0 ? room.tokens() : budget),
                Room.costs(files, candidates.rules()));
    }

    private Draw draw(int places, int tokens) {
        try {
            return new Draw(places, holdOut, tokens);
        } catch (IllegalArgumentException e) {
            throw new BuildlogException(BuildlogException.Kind.BAD_CONFIGURATION, e.getMessage(), e);
        }
    }
}
