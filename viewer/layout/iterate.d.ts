// The layout step that graphology's package keeps to itself and doesn't describe: one iteration on flat arrays.
declare module 'graphology-layout-forceatlas2/iterate.js' {
  /** Moves the nodes once. Nodes: 10 numbers each; edges: 3 (offsets of both ends in `nodes`, weight). */
  export default function iterate(
    settings: Required<import('graphology-layout-forceatlas2').ForceAtlas2Settings>,
    nodes: Float32Array,
    edges: Float32Array,
  ): object;
}
