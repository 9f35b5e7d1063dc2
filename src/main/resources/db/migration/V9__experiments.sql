-- Facts: when somebody began to work on something, and when that ended. Append-only.
create table session (
    id           text not null primary key,
    project_id   text not null references project (id),
    agent        text not null,
    -- root of the checkout; empty if nobody says
    worktree     text not null,
    context      text not null,
    notes        text not null,
    commit_hash  text not null,
    -- number of live rules then
    rules        integer not null,
    started_at   integer not null
);
create index session_project on session (project_id, started_at);
create table session_end (
    id           text not null primary key,
    session_id   text not null references session (id),
    -- journal file about it; empty for none
    entry        text not null,
    notes        text not null,
    commit_hash  text not null,
    -- lines that its commits added or removed; null where git does not know
    lines        integer,
    rules        integer not null,
    ended_at     integer not null
);
create index session_end_session on session_end (session_id, ended_at);
-- What was told of a mistake beyond the mistake itself.
create table mistake_detail (
    mistake_id   text not null primary key references mistake (id),
    -- the rule that would have kept it from happening; empty if nobody says
    corrected_by text not null,
    -- one a line
    concepts     text not null,
    relation     text not null,
    related_to   text not null,
    resolution   text not null,
    setting      text not null
);
create index mistake_session on mistake (project_id, session);
create index evidence_change_rule on evidence_change (project_id, rule_id, id);
