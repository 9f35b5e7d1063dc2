-- By which way a fact came in; empty where a version wrote it that did not keep that.
alter table observation add column origin text not null default '';
alter table review add column origin text not null default '';
alter table git_commit add column origin text not null default '';
-- Whose words an insight is where they are not the author's: quote, log, issue, web.
alter table insight add column hearsay text not null default '';
create index insight_hearsay on insight (statement_id) where hearsay <> '';
