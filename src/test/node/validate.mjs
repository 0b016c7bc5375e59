// Validates documents by graphql-js. Reads a JSON file, and prints the violated rules and messages as JSON.
// Usage: node validate.mjs <file with {"sdl": "...", "documents": ["...", ...]}>
import { readFile } from 'node:fs/promises';
import { buildSchema, parse, specifiedRules, validate } from 'graphql';

const SYNTAX = 'Syntax';

// A limit of graphql-js, which is not a rule of the specification.
const rules = specifiedRules.filter(rule => rule.name !== 'MaxIntrospectionDepthRule');

// Scalars that a schema only declares accept every literal.
const SCALARS = {
  PartialDate: literal => literal.kind === 'StringValue' && /^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$/.test(literal.value),
  Decimal: literal => /^-?[0-9]+([.][0-9]+)?([eE][+-]?[0-9]+)?$/.test(literal.value),
};

const { sdl, documents } = JSON.parse(await readFile(process.argv[2], 'utf8'));
const schema = buildSchema(sdl);
for (const [name, accepts] of Object.entries(SCALARS)) {
  const scalar = schema.getType(name);
  if (scalar) {
    scalar.parseLiteral = literal => {
      if (!accepts(literal)) {
        throw new Error(`Not a ${name}.`);
      }
      return literal.value;
    };
  }
}

function recording(rule, broken) {
  return context => rule(new Proxy(context, {
    get(target, property) {
      const value = target[property];
      if (typeof value !== 'function') {
        return value;
      }
      return (...args) => {
        if (property === 'reportError') {
          broken.add(rule.name);
        }
        return value.apply(target, args);
      };
    },
  }));
}

function verdict(document) {
  const broken = new Set();
  try {
    const errors = validate(schema, parse(document), rules.map(rule => recording(rule, broken)));
    return { broken: [...broken], message: errors[0]?.message ?? '' };
  } catch (error) {
    return { broken: [SYNTAX], message: error.message };
  }
}

const report = { rules: [SYNTAX, ...rules.map(rule => rule.name)], verdicts: documents.map(verdict) };
process.stdout.write(JSON.stringify(report) + '\n');
