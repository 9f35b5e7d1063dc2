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
        Target found = Targets.load(folders.toArray(Path[]::new)).get(target);
        Path root = Path.of(policy.request().root());
        BlockChange change = new FileTarget(root, found).render(Renderer.body(policy, found), policy.id());
        report(root.resolve(found.path()), found, change);
        return policy;
    }

    private static void report(Path file, Target target, BlockChange change) {
        if (change instanceof BlockChange.Written written) {
            LOG.info("Rendered {}", file);
            warnOfLost(file, written.lost());
            if (target.maxBytes() > 0 && written.content().length > target.maxBytes()) {
                LOG.warn("{} has {} bytes; {} is not read beyond {}. Shorten the file or publish fewer rules.", file,
                        written.content().length, target.title(), target.maxBytes());
            }
        } else if (change instanceof BlockChange.Removed removed) {
            LOG.info("Took the rules out of {}", file);
            warnOfLost(file, removed.lost());
        } else if (change instanceof BlockChange.FileRemoved removed) {
            LOG.info("Removed {}, which held nothing but rules", file);
            warnOfLost(file, removed.lost());
        }
    }

    private static void warnOfLost(Path file, List<String> lost) {
        if (!lost.isEmpty()) {
            LOG.warn("The block of buildlog in {} had been edited; these lines are gone: {}. Keep text of your own"
                    + " outside the block.", file, lost);
        }
    }
}
