-- Facts: commits that hooks left word of. Append-only.
create table git_commit (
    project_id   text not null references project (id),
    hash         text not null,
    branch       text not null,
    -- the journal entry of that day as it was known then; empty for none
    entry_path   text not null,
    message      text not null,
    committed_at integer not null,
    primary key (project_id, hash)
);
create index git_commit_at on git_commit (project_id, committed_at);
create table git_commit_file (
    project_id   text not null,
    hash         text not null,
    path         text not null,
    added        integer not null,
    removed      integer not null,
    primary key (project_id, hash, path),
    foreign key (project_id, hash) references git_commit (project_id, hash)
) without rowid;
