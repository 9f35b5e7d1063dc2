-- Names: other ids under which a project or a rule is known: those of an earlier tool, of a remote that changed, of a merged project.
create table project_alias (
    alias        text not null primary key,
    project_id   text not null references project (id)
);
create table rule_alias (
    project_id   text not null references project (id),
    alias        text not null,
    rule_id      text not null,
    primary key (project_id, alias)
);
-- What a person calls a project; empty for the name its remote gives it.
alter table project add column label text not null default '';

-- Facts: records of an earlier tool as they were, secrets taken out.
create table imported (
    id           text not null primary key,
    project_id   text not null references project (id),
    kind         text not null,
    old_id       text not null,
    json         text not null,
    source       text not null
);
create index imported_old on imported (project_id, kind, old_id);
-- Facts: what an earlier tool had learned of its arms. It counts beside the outcomes and does not fade.
create table imported_arm (
    project_id   text not null references project (id),
    rule_id      text not null,
    context      text not null,
    successes    real not null,
    failures     real not null,
    primary key (project_id, rule_id, context)
);
-- Facts: what must not come back, known by a salted hash of its letters and digits only.
create table forgotten (
    id           text not null primary key,
    -- text or project
    kind         text not null,
    salt         text not null,
    -- number of UTF-16 units, and a sum of few bits that tells where comparing hashes is worth while
    length       integer not null,
    sum          integer not null,
    hash         text not null,
    forgotten_at text not null
);

-- Work in hand: which repository lay where, to know it again after it moved or its remote changed.
create table checkout (
    root         text not null primary key,
    project_id   text not null references project (id),
    mark         text not null
);
