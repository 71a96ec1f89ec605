// The answer to a question: rows in a table, with whatever of the graph is in them to be opened; or what went wrong.

import { useState } from 'preact/hooks';
import { documentOfClaim } from '../../../graph/model.ts';
import { type Cell, cellText, type NodeCell } from '../../asking/cells.ts';
import type { Reply } from '../../asking/engine.worker.ts';
import { foundIn } from '../../asking/found.ts';
import { entityNamed } from '../../reading/named.ts';
import { counted, typeWords } from '../../reading/words.ts';
import { csvOf } from '../../takeaway/csv.ts';
import { save } from '../../takeaway/save.ts';
import { Name, type PanelProperties } from '../words.tsx';

/** An answer. */
export function Answer({ atlas, dispatch, reply }: PanelProperties & { readonly reply: Reply }) {
  switch (reply.is) {
    case 'fine':
      return null;
    case 'stopped':
      return <p class="notice">The query was stopped.</p>;
    case 'problem':
      return (
        <p class="notice problem" role="alert">
          {reply.problem.message}
        </p>
      );
    case 'rows':
      return <Rows atlas={atlas} dispatch={dispatch} reply={reply} />;
  }
}

function Rows({
  atlas,
  dispatch,
  reply,
}: PanelProperties & { readonly reply: Extract<Reply, { is: 'rows' }> }) {
  const { columns, rows, isCut, plan, milliseconds, hints } = reply;
  const [limit, setLimit] = useState(200);
  const found = foundIn(atlas, rows);
  const csv = () => save('answer.csv', 'text/csv', csvOf([columns, ...rows.map((row) => row.map(cellText))]));
  return (
    <>
      <p class="answer-head">
        <span role="status">
          {isCut ? `The first ${counted(rows.length, 'row')}` : counted(rows.length, 'row')} ·{' '}
          {milliseconds < 1 ? 'under 1' : Math.round(milliseconds).toLocaleString('en')} ms
        </span>
        {found.entities.length > 0 && (
          <button
            type="button"
            class="button small"
            onClick={() => dispatch({ do: 'scope', scope: { is: 'answer', ...found } })}
          >
            Show on the wall <span class="count">{found.entities.length.toLocaleString('en')}</span>
          </button>
        )}
        {rows.length > 0 && (
          <button type="button" class="button small" onClick={csv}>
            CSV
          </button>
        )}
      </p>
      {hints.map((hint) => (
        <p key={hint} class="notice">
          {hint}
        </p>
      ))}
      {plan !== null && (
        <pre class="plan">
          {plan
            .map(
              ({ depth, operator, details, rows: given }) =>
                `${'  '.repeat(depth)}${operator} ${details}${given === undefined ? '' : `  (${counted(given, 'row')})`}`,
            )
            .join('\n')}
        </pre>
      )}
      {rows.length > 0 && (
        <table>
          <caption class="aside">The answer</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col" dir="auto">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, limit).map((row, i) => (
              <tr key={i}>
                {row.map((cell, column) => (
                  <td key={columns[column]} class={typeof cell === 'number' ? 'number' : ''}>
                    <Value atlas={atlas} dispatch={dispatch} cell={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {rows.length > limit && (
        <button type="button" class="more" onClick={() => setLimit(limit * 4)}>
          Show more of {rows.length.toLocaleString('en')}
        </button>
      )}
    </>
  );
}

function Value({ atlas, dispatch, cell }: PanelProperties & { readonly cell: Cell }) {
  if (cell === null) return <span class="hint">null</span>;
  const given = { atlas, dispatch };
  const named = typeof cell === 'string' ? entityNamed(atlas, cell) : undefined;
  if (named !== undefined) return <Name {...given} id={named.id} />;
  if (typeof cell !== 'object') return <bdi>{String(cell)}</bdi>;
  switch (cell.is) {
    case 'list':
      return cell.items.map((item, i) => (
        <span key={i}>
          {i > 0 && ', '}
          <Value {...given} cell={item} />
        </span>
      ));
    case 'map':
      return cell.entries.map(([key, value], i) => (
        <span key={key}>
          {i > 0 && ', '}
          <span class="hint">{key}:</span> <Value {...given} cell={value} />
        </span>
      ));
    case 'path':
      return cell.nodes.map((node, i) => {
        const relationship = i === 0 ? undefined : cell.relationships[i - 1];
        return (
          <span key={i}>
            {relationship !== undefined && (
              <>
                {' '}
                <Value {...given} cell={relationship} />{' '}
              </>
            )}
            <Value {...given} cell={node} />
          </span>
        );
      });
    case 'relationship':
      return atlas.relations.has(cell.id) ? (
        <button
          type="button"
          class="link"
          onClick={() => dispatch({ do: 'select', selection: { kind: 'relation', id: cell.id } })}
        >
          {typeWords(cell.type)}
        </button>
      ) : (
        <span class="verb">{typeWords(cell.type)}</span>
      );
    case 'node':
      return <Thing {...given} cell={cell} />;
  }
}

/** A node: an entity opens its panel; an article, a sentence and a claim open the article. */
function Thing({ atlas, dispatch, cell }: PanelProperties & { readonly cell: NodeCell }) {
  if (atlas.entities.has(cell.id) && cell.kind === 'Entity')
    return <Name atlas={atlas} dispatch={dispatch} id={cell.id} />;
  const place = placeOf(atlas, cell);
  if (place === null) return <bdi>{cell.text}</bdi>;
  return (
    <button
      type="button"
      class="name quoted-name"
      dir="auto"
      onClick={() => dispatch({ do: 'read', ...place })}
    >
      {cell.text}
    </button>
  );
}

function placeOf(atlas: PanelProperties['atlas'], { kind, id }: NodeCell) {
  const isHere = (document: string) => atlas.beyond !== null || atlas.documents.has(document);
  if (kind === 'Document') return isHere(id) ? { document: id, claim: null } : null;
  const stated = kind === 'Claim' ? (atlas.claims.get(id)?.document ?? documentOfClaim(id)) : null;
  if (stated !== null && isHere(stated)) return { document: stated, claim: id };
  const at = id.lastIndexOf('#s');
  const document = kind === 'Sentence' ? id.slice(0, at) : '';
  const index = Number(id.slice(at + 2));
  const sentence = atlas.documents.has(document)
    ? atlas.graph.sentences.find((s) => s.document === document && s.index === index)
    : undefined;
  return sentence === undefined ? null : { document, claim: null, start: sentence.start };
}
