import { graphql } from 'relay-runtime';

export const first = graphql`
  query BrandsQuery($first: Int!) {
    brands(first: $first) {
      nodes {
        ...Brands_brand
      }
    }
  }
`;

export const brand = graphql`
  fragment Brands_brand on Brand @refetchable(queryName: "BrandsRefetchQuery")
  @argumentDefinitions(count: { type: "Int", defaultValue: 2 }, cursor: { type: "String" }) {
    name
    partnerships(first: $count, after: $cursor) @connection(key: "Brands_partnerships") {
      edges {
        role
        node {
          name
        }
      }
    }
  }
`;
