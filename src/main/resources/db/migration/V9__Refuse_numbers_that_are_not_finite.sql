-- PostgreSQL knows NaN and the infinities as numeric values, of which NaN is greater than all others, and so passes the
-- constraints on ranges. Neither is an amount of anything, and clients could not read them as decimal numbers.

alter table term
    add constraint term_amount_from_is_finite check (amount_from not in ('NaN', 'Infinity', '-Infinity')),
    add constraint term_amount_to_is_finite check (amount_to not in ('NaN', 'Infinity', '-Infinity')),
    add constraint term_converted_amount_is_finite check (converted_amount not in ('NaN', 'Infinity', '-Infinity'));

alter table launch
    add constraint launch_price_amount_is_finite check (price_amount not in ('NaN', 'Infinity', '-Infinity'));

alter table figure
    add constraint figure_value_is_finite check (value not in ('NaN', 'Infinity', '-Infinity')),
    add constraint figure_converted_amount_is_finite check (converted_amount not in ('NaN', 'Infinity', '-Infinity')),
    add constraint figure_change_on_year_is_finite check (change_on_year not in ('NaN', 'Infinity', '-Infinity'));
