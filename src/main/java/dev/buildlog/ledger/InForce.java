package dev.buildlog.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which rules agents were shown, for those who tell of what happened then. */
final class InForce {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private InForce() {}

    /** Ids of the rules of a policy; none if it is not known. */
    static List<String> of(JdbcTemplate db, String project, String policy) {
        return ids(db.queryForList("select content from policy where project_id = ? and id = ? limit 1", String.class, project,
                policy));
    }

    /** Ids of the rules that were in force at an instant, in microseconds since 1970; none if nothing had been published. */
    static List<String> at(JdbcTemplate db, String project, long micros) {
        return ids(db.queryForList("select content from policy where project_id = ? and published_at <= ?"
                + " order by published_at desc, id limit 1", String.class, project, micros));
    }

    private static List<String> ids(List<String> contents) {
        List<String> ids = new ArrayList<>();
        try {
            for (String content : contents) {
                JSON.readTree(content).forEach(rule -> ids.add(rule.path("id").asText()));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the content of a policy is no JSON", e);
        }
        return ids;
    }
}
