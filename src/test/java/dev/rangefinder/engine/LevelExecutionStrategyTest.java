package dev.rangefinder.engine;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rangefinder.engine.schema.LevelFetcher;
import dev.rangefinder.engine.schema.PlainFetcher;
import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import dev.rangefinder.transaction.TestDatabase;
import graphql.TypeResolutionEnvironment;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Chapter 6 of the GraphQL specification (October 2021), section by section. Every document is also executed by the
 * strategy of graphql-java, which must return the same answer.
 */
class LevelExecutionStrategyTest {

    private static final String DEFINITIONS = """
            type Query {
              dog(name: String = "Rex"): Dog
              dogs(names: [String!]! = ["Rex", "Bella"], mood: Mood = GOOD): [Dog!]
              sureDog: Dog!
              maybeDogs: [Dog]
              sureDogs: [Dog!]!
              pet: Pet
              pets: [Pet]
              beings: [Being]
              grid: [[Int!]!]
              looseGrid: [[Int!]]
              kennels: [[Dog!]]!
              echo(input: Input, text: String! = "by default", list: [Int], id: ID, fragile: Fragile): String
              leaf: Fragile
              leaves: [Fragile]
              sureLeaf: Fragile!
              number: Int
              mood: Mood
              failing: String
              sureFailing: String!
              noList: [String]
            }
            interface Being { name: String }
            type Dog implements Being {
              name: String
              barks: Boolean
              sureName: String!
              owner: Human
              sureOwner: Human!
              puppies(first: Int): [Dog!]
              friends: [Being!]
            }
            type Cat implements Being { name: String meows: Boolean owner: Human }
            type Human implements Being { name: String sureName: String! pets: [Pet!] }
            union Pet = Dog | Cat
            enum Mood { GOOD BAD }
            input Input { text: String! = "inside" size: Int mood: Mood deeper: Input texts: [String!] }
            """;

    private static final Logger FAILURES = Logger.getLogger(ErrorHandler.class.getName());

    private final Map<String, LevelFetcher> levels = new HashMap<>();
    private final Map<String, Integer> calls = new TreeMap<>();
    private final Strategies strategies = new Strategies(
            SdlSchemas.schema(DEFINITIONS, this::fetcher, LevelExecutionStrategyTest::typeOf), TestDatabase.absent());

    @BeforeAll
    static void logNoFailures() {
        FAILURES.setLevel(Level.OFF);
    }

    @AfterAll
    static void logFailuresAgain() {
        FAILURES.setLevel(null);
    }

    private DataFetcher<?> fetcher(GraphQLObjectType type, GraphQLFieldDefinition field) {
        String coordinates = type.getName() + '.' + field.getName();
        if (isPlain(type, field)) {
            PlainFetcher plain = parent -> orThrow(((Map<?, ?>) parent).get(field.getName()));
            return plain;
        }
        LevelFetcher level = (parents, arguments) -> {
            calls.merge(coordinates + ' ' + parents.size(), 1, Integer::sum);
            return levels.getOrDefault(coordinates, values(field.getName())).fetch(parents, arguments);
        };
        return level;
    }

    private static boolean isPlain(GraphQLObjectType type, GraphQLFieldDefinition field) {
        return !type.getName().equals("Query")
                && !List.of("owner", "sureOwner", "puppies").contains(field.getName());
    }

    /** Relations are properties of their objects as well. */
    private static LevelFetcher values(String field) {
        return (parents, arguments) -> {
            List<Object> values = new ArrayList<>();
            parents.forEach(parent -> values.add(parent instanceof Map<?, ?> fields ? fields.get(field) : null));
            return values;
        };
    }

    private static Object orThrow(Object value) throws Exception {
        if (value instanceof Exception failure) {
            throw failure;
        }
        return value;
    }

    private static GraphQLObjectType typeOf(TypeResolutionEnvironment environment) {
        Map<?, ?> object = environment.getObject();
        return environment.getSchema().getObjectType((String) object.get("type"));
    }

    private static Map<String, Object> object(String type, Object... fields) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", type);
        for (int i = 0; i < fields.length; i += 2) {
            object.put((String) fields[i], fields[i + 1]);
        }
        return object;
    }

    private static Map<String, Object> dog(String name, Object... fields) {
        Map<String, Object> dog = object("Dog", fields);
        dog.put("name", name);
        return dog;
    }

    /** Sets the value of a root field. */
    private void setRootValue(String field, Object value) {
        levels.put("Query." + field, (parents, arguments) -> Collections.singletonList(value));
    }

    private Outcome execute(String query) {
        return execute(query, null, Map.of());
    }

    private Outcome execute(String query, String operation, Map<String, Object> variables) {
        Strategies.Prepared document = strategies.prepare(new GeneratedDocument(0, query, operation, variables));
        Outcome outcome = Outcome.of(document.byLevel());
        Map<String, Integer> ours = new TreeMap<>(calls);
        assertEquals(Outcome.of(document.byParent()), outcome, "the answer of graphql-java");
        calls.clear();
        calls.putAll(ours);
        return outcome;
    }

    private void assertData(String expected, String query) {
        assertEquals(new Outcome(expected, List.of()).toString(), execute(query).toString());
    }

    private void assertAnswer(String query, String data, String... errors) {
        assertEquals(
                new Outcome(data, Arrays.asList(errors)).toString(),
                execute(query).toString());
    }

    @Nested
    class Section_6_1_ExecutingRequests {

        @Test
        void onlyOperationNeedsNoName() {
            assertData("{\"__typename\":\"Query\"}", "query Some { __typename }");
        }

        @Test
        void operationIsSelectedByItsName() {
            Outcome outcome = execute("query A { a: __typename } query B { b: __typename }", "B", Map.of());
            assertEquals("{\"b\":\"Query\"}", outcome.data());
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "C"})
        void unknownOperationIsARequestError(String name) {
            String operation = name.isEmpty() ? null : name;
            Outcome outcome = execute("query A { __typename } query B { __typename }", operation, Map.of());
            assertEquals("", outcome.data());
            assertThat(outcome.errors().toString(), containsString("OPERATION_RESOLUTION_FAILURE"));
        }
    }

    @Nested
    class Section_6_1_1_ValidatingRequests {

        @Test
        void invalidDocumentIsNotExecuted() {
            Outcome outcome = execute("{ dog { wings } __typename }");
            assertEquals("", outcome.data());
            assertThat(outcome.errors().toString(), containsString("GRAPHQL_VALIDATION_FAILED"));
            assertEquals(Map.of(), calls);
        }
    }

    @Nested
    class Section_6_1_2_CoercingVariableValues {

        private static final String ECHO = "query ($input: Input, $list: [Int], $id: ID, $t: String! = \"d\") {"
                + " echo(input: $input, list: $list, id: $id, text: $t) }";

        @Test
        void absentVariableTakesItsDefault() {
            echo("{text=d}", Map.of());
        }

        @Test
        void nullVariableDiffersFromAnAbsentOne() {
            echo("{id=null, text=d}", Collections.singletonMap("id", null));
        }

        @Test
        void inputObjectTakesTheDefaultsOfItsFields() {
            echo(
                    "{input={text=inside, deeper={text=x}}, text=d}",
                    Map.of("input", Map.of("deeper", Map.of("text", "x"))));
        }

        @Test
        void singleValueIsCoercedToAList() {
            echo("{list=[7], text=d}", Map.of("list", 7));
        }

        @Test
        void numberIsCoercedToAnId() {
            echo("{id=7, text=d}", Map.of("id", 7));
        }

        private void echo(String expected, Map<String, Object> variables) {
            levels.put(
                    "Query.echo",
                    (parents, arguments) -> List.of(sorted(arguments).toString()));
            assertEquals(
                    "{\"echo\":\"" + expected + "\"}",
                    execute(ECHO, null, variables).data());
        }

        @Test
        void nullForNonNullVariableIsARequestError() {
            assertRejected(Collections.singletonMap("t", null));
        }

        @Test
        void valueOfAnotherTypeIsARequestError() {
            assertRejected(Map.of("list", List.of("seven")));
        }

        @Test
        void unknownInputFieldIsARequestError() {
            assertRejected(Map.of("input", Map.of("wings", 2)));
        }

        @Test
        void unknownEnumConstantIsARequestError() {
            assertRejected(Map.of("input", Map.of("mood", "UGLY")));
        }

        private void assertRejected(Map<String, Object> variables) {
            Outcome outcome = execute(ECHO, null, variables);
            assertEquals("", outcome.data());
            assertThat(outcome.errors().toString(), containsString("BAD_USER_INPUT"));
            assertEquals(Map.of(), calls);
        }
    }

    private static Map<String, Object> sorted(Map<String, Object> arguments) {
        return new TreeMap<>(arguments);
    }

    @Nested
    class Section_6_2_1_Query {

        @Test
        void dataHasTheSelectedRootFields() {
            setRootValue("number", 3);
            assertData("{\"number\":3,\"mood\":null}", "{ number mood }");
        }

        @Test
        void introspectionIsAnsweredTogetherWithData() {
            setRootValue("number", 3);
            assertData(
                    "{\"number\":3,\"__type\":{\"kind\":\"UNION\"},\"t\":null,\"__schema\":{\"queryType\":{\"name\":\"Query\"}}}",
                    "{ number __type(name: \"Pet\") { kind } t: mood __schema { queryType { name } } }");
        }

        @Test
        void failedIntrospectionHasOnlyItsOwnErrors() {
            setRootValue("number", 3);
            Outcome outcome =
                    execute("{ number __schema { directives { args(includeDeprecated: null) { defaultValue } } } }");
            assertEquals("null", outcome.data());
            assertThat(outcome.errors().toString(), not(containsString("[__schema] ")));
        }

        @Test
        void unknownTypeIsNull() {
            assertData("{\"__type\":null}", "{ __type(name: \"Bird\") { kind } }");
        }
    }

    @Nested
    class Section_6_3_ExecutingSelectionSets {

        @Test
        void keysAreInTheOrderOfTheDocument() {
            setRootValue("number", 3);
            setRootValue("dog", dog("Rex"));
            assertData(
                    "{\"z\":3,\"dog\":{\"barks\":null,\"name\":\"Rex\"},\"a\":\"Query\"}",
                    "{ z: number dog { barks name } a: __typename }");
        }

        @Test
        void relationIsFetchedOnceForAllObjectsOfALevel() {
            setRootValue("dogs", List.of(dog("Rex", "owner", object("Human")), dog("Bella"), dog("Ann")));
            assertData(
                    "{\"dogs\":[{\"owner\":{\"name\":null}},{\"owner\":null},{\"owner\":null}]}",
                    "{ dogs { owner { name } } }");
            assertEquals(Map.of("Query.dogs 1", 1, "Dog.owner 3", 1), calls);
        }

        @Test
        void eachAliasIsFetchedWithItsOwnArguments() {
            setRootValue("dogs", List.of(dog("Rex"), dog("Bella")));
            levels.put(
                    "Dog.puppies",
                    (parents, arguments) -> Collections.nCopies(
                            parents.size(), Collections.nCopies((Integer) arguments.get("first"), dog("Pup"))));
            assertData(
                    "{\"dogs\":[{\"a\":[{\"name\":\"Pup\"}],\"b\":[]},{\"a\":[{\"name\":\"Pup\"}],\"b\":[]}]}",
                    "{ dogs { a: puppies(first: 1) { name } b: puppies(first: 0) { name } } }");
            assertEquals(2, calls.get("Dog.puppies 2"));
        }

        @Test
        void relationWithoutParentsIsNotFetched() {
            setRootValue("dogs", List.of());
            assertData("{\"dogs\":[]}", "{ dogs { owner { name } } }");
            assertEquals(Map.of("Query.dogs 1", 1), calls);
        }

        @Test
        void objectsInNestedListsFormOneLevel() {
            setRootValue("kennels", List.of(List.of(dog("Rex"), dog("Bella")), List.of(), List.of(dog("Ann"))));
            assertData(
                    "{\"kennels\":[[{\"owner\":null},{\"owner\":null}],[],[{\"owner\":null}]]}",
                    "{ kennels { owner { name } } }");
            assertEquals(1, calls.get("Dog.owner 3"));
        }
    }

    @Nested
    class Section_6_3_2_FieldCollection {

        @Test
        void fieldsUnderOneKeyMerge() {
            setRootValue("dog", dog("Rex", "barks", true));
            assertData(
                    "{\"dog\":{\"name\":\"Rex\",\"barks\":true}}",
                    "{ dog { name } dog { barks name } ...F } fragment F on Query { dog { barks } }");
            assertEquals(Map.of("Query.dog 1", 1), calls);
        }

        @ParameterizedTest
        @CsvSource({
            "@skip(if: true), {}",
            "@skip(if: false), '{\"number\":3}'",
            "@include(if: true), '{\"number\":3}'",
            "@include(if: false), {}",
            "@skip(if: true) @include(if: true), {}",
            "@skip(if: false) @include(if: false), {}",
            "@skip(if: false) @include(if: true), '{\"number\":3}'"
        })
        void conditionsApplyToFieldsAndFragments(String condition, String expected) {
            setRootValue("number", 3);
            assertData(expected, "{ number " + condition + " }");
            assertData(expected, "{ ... " + condition + " { number } }");
            assertData(expected, "{ ...F " + condition + " } fragment F on Query { number }");
        }

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void conditionsAreEvaluatedWithTheVariablesOfEachExecution(boolean included) {
            setRootValue("number", 3);
            String query = "query ($i: Boolean!) { ...F @include(if: $i) } fragment F on Query { number }";
            Strategies.Prepared document =
                    strategies.prepare(new GeneratedDocument(0, query, null, Map.of("i", included)));
            assertEquals(
                    included ? "{\"number\":3}" : "{}",
                    Outcome.of(document.byLevel()).data());
        }

        @Test
        void fieldIsIncludedIfOneOfItsSelectionsIs() {
            setRootValue("number", 3);
            assertData("{\"number\":3}", "{ number @skip(if: true) number }");
        }

        @Test
        void fragmentsApplyToTheTypesOfTheirObjects() {
            setRootValue(
                    "beings",
                    List.of(dog("Rex", "barks", true), object("Cat", "meows", false), object("Human", "name", "Ann")));
            assertData(
                    "{\"beings\":[{\"barks\":true,\"p\":\"Dog\"},{\"meows\":false,\"p\":\"Cat\"},{\"name\":\"Ann\"}]}",
                    "{ beings { ... on Dog { barks } ...C ... on Pet { p: __typename } ... on Human { ... on Being { name } } } }"
                            + " fragment C on Cat { meows }");
        }

        @Test
        void fragmentMayBeSpreadTwice() {
            setRootValue("dog", dog("Rex"));
            assertData(
                    "{\"dog\":{\"name\":\"Rex\"}}",
                    "{ dog { ...F ...F ...G } } fragment F on Dog { name } fragment G on Being { ...F }");
        }
    }

    @Nested
    class Section_6_4_1_CoercingFieldArguments {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "echo | {text=by default}",
                    "echo(text: \"t\") | {text=t}",
                    "echo(id: null) | {id=null, text=by default}",
                    "echo(list: 7) | {list=[7], text=by default}",
                    "echo(list: [7, null]) | {list=[7, null], text=by default}",
                    "echo(input: {}) | {input={text=inside}, text=by default}",
                    "echo(input: {deeper: {texts: \"t\"}}) | {input={text=inside, deeper={text=inside, texts=[t]}}, text=by default}",
                    "echo(id: 7) | {id=7, text=by default}",
                    "echo(text: $text) | {text=by default}",
                    "echo(list: [1, $absent]) | {list=[1, null], text=by default}",
                    "echo(input: {size: $absent}) | {input={text=inside}, text=by default}",
                    "echo(input: {mood: BAD, size: $given}) | {input={text=inside, size=3, mood=BAD}, text=by default}",
                    "echo(id: $id) | {text=by default}"
                })
        void argumentsAreCoerced(String field, String expected) {
            levels.put(
                    "Query.echo",
                    (parents, arguments) -> List.of(sorted(arguments).toString()));
            String query = "query ($text: String = \"by default\", $absent: Int, $given: Int, $id: ID) { " + field
                    + " unused: echo(input: {size: $absent}, list: [$given], id: $id, text: $text) @skip(if: true) }";
            assertEquals(
                    "{\"echo\":\"" + expected + "\"}",
                    execute(query, null, Map.of("given", 3)).data());
        }

        @Test
        void nullVariableForNonNullArgumentIsAFieldError() {
            setRootValue("number", 3);
            Outcome outcome = execute(
                    "query ($t: String = \"d\") { echo(text: $t) number }", null, Collections.singletonMap("t", null));
            assertEquals("{\"echo\":null,\"number\":3}", outcome.data());
            assertThat(outcome.errors().toString(), containsString("[echo] BAD_USER_INPUT"));
        }

        @Test
        void argumentsAreCoercedAnewForEachExecution() {
            levels.put(
                    "Query.echo",
                    (parents, arguments) -> List.of(sorted(arguments).toString()));
            String query = "query ($t: String!) { echo(text: $t) }";
            assertEquals(
                    "{\"echo\":\"{text=1}\"}",
                    execute(query, null, Map.of("t", "1")).data());
            assertEquals(
                    "{\"echo\":\"{text=2}\"}",
                    execute(query, null, Map.of("t", "2")).data());
        }
    }

    @Nested
    class Section_6_4_2_ValueResolution {

        @Test
        void exceptionOfAFetcherIsAFieldError() {
            setRootValue("number", 3);
            levels.put("Query.failing", (parents, arguments) -> {
                throw new InputException(ErrorCode.INVALID_ID, "Not this one.");
            });
            assertAnswer("{ failing number }", "{\"failing\":null,\"number\":3}", "[failing] INVALID_ID Not this one.");
        }

        @Test
        void exceptionOfALevelFetcherIsAFieldErrorOfEachObject() {
            setRootValue("dogs", List.of(dog("Rex"), dog("Bella")));
            levels.put("Dog.owner", (parents, arguments) -> {
                throw new IllegalStateException("all of them");
            });
            assertAnswer(
                    "{ dogs { name owner { name } } }",
                    "{\"dogs\":[{\"name\":\"Rex\",\"owner\":null},{\"name\":\"Bella\",\"owner\":null}]}",
                    "[dogs, 0, owner] INTERNAL_SERVER_ERROR",
                    "[dogs, 1, owner] INTERNAL_SERVER_ERROR");
        }

        @Test
        void failedValueIsAFieldErrorOfOneObject() {
            Failed failure = new Failed(new InputException(ErrorCode.INVALID_CURSOR, "Not of this one."));
            setRootValue(
                    "dogs",
                    List.of(dog("Rex", "owner", failure), dog("Bella", "owner", object("Human", "name", "Ann"))));
            assertAnswer(
                    "{ dogs { owner { name } } }",
                    "{\"dogs\":[{\"owner\":null},{\"owner\":{\"name\":\"Ann\"}}]}",
                    "[dogs, 0, owner] INVALID_CURSOR Not of this one.");
        }

        @Test
        void exceptionOfAPlainFieldIsAFieldErrorOfOneObject() {
            setRootValue(
                    "dogs", List.of(dog("Rex", "barks", new IllegalStateException()), dog("Bella", "barks", true)));
            assertAnswer(
                    "{ dogs { loud: barks } }",
                    "{\"dogs\":[{\"loud\":null},{\"loud\":true}]}",
                    "[dogs, 0, loud] INTERNAL_SERVER_ERROR");
        }
    }

    @Nested
    class Section_6_4_3_ValueCompletion {

        @Test
        void nullValuesAreNull() {
            assertData("{\"dog\":null,\"dogs\":null,\"leaf\":null}", "{ dog { name } dogs { name } leaf }");
        }

        @Test
        void itemsAreCompletedInOrder() {
            setRootValue("maybeDogs", Arrays.asList(dog("Rex"), null, dog("Bella")));
            assertData("{\"maybeDogs\":[{\"name\":\"Rex\"},null,{\"name\":\"Bella\"}]}", "{ maybeDogs { name } }");
        }

        @Test
        void nestedListsOfScalarsAreCompleted() {
            setRootValue("grid", List.of(List.of(1, 2), List.of(), List.of(3)));
            assertData("{\"grid\":[[1,2],[],[3]]}", "{ grid }");
        }

        @Test
        void valueThatIsNotAListIsAFieldError() {
            setRootValue("noList", "text");
            assertAnswer("{ noList }", "{\"noList\":null}", "[noList] INTERNAL_SERVER_ERROR");
        }

        @Test
        void oneObjectMayAppearSeveralTimes() {
            Map<String, Object> rex = dog("Rex");
            setRootValue("maybeDogs", List.of(rex, rex));
            assertData("{\"maybeDogs\":[{\"owner\":null},{\"owner\":null}]}", "{ maybeDogs { owner { name } } }");
        }
    }

    @Nested
    class Section_6_4_3_ResultCoercion {

        @Test
        void scalarsAndEnumerationsAreSerialized() {
            setRootValue("leaf", new StringBuilder("built"));
            setRootValue("mood", "BAD");
            setRootValue("number", 3.0);
            assertData("{\"leaf\":\"built\",\"mood\":\"BAD\",\"number\":3}", "{ leaf mood number }");
        }

        @Test
        void valueThatCannotBeSerializedIsAFieldError() {
            setRootValue("leaves", List.of("fine", "!", "fine too"));
            setRootValue("mood", "UGLY");
            setRootValue("number", "seven");
            assertAnswer(
                    "{ leaves mood number }",
                    "{\"leaves\":[\"fine\",null,\"fine too\"],\"mood\":null,\"number\":null}",
                    "[leaves, 1] INTERNAL_SERVER_ERROR",
                    "[mood] INTERNAL_SERVER_ERROR",
                    "[number] INTERNAL_SERVER_ERROR");
        }

        @Test
        void valueThatIsSerializedToNullIsNull() {
            setRootValue("leaf", "");
            assertData("{\"leaf\":null}", "{ leaf }");
        }

        @Test
        void valueThatIsSerializedToNullInANonNullFieldIsAFieldError() {
            setRootValue("sureLeaf", "");
            assertAnswer("{ sureLeaf }", "null", "[sureLeaf] " + NULL_IN_NON_NULL);
        }
    }

    private static final String NULL_IN_NON_NULL = "NULL_IN_NON_NULL_FIELD " + ErrorHandler.NULL_IN_NON_NULL;

    @Nested
    class Section_6_4_3_ResolvingAbstractTypes {

        @Test
        void unionsAreResolvedToObjects() {
            setRootValue("pets", List.of(object("Cat", "name", "Tom"), dog("Rex")));
            assertData(
                    "{\"pets\":[{\"__typename\":\"Cat\",\"name\":\"Tom\"},{\"__typename\":\"Dog\"}]}",
                    "{ pets { __typename ... on Cat { name } } }");
        }

        @Test
        void eachConcreteTypeFormsItsOwnLevel() {
            setRootValue(
                    "pets", List.of(dog("Rex"), object("Cat", "owner", object("Human", "name", "Ann")), dog("Bella")));
            assertData(
                    "{\"pets\":[{\"owner\":null},{\"owner\":{\"name\":\"Ann\"}},{\"owner\":null}]}",
                    "{ pets { ... on Dog { owner { name } } ... on Cat { owner { name } } } }");
            assertEquals(Map.of("Query.pets 1", 1, "Dog.owner 2", 1, "Cat.owner 1", 1), calls);
        }

        @ParameterizedTest
        @ValueSource(strings = {"Bird", "Human"})
        void objectOutsideTheUnionIsAFieldError(String type) {
            setRootValue("pets", List.of(object(type), dog("Rex")));
            assertAnswer(
                    "{ pets { __typename } }",
                    "{\"pets\":[null,{\"__typename\":\"Dog\"}]}",
                    "[pets, 0] INTERNAL_SERVER_ERROR");
        }
    }

    @Nested
    class Section_6_4_3_MergingSelectionSets {

        @Test
        void selectionsOfMergedFieldsMerge() {
            setRootValue("dog", dog("Rex", "owner", object("Human", "name", "Ann", "sureName", "Ann")));
            assertData(
                    "{\"dog\":{\"owner\":{\"name\":\"Ann\",\"sureName\":\"Ann\"}}}",
                    "{ dog { owner { name } } ... on Query { dog { owner { sureName } ...F } } }"
                            + " fragment F on Dog { owner { name } }");
            assertEquals(Map.of("Query.dog 1", 1, "Dog.owner 1", 1), calls);
        }

        @Test
        void oneKeyMaySelectDifferentFieldsOnDifferentTypes() {
            setRootValue("pets", List.of(dog("Rex", "barks", true), object("Cat", "meows", false)));
            assertData(
                    "{\"pets\":[{\"loud\":true},{\"loud\":false}]}",
                    "{ pets { ... on Dog { loud: barks } ... on Cat { loud: meows } } }");
        }
    }

    @Nested
    class Section_6_4_4_HandlingFieldErrors {

        @Test
        void nullPropagatesToTheNearestNullableField() {
            setRootValue("dog", dog("Rex", "owner", object("Human")));
            assertAnswer(
                    "{ dog { name owner { name sureName } } }",
                    "{\"dog\":{\"name\":\"Rex\",\"owner\":null}}",
                    "[dog, owner, sureName] " + NULL_IN_NON_NULL);
        }

        @Test
        void nullPropagatesThroughNonNullFields() {
            setRootValue("dog", dog("Rex", "sureOwner", object("Human")));
            assertAnswer(
                    "{ dog { name sureOwner { sureName } } }",
                    "{\"dog\":null}",
                    "[dog, sureOwner, sureName] " + NULL_IN_NON_NULL);
        }

        @Test
        void nullPropagatesToTheRoot() {
            setRootValue("number", 3);
            assertAnswer("{ number sureDog { name } }", "null", "[sureDog] " + NULL_IN_NON_NULL);
        }

        @Test
        void nullPropagatesToTheRootFromNestedFields() {
            setRootValue("sureDogs", List.of(dog("Rex", "sureName", "Rex"), dog("Bella")));
            assertAnswer("{ sureDogs { sureName } }", "null", "[sureDogs, 1, sureName] " + NULL_IN_NON_NULL);
        }

        @Test
        void failureOfANonNullFieldHasNoSecondError() {
            levels.put("Query.sureFailing", (parents, arguments) -> {
                throw new InputException(ErrorCode.INVALID_ID, "Not this one.");
            });
            assertAnswer("{ sureFailing }", "null", "[sureFailing] INVALID_ID Not this one.");
        }

        @Test
        void nullPropagatesToANullableItemOnly() {
            setRootValue("maybeDogs", List.of(dog("Rex"), dog("Bella", "sureName", "Bella")));
            assertAnswer(
                    "{ maybeDogs { sureName } }",
                    "{\"maybeDogs\":[null,{\"sureName\":\"Bella\"}]}",
                    "[maybeDogs, 0, sureName] " + NULL_IN_NON_NULL);
        }

        @Test
        void nullInANonNullItemPropagatesToTheList() {
            setRootValue("dogs", Arrays.asList(dog("Rex"), null));
            assertAnswer("{ dogs { name } }", "{\"dogs\":null}", "[dogs, 1] " + NULL_IN_NON_NULL);
        }

        @Test
        void nullPropagatesToANullableInnerListOnly() {
            setRootValue("looseGrid", List.of(List.of(1), Arrays.asList(2, null), List.of(3)));
            assertAnswer("{ looseGrid }", "{\"looseGrid\":[[1],null,[3]]}", "[looseGrid, 1, 1] " + NULL_IN_NON_NULL);
        }

        @Test
        void nullInANonNullInnerListPropagatesToTheOuterList() {
            setRootValue("grid", List.of(List.of(1), Arrays.asList(2, null)));
            assertAnswer("{ grid }", "{\"grid\":null}", "[grid, 1, 1] " + NULL_IN_NON_NULL);
        }

        @Test
        void nullFieldOfANestedItemPropagatesToItsInnerList() {
            setRootValue("kennels", List.of(List.of(dog("Rex"), dog("Bella", "sureName", "Bella")), List.of()));
            assertAnswer(
                    "{ kennels { sureName } }",
                    "{\"kennels\":[null,[]]}",
                    "[kennels, 0, 0, sureName] " + NULL_IN_NON_NULL);
        }

        @Test
        void everyFailedFieldHasAnError() {
            setRootValue("dogs", List.of(dog("Rex"), dog("Bella")));
            assertAnswer(
                    "{ dogs { sureName again: sureName } }",
                    "{\"dogs\":null}",
                    "[dogs, 0, again] " + NULL_IN_NON_NULL,
                    "[dogs, 0, sureName] " + NULL_IN_NON_NULL,
                    "[dogs, 1, again] " + NULL_IN_NON_NULL,
                    "[dogs, 1, sureName] " + NULL_IN_NON_NULL);
        }

        @Test
        void nullDoesNotPropagateWhenPropagationIsDisabled() {
            setRootValue("dog", dog("Rex"));
            assertAnswer(
                    "query @experimental_disableErrorPropagation { dog { name sureName } sureDog { name } }",
                    "{\"dog\":{\"name\":\"Rex\",\"sureName\":null},\"sureDog\":null}",
                    "[dog, sureName] " + NULL_IN_NON_NULL,
                    "[sureDog] " + NULL_IN_NON_NULL);
        }
    }
}
