-- Completes a generated catalogue by a claim for each value that has none, and for each record without values: the service accepts
-- no other file. As in generate.sql, no trigger runs.

begin;
set local session_replication_role = replica;

do $$
declare
    subject text;
begin
    for subject in select name from subjects() name where name <> 'citation' loop
        execute format('
            insert into claim (source_id, property, value, agrees, %2$I)
            select 1, v.property, v.value, true, v.id from %3$I v
            where not exists (select from claim c where c.%2$I = v.id and c.property = v.property and c.value = v.value)',
            subject, subject || '_id', subject || '_value');
        execute format('
            insert into claim (source_id, %2$I)
            select 1, id from %1$I s where not exists (select from %3$I v where v.id = s.id)',
            subject, subject || '_id', subject || '_value');
    end loop;
end $$;

update catalogue set revision = revision + 1, changed_by = pg_current_xact_id(), changed_at = clock_timestamp();
commit;
