// The words of an article that can be pointed at, and the line that says what they stand for. Points with the pointer alone: what
// it tells stands in the entity's panel too.
import type { Atlas } from '../reading/atlas.ts';
import type { Piece } from '../reading/pieces.ts';
import { counted, day, entityTypeWords } from '../reading/words.ts';

export interface Pointing {
  readonly pointed: Piece | null;
  readonly point: (piece: Piece | null) => void;
}

/** Consecutive pieces of a text. Those of one chain, or of one quotation, light up together. */
export function Pieces({ pieces, pointed, point }: Pointing & { readonly pieces: readonly Piece[] }) {
  return pieces.map((piece) => {
    const { mention, quotation, time } = piece;
    if (mention === null && quotation === null && time === null) return piece.text;
    const classes = [
      mention === null ? '' : 'mention',
      quotation === null ? '' : 'quoted',
      time === null ? '' : 'when',
      isSame(piece, pointed) ? 'same' : '',
    ];
    return (
      <span
        key={piece.start}
        class={classes.filter(Boolean).join(' ')}
        onPointerEnter={() => point(piece)}
        onPointerLeave={() => point(null)}
      >
        {piece.text}
      </span>
    );
  });
}

function isSame(piece: Piece, pointed: Piece | null): boolean {
  if (pointed === null) return false;
  if (pointed.mention !== null) return piece.mention?.entity === pointed.mention.entity;
  if (pointed.time !== null) return piece.time === pointed.time;
  return piece.quotation === pointed.quotation;
}

/** What is pointed at: the entity of a name with how often the article speaks of it, days, who says what is quoted. */
export function Pointed({
  atlas,
  pointed,
  document,
}: {
  readonly atlas: Atlas;
  readonly pointed: Piece | null;
  readonly document: string;
}) {
  const lines = pointed === null ? [] : pointedWords(atlas, document, pointed);
  return (
    <p class="pointed" data-testid="pointed">
      {lines.length === 0 ? (
        'Point at a name, a time or a quotation to see what it stands for.'
      ) : (
        <bdi>{lines.join(' · ')}</bdi>
      )}
    </p>
  );
}

/** In the order of what is narrower. Empty where the graph doesn't know it. */
export function pointedWords(atlas: Atlas, document: string, { mention, time, quotation }: Piece): string[] {
  const entity = mention === null ? undefined : atlas.entities.get(mention.entity);
  const mentions = atlas.mentionsIn.get(document)?.filter((other) => other.entity === entity?.id).length ?? 0;
  return [
    ...(entity === undefined
      ? []
      : [
          `${entity.name}, ${entityTypeWords[entity.type].toLowerCase()}, ${counted(mentions, 'mention')} here`,
        ]),
    ...(time === null ? [] : [timeWords(time.from, time.to)]),
    ...(quotation === null ? [] : [saidBy(atlas, quotation.speaker, quotation.speakerText)]),
  ];
}

const timeWords = (from: string | null, to: string | null): string =>
  from === null || to === null
    ? 'a time of which no day is known'
    : from === to
      ? day(from)
      : `${day(from)} – ${day(to)}`;

function saidBy(atlas: Atlas, speaker: string | null, words: string | null): string {
  const name = speaker === null ? undefined : atlas.entities.get(speaker)?.name;
  if (name === undefined && words === null) return 'quoted, nobody is named as the speaker';
  return `said by ${name === undefined || name === words ? words : words === null ? name : `${name} (“${words}”)`}`;
}
