package dev.buildlog.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Holder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every implementation of {@link Repositories} owes. */
public abstract class RepositoriesContract {

    @TempDir
    protected Path outside;

    protected abstract Repositories repositories();

    /** The root of a checkout on a branch. */
    protected abstract Path checkout() throws IOException;

    @Test
    void everyPathInsideLeadsToTheSameCheckout() throws IOException {
        Path root = checkout().toRealPath();
        Checkout checkout = repositories().locate(root);
        Path deep = Files.createDirectories(root.resolve("a/ü b"));
        Path file = Files.writeString(deep.resolve("2026-01-10-x.md"), "x");

        assertThat(checkout.root()).isEqualTo(root);
        assertThat(repositories().locate(deep)).isEqualTo(checkout);
        assertThat(repositories().locate(file)).isEqualTo(checkout);
        assertThat(repositories().locate(Files.createSymbolicLink(outside.resolve("alias"), root))).isEqualTo(checkout);
        assertThat(checkout.holder()).isEqualTo(new Holder(root.toString(), checkout.branch()));
    }

    @Test
    void theBranchItIsOnExistsAndOthersDoNot() throws IOException {
        Checkout checkout = repositories().locate(checkout());
        assertThat(repositories().branchExists(checkout.root(), checkout.branch())).isTrue();
        for (String other : new String[] {"", Holder.DETACHED, "no-such-branch", "../../HEAD", "a\0b"}) {
            assertThat(repositories().branchExists(checkout.root(), other)).as(other).isFalse();
        }
    }

    @Test
    void outsideARepositoryTheFolderIsItsOwnProject() throws IOException {
        Path folder = Files.createDirectory(outside.resolve("plain"));
        Checkout checkout = repositories().locate(folder);

        assertThat(checkout.root()).isEqualTo(folder.toRealPath());
        assertThat(checkout.branch()).isEmpty();
        assertThat(checkout.project().name()).isEqualTo("plain");
        assertThat(checkout.project().remote()).isEmpty();
        assertThat(checkout.project().id()).matches("[0-9a-f]{12}");
        assertThat(repositories().branchExists(folder, "")).isTrue();
        assertThat(repositories().branchExists(folder, "main")).isFalse();
    }

    @Test
    void aPathThatIsNotThereIsRefused() {
        Path nowhere = outside.resolve("nowhere");
        assertThatThrownBy(() -> repositories().locate(nowhere))
                .isInstanceOf(BuildlogException.class).hasMessageContaining(nowhere.toString());
        assertThatThrownBy(() -> repositories().branchExists(nowhere, "main")).isInstanceOf(BuildlogException.class);
    }
}
