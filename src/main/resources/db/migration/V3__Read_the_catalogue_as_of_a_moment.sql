-- The catalogue as of a moment. Schemas of their own have views with the names of the tables: one with the rows of an earlier revision,
-- another one with those of the current revision that are valid on a day, and a third one with both. A transaction whose search path is
-- one of these schemas alone opens a moment, and then runs the same statements as others. None of the views does more than its moments
-- need, because the plans of a statement that reads several of them take as long to start as to run.
--
-- Whatever has no view or function here cannot be read as of a moment, so that no statement mixes moments.

-- The revision with a number, or else the one that was current at a time, and when it was committed; its number is null if it is not
-- in the log, or before the horizon. It is settled if no later change can belong to it. The catalogue was empty before its first revision.
do $$ begin
    execute format('
        create function find_moment(of_revision bigint, known_at timestamptz)
        returns table (revision bigint, changed_at timestamptz, newest bigint, settled boolean, is_future boolean, oldest bigint)
        language sql stable as $f$
            select coalesce(l.revision, case when coalesce($1, 0) = 0 and h.oldest = 0 then 0 end), l.at, c.revision,
                $1 is not null or exists (select from %1$I.log later where later.at > $2), coalesce($2 > clock_timestamp(), false), h.oldest
            from catalogue c cross join %1$I.horizon h left join lateral (
                (select * from %1$I.log l where l.revision = $1)
                union all
                (select * from %1$I.log l where $1 is null and l.at <= $2 order by l.at desc, l.revision desc limit 1)) l on l.revision >= h.oldest
        $f$', history_schema());
end $$;

-- The changes up to a revision: another change follows it if its number is greater than that of the latest one, or if it was in progress
-- while greater ones were committed.
do $$ begin
    execute format('
        create function changes_until(of_revision bigint, out latest bigint, out overtaken bigint[]) language plpgsql stable as $f$
        declare
            started_after bigint;
        begin
            select h.change into latest from %1$I.horizon h;
            overtaken := ''{}'';
            select l.base into started_after from %1$I.log l where l.revision = of_revision;
            if found then
                select greatest(latest, max(l.change)) into latest from %1$I.log l
                where l.revision > started_after and l.revision <= of_revision;
                overtaken := array(select l.change from %1$I.log l
                                   where int8range(l.base + 1, l.revision) @> of_revision and l.revision > l.base + 1
                                       and l.change < latest);
            end if;
        end $f$', history_schema());
end $$;

-- Opens the current revision, which the tables are: a session that reads these instead of the views fails once another has followed.
create function open_moment(of_revision bigint)
returns table (revision bigint, changed_at timestamptz) language plpgsql as $$
begin
    return query select c.revision, c.changed_at from catalogue c where c.revision = of_revision;
    if not found then
        raise exception 'the catalogue is not at revision %', of_revision using errcode = 'RF003';
    end if;
end $$;

-- The query for the rows of a table at the revision of the moment: those that a change up to there has written, and none has changed
-- again. A row of the history tells which change followed, and no other one has changed a current row. Conditions are outside of the
-- union, so that each side can be scanned in the order of a page, and those on constants of a side disappear from its plan. The numbers
-- of changes are compared with one number each, for the history in the index that finds the rows; only if changes overtook each other,
-- that is not exact.
--
-- Which change has written a current row is compared behind the union, where the rows of both sides are in the order of the page:
-- otherwise, after a moment since when all rows have changed, all of them would be read before the first row of the page.
--
-- Without the history, the rows are those of the table. Some columns can have other values on a day.
create function rows_of_moment(of_table text, with_history boolean, columns_on_day jsonb default null) returns text language plpgsql as $$
declare
    present text := current_schema();
    history text := history_schema();
    may_follow text := 'v.%I > (select current_setting(''rangefinder.change_before_later'')::bigint)';
    is_exact text := '(select current_setting(''rangefinder.overtaken_changes'') = ''{}'')';
    names text;
    columns text;
begin
    select string_agg(quote_ident(a.attname), ', ' order by a.attnum),
        string_agg(coalesce(columns_on_day ->> a.attname, 't.' || quote_ident(a.attname)), ', ' order by a.attnum)
    into names, columns
    from pg_attribute a where a.attrelid = format('%I.%I', present, of_table)::regclass and a.attnum > 0 and not a.attisdropped;
    if not with_history then
        return format('select * from (select %s from %I.%I t) v (%s)', columns, present, of_table, names);
    end if;
    return format('select %1$s from (
                       select %2$s, false as is_former, null::bigint as change, true as existed from %5$I.%7$I t
                       union all
                       select %2$s, true, t.change, t.existed from %6$I.%7$I t) v (%1$s, is_former, change, existed)
                   cross join lateral (select %8$s and (%4$s or %5$I.follows_moment(v.written_by)) as is_later offset 0) written
                   where v.existed and (not v.is_former or %3$s)
                       and (not v.is_former or v.written_by <= (select current_setting(''rangefinder.latest_change'')::bigint))
                       and (not v.is_former or %4$s or %5$I.follows_moment(v.change))
                       and not written.is_later',
                  names, columns, format(may_follow, 'change'), is_exact, present, history, of_table, format(may_follow, 'written_by'));
end $$;

-- Creates the functions that tell what is valid on the day of a moment. The beginning of something is certain if it had begun by then
-- whatever its date means, and possible if it had begun by then if its date means the earliest day; an end likewise.
create function derive_validity(of_schema text, with_history boolean) returns void language plpgsql
    set check_function_bodies = off as $derive$
declare
    part record;
    node text;
begin
    execute format('
        create function %1$I.valid_on() returns text language sql stable as $f$
            select current_setting(''rangefinder.valid_on'') collate "C"
        $f$;

        create function %1$I.is_possible() returns boolean language sql stable as $f$
            select current_setting(''rangefinder.validity'') = ''POSSIBLY''
        $f$;

        -- What a record says about the present is true on the day of the revision, and later.
        create function %1$I.is_present() returns boolean language sql stable as $f$
            select %1$I.valid_on() >= current_setting(''rangefinder.known_on'')
        $f$;

        create function %1$I.has_begun(on_date text) returns boolean language sql stable as $f$
            select case when %1$I.is_possible() then on_date <= %1$I.valid_on()
                        else on_date || ''~'' < current_setting(''rangefinder.day_after'') collate "C" end
        $f$;

        create function %1$I.is_over(until text) returns boolean language sql stable as $f$
            select case when %1$I.is_possible() then until || ''~'' < %1$I.valid_on()
                        else until <= current_setting(''rangefinder.day_before'') collate "C" end
        $f$;

        -- A part whose beginning is unknown began with the whole, and one whose end is unknown goes on.
        create function %1$I.is_in_force(since text, until text) returns boolean language sql stable as $f$
            select %1$I.has_begun(since) is not false and %1$I.is_over(until) is not true
        $f$;

        -- The rules of partnership_status, and what follows from its end. Without a date of its start, a partnership goes on now if a
        -- document says so.
        create function %1$I.is_partnership_begun(signed_on text, announced_on text, started_on text, ended_on text, ongoing boolean)
        returns boolean language sql stable as $f$
            select %1$I.has_begun(coalesce(started_on, signed_on))
                    and (starts_with(signed_on, started_on) and not %1$I.has_begun(signed_on)) is not true
                    and (starts_with(announced_on, coalesce(started_on, signed_on)) and not %1$I.has_begun(announced_on)) is not true
                or ended_on || ''~'' < %1$I.valid_on()
                or coalesce(started_on, signed_on) is null
                    and (ongoing and %1$I.is_present() or %1$I.is_possible() and (announced_on <= %1$I.valid_on()) is not false)
        $f$;

        create function %1$I.is_device_out(status text, announced_on text, released_on text)
        returns boolean language sql stable as $f$
            select case when released_on is not null then %1$I.has_begun(released_on)
                else status in (''RELEASED'', ''DISCONTINUED'') and %1$I.is_present()
                    or %1$I.is_possible() and (announced_on <= %1$I.valid_on()) is not false and status is distinct from ''CANCELLED''
                        and (status not in (''EXPECTED'', ''ANNOUNCED'') or %1$I.is_present()) is not false end
        $f$;

        create function %1$I.is_launched(status text, launched_on text) returns boolean language sql stable as $f$
            select case when launched_on is not null then %1$I.has_begun(launched_on)
                else status in (''LAUNCHED'', ''WITHDRAWN'') and %1$I.is_present() end
        $f$;

        -- Its number is of the whole period. One without a period is about a time before the catalogue knew it.
        create function %1$I.is_period_over(period text) returns boolean language sql stable as $f$
            select case when period is null then %1$I.is_present() or %1$I.is_possible()
                else case when period like ''%%Q%%'' then left(period, 5) || lpad((3 * right(period, 1)::int)::text, 2, ''0'') else period end
                    || ''~'' < current_setting(''rangefinder.day_after'') collate "C" end
        $f$;

        create function %1$I.can_have_launched(launch bigint) returns boolean language plpgsql stable as $f$ begin
            return exists (select from (%2$s) l where l.id = launch and l.status <> ''NOT_LAUNCHED''
                               and (l.announced_on <= %1$I.valid_on()) is not false and %1$I.is_device_valid(l.device_id));
        end $f$;

        -- The release of a device is known without a look at it.
        create function %1$I.is_released(released text, device bigint) returns boolean language sql stable as $f$
            select case when %1$I.has_begun(nullif(released, '''')) then true else %1$I.is_device_valid(device) end
        $f$;

        create function %1$I.price_on_day(launch bigint, out amount amount, out currency currency, out bound text)
        language plpgsql stable as $f$
        #variable_conflict use_column
        begin
            select p.amount, p.currency, p.bound into price_on_day.amount, price_on_day.currency, price_on_day.bound
            from (%3$s) p where p.launch_id = launch and %1$I.has_begun(p.on_date) is not false
            order by coalesce(p.on_date, '''') desc, p.variant_id nulls first, p.id limit 1;
        end $f$',
        of_schema, rows_of_moment('launch', with_history), rows_of_moment('launch_price', with_history));
    for part in
        values ('has_launched', 'launch', 'device_id', 'is_launched(v.status, v.launched_on)'),
            ('has_device_out', 'collaboration', 'partnership_id', 'is_released(v.released, v.device_id)')
    loop
        execute format('
            create function %1$I.%2$s(whole bigint) returns boolean language plpgsql stable as $f$ begin
                return exists (select from (%3$s) v where v.%4$I = whole and %5$s);
            end $f$', of_schema, part.column1, rows_of_moment(part.column2, with_history), part.column3, part.column4);
    end loop;
    -- A row can be valid because of another one through any number of others, which functions that call each other would not survive.
    for part in values ('has_model_out', 'device', 'series_id'), ('has_valid_successor', 'partnership', 'succeeds_id') loop
        execute format('
            create function %1$I.%2$s(whole bigint) returns boolean language plpgsql stable as $f$ begin
                return exists (%3$s);
            end $f$', of_schema, part.column1,
            valid_rows_below(part.column2, part.column3, rows_of_moment(part.column2, with_history)));
    end loop;
    for node in select name from subjects() s (name) union select 'claim' loop
        if validity_of(node, with_history) is not null then
            execute format('
                create function %1$I.is_%2$s_valid(node bigint) returns boolean language plpgsql stable as $f$ begin
                    return exists (select from %1$I.%2$I v where v.id = node);
                end $f$', of_schema, node);
        end if;
    end loop;
end $derive$;

-- The condition that a date has begun, as has_begun tells it. The settings are read once for a statement, and not for each row.
create function begun(of_date text) returns text language sql as $$
    select format('%s || (select current_setting(''rangefinder.last_of_begun'')) < (select current_setting(''rangefinder.before_begun''))', of_date)
$$;

-- Whether what a column refers to is valid on a day. Without the history, it is looked up without a function call, which takes several
-- times as long.
create function is_valid(of_table text, key text, with_history boolean) returns text language plpgsql as $$ begin
    return case when with_history then format('is_%s_valid(%s)', of_table, key)
                else format('exists (select from %I.%I r where r.id = %s and (%s))', current_schema(), of_table, key,
                            regexp_replace(validity_of(of_table, with_history), '\mv\.', 'r.', 'g')) end;
end $$;

-- When a device or a partnership can be valid because of those that refer to it: the models of a series, the successor.
create function can_be_earlier(of_table text) returns text language sql as $$
    select case of_table when 'device' then 'v.kind = ''SERIES'''
                         when 'partnership' then '(coalesce(v.started_on, v.signed_on) <= valid_on()) is not false' end
$$;

-- When a device or a partnership is valid whatever refers to it in this way.
create function validity_by_itself(of_table text) returns text language sql as $$
    select case of_table
        when 'device' then begun('v.released_on') || ' or is_device_out(v.status, v.announced_on, v.released_on) or has_launched(v.id)'
        when 'partnership' then
            -- It is valid if it begins in a year that is over. That is nothing new, but takes one look at the settings.
            'coalesce(v.started_on, v.signed_on) is not null and left(greatest(v.started_on, v.signed_on, v.announced_on), 4) || ''~''
                < (select current_setting(''rangefinder.before_begun''))
            or is_partnership_begun(v.signed_on, v.announced_on, v.started_on, v.ended_on, v.ongoing)
            or ' || can_be_earlier(of_table) || ' and has_device_out(v.id)' end
$$;

-- The query for the rows that refer to a whole, directly or through others, and are valid, so that the whole is.
create function valid_rows_below(of_table text, reference text, rows text) returns text language sql as $$
    select format('with recursive below as (
                       select r.* from (%1$s) r where r.%2$I = whole
                       union all
                       select r.* from below v cross join lateral (select * from (%1$s) r where r.%2$I = v.id) r where %3$s)
                   select from below v where %4$s', rows, reference, can_be_earlier(of_table), validity_by_itself(of_table))
$$;

-- When a row of a table is valid on a day. A row that cannot be without another one is not valid without it, so that every reference
-- that must be there leads somewhere. Brands, markets, speakers, citations and what they consist of have no such time.
create function validity_of(of_table text, with_history boolean) returns text language sql as $$
    select case of_table
        when 'alias' then 'v.device_id is null or ' || is_valid('device', 'v.device_id', with_history)
        when 'brand_device' then '(' || begun('nullif(v.released, '''')') || ' or is_released(v.released, v.device_id))'
        when 'claim' then (
            select string_agg(format('(v.%1$I_id is null or is_%1$s_valid(v.%1$I_id))', s.name), ' and ' order by s.name)
            from subjects() s (name) where s.name <> 'claim' and validity_of(s.name, with_history) is not null)
        when 'collaboration' then '(' || begun('nullif(v.released, '''')') || ' or is_released(v.released, v.device_id)) and '
            || is_valid('partnership', 'v.partnership_id', with_history)
        when 'contribution' then is_valid('partnership', 'v.partnership_id', with_history)
        when 'device' then validity_by_itself('device') || ' or ' || can_be_earlier('device') || ' and has_model_out(v.id)'
        when 'effect' then 'is_claim_valid(v.claim_id) and (v.device_id is null or ' || is_valid('device', 'v.device_id', with_history) || ')'
        when 'event' then 'coalesce(has_begun(v.on_date), is_possible())'
        when 'event_brand' then is_valid('event', 'v.event_id', with_history)
        when 'event_partnership' then is_valid('event', 'v.event_id', with_history) || ' and ' || is_valid('partnership', 'v.partnership_id', with_history)
        when 'figure' then 'is_period_over(v.period)'
        when 'figure_brand' then is_valid('figure', 'v.figure_id', with_history)
        when 'launch' then begun('v.launched_on') || ' or is_launched(v.status, v.launched_on)
            or v.launched_on is null and is_possible() and can_have_launched(v.id)'
        when 'launch_price' then 'has_begun(v.on_date) is not false and ' || is_valid('launch', 'v.launch_id', with_history)
        when 'member' then 'is_in_force(v.joined_on, v.left_on) and ' || is_valid('partnership', 'v.partnership_id', with_history)
        when 'ownership' then 'is_in_force(v.since, v.until)'
        when 'partnership' then
            validity_by_itself('partnership') || ' or ' || can_be_earlier('partnership') || ' and has_valid_successor(v.id)'
        when 'term' then 'is_in_force(v.since, v.until) and ' || is_valid('partnership', 'v.partnership_id', with_history)
        when 'territory' then 'is_in_force(v.since, v.until) and ' || is_valid('partnership', 'v.partnership_id', with_history)
        when 'timeline_entry' then 'v.kind = ''FIGURE'' or has_begun(v.on_date)'
        when 'variant' then is_valid('device', 'v.device_id', with_history) end
$$;

-- The query for those of some rows that are valid on the day of the moment. The planner takes the condition for one that nearly all rows
-- meet, so that the plans are as without it.
create function valid_rows(of_table text, with_history boolean, rows text) returns text language sql as $$
    select coalesce('select v.* from (' || rows || ') v where case when ' || validity_of(of_table, with_history)
                        || ' then true end is not null', rows)
$$;

-- Creates the schemas. A migration that adds or changes a table, a view or a function calls this again; the start of the
-- service grants access again.
create function derive_asof() returns void language plpgsql as $$ begin
    perform derive_moments(asof_schema(), true, false);
    perform derive_moments(validon_schema(), false, true);
    perform derive_moments(asof_validon_schema(), true, true);
    perform derive_opening();
    perform derive_history_indexes();
end $$;

-- Creates the functions that open a moment. Settings of the transaction describe the moment, which a replica may not have yet. One that
-- opens a day goes on in the schema of the views that know days: without the history, it fails once another revision has followed.
create function derive_opening() returns void language plpgsql as $derive$ begin
    execute format('
        create function %1$I.open_moment(of_revision bigint)
        returns table (revision bigint, changed_at timestamptz, newest bigint) language plpgsql as $f$
        declare
            oldest bigint;
            latest bigint := 9223372036854775807;
            overtaken bigint[] := ''{}'';
        begin
            select c.revision, h.oldest, l.at into newest, oldest, changed_at
            from %2$I.catalogue c cross join %3$I.horizon h left join %3$I.log l on l.revision = of_revision;
            if newest < of_revision then
                raise exception ''The catalogue is at revision %% and has not reached revision %% yet.'', newest, of_revision
                    using errcode = ''RF001'';
            end if;
            if of_revision < oldest then
                raise exception ''%%'', oldest using errcode = ''RF002'';
            end if;
            if of_revision < newest then
                select c.latest, c.overtaken into latest, overtaken from %2$I.changes_until(of_revision) c;
            end if;
            perform set_config(''rangefinder.revision'', of_revision::text, true),
                set_config(''rangefinder.changed_at'', coalesce(changed_at::text, ''''), true),
                set_config(''rangefinder.latest_change'', latest::text, true),
                set_config(''rangefinder.overtaken_changes'', overtaken::text, true),
                set_config(''rangefinder.change_before_later'',
                           coalesce((select min(o.change) - 1 from unnest(overtaken) o (change)), latest)::text, true);
            revision := of_revision;
            return next;
        end $f$;

        create function %1$I.open_day(of_revision bigint, on_day date, with_validity text, with_history boolean)
        returns table (revision bigint, changed_at timestamptz) language plpgsql as $f$
        declare
            newest bigint;
        begin
            select m.revision, m.changed_at, m.newest into revision, changed_at, newest
            from %1$I.open_moment(of_revision) m;
            if newest > of_revision and not with_history then
                raise exception ''the catalogue is not at revision %%'', of_revision using errcode = ''RF003'';
            end if;
            perform set_config(''rangefinder.valid_on'', to_char(on_day, ''YYYY-MM-DD''), true),
                set_config(''rangefinder.validity'', with_validity, true),
                set_config(''rangefinder.last_of_begun'', case with_validity when ''CERTAINLY'' then ''~'' else '''' end, true),
                set_config(''rangefinder.before_begun'',
                           case when with_validity = ''POSSIBLY'' then to_char(on_day, ''YYYY-MM-DD'') || '' ''
                                when on_day < ''9999-12-31'' then to_char(on_day + 1, ''YYYY-MM-DD'') else ''~'' end, true),
                set_config(''rangefinder.known_on'', coalesce(to_char(changed_at at time zone ''UTC'', ''YYYY-MM-DD''), ''''), true),
                set_config(''rangefinder.day_before'',
                           case when on_day > ''0001-01-01'' then to_char(on_day - 1, ''YYYY-MM-DD'') else '''' end, true),
                set_config(''rangefinder.day_after'',
                           case when on_day < ''9999-12-31'' then to_char(on_day + 1, ''YYYY-MM-DD'') else ''~'' end, true),
                set_config(''search_path'', case when with_history then %4$L else %5$L end, true);
            return next;
        end $f$', asof_schema(), current_schema(), history_schema(), quote_ident(asof_validon_schema()), quote_ident(validon_schema()));
end $derive$;

-- Creates a schema of views of the tables, with the history or on a day or both, and of all that reads them.
create function derive_moments(of_schema text, with_history boolean, with_day boolean) returns void language plpgsql
    set check_function_bodies = off set client_min_messages = warning as $derive$
declare
    present text := current_schema();
    searched text := current_setting('search_path');
    -- The latest price is looked up only if it is of a later day.
    prices_on_day jsonb := (
        select jsonb_object_agg('price_' || p.name, format(
            '(case when t.price_on is null or %4$s then t.price_%2$s else (%1$I.price_on_day(t.id)).%2$s end)::%3$s',
            of_schema, p.name, p.type, begun('t.price_on')))
        from (values ('amount', 'amount'), ('currency', 'text collate "C"'), ('bound', 'text collate "C"')) p (name, type));
    definition text;
    t record;
begin
    execute format('drop schema if exists %I cascade', of_schema);
    execute format('create schema %I', of_schema);
    execute format('
        create view %1$I.catalogue as
            select id, current_setting(''rangefinder.revision'')::bigint as revision,
                nullif(current_setting(''rangefinder.changed_at''), '''')::timestamptz as changed_at
            from %2$I.catalogue', of_schema, present);
    execute format('
        create view %1$I.history_entry as
            select * from %2$I.history_entry where id < (current_setting(''rangefinder.revision'')::bigint + 1) << 24', of_schema, present);

    if with_day then
        perform derive_validity(of_schema, with_history);
    end if;
    for t in
        select n.name, case when with_day then valid_rows(n.name, with_history, rows_of_moment(
                           n.name, with_history, case n.name when 'launch' then prices_on_day end))
                           else rows_of_moment(n.name, with_history) end as rows
        from unnest(catalogue_tables()) n (name) order by n.name
    loop
        perform set_config('search_path', concat_ws(', ', quote_ident(of_schema), quote_ident(present)), true);
        execute format('create view %I.%I as ', of_schema, t.name) || t.rows;
        perform set_config('search_path', quote_ident(present), true);
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
                                         format('create or replace function %I.', of_schema));
        elsif exists (
            select from pg_rewrite r
            join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = r.oid and d.refclassid = 'pg_class'::regclass
            join pg_class c on c.oid = d.refobjid
            where r.ev_class = t.oid and c.oid <> t.oid and to_regclass(format('%I.%I', of_schema, c.relname)) is null) then
            continue;
        else
            definition := rtrim(pg_get_viewdef(t.oid), ';');
            definition := format('create view %I.%I as ', of_schema, t.name)
                || case when with_day then valid_rows(t.name, with_history, definition) else definition end;
        end if;
        perform set_config('search_path', concat_ws(', ', quote_ident(of_schema), quote_ident(present)), true);
        execute definition;
    end loop;
    perform set_config('search_path', searched, true);
end $derive$;

-- Creates the indexes of the history. Those that serve relations and orders of the present serve those of rows that existed, too. They
-- know which of the versions of a row is that of the moment, so that no other version is read.
create function derive_history_indexes() returns void language plpgsql as $derive$
declare
    present text := current_schema();
    history text := history_schema();
    t record;
begin
    for t in
        select c.relname as name, n.relname as index, substring(pg_get_indexdef(i.indexrelid) from 'USING (.*)') as definition,
            case when i.indpred is null then 'where' else 'and' end as conjunction
        from pg_index i join pg_class c on c.oid = i.indrelid join pg_class n on n.oid = i.indexrelid
        join pg_am m on m.oid = n.relam and m.amname = 'btree'
        where c.relnamespace = present::regnamespace and c.relname = any (catalogue_tables()) and not i.indisprimary
            and to_regclass(format('%I.%I', history, n.relname)) is null
            and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attnum = i.indkey[0] and a.attname = 'id')
    loop
        execute format('create index %I on %I.%I using %s %s existed', t.index, history, t.name,
                       regexp_replace(t.definition, '\)( INCLUDE | WHERE |$)', ', change, written_by)\1'), t.conjunction);
    end loop;
end $derive$;
