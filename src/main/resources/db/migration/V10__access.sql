-- Who may call the service over HTTP. A token is shown once, when it is made; kept is its hash.
create table access_token (
    id           text not null primary key,
    hash         text not null,
    -- the project it opens; empty for the whole home
    project_id   text not null,
    name         text not null,
    created_at   text not null,
    -- empty for one that does not expire, or is not revoked
    expires_at   text not null,
    revoked_at   text not null
);

-- What the first message of this id said, as a hash; empty where a version wrote it that did not keep that.
alter table review add column said text not null default '';
alter table reward add column said text not null default '';
alter table mistake add column said text not null default '';
alter table decision add column said text not null default '';
alter table gauntlet_run add column said text not null default '';
