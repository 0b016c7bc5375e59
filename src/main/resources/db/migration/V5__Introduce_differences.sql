-- What differs between two revisions: net differences, read from the histories. A row is as of a revision what it was before the first of
-- its changes after that revision, or what it is now. So a row without a change after the earlier revision does not differ, and nothing
-- replays the changes between both.

-- A row in two states: whether it is there before and after, whether its values differ if it is in both, and the row that it references.
create type compared_row as (
    key               bigint,
    before            boolean,
    after             boolean,
    changed           boolean,
    reference_before  bigint,
    reference_after   bigint
);

-- The changes up to two revisions: see changes_until.
create type revision_span as (
    earlier_latest     bigint,
    earlier_overtaken  bigint[],
    later_latest       bigint,
    later_overtaken    bigint[]
);

create function span_of(from_revision bigint, to_revision bigint) returns revision_span language sql stable as $$
    select row(e.latest, e.overtaken, l.latest, l.overtaken)::revision_span
    from changes_until(from_revision) e, changes_until(to_revision) l
$$;

-- Functions that compare the rows of a table that belong to some parents, which a column references: in each state, to those that are
-- there in that state; or only those rows that have changed, if only to be again what they were. If few rows of the table have changed
-- since the earlier revision, those are looked up in the history, and all others are as they are now. If many have, all rows of the
-- parents are looked up. A session keeps the plans, which suit any number of parents: the subqueries with an offset are not joined
-- otherwise than by an index.
do $$
declare
    history text := history_schema();
    c record;
begin
    for c in
        select p.name, p.parent, p.reference, coalesce(l.key, array['id']) as key
        from (values ('member', 'partnership_id', 'brand_id'), ('territory', 'partnership_id', null), ('term', 'partnership_id', null),
                  ('contribution', 'partnership_id', null), ('collaboration', 'partnership_id', 'device_id'), ('launch', 'device_id', null),
                  ('launch_price', 'launch_id', null), ('event_partnership', 'partnership_id', 'event_id'),
                  ('event_brand', 'brand_id', 'event_id'), ('figure_brand', 'brand_id', 'figure_id')
              union all
              select n, 'id', null from (select subjects() union select 'claim') n (n)
              union all
              select 'claim', n || '_id', n || '_id' from subjects() n
              union all
              select t.name, t.key[1], t.key[1] from link_tables() t where t.node is not null) p (name, parent, reference)
        left join link_tables() l using (name)
    loop
        execute format('
            create function %3$I.compare_%1$s_by_%2$s(parents compared_row[], span revision_span, only_changed boolean)
            returns setof compared_row language plpgsql stable as $f$
            declare
                few integer := greatest(200, 2 * cardinality(parents));
                is_few boolean := (
                    select count(*) <= few
                    from (select from %3$I.%1$I t where t.change > span.earlier_latest limit few + 1) t);
            begin
                return query
                with parent as materialized (select p.key, p.before, p.after from unnest(parents) p),
                candidate as materialized (
                    select %4$s from %3$I.%1$I t left join %1$I c on %8$s
                    where is_few and %9$s
                        and (t.%2$I in (select p.key from parent p) or c.%2$I in (select p.key from parent p))
                    union
                    select t.* from parent p cross join lateral (select %4$s from %1$I t where t.%2$I = p.key offset 0) t
                    where not is_few
                    union
                    select t.* from parent p cross join lateral (
                        select %4$s from %3$I.%1$I t where t.%2$I = p.key and t.existed and %9$s offset 0) t
                    where not is_few),
                state as (
                    select c.%5$I as key,
                        case when b.place is not null then b.parent else t.%2$I end as parent_before,
                        case when a.place is not null then a.parent else t.%2$I end as parent_after,
                        case when b.place is not null then b.reference else t.%6$I end as reference_before,
                        case when a.place is not null then a.reference else t.%6$I end as reference_after,
                        b.place is distinct from a.place as has_changed,
                        b.data is distinct from case when a.place is not null then a.data else row(%7$s) end as differs
                    from candidate c
                    left join %1$I t on %8$s
                    left join lateral (
                        select t.history_id as place, case when t.existed then t.%2$I end as parent, t.%6$I as reference, row(%7$s) as data
                        from %3$I.%1$I t where %8$s and %9$s order by t.history_id limit 1) b on true
                    left join lateral (
                        select t.history_id as place, case when t.existed then t.%2$I end as parent, t.%6$I as reference, row(%7$s) as data
                        from %3$I.%1$I t where b.place is not null and %8$s and %10$s order by t.history_id limit 1) a on true)
                select s.key, b.before is true, a.after is true, s.has_changed and s.differs, s.reference_before, s.reference_after
                from state s left join parent b on b.key = s.parent_before left join parent a on a.key = s.parent_after
                where (b.before or a.after)
                    and (not only_changed or s.has_changed)
                union all
                select t.key, p.before, p.after, false, t.reference, t.reference
                from parent p cross join lateral (
                    select t.%5$I as key, t.%6$I as reference, %4$s from %1$I t where t.%2$I = p.key offset 0) %11$s
                where is_few and not only_changed and not exists (select from candidate c where %8$s);
            end $f$', c.name, c.parent, history, (select string_agg(format('t.%I', k), ', ') from unnest(c.key) k), c.key[1],
            coalesce(c.reference, c.key[1]),
            (select coalesce(string_agg(format('t.%I', a.attname), ', ' order by a.attnum), '')
             from pg_attribute a
             where a.attrelid = c.name::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                 and a.attname <> all (c.key || copied_columns())),
            (select string_agg(format('t.%1$I = c.%1$I', k), ' and ') from unnest(c.key) k),
            '(t.change > span.earlier_latest or t.change = any (span.earlier_overtaken))',
            '(t.change > span.later_latest or t.change = any (span.later_overtaken))',
            format('t (key, reference, %s)', (select string_agg(quote_ident(k), ', ') from unnest(c.key) k)));
    end loop;
end $$;

create function compare_rows(of_table text, parent text, parents compared_row[], span revision_span, only_changed boolean default false)
    returns setof compared_row language plpgsql stable as $$
begin
    if cardinality(parents) > 0 then
        return query execute format('select * from %I.%I($1, $2, $3)', history_schema(), 'compare_' || of_table || '_by_' || parent)
            using parents, span, only_changed;
    end if;
end $$;

-- The rows that others reference, each in the states in which something does.
create function referenced_rows(referring compared_row[]) returns compared_row[] language sql stable as $$
    select coalesce(array_agg(row(r.key, r.before, r.after, false, null, null)::compared_row), '{}')
    from (select s.key, bool_or(s.before) as before, bool_or(s.after) as after
          from unnest(referring) r, lateral (values (r.reference_before, r.before, false), (r.reference_after, false, r.after))
              s (key, before, after)
          where s.key is not null and (s.before or s.after)
          group by s.key) r
$$;

-- Whether links of claims have changed since the earlier revision. A claim can then differ without a change of its own row.
do $$ begin
    execute format('
        create function have_links_of_claims_changed(span revision_span) returns boolean language sql stable as $f$
            select %s
        $f$', (select string_agg(format(
                   'exists (select from %I.%I t where t.change > span.earlier_latest or t.change = any (span.earlier_overtaken))',
                   history_schema(), l.name), ' or ')
               from link_tables() l where l.node = 'claim'));
end $$;

-- Of the nodes of a table, those that differ: they are in one state alone, or in both with other values, links or claims.
create function differing_nodes(of_table text, nodes compared_row[], span revision_span)
    returns setof compared_row language plpgsql stable as $$
declare
    kept compared_row[] := array(select n from unnest(nodes) n where n.before and n.after and not n.changed);
    differing compared_row[] := '{}';
    link record;
begin
    for link in select * from link_tables() l where l.node = of_table loop
        differing := differing || array(
            select l from compare_rows(link.name, link.key[1], kept, span, true) l where l.before <> l.after or l.changed);
    end loop;
    if of_table <> 'claim' then
        differing := differing || array(
            select c from differing_nodes(
                'claim', array(select compare_rows('claim', of_table || '_id', kept, span, not have_links_of_claims_changed(span))), span) c);
    end if;
    return query
    select n.key, n.before, n.after, n.before and n.after, n.reference_before, n.reference_after
    from unnest(nodes) n
    where n.before <> n.after or n.changed or n.key in (select r.key from unnest(referenced_rows(differing)) r);
end $$;

-- Whether nodes of a type existed at two revisions, and whether they differ if they did at both. A node that never existed is unknown.
create function compared_nodes(type text, keys bigint[], from_revision bigint, to_revision bigint)
    returns table (key bigint, known boolean, before boolean, after boolean, changed boolean) language plpgsql stable as $$
declare
    of_table text := table_of(type);
    span revision_span := span_of(from_revision, to_revision);
    nodes compared_row[] := array(
        select compare_rows(of_table, 'id', array(select row(k, true, true, false, null, null)::compared_row from unnest(keys) k),
                            span));
    known bigint[];
begin
    execute format('select array(select id from %1$I where id = any ($1) union select id from %2$I.%1$I where id = any ($1))',
                   of_table, history_schema()) into known using keys;
    return query
    select k, k = any (known), n.before is true, n.after is true, d.key is not null
    from unnest(keys) k left join unnest(nodes) n on n.key = k
    left join differing_nodes(of_table, nodes, span) d on d.key = k;
end $$;

-- The claims about a node that differ: those that came and went, and those that say something else.
create function differing_claims(
    type text, key bigint, before boolean, after boolean, from_revision bigint, to_revision bigint)
    returns table (place integer, node text, node_key bigint, was_there boolean, is_there boolean) language plpgsql stable as $$
declare
    root compared_row[] := array[row(key, before, after, false, null, null)::compared_row];
    span revision_span := span_of(from_revision, to_revision);
begin
    if type <> 'Claim' then
        return query
        select 0, 'Claim', c.key, c.before, c.after
        from differing_nodes(
            'claim',
            array(select compare_rows('claim', table_of(type) || '_id', root, span,
                                      before and after and not have_links_of_claims_changed(span))),
            span) c;
    end if;
end $$;

-- The nodes around a partnership that differ: its members, territories, terms and contributions, its devices with their launches and
-- prices, and the figures and events of its members and its own. What nothing leads to in one of the states is not there in that state.
create function differing_neighbours(
    type text, key bigint, before boolean, after boolean, from_revision bigint, to_revision bigint)
    returns table (place integer, node text, node_key bigint, was_there boolean, is_there boolean) language plpgsql stable as $$
declare
    root compared_row[] := array[row(key, before, after, false, null, null)::compared_row];
    span revision_span := span_of(from_revision, to_revision);
    members compared_row[];
    collaborations compared_row[];
    devices compared_row[];
    launches compared_row[];
    links compared_row[];
begin
    if type <> 'Partnership' then
        return;
    end if;
    members := array(select compare_rows('member', 'partnership_id', root, span));
    collaborations := array(select compare_rows('collaboration', 'partnership_id', root, span));
    devices := array(
        select compare_rows('device', 'id', referenced_rows(collaborations), span));
    launches := array(select compare_rows('launch', 'device_id', devices, span));
    return query
    select 1, 'Member', n.key, n.before, n.after from differing_nodes('member', members, span) n
    union all
    select t.place, t.node, n.key, n.before, n.after
    from (values (2, 'Territory'), (3, 'Term'), (4, 'Contribution')) t (place, node), lateral differing_nodes(
        table_of(t.node), array(select compare_rows(table_of(t.node), 'partnership_id', root, span)),
        span) n
    union all
    select 5, 'Collaboration', n.key, n.before, n.after
    from differing_nodes('collaboration', collaborations, span) n
    union all
    select 6, 'Device', n.key, n.before, n.after from differing_nodes('device', devices, span) n
    union all
    select 7, 'Launch', n.key, n.before, n.after from differing_nodes('launch', launches, span) n
    union all
    select 8, 'LaunchPrice', n.key, n.before, n.after
    from differing_nodes(
        'launch_price', array(select compare_rows('launch_price', 'launch_id', launches, span)),
        span) n;
    links := array(select compare_rows('figure_brand', 'brand_id', referenced_rows(members), span));
    return query
    select 9, 'Figure', n.key, n.before, n.after
    from differing_nodes(
        'figure', array(select compare_rows('figure', 'id', referenced_rows(links), span)),
        span) n;
    links := array(select compare_rows('event_partnership', 'partnership_id', root, span))
        || array(select compare_rows('event_brand', 'brand_id', referenced_rows(members), span));
    return query
    select 10, 'Event', n.key, n.before, n.after
    from differing_nodes(
        'event', array(select compare_rows('event', 'id', referenced_rows(links), span)),
        span) n;
end $$;

-- These functions compare the tables themselves, whatever moment a session reads. Their plans follow indexes, whatever size the tables
-- had when a session made them.
do $$
declare
    called text;
begin
    foreach called in array array['compared_nodes', 'differing_claims', 'differing_neighbours'] loop
        execute format('alter function %I set search_path = %I, pg_temp set enable_seqscan = off set plan_cache_mode = force_generic_plan',
                       called, current_schema());
    end loop;
end $$;

-- The history row with the state of a node at a revision; null if it is the current row, or if there is none. See
-- differing_properties_of.
do $$
declare
    history text := history_schema();
    node text;
begin
    for node in select subjects() union select 'claim' loop
        execute format('
            create function %2$I.state_of_%1$s(node bigint, revision bigint) returns bigint language sql stable as $f$
                select h.history_id
                from changes_until($2) c cross join lateral (
                    select h.history_id from %2$I.%1$I h where h.id = $1 and (h.change > c.latest or h.change = any (c.overtaken))
                    order by h.history_id limit 1) h
            $f$', node, history);
    end loop;
    -- Other nodes have the names that they have for the session.
    execute format('
        create function difference_properties(
            type text, key bigint, before boolean, after boolean, from_revision bigint, to_revision bigint)
        returns table (name text, value_before text, value_after text) language plpgsql stable set enable_seqscan = off as $f$
        begin
            return query execute format(
                ''select p.name, p.before, p.after from %1$I.differing_properties_of_%%1$s(
                      $1, case when $2 then %1$I.state_of_%%1$s($1, $4) else 0 end,
                      case when $3 then %1$I.state_of_%%1$s($1, $5) else 0 end, $4 + 1, $5 + 1) p'',
                table_of(type)) using key, before, after, from_revision, to_revision;
        end $f$', history);
end $$;

do $$ begin perform derive_asof(); end $$;
