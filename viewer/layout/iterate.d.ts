// The two layout steps that graphology's packages keep to themselves and don't describe: one iteration on flat arrays.
declare module 'graphology-layout-forceatlas2/iterate.js' {
  /** Moves the nodes once. Nodes: 10 numbers each; edges: 3 (offsets of both ends in `nodes`, weight). */
  export default function iterate(
    settings: Required<import('graphology-layout-forceatlas2').ForceAtlas2Settings>,
    nodes: Float32Array,
    edges: Float32Array,
  ): object;
}

declare module 'graphology-layout-noverlap/iterate.js' {
  /** Moves the nodes once. Nodes: 3 numbers each: x, y, radius. */
  export default function iterate(
    settings: { gridSize: number; margin: number; expansion: number; ratio: number; speed: number },
    nodes: Float32Array,
  ): { converged: boolean };
}
