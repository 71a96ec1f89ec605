// Verbs of saying and thinking, as data: what follows them is someone's word and not the report's own.

/** What a verb of saying makes of what follows. */
export type Stance = 'says' | 'denies' | 'thinks' | 'demands';

const table = (words: string, stance: Stance): [string, Stance][] =>
  words.split(' ').map((word) => [word, stance]);

/** By lemma. */
export const speechVerbs: ReadonlyMap<string, Stance> = new Map([
  ...table(
    'say tell add note state announce declare claim insist argue explain report confirm stress emphasize emphasise underline underscore reiterate repeat assert maintain warn reveal indicate suggest hint write tweet retweet post reply respond answer comment remark observe acknowledge admit concede recall relay mention disclose allege boast complain conclude predict promise pledge vow signal inform remind assure joke quip continue caution testify affirm reaffirm agree describe characterize characterise brief express voice convey',
    'says',
  ),
  ...table('deny dispute refute', 'denies'),
  ...table(
    'believe think hope expect feel fear doubt consider know understand hear suspect reckon assume',
    'thinks',
  ),
  ...table('demand urge request propose recommend ask order', 'demands'),
]);

/** Verbs that may stand after what was said, or in the midst of it: "…, Moss added". */
export const quotingVerbs: ReadonlySet<string> = new Set(
  'say tell add note state announce declare claim insist argue explain report confirm stress emphasize emphasise write tweet post reply respond answer comment remark observe recall ask pledge vow warn joke quip continue conclude reiterate believe think relay predict promise assert maintain underline underscore acknowledge admit'.split(
    ' ',
  ),
);
