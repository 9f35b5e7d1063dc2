package dev.buildlog.render;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Policy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a policy into the files of some targets; stands behind the Kamelet {@code render-sink}. */
public final class RenderSink {

    private static final Logger LOG = LoggerFactory.getLogger(RenderSink.class);

    private List<String> targets = List.of();
    private List<Path> folders = List.of();
    private int maxTokens;
    private boolean force;
    private String before = "";
    private ExposureLog exposures = ExposureLog.NONE;

    /** Ids of the targets, {@code agents_md} for instance, separated by commas. */
    public void setTarget(String targets) {
        this.targets = parts(targets);
    }

    /** Folders with target descriptors, separated by commas; later ones override earlier ones. */
    public void setTargets(String folders) {
        this.folders = parts(folders).stream().map(Path::of).toList();
    }

    private static List<String> parts(String list) {
        return Arrays.stream(list.split(",")).map(String::strip).filter(part -> !part.isEmpty()).toList();
    }

    /** How much goes into a file that agents read every time, unless the target has its own limit; 0 for no limit. */
    public void setMaxTokens(int maxTokens) {
        this.maxTokens = maxTokens;
    }

    /** Whether to overwrite what a person has edited in buildlog's own part of the file; a copy is kept aside. */
    public void setForce(boolean force) {
        this.force = force;
    }

    /** Folder in which the file's content before a rendering is remembered; empty for not at all. */
    public void setBefore(String folder) {
        this.before = folder.strip();
    }

    /** Where it is noted what the files show. */
    public void setExposures(ExposureLog exposures) {
        this.exposures = exposures;
    }

    /**
     * Brings the targets' files in the policy's checkout up to date; does nothing for a policy without a checkout. One that
     * cannot be written keeps no other from being written.
     *
     * @return the policy, so that sinks can follow each other
     * @throws dev.buildlog.model.BuildlogException if a target is unknown or its file cannot be written; that file is
     *     then as it was
     */
    public Policy render(Policy policy) {
        if (policy.request().root().isEmpty()) {
            return policy;
        }
        Path root = Path.of(policy.request().root());
        List<BuildlogException> failures = new ArrayList<>();
        Targets known = Targets.load(folders.toArray(Path[]::new));
        List<Target> written = new ArrayList<>();
        for (Share found : Share.of(known, targets, policy)) {
            Share share = found.withDefaultTokens(maxTokens);
            written.add(share.target());
            try {
                Rendering rendering = file(root, share.target()).render(share.policy(), force);
                report(root.resolve(share.target().path()), share.target(), rendering);
                exposures.shown(share.policy(), share.target(), rendering.shown(share.policy(), share.target()));
            } catch (BuildlogException e) {
                failures.add(e);
            }
        }
        if (!before.isEmpty()) {
            withdraw(root, policy, known, written);
        }
        if (failures.size() == 1) {
            throw failures.get(0);
        }
        if (!failures.isEmpty()) {
            throw new BuildlogException(failures.get(0).kind(),
                    failures.stream().map(BuildlogException::getMessage).collect(Collectors.joining("\n")), failures.get(0));
        }
        return policy;
    }

    private FileTarget file(Path root, Target target) {
        FileTarget file = new FileTarget(root, target);
        return before.isEmpty() ? file : file.remembering(Path.of(before));
    }

    /** Takes the rules out of files that an earlier publication wrote and this one no longer does. */
    private void withdraw(Path root, Policy policy, Targets known, List<Target> written) {
        Rendered rendered = new Rendered(Path.of(before), root);
        Set<String> ids = new TreeSet<>();
        for (String id : rendered.targets()) {
            Target target = known.find(id).orElse(null);
            if (target != null && written.stream().noneMatch(one -> one.path().equals(target.path()))
                    && !withdrawn(root, policy.withRules(List.of()), target)) {
                ids.add(id);
            }
        }
        written.forEach(target -> ids.add(target.id()));
        rendered.remember(ids);
    }

    /** Whether nothing of buildlog's is left in the file, or what is left is its owner's by now. */
    private boolean withdrawn(Path root, Policy nothing, Target target) {
        Path path = root.resolve(target.path());
        try {
            FileTarget file = file(root, target);
            if (file.look(nothing).rendering().change().edited()) {
                LOG.warn("{} is no longer written, but somebody has edited what buildlog wrote there: it stays as it is", path);
            } else {
                report(path, target, file.render(nothing, false));
            }
            return true;
        } catch (BuildlogException e) {
            LOG.warn("{} is no longer written, and the rules could not be taken out of it: {}", path, e.getMessage());
            return false;
        }
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
