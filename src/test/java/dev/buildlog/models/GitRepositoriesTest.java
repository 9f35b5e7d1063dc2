package dev.buildlog.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.buildlog.journal.Checkout;
import dev.buildlog.journal.Repositories;
import dev.buildlog.journal.RepositoriesContract;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Holder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitRepositoriesTest extends RepositoriesContract {

    @TempDir
    Path temp;

    private final Repositories repositories = new GitRepositories();

    @Override
    protected Repositories repositories() {
        return repositories;
    }

    @Override
    protected Path checkout() {
        return Git.init(temp.resolve("demo"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "https://github.com/acme/demo.git",
        "https://github.com/acme/demo",
        "git@github.com:acme/demo.git",
        "https://GitHub.com/acme/demo.git",
        "ssh://git@github.com/acme/demo.git"
    })
    void oneRemoteIsOneProjectHoweverItIsSpelt(String url) {
        Path root = checkout();
        Git.run(root, "remote", "add", "origin", url);

        Checkout checkout = repositories.locate(root);

        // first 12 hex digits of the SHA-256 of github.com/acme/demo
        assertThat(checkout.project().id()).isEqualTo("bfe66c56d811");
        assertThat(checkout.project().name()).isEqualTo("demo");
        assertThat(checkout.project().remote()).isEqualTo("github.com/acme/demo");
        assertThat(checkout.branch()).isEqualTo("main");
    }

    @Test
    void originCountsThenTheOnlyRemoteThenThePath() throws IOException {
        Path root = checkout();
        String byPath = repositories.locate(root).project().id();
        assertThat(repositories.locate(root).project().remote()).isEmpty();
        Git.run(root, "remote", "add", "upstream", "https://github.com/acme/upstream");
        assertThat(repositories.locate(root).project().remote()).isEqualTo("github.com/acme/upstream");
        Git.run(root, "remote", "add", "fork", "https://github.com/ann/fork");
        assertThat(repositories.locate(root).project().id()).isEqualTo(byPath);
        Git.run(root, "remote", "add", "origin", "https://github.com/acme/demo");
        assertThat(repositories.locate(root).project().remote()).isEqualTo("github.com/acme/demo");
    }

    @Test
    void readsIncludedConfiguration() throws IOException {
        Path root = checkout();
        Files.createDirectories(root.resolve("shared"));
        Files.writeString(root.resolve("shared/team.inc"), "[include]\npath = remote.inc\n");
        Files.writeString(root.resolve("shared/remote.inc"), "[remote \"origin\"]\nurl = https://github.com/acme/included\n");
        Git.run(root, "config", "--add", "include.path", "../shared/team.inc");
        Git.run(root, "config", "--add", "include.path", "missing.inc");
        assertThat(repositories.locate(root).project().remote()).isEqualTo("github.com/acme/included");

        Files.writeString(root.resolve("shared/remote.inc"), "[include]\npath = team.inc\n");
        assertThatThrownBy(() -> repositories.locate(root))
                .isInstanceOf(BuildlogException.class).hasMessageContaining("include each other");
    }

    @ParameterizedTest
    @CsvSource({"main", "feature/ü-1", "a/b/c"})
    void readsTheBranchCommittedOrNot(String branch) {
        Path root = checkout();
        Git.run(root, "symbolic-ref", "HEAD", "refs/heads/" + branch);
        assertThat(repositories.locate(root).branch()).isEqualTo(branch);
        assertThat(repositories.branchExists(root, branch)).isTrue();
        Git.commit(root);
        assertThat(repositories.locate(root).branch()).isEqualTo(branch);
    }

    @Test
    void knowsADetachedHead() {
        Path root = checkout();
        Git.commit(root);
        Git.run(root, "checkout", "-q", "--detach");
        assertThat(repositories.locate(root).branch()).isEqualTo(Holder.DETACHED);
        assertThat(repositories.branchExists(root, Holder.DETACHED)).isTrue();
        Git.run(root, "checkout", "-q", "main");
        assertThat(repositories.branchExists(root, Holder.DETACHED)).isFalse();
    }

    @Test
    void findsBranchesLooseAndPacked() {
        Path root = checkout();
        Git.commit(root);
        Git.run(root, "branch", "feature/ü");
        Git.run(root, "tag", "v1");
        assertThat(repositories.branchExists(root, "feature/ü")).isTrue();
        Git.run(root, "pack-refs", "--all");
        assertThat(root.resolve(".git/refs/heads/feature/ü")).doesNotExist();
        assertThat(repositories.branchExists(root, "feature/ü")).isTrue();
        assertThat(repositories.branchExists(root, "ü")).isFalse();
        assertThat(repositories.branchExists(root, "v1")).isFalse();
        Git.run(root, "branch", "-q", "-D", "feature/ü");
        assertThat(repositories.branchExists(root, "feature/ü")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void linkedWorkTreesShareTheProjectAndTheBranches(boolean remote) throws IOException {
        Path root = checkout();
        Git.commit(root);
        if (remote) {
            Git.run(root, "remote", "add", "origin", "git@github.com:acme/demo.git");
        }
        Path linked = temp.resolve("linked");
        Git.run(root, "worktree", "add", "-q", linked.toString(), "-b", "feature");

        Checkout main = repositories.locate(root);
        Checkout other = repositories.locate(Files.createDirectories(linked.resolve("deep/er")));

        assertThat(other.project()).isEqualTo(main.project());
        assertThat(other.root()).isEqualTo(linked.toRealPath());
        assertThat(other.branch()).isEqualTo("feature");
        assertThat(main.branch()).isEqualTo("main");
        assertThat(repositories.branchExists(linked, "main")).isTrue();
        assertThat(repositories.branchExists(linked, "nope")).isFalse();
    }

    @Test
    void workTreesOfABareRepositoryShareTheProject() {
        Path bare = temp.resolve("demo.git");
        Git.run(temp, "clone", "-q", "--bare", Git.commit(checkout()).toString(), bare.toString());
        Git.run(bare, "remote", "remove", "origin");
        Git.run(bare, "worktree", "add", "-q", temp.resolve("one").toString(), "-b", "one");
        Git.run(bare, "worktree", "add", "-q", temp.resolve("two").toString(), "-b", "two");
        assertThat(repositories.locate(temp.resolve("one")).project())
                .isEqualTo(repositories.locate(temp.resolve("two")).project());
    }

    @Test
    void aSubmoduleIsAProjectOfItsOwn() throws IOException {
        Path library = Git.commit(Git.init(temp.resolve("library")));
        Path root = Git.commit(checkout());
        Git.run(root, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", library.toString(), "lib");

        Checkout submodule = repositories.locate(root.resolve("lib"));

        assertThat(submodule.root()).isEqualTo(root.resolve("lib").toRealPath());
        assertThat(submodule.project().remote()).isEqualTo(library.toString());
        Git.run(root.resolve("lib"), "remote", "remove", "origin");
        Git.run(root.resolve("lib"), "worktree", "add", "-q", temp.resolve("lib2").toString(), "-b", "x");
        assertThat(repositories.locate(root.resolve("lib")).project().name()).isEqualTo("lib");
        assertThat(repositories.locate(temp.resolve("lib2")).project())
                .isEqualTo(repositories.locate(root.resolve("lib")).project());
    }

    @Test
    void insideTheGitFolderIsStillTheCheckout() throws IOException {
        Path root = checkout();
        assertThat(repositories.locate(root.resolve(".git/refs"))).isEqualTo(repositories.locate(root));
    }

    @Test
    void readsReftables() throws IOException {
        Path root = Git.commit(checkout());
        Git.run(root, "branch", "other");
        try (FileRepository repository = new FileRepository(root.resolve(".git").toFile())) {
            repository.convertRefStorage("reftable", true, false);
        }
        assertThat(root.resolve(".git/HEAD")).content().contains(".invalid");

        assertThat(repositories.locate(root).branch()).isEqualTo("main");
        assertThat(repositories.branchExists(root, "other")).isTrue();
        assertThat(repositories.branchExists(root, "nope")).isFalse();
    }

    @Test
    void namesWhatIsDamaged() throws IOException {
        Path root = checkout();
        Path git = root.resolve(".git");
        Files.writeString(git.resolve("HEAD"), "what?");
        assertDamaged(root, git.resolve("HEAD"));
        Files.delete(git.resolve("HEAD"));
        assertDamaged(root, git);
        Files.writeString(git.resolve("HEAD"), "ref: refs/heads/main\n");
        Files.writeString(git.resolve("config"), "[remote \"origin\n");
        assertDamaged(root, git.resolve("config"));

        Path stray = Files.createDirectory(temp.resolve("stray"));
        Files.writeString(stray.resolve(".git"), "gitdir: ../nowhere/.git/worktrees/x\n");
        assertDamaged(stray, stray.resolve(".git"));
        Files.writeString(stray.resolve(".git"), "rubbish");
        assertDamaged(stray, stray.resolve(".git"));
    }

    @Test
    void writesNothing() throws IOException {
        Path root = Git.commit(checkout());
        Map<Path, FileTime> before = times(root);
        repositories.locate(root);
        repositories.branchExists(root, "nope");
        assertThat(times(root)).isEqualTo(before);
    }

    private void assertDamaged(Path root, Path file) throws IOException {
        Path named = root.toRealPath().resolve(root.relativize(file));
        assertThatThrownBy(() -> repositories.locate(root))
                .isInstanceOf(BuildlogException.class).hasMessageStartingWith(named + ": ").hasMessageContaining("damaged");
    }

    private static Map<Path, FileTime> times(Path root) throws IOException {
        Map<Path, FileTime> times = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.toList()) {
                times.put(file, Files.getLastModifiedTime(file));
            }
        }
        return times;
    }
}
