-- Texts that a gate has let pass as they are: a cache, which may be emptied at any time. A text is known by its SHA-256 only.
create table passed (
    gate      text not null,
    text_hash text not null,
    passed_at text not null,
    primary key (gate, text_hash)
) without rowid;
