// The sheet from which things are taken away: a link to what is seen, the picture, and the graph in other programs' formats.
import { useState } from 'preact/hooks';
import type { Atlas } from '../reading/atlas.ts';
import { counted } from '../reading/words.ts';
import { toHash } from '../state/link.ts';
import type { Seen } from '../state/seen.ts';
import type { State } from '../state/state.ts';
import { csvOf } from '../takeaway/csv.ts';
import { gexfOf } from '../takeaway/gexf.ts';
import { graphmlOf } from '../takeaway/graphml.ts';
import { type Extent, type Part, partOf, withClaims } from '../takeaway/part.ts';
import { pngOf } from '../takeaway/png.ts';
import { save } from '../takeaway/save.ts';
import { svgOf } from '../takeaway/svg.ts';
import { claimRows, jsonOf } from '../takeaway/tables.ts';
import type { Wall } from '../wall/sigma.ts';
import { commandLine } from './command-line.ts';
import { Sheet } from './sheet.tsx';
import { Command, CopyButton, type PanelProperties } from './words.tsx';

type Properties = PanelProperties & {
  readonly state: State;
  readonly seen: Seen;
  readonly wall: Wall | null;
};

/** The sheet. */
export function TakeSheet({ atlas, dispatch, state, seen, wall }: Properties) {
  const [extent, setExtent] = useState<Extent>('seen');
  const [problem, setProblem] = useState<string | null>(null);
  const part = partOf(atlas, seen, state.selection, extent);
  const name = atlas.name.replace(/\.graph$/, '').replace(/[^\p{L}\p{N}._-]+/gu, '-') || 'graph';
  const drawing = () => (wall === null ? null : wall.drawn());
  const places = () => new Map((drawing()?.nodes ?? []).map((node) => [node.id, node]));
  const take = (work: () => void | Promise<void>) => async () => {
    setProblem(null);
    try {
      await work();
    } catch (error) {
      setProblem((error as Error).message);
    }
  };
  const picture = (format: 'svg' | 'png') =>
    take(async () => {
      const drawn = drawing();
      if (drawn === null) return;
      const svg = svgOf(drawn, atlas.name);
      if (format === 'svg') save(`${name}.svg`, 'image/svg+xml', svg);
      else save(`${name}.png`, 'image/png', await pngOf(svg, drawn.width, drawn.height));
    });
  /** With the evidence, which a large graph's page has to ask for. */
  const file = (end: string, type: string, text: (atlas: Atlas, part: Part) => string) => async () => {
    const whole = await withClaims(atlas, part);
    const relations = part.relations.map((relation) => whole.relations.get(relation.id) ?? relation);
    save(`${name}.${end}`, type, text(whole, { ...part, relations }));
  };
  const files: readonly (readonly [title: string, what: string, work: () => Promise<void>])[] = [
    [
      'CSV',
      'a row for each claim, with its sentence and source',
      file('csv', 'text/csv', (atlas, part) => csvOf(claimRows(atlas, part))),
    ],
    ['JSON', 'entities, relations, claims', file('json', 'application/json', jsonOf)],
    ['GEXF', 'for Gephi', file('gexf', 'application/xml', (atlas, part) => gexfOf(atlas, part, places()))],
    ['GraphML', 'for yEd, igraph, NetworkX', file('graphml', 'application/xml', graphmlOf)],
  ];
  const isServed = location.protocol.startsWith('http');
  return (
    <Sheet title="Share and take away" dispatch={dispatch}>
      <h3>Link to what is seen</h3>
      {isServed ? (
        <>
          <p class="hint">
            Paste it into the search box of whoever views the same graph, or behind the address of this page.
            It holds what is chosen here, and neither the graph nor the way to it.
          </p>
          <p class="tool-row">
            <CopyButton label="Copy link" text={() => `#${toHash(state)}`} />
            <CopyButton
              label="Copy for this browser"
              text={() => `${location.href.replace(/#.*$/, '')}#${toHash(state)}`}
            />
          </p>
          <p class="hint">
            The second holds this session’s key: for your own bookmarks, while wiregraph runs.
          </p>
        </>
      ) : (
        <p class="tool-row">
          <CopyButton
            label="Copy link"
            text={() => `${location.href.replace(/#.*$/, '')}#${toHash(state)}`}
          />
        </p>
      )}
      <h3>Picture of the wall</h3>
      {wall === null ? (
        <p class="hint">Close the table first: the picture is of the wall.</p>
      ) : (
        <p class="tool-row">
          <button type="button" class="button small" onClick={picture('png')}>
            PNG
          </button>
          <button type="button" class="button small" onClick={picture('svg')}>
            SVG
          </button>
        </p>
      )}
      <h3>The graph</h3>
      <fieldset class="facet" aria-label="How much">
        {(
          [
            ['seen', 'what is seen'],
            ['selection', 'the selection and what it touches'],
            ['all', 'everything'],
          ] as const
        ).map(([value, words]) => (
          <label key={value}>
            <input
              type="radio"
              name="extent"
              checked={extent === value}
              disabled={value === 'selection' && state.selection === null}
              onChange={() => setExtent(value)}
            />
            {words}
          </label>
        ))}
      </fieldset>
      <p class="hint">
        {counted(part.entities.length, 'entity', 'entities')}, {counted(part.relations.length, 'relation')}
      </p>
      <ul class="rows">
        {files.map(([title, what, work]) => (
          <li key={title} class="row">
            <span class="hint">{what}</span>
            <button type="button" class="button small" onClick={take(work)}>
              {title}
            </button>
          </li>
        ))}
      </ul>
      {problem !== null && (
        <p class="notice" role="alert">
          {problem}
        </p>
      )}
      {isServed && (
        <>
          <h3>All of it as one page</h3>
          <p class="hint">
            Opens from disk, asks no network, and everything works in it, queries too. Run where the graph is:
          </p>
          <Command line={commandLine('export', atlas.name, '--format', 'html', '--out', `${name}.html`)} />
        </>
      )}
    </Sheet>
  );
}
