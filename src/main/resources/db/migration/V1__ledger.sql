-- Names: who and what the facts speak of. Never deleted.
create table project (
    id          text not null primary key,
    name        text not null,
    remote      text not null,
    created_at  text not null
);
create table holder (
    id          integer primary key,
    project_id  text not null references project (id),
    root        text not null,
    branch      text not null,
    unique (project_id, root, branch)
);
create table entry (
    id          integer primary key,
    project_id  text not null references project (id),
    path        text not null,
    unique (project_id, path)
);
-- A text in a category, whatever its case.
create table statement (
    id          integer primary key,
    project_id  text not null references project (id),
    category    text not null,
    rule_id     text not null,
    text        text not null,
    -- whether its id was told as that of a new rule
    announced   integer not null default 0,
    -- the fold: where it stands first today, and whose group it belongs to; null while no live entry says it
    first_date  text,
    first_path  text,
    first_line  integer,
    leader_id   integer
);
create index statement_rule_id on statement (project_id, rule_id);
create index statement_leader on statement (leader_id) where leader_id is not null;
-- What the backends made of a statement: one row, or several where case or the backend made a difference.
create table print (
    id           integer primary key,
    statement_id integer not null references statement (id),
    backend      text not null,
    data         text not null,
    blocks       text not null,
    -- the fold: whether a live entry says it so
    live         integer not null default 0
);
create index print_statement on print (statement_id);

-- Facts: append-only.
create table reading (
    id           integer primary key,
    entry_id     integer not null references entry (id),
    content_hash text not null,
    recipe       text not null,
    date         text not null,
    title        text not null,
    unique (entry_id, content_hash, recipe)
);
create table insight (
    reading_id   integer not null references reading (id),
    ordinal      integer not null,
    statement_id integer not null references statement (id),
    print_id     integer references print (id),
    text         text not null,
    line         integer not null,
    section      text not null,
    quote        text not null,
    extractor    text not null,
    primary key (reading_id, ordinal)
) without rowid;
create index insight_statement on insight (statement_id, reading_id);
create table observation (
    id           text not null primary key,
    holder_id    integer not null references holder (id),
    entry_id     integer not null references entry (id),
    reading_id   integer references reading (id),
    observed_at  integer not null
);
create index observation_at on observation (observed_at);
-- Until an instant, in microseconds since 1970, a holder is gone and holds nothing.
create table departure (
    holder_id    integer not null references holder (id),
    at           integer not null,
    primary key (holder_id, at)
) without rowid;
create table submission (
    project_id   text not null references project (id),
    path         text not null,
    content_hash text not null,
    date         text not null,
    text         text not null,
    submitted_at integer not null,
    primary key (project_id, path, content_hash)
);

-- Folds: what the facts say today. Rebuilt from them at will.
create table holding (
    holder_id    integer not null references holder (id),
    entry_id     integer not null references entry (id),
    reading_id   integer references reading (id),
    observation  text not null,
    observed_at  integer not null,
    primary key (holder_id, entry_id)
) without rowid;
create index holding_entry on holding (entry_id, reading_id);
create index holding_reading on holding (reading_id);
create table block (
    key          integer not null,
    -- whether the statement of the print leads its group
    leads        integer not null,
    print_id     integer not null,
    primary key (key, leads, print_id)
) without rowid;
create table rule (
    leader_id    integer primary key,
    project_id   text not null,
    id           text not null,
    category     text not null,
    text         text not null,
    frequency    integer not null,
    earliest     text not null,
    latest       text not null
);
create index rule_project on rule (project_id);

-- Work in hand: not facts about the journal, and not rebuilt.
create table stamp (
    holder_id    integer not null references holder (id),
    entry_id     integer not null references entry (id),
    size         integer not null,
    modified     integer not null,
    seen_at      integer not null,
    primary key (holder_id, entry_id)
) without rowid;
create table outbox (
    id           integer primary key,
    name         text not null unique,
    type         text not null,
    project_id   text not null,
    json         text not null,
    dropped_at   text
);
create index outbox_pending on outbox (id) where dropped_at is null;
create table dead_letter (
    id           integer primary key,
    key          text not null unique,
    door         text not null,
    project_id   text not null,
    subject      text not null,
    message      text not null,
    cause        text not null,
    route        text not null,
    failed_at    text not null,
    attempts     integer not null
);
create table trust (
    root         text not null primary key,
    hash         text not null,
    trusted_at   text not null
);
create table idempotency (
    project_id   text not null,
    key          text not null,
    request_hash text not null,
    response     text not null,
    created_at   text not null,
    primary key (project_id, key)
);
