package dev.rangefinder.engine;

import dev.rangefinder.node.GlobalId;
import dev.rangefinder.transaction.TestDatabase;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Draws inputs of mutations from the schema and from what is stored: references to records with their versions, and names that other
 * records have had. Some of them must be refused.
 */
final class RandomInputs {

    private static final Set<String> NODES =
            CommittedSchema.nodes().stream().map(GraphQLNamedType::getName).collect(Collectors.toSet());

    /** What a field refers to, if it is not named like a type. */
    private static final Map<String, String> REFERENCES = Map.of(
            "brands", "Brand",
            "owner", "Brand",
            "paidBy", "Brand",
            "homeMarket", "Market",
            "parents", "Market",
            "series", "Device",
            "partnerships", "Partnership",
            "succeeds", "Partnership",
            "basedOn", "Citation");

    private static final String CLAIM = """
            select concat_ws(' ', s.name, to_jsonb(c) ->> (s.name || '_id'), c.property, c.value)
            from claim c, subjects() s (name) where to_jsonb(c) ->> (s.name || '_id') is not null and c.value is not null
            order by md5(c.id || '%s') limit 1
            """;

    private final DataSource database;
    private final SeededRandom draw;
    private final String history;
    private int names;

    RandomInputs(DataSource database, SeededRandom draw) throws SQLException {
        this.database = database;
        this.draw = draw;
        this.history = TestDatabase.text(database, "select history_schema()");
    }

    /** An input of a type. */
    Map<String, @Nullable Object> draw(GraphQLInputObjectType type) {
        Map<String, @Nullable Object> input = new LinkedHashMap<>();
        if (type.getField("subject") != null) {
            repeatClaim(input);
        }
        if (type.getField("expectedVersion") != null) {
            referToRecord(type, input);
        }
        for (GraphQLInputObjectField field : type.getFields()) {
            if (!input.containsKey(field.getName()) && isDrawn(type, field)) {
                boolean removed =
                        isRevision(type) && draw.percent(10) && !field.getName().equals("claims");
                input.put(field.getName(), removed ? null : value(field.getType(), type, field.getName()));
            }
        }
        return input;
    }

    /** Another document says what one says already. */
    private void repeatClaim(Map<String, @Nullable Object> input) {
        String[] claim = text(CLAIM.formatted(draw.between(0, 999))).split(" ", 4);
        input.put("subject", GlobalId.encode(GlobalId.typeOf(claim[0]), Long.parseLong(claim[1])));
        input.put("property", claim[2]);
        input.put("value", claim[3]);
    }

    /** What is changed or removed is the only required text. Records that were added last are more often without others that need them. */
    private void referToRecord(GraphQLInputObjectType type, Map<String, @Nullable Object> input) {
        String reference = type.getFields().stream()
                .filter(field -> GraphQLTypeUtil.simplePrint(field.getType()).equals("String!"))
                .findFirst()
                .orElseThrow()
                .getName();
        String[] record = record(nodeOf(reference), type.getName().startsWith("Remove") ? 60 : 20);
        input.put(reference, record[0]);
        input.put("expectedVersion", Integer.valueOf(record[1]));
    }

    private boolean isDrawn(GraphQLInputObjectType type, GraphQLInputObjectField field) {
        return switch (field.getName()) {
            case "claims" -> !type.getName().contains("Cit");
            case "variant", "effectsAreOpen" -> false; // names a variant of the device, or needs effects
            default -> GraphQLTypeUtil.isNonNull(field.getType()) || draw.percent(25);
        };
    }

    private static boolean isRevision(GraphQLInputObjectType type) {
        return type.getName().startsWith("Revise");
    }

    private Object value(GraphQLType of, GraphQLInputObjectType owner, String name) {
        GraphQLType type = GraphQLTypeUtil.unwrapNonNull(of);
        if (name.equals("claims")) {
            return List.of(Map.of("citation", record("Citation", 20)[0], "states", List.of("all")));
        }
        if (name.equals("effects")) {
            return List.of(Map.of("kind", "AFFECTED", "brand", record("Brand", 20)[0]));
        }
        if (type instanceof GraphQLList list) {
            return IntStream.rangeClosed(1, draw.between(1, 2))
                    .mapToObj(i -> value(list.getWrappedType(), owner, name))
                    .distinct()
                    .toList();
        }
        if (type instanceof GraphQLEnumType enumeration) {
            return LeafValues.of(enumeration, draw);
        }
        return type instanceof GraphQLInputObjectType object
                ? draw(object)
                : scalar(((GraphQLScalarType) type).getName(), owner.getName(), name);
    }

    private Object scalar(String type, String owner, String name) {
        return switch (type) {
            case "Boolean" -> draw.percent(60);
            case "Int" -> draw.between(1, 24);
            case "Decimal" -> draw.between(1, 90000) / 100.0;
            case "PartialDate" -> date(Set.of("endedOn", "leftOn", "until").contains(name) ? 2027 : 2015);
            default -> nodeOf(name) == null ? word(owner, name) : record(nodeOf(name), 20)[0];
        };
    }

    private String date(int since) {
        String month = since + draw.between(0, 9) + "-0" + draw.between(1, 9);
        return draw.oneOf(month.substring(0, 4), month, month + "-" + draw.between(10, 28));
    }

    private String word(String owner, String name) {
        return switch (name) {
            case "slug", "key" -> draw.percent(40) ? former(owner, name) : unique();
            case "code" -> owner.contains("Market") ? marketCode() : unique();
            case "currency" -> draw.oneOf("EUR", "USD", "INR");
            case "language" -> draw.oneOf("en", "zh-Hans");
            case "period" -> draw.oneOf("2021", "2022-Q1", "2021-07");
            case "publishedAt" -> "10:06";
            case "unit" -> draw.oneOf("UNITS", "PERCENT", "USD");
            case "url" -> "https://example.org/" + unique();
            default -> unique();
        };
    }

    private String unique() {
        return "n" + ++names;
    }

    private String marketCode() {
        return draw.percent(50) ? "Q" + (char) draw.between('M', 'Z') : "9" + draw.between(10, 99);
    }

    /** A name that a record of the same type has had, and maybe none has now. */
    private String former(String owner, String name) {
        String table = owner.replaceFirst("(Register|Revise|Announce)(.*)Input", "$2")
                .replace("CiteDocumentInput", "Citation");
        String found = text("select %s from %s.%s where %1$s is not null order by md5(history_id || '%s') limit 1"
                .formatted(name, history, table.toLowerCase(Locale.ROOT), draw.between(0, 999)));
        return found == null ? unique() : found;
    }

    private static @Nullable String nodeOf(String name) {
        String type = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        return NODES.contains(type) ? type : REFERENCES.get(name);
    }

    /** The ID of a record and its version; it is one of those that were added last in some per cent of cases. */
    private String[] record(String type, int chanceOfLatest) {
        String order = draw.percent(chanceOfLatest)
                ? "id desc offset " + draw.between(0, 3)
                : "md5(id || '" + draw.between(0, 999) + "')";
        String table = type.replaceAll("(?<=.)([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        String row = text("select id || ' ' || version from " + table + " order by " + order + " limit 1");
        String[] found = row == null ? new String[] {"0", "1"} : row.split(" ");
        return new String[] {GlobalId.encode(type, Long.parseLong(found[0])), found[1]};
    }

    private @Nullable String text(String query) {
        try {
            return TestDatabase.text(database, "select (" + query + ')');
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }
}
