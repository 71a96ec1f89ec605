// The state as the part of an address behind `#`, and back. What is as it was at first is left out, and whatever can't be
// read is passed over: a link may come from anywhere. The token stands in the path and never here.
import { type EntityType, entityTypes } from '../../graph/model.ts';
import { type Standing, standings } from '../reading/standing.ts';
import { type Filters, noFilters } from './filters.ts';
import { type Camera, firstLimit, initial, type Scope, type Selection, type State } from './state.ts';

/** The text behind `#`; empty for the first state. */
export function toHash(state: State): string {
  const { chosen, selection, article, camera } = state;
  const { filters, scope } = chosen;
  const fields: (readonly [string, string | null])[] = [
    ['entity', selection?.kind === 'entity' ? selection.id : null],
    ['relation', selection?.kind === 'relation' ? selection.id : null],
    ['article', article?.document ?? null],
    ['claim', article?.claim ?? null],
    ['at', article?.start === undefined ? null : `${article.start}`],
    ['view', state.view === 'table' ? 'table' : null],
    ...scopeFields(scope),
    ...many('without', filters.withoutTypes),
    ...many('type', filters.relationTypes),
    ...many('publisher', filters.publishers),
    ...many('speaker', filters.speakers),
    ...many('is', filters.standings),
    ['since', filters.since],
    ['until', filters.until],
    ['origins', filters.origins > 1 ? `${filters.origins}` : null],
    ['only', filters.only],
    ...many('added', chosen.added),
    ...many('hidden', chosen.hidden),
    ...many('pinned', chosen.pinned),
    ['limit', chosen.limit === firstLimit ? null : `${chosen.limit}`],
    ['query', state.isAsking ? state.question : null],
    ['camera', camera === null ? null : [camera.x, camera.y, camera.ratio].map(short).join(',')],
  ];
  const kept = fields.filter((field): field is readonly [string, string] => field[1] !== null);
  return new URLSearchParams(kept.map(([name, value]) => [name, value])).toString();
}

/** The state that a hash holds, with or without `#`; the first state for an empty one. */
export function fromHash(hash: string): State {
  const fields = new URLSearchParams(hash.replace(/^#/, ''));
  const one = (name: string) => fields.get(name);
  const document = one('article');
  const start = number(one('at'), 0);
  return {
    ...initial,
    chosen: {
      filters: filtersIn(fields),
      scope: scopeIn(fields),
      added: fields.getAll('added'),
      hidden: fields.getAll('hidden'),
      pinned: fields.getAll('pinned'),
      limit: number(one('limit'), 1) ?? firstLimit,
    },
    selection: selectionIn(fields),
    article:
      document === null ? null : { document, claim: one('claim'), ...(start === null ? {} : { start }) },
    view: one('view') === 'table' ? 'table' : 'wall',
    isAsking: one('query') !== null,
    question: one('query') ?? '',
    camera: cameraIn(one('camera')),
  };
}

const many = (name: string, values: readonly string[]): (readonly [string, string])[] =>
  values.map((value) => [name, value]);

function scopeFields(scope: Scope): (readonly [string, string])[] {
  switch (scope.is) {
    case 'all':
      return [];
    case 'around':
      return [
        ['around', scope.entity],
        ['steps', `${scope.steps}`],
      ];
    case 'path':
      return [
        ['from', scope.from],
        ['to', scope.to],
      ];
    case 'answer':
      return [...many('of', scope.entities), ...many('by', scope.relations)];
  }
}

function scopeIn(fields: URLSearchParams): Scope {
  const [entity, from, to] = [fields.get('around'), fields.get('from'), fields.get('to')];
  if (entity !== null)
    return { is: 'around', entity, steps: Math.min(number(fields.get('steps'), 1) ?? 1, mostSteps) };
  if (from !== null && to !== null) return { is: 'path', from, to };
  const entities = fields.getAll('of');
  return entities.length === 0 ? { is: 'all' } : { is: 'answer', entities, relations: fields.getAll('by') };
}

/** The farthest neighbourhood that is offered. */
export const mostSteps = 4;

function filtersIn(fields: URLSearchParams): Filters {
  const only = fields.get('only');
  return {
    ...noFilters,
    withoutTypes: fields.getAll('without').filter((t): t is EntityType => entityTypes.includes(t as never)),
    relationTypes: fields.getAll('type'),
    publishers: fields.getAll('publisher'),
    speakers: fields.getAll('speaker'),
    standings: fields.getAll('is').filter((s): s is Standing => standings.includes(s as never)),
    since: dayIn(fields.get('since')),
    until: dayIn(fields.get('until')),
    origins: number(fields.get('origins'), 1) ?? 1,
    only: only === 'single' || only === 'disputed' ? only : null,
  };
}

function selectionIn(fields: URLSearchParams): Selection | null {
  const [entity, relation] = [fields.get('entity'), fields.get('relation')];
  if (entity !== null) return { kind: 'entity', id: entity };
  return relation === null ? null : { kind: 'relation', id: relation };
}

function cameraIn(text: string | null): Camera | null {
  const [x, y, ratio, ...rest] = (text ?? '').split(',').map(Number);
  const isWhole = [x, y, ratio].every((n) => n !== undefined && Number.isFinite(n)) && rest.length === 0;
  if (text === null || text === '' || !isWhole || (ratio as number) <= 0) return null;
  return { x: x as number, y: y as number, ratio: ratio as number };
}

const dayIn = (text: string | null): string | null =>
  text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null;

function number(text: string | null, least: number): number | null {
  if (text === null || !/^\d{1,9}$/.test(text)) return null;
  return Math.max(Number(text), least);
}

const short = (value: number): string => String(Number(value.toFixed(4)));
