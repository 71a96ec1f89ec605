// The tree of a query: readonly discriminated unions.
export interface Query {
  readonly kind: 'query';
}
