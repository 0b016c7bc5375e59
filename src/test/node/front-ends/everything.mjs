// Writes documents that together select every object type that queries return.
import {
  TypeInfo,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isLeafType,
  isRequiredArgument,
  parse,
  visit,
  visitWithTypeInfo,
} from 'graphql';

const ARGUMENTS = { query: '"Leica"', property: '"name"', market: '"IN"', on: '"2024"', from: '{ revision: 0 }', first: 5 };

/** One document for each field of Query whose arguments have known values: with two objects on the way from it, and the ids of others. */
export function everything(schema) {
  return Object.values(schema.getQueryType().getFields())
    .filter(isCallable)
    .map((field) => `{ ${selected(field, 2, [])} }`);
}

function selected(field, objects, way) {
  const given = field.args.filter((argument) => isRequiredArgument(argument) || argument.name === 'first');
  const values = given.map((argument) => `${argument.name}: ${valueOf(argument)}`);
  const call = field.name + (values.length > 0 ? `(${values.join(', ')})` : '');
  const type = getNamedType(field.type);
  return isLeafType(type) ? call : `${call} { __typename ${selectionOf(type, objects, way)} }`;
}

/** A known value, or the first one of an enum. */
function valueOf({ name, type }) {
  const named = getNamedType(type);
  return isEnumType(named) ? named.getValues()[0].name : ARGUMENTS[name];
}

/** The way leads to the type by types without an identity. */
function selectionOf(type, objects, way) {
  if (isAbstractType(type)) {
    return '... on Node { id }';
  }
  const hasIdentity = 'id' in type.getFields();
  if (hasIdentity && objects === 0) {
    return 'id';
  }
  const left = hasIdentity ? objects - 1 : objects;
  const further = hasIdentity ? way : [...way, type];
  const fields = Object.values(type.getFields()).filter((field) => isSelected(field, left) && !further.includes(getNamedType(field.type)));
  return fields.map((field) => selected(field, left, further)).join(' ');
}

/** What would multiply is left out: connections, differences and facets of objects other than the first, and nodes, which edges have. */
function isSelected(field, left) {
  const isConnection = getNamedType(field.type).name.endsWith('Connection');
  const multiplies = ((isConnection || field.name === 'diff') && left === 0) || (field.name === 'facets' && left < 2) || field.name === 'nodes';
  return !multiplies && isCallable(field);
}

function isCallable(field) {
  return field.args.filter(isRequiredArgument).every((argument) => valueOf(argument) !== undefined);
}

/** The object types that queries can return, but that no document selects. */
export function unselected(schema, documents) {
  const selectedTypes = new Set();
  const types = new TypeInfo(schema);
  const visitor = visitWithTypeInfo(types, { Field: () => void selectedTypes.add(types.getParentType()) });
  documents.forEach((document) => visit(parse(document), visitor));
  return [...readable(schema, schema.getQueryType(), new Set())].filter((type) => !selectedTypes.has(type)).map(String);
}

function readable(schema, type, found) {
  found.add(type);
  Object.values(type.getFields())
    .flatMap((field) => concrete(schema, getNamedType(field.type)))
    .filter((next) => !found.has(next))
    .forEach((next) => readable(schema, next, found));
  return found;
}

function concrete(schema, type) {
  if (isAbstractType(type)) {
    return schema.getPossibleTypes(type);
  }
  return isCompositeType(type) ? [type] : [];
}
