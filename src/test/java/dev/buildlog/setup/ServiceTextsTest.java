package dev.buildlog.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.NodeList;

class ServiceTextsTest {

    private static final ServiceLaunch LAUNCH = new ServiceLaunch(List.of("/opt/build log/bin/buildlog", "serve", "--repo",
            "/home/ann/50% \"shop\" & <co>$HOME"), Map.of("BUILDLOG_HOME", "/home/ann/.buildlog"), Path.of("/home/ann/.buildlog"),
            Path.of("/home/ann/.buildlog/logs/service.log"));

    @Test
    void systemdReadsEachWordAsItIs() {
        assertThat(SystemdUnit.text(LAUNCH)).contains(
                "ExecStart=\"/opt/build log/bin/buildlog\" \"serve\" \"--repo\" \"/home/ann/50%% \\\"shop\\\" & <co>$$HOME\"\n",
                "Environment=\"BUILDLOG_HOME=/home/ann/.buildlog\"\n", "WorkingDirectory=/home/ann/.buildlog\n",
                "Restart=on-failure\n", "SuccessExitStatus=143\n", "StandardError=append:/home/ann/.buildlog/logs/service.log\n",
                "WantedBy=default.target\n");
        assertThat(SystemdUnit.quoted("a\nExecStartPre=b")).doesNotContain("\n");
        assertThat(SystemdUnit.file(Path.of("/home/ann/.config"))).isEqualTo(
                Path.of("/home/ann/.config/systemd/user/buildlog.service"));
    }

    @Test
    void launchdReadsEachWordAsItIs() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        NodeList words = factory.newDocumentBuilder().parse(new ByteArrayInputStream(LaunchdPlist.text(LAUNCH).getBytes(
                StandardCharsets.UTF_8))).getElementsByTagName("array").item(0).getChildNodes();
        List<String> read = new ArrayList<>();
        for (int i = 0; i < words.getLength(); i++) {
            if (words.item(i).getNodeName().equals("string")) {
                read.add(words.item(i).getTextContent());
            }
        }
        assertThat(read).isEqualTo(LAUNCH.command());
        assertThat(LaunchdPlist.file(Path.of("/Users/ann"))).isEqualTo(
                Path.of("/Users/ann/Library/LaunchAgents/dev.buildlog.service.plist"));
    }
}
