-- Gives each row of a generated catalogue 20 earlier versions with the same values, of revisions that follow the last one; claims
-- have two, because there are so many. As in generate.sql, no trigger runs.

set session_replication_role = replica;

insert into history.log (revision, change, base, at, subject)
select c.revision + n, l.change + n, c.revision + n - 1, l.at + n * interval '1 second', 'versions'
from catalogue c join history.log l on l.revision = c.revision, generate_series(1, 20) n;

do $$
declare
    last bigint := (select l.change from catalogue c join history.log l on l.revision = c.revision);
    t record;
begin
    for t in
        select c.relname as name, string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns
        from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
            and a.attname <> 'written_by'
        where c.relnamespace = 'public'::regnamespace and c.relname = any (catalogue_tables())
        group by c.relname
    loop
        execute format('
            insert into history.%1$I (change, existed, written_by, %2$s)
            select %4$s + n, true, %4$s + n - 1, %2$s from generate_series(1, %3$s) n, %1$I order by n;
            update %1$I set written_by = %4$s + %3$s',
            t.name, t.columns, case t.name when 'claim' then 2 else 20 end, last);
    end loop;
end $$;

update catalogue set revision = revision + 20, changed_at = changed_at + interval '20 seconds';
select setval('change_number', (select max(change) from history.log));
