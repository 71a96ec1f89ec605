// A panel on what the page may have to ask for first: shows it at once where the evidence is here, and says so while it comes.
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Wanted } from '../../graph/evidence.ts';
import { type Atlas, withEvidence } from '../reading/atlas.ts';
import { counted } from '../reading/words.ts';
import type { Selection } from '../state/state.ts';
import { Close, type PanelProperties } from './words.tsx';

type Asked = Selection | { readonly kind: 'document'; readonly id: string };

interface Found {
  readonly of: string;
  readonly atlas: Atlas;
  /** How many reports there are, and from how many the evidence is. */
  readonly reports: number;
  readonly most: number;
}

/** `show` gets an atlas that holds the evidence of what is wanted. */
export function WithEvidence({
  atlas,
  dispatch,
  wanted,
  show,
}: PanelProperties & { readonly wanted: Asked; readonly show: (atlas: Atlas) => ComponentChildren }) {
  const [found, setFound] = useState<Found | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [most, setMost] = useState(atOnce);
  const of = `${wanted.kind} ${wanted.id}`;
  const { beyond } = atlas;
  useEffect(() => {
    if (beyond === null) return;
    const leave = new AbortController();
    setProblem(null);
    beyond.evidence(askFor(wanted, most), leave.signal).then(
      ({ graph, reports }) =>
        leave.signal.aborted || setFound({ of, atlas: withEvidence(atlas, graph), reports, most }),
      (error: Error) => leave.signal.aborted || setProblem(error.message),
    );
    return () => leave.abort();
  }, [atlas, beyond, of, most]);
  if (beyond === null) return show(atlas);
  const isHere = found?.of === of;
  return (
    <>
      {isHere ? (
        show(found.atlas)
      ) : (
        <header class="panel-head">
          <p class="hint" role={problem === null ? 'status' : 'alert'}>
            {problem ?? 'Reading the evidence…'}
          </p>
          <Close dispatch={dispatch} label="Close" />
        </header>
      )}
      {isHere && wanted.kind === 'entity' && found.reports > found.most && (
        <p class="notice">
          From {counted(found.most, 'report')} of {found.reports.toLocaleString('en')}.{' '}
          <button type="button" class="link" onClick={() => setMost(most * 4)}>
            Read more of them
          </button>
        </p>
      )}
    </>
  );
}

/** So many reports tell enough of somebody at first. */
const atOnce = 100;

const askFor = (wanted: Asked, most: number): Wanted =>
  wanted.kind === 'entity' ? { ...wanted, most } : wanted;
