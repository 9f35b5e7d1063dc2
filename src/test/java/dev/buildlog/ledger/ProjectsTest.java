package dev.buildlog.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.buildlog.legacy.LegacyId;
import dev.buildlog.model.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectsTest {

    private static final Project BEFORE = new Project("111111111111", "shop", "old.example/ann/shop");
    private static final Project AFTER = new Project("222222222222", "shop", "new.example/team/shop");

    @TempDir
    Path folder;

    private TestLedger ledger;
    private Projects projects;

    @BeforeEach
    void open() {
        ledger = TestLedger.open(folder.resolve("home"));
        projects = new Projects(ledger.ledger, TestLedger.CLOCK);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void aChangedRemoteIsFollowed() {
        projects.admit(BEFORE, folder.toString(), "clone 1", List.of());
        assertThat(projects.admit(AFTER, folder.toString(), "clone 1", List.of()).id()).isEqualTo(BEFORE.id());
        assertThat(projects.find(AFTER.id())).contains(new Project(BEFORE.id(), "shop", AFTER.remote()));
        assertThat(projects.aliases(BEFORE.id())).containsExactly(AFTER.id());
    }

    @Test
    void aMovedFolderIsFollowedAndACopyIsNot() throws IOException {
        Path old = Files.createDirectory(folder.resolve("old"));
        projects.admit(BEFORE, old.toString(), "clone 1", List.of());
        assertThat(projects.admit(AFTER, folder.resolve("copy").toString(), "clone 2", List.of()).id()).isEqualTo(AFTER.id());
        Files.delete(old);
        Project moved = new Project("333333333333", "shop", "");
        assertThat(projects.admit(moved, folder.resolve("new").toString(), "clone 1", List.of()).id()).isEqualTo(BEFORE.id());
    }

    @Test
    void anotherRepositoryInTheSamePlaceIsAnotherProject() {
        projects.admit(BEFORE, folder.toString(), "clone 1", List.of());
        assertThat(projects.admit(AFTER, folder.toString(), "clone 2", List.of()).id()).isEqualTo(AFTER.id());
        assertThat(projects.admit(new Project("333333333333", "x", ""), folder.toString(), "", List.of()).id())
                .isEqualTo("333333333333");
    }

    @Test
    void aProjectThatCameUnderItsOldIdKeepsIt() {
        String old = LegacyId.ofProject("git@new.example:team/shop.git");
        projects.register(new Project(old, "shop", ""));
        assertThat(projects.admit(AFTER, folder.toString(), "clone 1", LegacyId.of(AFTER.remote(), folder.toString())).id())
                .isEqualTo(old);
        assertThat(projects.canonical(AFTER.id())).isEqualTo(old);
    }

    @Test
    void aNameThatAPersonGaveStays() {
        projects.admit(BEFORE, folder.toString(), "", List.of());
        projects.rename(BEFORE.id(), "the shop");
        projects.admit(BEFORE, folder.toString(), "", List.of());
        assertThat(projects.find(BEFORE.id()).orElseThrow().name()).isEqualTo("the shop");
        projects.rename(BEFORE.id(), "");
        assertThat(projects.find(BEFORE.id()).orElseThrow().name()).isEqualTo("shop");
    }
}
