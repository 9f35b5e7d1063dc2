-- The session that an outcome of an earlier tool was told in; empty where its review tells.
alter table reward add column session text not null default '';

-- Facts: what an earlier tool had learned of its arms. It counts beside the outcomes and does not fade. Projects that are one
-- today may have been several then: what was learned in each adds up.
create table imported_evidence (
    project_id   text not null references project (id),
    -- id under which the project was taken over
    origin       text not null,
    rule_id      text not null,
    context      text not null,
    successes    real not null,
    failures     real not null,
    primary key (project_id, origin, rule_id, context)
);
insert into imported_evidence (project_id, origin, rule_id, context, successes, failures)
    select project_id, project_id, rule_id, context, successes, failures from imported_arm;
drop table imported_arm;
alter table imported_evidence rename to imported_arm;
