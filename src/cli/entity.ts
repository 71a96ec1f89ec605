// Which entity a person means: an id, a name or an alias → the entity, or a sentence that says why not.
import { compare, type Entity } from '../../graph/model.ts';
import { entitiesCalled } from '../called.ts';
import { DecisionError, type StandingGraph } from '../decide.ts';
import { amount } from './summary.ts';

/** The entity of an id, also of a former one, of a name or an alias, whatever its case. *Errors*: `DecisionError` where it is none or several. */
export function entityCalled(graph: StandingGraph, text: string): Entity {
  const entities = graph.entities();
  const found = entitiesCalled({ entities }, text);
  const [one] = found;
  if (one !== undefined && found.length === 1) return one;
  if (one !== undefined)
    throw new DecisionError(
      `${text} is the name of ${amount(found.length, 'thing')}: ${found.map(({ id }) => id).join(', ')}. Give one of these ids.`,
    );
  const wanted = text.toLowerCase();
  const near = entities.filter(
    ({ type, name, aliases }) =>
      type !== 'Event' && [name, ...aliases].some((other) => other.toLowerCase().includes(wanted)),
  );
  const hint =
    near.length > 0
      ? `Do you mean ${near
          .slice(0, 5)
          .map(({ name }) => name)
          .join(', ')}?`
      : 'List them with: wiregraph entities GRAPH';
  throw new DecisionError(`Nothing in the graph is called ${text}. ${hint}`);
}

/** The mention that decisions about an entity are anchored on: its fullest name. *Errors*: `DecisionError`. */
export function anchorOf(graph: StandingGraph, entity: Entity): string {
  const [anchor] = graph
    .mentions(entity, graph.documentsWith(entity).slice(0, 1))
    .sort(
      (a, b) =>
        Number(b.form === 'name') - Number(a.form === 'name') ||
        b.text.length - a.text.length ||
        compare(a.document, b.document) ||
        a.start - b.start,
    );
  if (anchor === undefined)
    throw new DecisionError(
      `${entity.name} (${entity.id}) stands in no text, so nothing can be decided about it: an event or a topic follows from its claims.`,
    );
  return anchor.id;
}
