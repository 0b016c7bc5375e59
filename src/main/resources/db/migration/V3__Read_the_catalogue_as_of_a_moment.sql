-- The catalogue as of a moment. A schema of its own has views with the names of the tables, with the rows of an earlier revision. A
-- session whose search path is this schema alone opens a moment in each transaction, and then runs the same statements as others.
-- Whatever has no view or function here cannot be read as of a moment, so that no statement mixes moments.

-- The revision with a number, or else the one that was current at a time, and when it was committed; its number is null if it is not
-- in the log. It is settled if no later change can belong to it. The catalogue was empty before its first revision.
do $$ begin
    execute format('
        create function find_moment(of_revision bigint, known_at timestamptz)
        returns table (revision bigint, changed_at timestamptz, newest bigint, settled boolean, is_future boolean)
        language sql stable as $f$
            select coalesce(l.revision, case when coalesce($1, 0) = 0 then 0 end), l.at, c.revision,
                $1 is not null or exists (select from %1$I.log later where later.at > $2), coalesce($2 > clock_timestamp(), false)
            from catalogue c left join lateral (
                (select * from %1$I.log l where l.revision = $1)
                union all
                (select * from %1$I.log l where $1 is null and l.at <= $2 order by l.at desc, l.revision desc limit 1)) l on true
        $f$', history_schema());
end $$;

-- Creates the schema. A migration that adds or changes a table, a view or a function calls this again; the start of the
-- service grants access again.
create function derive_asof() returns void language plpgsql set check_function_bodies = off as $derive$
declare
    present text := current_schema();
    history text := history_schema();
    asof text := asof_schema();
    follows text := '(%1$s + 0 > (select current_setting(''rangefinder.latest_change'')::bigint)
                       or %1$s + 0 = any ((select current_setting(''rangefinder.overtaken_changes'')::bigint[])::bigint[]))';
    searched text := current_setting('search_path');
    definition text;
    t record;
begin
    execute format('drop schema if exists %I cascade', asof);
    execute format('create schema %I', asof);

    -- Settings of the transaction describe the moment, which a replica may not have yet. A change follows it if its number is greater than that of the latest change up
    -- to then, or if it was in progress while greater ones were committed.
    execute format('
        create function %1$I.open_moment(of_revision bigint)
        returns table (revision bigint, changed_at timestamptz, newest bigint) language plpgsql as $f$
        declare
            started_after bigint;
            latest bigint := 0;
            overtaken bigint[] := ''{}'';
        begin
            select c.revision into newest from %2$I.catalogue c;
            if newest < of_revision then
                raise exception ''the catalogue is at revision %%, not at %%'', newest, of_revision using errcode = ''RF001'';
            end if;
            select l.base, l.at into started_after, changed_at from %3$I.log l where l.revision = of_revision;
            if found then
                select max(l.change) into latest from %3$I.log l where l.revision > started_after and l.revision <= of_revision;
                overtaken := array(select l.change from %3$I.log l
                                   where int8range(l.base + 1, l.revision) @> of_revision and l.revision > l.base + 1
                                       and l.change < latest);
            end if;
            perform set_config(''rangefinder.revision'', of_revision::text, true),
                set_config(''rangefinder.changed_at'', coalesce(changed_at::text, ''''), true),
                set_config(''rangefinder.latest_change'', latest::text, true),
                set_config(''rangefinder.overtaken_changes'', overtaken::text, true),
                set_config(''rangefinder.is_past'', (of_revision < newest)::text, true);
            return query select of_revision, changed_at, newest;
        end $f$', asof, present, history);
    execute format('
        create view %1$I.catalogue as
            select id, current_setting(''rangefinder.revision'')::bigint as revision,
                nullif(current_setting(''rangefinder.changed_at''), '''')::timestamptz as changed_at
            from %2$I.catalogue', asof, present);
    execute format('
        create view %1$I.history_entry as
            select * from %2$I.history_entry where id < (current_setting(''rangefinder.revision'')::bigint + 1) << 24', asof, present);

    -- A row is one of the moment if its next change follows, and its previous one does not. Current rows have a next change that
    -- follows every moment. No condition is inside of the union, so that each side can be scanned in the order of a page. No index is
    -- on the number of a change plus zero: it would find all changes of a table.
    for t in
        select c.relname as name, string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns,
            (select string_agg(format('h.%1$I = t.%1$I', k.attname), ' and ' order by k.attnum)
             from pg_index i join pg_attribute k on k.attrelid = i.indrelid and k.attnum = any (i.indkey)
             where i.indrelid = format('%I.%I', history, c.relname)::regclass and i.indisprimary and k.attname <> 'history_id') as same
        from unnest(catalogue_tables()) n (name)
        join pg_class c on c.relname = n.name and c.relnamespace = present::regnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        group by c.relname order by c.relname
    loop
        execute format('
            create view %1$I.%2$I as
                select %5$s
                from (select %5$s, 9223372036854775807 as change, true as existed,
                          (select h.change from %4$I.%2$I h where %8$s order by h.history_id desc limit 1) as previous
                      from %3$I.%2$I t
                      union all
                      select %5$s, change, existed, previous from %4$I.%2$I) v
                where v.existed and %6$s and ((select current_setting(''rangefinder.is_past'')::boolean) and %7$s) is not true',
            asof, t.name, present, history, t.columns, format(follows, 'v.change'), format(follows, 'v.previous'), t.same);
    end loop;

    -- The indexes that serve relations and orders of the present serve those of rows that existed, too.
    for t in
        select c.relname as name, n.relname as index, substring(pg_get_indexdef(i.indexrelid) from 'USING (.*)') as definition,
            case when i.indpred is null then 'where' else 'and' end as conjunction
        from pg_index i join pg_class c on c.oid = i.indrelid join pg_class n on n.oid = i.indexrelid
        join pg_am m on m.oid = n.relam and m.amname = 'btree'
        where c.relnamespace = present::regnamespace and c.relname = any (catalogue_tables()) and not i.indisprimary
            and to_regclass(format('%I.%I', history, n.relname)) is null
            and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attnum = i.indkey[0] and a.attname = 'id')
    loop
        execute format('create index %I on %I.%I using %s %s existed', t.index, history, t.name, t.definition, t.conjunction);
    end loop;

    -- All other views and functions have the same definition, but read these views. A view that reads anything else has no counterpart.
    for t in
        select c.oid, c.relname::text as name, true as is_view from pg_class c
        where c.relnamespace = present::regnamespace and c.relkind = 'v' and c.relname not in ('history_entry')
            and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
        union all
        select p.oid, p.proname::text, false from pg_proc p
        where p.pronamespace = present::regnamespace and p.prokind = 'f' and p.provolatile <> 'v'
            and p.prorettype <> 'trigger'::regtype
            and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
        order by 1
    loop
        perform set_config('search_path', quote_ident(present), true);
        if not t.is_view then
            definition := regexp_replace(pg_get_functiondef(t.oid), '^CREATE OR REPLACE FUNCTION .*?\.',
                                         format('create or replace function %I.', asof));
        elsif exists (
            select from pg_rewrite r
            join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = r.oid and d.refclassid = 'pg_class'::regclass
            join pg_class c on c.oid = d.refobjid
            where r.ev_class = t.oid and c.oid <> t.oid and to_regclass(format('%I.%I', asof, c.relname)) is null) then
            continue;
        else
            definition := format('create view %I.%I as %s', asof, t.name, pg_get_viewdef(t.oid));
        end if;
        perform set_config('search_path', concat_ws(', ', quote_ident(asof), quote_ident(present)), true);
        execute definition;
    end loop;
    perform set_config('search_path', searched, true);
end $derive$;

do $$ begin perform derive_asof(); end $$;
