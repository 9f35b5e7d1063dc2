package dev.buildlog.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteUrlTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "https://github.com/acme/demo.git",
        "https://github.com/acme/demo",
        "git@github.com:acme/demo.git",
        "https://GitHub.com/acme/demo.git",
        "ssh://git@github.com/acme/demo.git",
        "https://github.com/acme/demo/",
        "https://github.com/acme/demo.git/",
        "https://github.com:443//acme//demo",
        "https://ann:s3cret@github.com/acme/demo.git",
        "https://ann:p@ss@github.com/acme/demo.git",
        "http://github.com:80/acme/demo",
        "git://github.com/acme/demo.git",
        "ssh://git@github.com:22/acme/demo",
        "git+ssh://git@github.com/acme/demo",
        "SSH://github.com/acme/demo",
        "github.com:acme/demo",
        "git@GITHUB.com:/acme/demo/",
        "  https://github.com/acme/demo \n"
    })
    void oneRepositoryHasOneSpelling(String url) {
        assertThat(RemoteUrl.normalise(url, Path.of("/base"))).isEqualTo("github.com/acme/demo");
    }

    @ParameterizedTest
    @CsvSource({
        "https://git.example.org:8443/Acme/Demo.git, git.example.org:8443/Acme/Demo",
        "ssh://git@git.example.org:443/a/b, git.example.org:443/a/b",
        "ssh://[::1]:22/a/b.git, [::1]/a/b",
        "git@[::1]:a/b.git, [::1]/a/b",
        "https://example.org/group/sub/my%20repo.git, example.org/group/sub/my repo",
        "https://example.org/c++/100%, example.org/c++/100%",
        "https://example.org/, example.org",
        "host:~ann/demo.git, host/~ann/demo",
        "file:///srv/git/demo.git, /srv/git/demo",
        "file://localhost/srv/git/demo, /srv/git/demo",
        "/srv/git/demo.git/, /srv/git/demo",
        "/srv/git/demo/.git, /srv/git/demo",
        "../demo.git, /demo",
        "./a:b, /base/a:b"
    })
    void keepsWhatTellsRepositoriesApart(String url, String normal) {
        assertThat(RemoteUrl.normalise(url, Path.of("/base"))).isEqualTo(normal);
    }
}
