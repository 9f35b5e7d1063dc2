package dev.buildlog.render;

import dev.buildlog.model.Policy;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a policy into the file of one target; stands behind the Kamelet {@code render-sink}. */
public final class RenderSink {

    private static final Logger LOG = LoggerFactory.getLogger(RenderSink.class);

    private String target = "";
    private List<Path> folders = List.of();
    private int maxTokens;
    private boolean force;

    /** Id of the target, {@code agents_md} for instance. */
    public void setTarget(String target) {
        this.target = target.strip();
    }

    /** Folders with target descriptors, separated by commas; later ones override earlier ones. */
    public void setTargets(String folders) {
        this.folders = Arrays.stream(folders.split(","))
                .map(String::strip)
                .filter(folder -> !folder.isEmpty())
                .map(Path::of)
                .toList();
    }

    /** How much goes into a file that agents read every time, unless the target has its own limit; 0 for no limit. */
    public void setMaxTokens(int maxTokens) {
        this.maxTokens = maxTokens;
    }

    /** Whether to overwrite what a person has edited in buildlog's own part of the file; a copy is kept aside. */
    public void setForce(boolean force) {
        this.force = force;
    }

    /**
     * Brings the target's file in the policy's checkout up to date; does nothing for a policy without a checkout.
     *
     * @return the policy, so that sinks can follow each other
     * @throws dev.buildlog.model.BuildlogException if the target is unknown or its file cannot be written; the file is
     *     then as it was
     */
    public Policy render(Policy policy) {
        if (policy.request().root().isEmpty()) {
            return policy;
        }
        Target found = Targets.load(folders.toArray(Path[]::new)).get(target).withDefaultTokens(maxTokens);
        Path root = Path.of(policy.request().root());
        Rendering rendering = new FileTarget(root, found).render(policy, force);
        report(root.resolve(found.path()), found, rendering);
        return policy;
    }

    private static void report(Path file, Target target, Rendering rendering) {
        FileChange change = rendering.change();
        if (change instanceof FileChange.Written written) {
            LOG.info("Rendered {}", file);
            warnOfLost(file, written.lost());
        } else if (change instanceof FileChange.Removed removed) {
            LOG.info("Took the rules out of {}", file);
            warnOfLost(file, removed.lost());
        } else if (change instanceof FileChange.FileRemoved removed) {
            LOG.info("Removed {}, which held nothing but rules", file);
            warnOfLost(file, removed.lost());
        }
        if (!rendering.leftOut().isEmpty() && !(change instanceof FileChange.Unchanged)) {
            LOG.warn("{} rules have no room in {}, of which {} reads or gets no more than {}: {}. Shorten the file or publish"
                    + " fewer rules.", rendering.leftOut().size(), file, target.title(), rendering.limit(),
                    rendering.leftOut().stream().map(rule -> rule.rule().id()).toList());
        }
    }

    private static void warnOfLost(Path file, List<String> lost) {
        if (!lost.isEmpty()) {
            LOG.warn("What buildlog writes into {} had been edited; these lines are gone: {}. Keep text of your own out of it.",
                    file, lost);
        }
    }
}
