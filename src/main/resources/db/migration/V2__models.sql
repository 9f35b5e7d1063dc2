-- What language models said of insights: facts, as the insights of a reading are.
create table assessment (
    reading_id    integer not null references reading (id),
    ordinal       integer not null,
    severity      text not null,
    scope         text not null,
    -- words separated by line feeds
    applicability text not null,
    primary key (reading_id, ordinal)
) without rowid;
-- Proposed wordings, by the statement that they could stand for.
create table wording (
    statement_id integer not null references statement (id),
    reading_id   integer not null references reading (id),
    ordinal      integer not null,
    text         text not null,
    primary key (statement_id, reading_id, ordinal)
) without rowid;

-- Work in hand: answers that need not be paid for again, and what was paid.
create table model_answer (
    key          text not null primary key,
    project_id   text not null,
    task         text not null,
    model        text not null,
    prompt       text not null,
    answer       text not null,
    answered_at  text not null
);
create table model_usage (
    day          text not null,
    project_id   text not null,
    task         text not null,
    model        text not null,
    asked        integer not null,
    remembered   integer not null,
    input        integer not null,
    output       integer not null,
    cached       integer not null,
    written      integer not null,
    -- billionths of a US dollar
    nanos        integer not null,
    primary key (day, project_id, task, model)
);
