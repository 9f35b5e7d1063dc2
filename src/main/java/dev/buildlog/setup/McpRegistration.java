package dev.buildlog.setup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.buildlog.files.AtomicFile;
import dev.buildlog.files.JsonMembers;
import dev.buildlog.files.JsonMembers.Member;
import dev.buildlog.files.PathLock;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** buildlog's entry among the MCP servers of a JSON file. Everything else there keeps every character. */
public final class McpRegistration implements SetupStep {

    static final String NAME = "mcp_registered";

    private static final String SERVERS = "mcpServers";
    private static final String OWN = "buildlog";

    private final Path file;
    private final String command;

    /**
     * @param file {@code .mcp.json} of a project, {@code .claude.json} of a person
     * @param command name or path of the program
     */
    public McpRegistration(Path file, String command) {
        this.file = file;
        this.command = command;
    }

    /** What other programs want in their settings. */
    public String snippet() {
        return "{\n  \"" + SERVERS + "\": {\n    " + member("\n").replace("\n", "\n    ") + "\n  }\n}\n";
    }

    @Override
    public Check check() {
        String text = read();
        return text.equals(with(text))
                ? Check.pass(NAME, "Agents find the server buildlog in " + file + ".")
                : Check.warn(NAME, file + " does not name the server buildlog as it is here: run `buildlog init-mcp`.");
    }

    @Override
    public List<String> install() {
        return change(this::with) ? List.of("Registered the MCP server in " + file) : List.of();
    }

    @Override
    public List<String> remove() {
        return Files.exists(file) && change(this::without) ? List.of("Took the MCP server out of " + file) : List.of();
    }

    private interface Edit {
        String of(String text);
    }

    private boolean change(Edit edit) {
        try {
            Path real = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            try (PathLock lock = PathLock.acquire(real)) {
                String before = read();
                String after = edit.of(before);
                if (after.equals(before)) {
                    return false;
                }
                if (after.isEmpty()) {
                    Files.delete(real);
                } else {
                    AtomicFile.write(real, after.getBytes(StandardCharsets.UTF_8));
                }
                return true;
            }
        } catch (IOException e) {
            throw failed(AtomicFile.reason(e), e);
        } catch (UncheckedIOException e) {
            throw failed(AtomicFile.reason(e.getCause()), e);
        }
    }

    private String with(String text) {
        if (text.isBlank()) {
            return snippet();
        }
        return edited(text, document -> {
            String end = document.text().contains("\r\n") ? "\r\n" : "\n";
            List<Member> servers = document.named(SERVERS);
            if (servers.isEmpty()) {
                return document.with(List.of(servers(member(end).replace(end, end + "    "), end)), end + "  ", end);
            }
            JsonMembers inside = document.inside(one(servers, JsonToken.START_OBJECT));
            List<Member> own = inside.named(OWN);
            // into an object without members it goes without space around it, so that the same is left when it goes
            return inside.all().isEmpty() ? inside.with(List.of(member(end).replace(end, end + "    ")), "", "")
                    : own.isEmpty() ? inside.with(List.of(member(end).replace(end, end + "    ")), end + "    ", end + "  ")
                    : isWanted(inside, one(own, JsonToken.START_OBJECT)) ? document.text()
                    : document.text().substring(0, own.get(0).from()) + member(end).replace(end, end + "    ")
                            + document.text().substring(own.get(0).to());
        });
    }

    private String without(String text) {
        if (text.equals(snippet())) {
            return "";
        }
        return edited(text, document -> {
            List<Member> servers = document.named(SERVERS);
            if (servers.isEmpty()) {
                return document.text();
            }
            Member whole = one(servers, JsonToken.START_OBJECT);
            JsonMembers inside = document.inside(whole);
            List<Member> own = inside.named(OWN);
            String end = document.text().contains("\r\n") ? "\r\n" : "\n";
            if (own.isEmpty() || inside.all().size() > 1) {
                return inside.without(member -> member.name().equals(OWN), end + "  ");
            }
            String entry = document.text().substring(own.get(0).from(), own.get(0).to());
            if (document.text().substring(whole.from(), whole.to()).equals(servers(entry, end))) {
                return document.without(member -> member.name().equals(SERVERS), end);
            }
            return document.text().substring(0, own.get(0).from()) + document.text().substring(own.get(0).to());
        });
    }

    private interface DocumentEdit {
        String of(JsonMembers document) throws IOException;
    }

    private String edited(String text, DocumentEdit edit) {
        String bom = text.startsWith("\uFEFF") ? "\uFEFF" : "";
        try {
            return bom + edit.of(JsonMembers.ofSettings(text.substring(bom.length())));
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
            throw new BuildlogException(new Problem(file.toString(), line, column, "not valid JSON: " + e.getOriginalMessage()
                    + "; mend it, then run it again. Nothing was changed.").toString());
        } catch (IOException e) {
            throw failed(e.getMessage(), e);
        }
    }

    private Member one(List<Member> named, JsonToken kind) throws IOException {
        if (named.size() != 1 || named.get(0).kind() != kind) {
            Member last = named.get(named.size() - 1);
            throw new IOException("line " + last.line() + ": '" + last.name() + "' "
                    + (named.size() > 1 ? "stands here a second time" : "is no object") + "; mend it, then run it again");
        }
        return named.get(0);
    }

    /** The object of servers as it is made where there is none. */
    private static String servers(String entry, String end) {
        return "\"" + SERVERS + "\": {" + end + "    " + entry + end + "  }";
    }

    private boolean isWanted(JsonMembers servers, Member own) throws IOException {
        JsonMembers fields = servers.inside(own);
        boolean runs = fields.named("command").stream().anyMatch(field -> field.string().equals(command));
        for (Member arguments : fields.named("args")) {
            List<Member> words = fields.inside(arguments).all();
            // more words, such as --tools core, are a person's choice
            return runs && arguments.kind() == JsonToken.START_ARRAY && !words.isEmpty() && words.get(0).string().equals("mcp");
        }
        return false;
    }

    private String member(String end) {
        String quoted = new String(JsonStringEncoder.getInstance().quoteAsString(command));
        return "\"" + OWN + "\": {" + end + "  \"command\": \"" + quoted + "\"," + end + "  \"args\": [\"mcp\"]" + end + "}";
    }

    private String read() {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw failed(AtomicFile.reason(e), e);
        }
    }

    private BuildlogException failed(String reason, Exception e) {
        return new BuildlogException(BuildlogException.Kind.FAILED, file + ": " + reason + ". Nothing was changed.", e);
    }
}
