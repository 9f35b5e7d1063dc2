-- What models made of texts: a cache, which may be emptied at any time. A text is known by its SHA-256 only.
create table vector (
    model     text not null,
    text_hash text not null,
    data      text not null,
    primary key (model, text_hash)
) without rowid;
