// A graph as the viewer reads it: the lines of the exchange format, but neither checked nor put into order again. It comes
// out of a checked file, and checking it once more takes longer than everything else that happens until it is seen.
import type { Graph } from '../../graph/model.ts';

/** One JSON object a line, kind by kind. Cost: linear. */
export function* linesOf(graph: Graph): Generator<string> {
  for (const { speakers, ...claim } of graph.claims) {
    const [nearest, ...via] = speakers;
    yield JSON.stringify({
      kind: 'claim',
      ...claim,
      attributedTo: nearest?.entity ?? null,
      speakerText: nearest?.text ?? null,
      via,
    });
  }
  for (const document of graph.documents) yield JSON.stringify({ kind: 'document', ...document });
  for (const entity of graph.entities) yield JSON.stringify({ kind: 'entity', ...entity });
  for (const mention of graph.mentions) yield JSON.stringify({ kind: 'mention', ...mention });
  for (const relation of graph.relations) yield JSON.stringify({ kind: 'relation', ...relation });
  for (const sentence of graph.sentences) yield JSON.stringify({ kind: 'sentence', ...sentence });
}
