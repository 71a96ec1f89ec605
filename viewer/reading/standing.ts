// Whether something is simply stated, and by whom: what filters and facets tell apart.
import type { Modality, Relation } from '../../graph/model.ts';

/** Whether a relation or a claim is simply stated, or what else must be known of it. */
export type Standing = 'stated' | 'denied' | Exclude<Modality, 'actual'>;

/** Every standing, in the order in which they are listed. */
export const standings: readonly Standing[] = ['stated', 'denied', 'planned', 'possible', 'demanded'];

/** The standing of a relation or a claim. */
export const standingOf = ({ negated, modality }: Pick<Relation, 'negated' | 'modality'>): Standing =>
  negated ? 'denied' : modality === 'actual' ? 'stated' : modality;

export { speakerKeys } from '../../graph/grounds.ts';
