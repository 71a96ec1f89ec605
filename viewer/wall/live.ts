// Everything that is to be seen, in pixels of the wall: made when that changes, moved in place at every frame, because
// making thousands of objects sixty times a second is what a picture stutters from.
import { type Curve, loop, touches } from './curves.ts';
import type { Box } from './labels.ts';
import type { Look } from './look.ts';
import type { EdgeLook, NodeLook, Picture } from './picture.ts';

/** A node as it stands on the wall. */
export interface DrawnNode extends Omit<NodeLook, 'size'> {
  readonly id: string;
  readonly radius: number;
  readonly isFaint: boolean;
  readonly isChosen: boolean;
  readonly isPinned: boolean;
}

/** A line as it stands on the wall. */
export interface DrawnEdge extends EdgeLook {
  readonly id: string;
  readonly curve: Curve;
  /** Radii of the nodes at its ends, in pixels. */
  readonly radii: readonly [from: number, to: number];
  readonly state: 'rest' | 'lit' | 'chosen' | 'faint';
}

export interface Live {
  /** The most important first. */
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
  readonly nodeOf: ReadonlyMap<string, DrawnNode>;
  readonly edgeOf: ReadonlyMap<string, DrawnEdge>;
  /** Takes them to where the camera sees them. */
  project(view: View): void;
}

/** The way from the graph to the screen: affine, and sizes by a factor. */
export interface View {
  readonly x: (x: number, y: number) => number;
  readonly y: (x: number, y: number) => number;
  readonly size: (size: number) => number;
}

type Moving<T> = { -readonly [K in keyof T]: T[K] };
type Node = Moving<DrawnNode> & { readonly base: number };
type Edge = Omit<Moving<DrawnEdge>, 'curve' | 'radii'> & {
  readonly base: number;
  curve: Moving<Curve>;
  radii: [number, number];
  readonly ends: readonly [from: Node, to: Node];
};

/** What is shown of a picture. Its nodes hold the live objects themselves: whoever keeps one sees it move. */
export function liveOf(
  picture: Picture,
  shown: ReadonlySet<string>,
  relations: ReadonlySet<string>,
  pinned: readonly string[] = [],
): Live {
  const nodes: Node[] = [];
  const nodeOf = new Map<string, Node>();
  picture.forEachNode((id, { size, ...data }) => {
    if (!shown.has(id)) return;
    const isPinned = pinned.includes(id);
    const node = { ...data, id, base: size, radius: size, isFaint: false, isChosen: false, isPinned };
    nodes.push(node);
    nodeOf.set(id, node);
  });
  const edges: Edge[] = [];
  const edgeOf = new Map<string, Edge>();
  picture.forEachEdge((id, data, source, target) => {
    const [from, to] = [nodeOf.get(source), nodeOf.get(target)];
    if (from === undefined || to === undefined || !relations.has(id)) return;
    const curve = { from, bend: { x: 0, y: 0 }, to };
    const edge: Edge = {
      ...data,
      id,
      base: data.size,
      curve,
      radii: [0, 0],
      state: 'rest',
      ends: [from, to],
    };
    edges.push(edge);
    edgeOf.set(id, edge);
  });
  return {
    nodes,
    edges,
    nodeOf,
    edgeOf,
    project(view) {
      for (const node of nodes) {
        const { x, y } = picture.getNodeAttributes(node.id);
        node.x = view.x(x, y);
        node.y = view.y(x, y);
        node.radius = view.size(node.base);
      }
      for (const edge of edges) bend(edge, view);
    },
  };
}

function bend(edge: Edge, view: View): void {
  const [from, to] = edge.ends;
  edge.size = view.size(edge.base);
  if (edge.isLoop) {
    edge.curve = loop(from, from.radius, edge.curvature);
    return;
  }
  edge.radii[0] = from.radius;
  edge.radii[1] = to.radius;
  const at = edge.curve.bend as Moving<Curve['bend']>;
  at.x = (from.x + to.x) / 2 + edge.curvature * (to.y - from.y);
  at.y = (from.y + to.y) / 2 - edge.curvature * (to.x - from.x);
}

/** The same with what is lit, chosen and faint told apart: what is taken away as a picture. Cost: linear. */
export function dressed(
  live: Live,
  look: Look,
): { nodes: readonly DrawnNode[]; edges: readonly DrawnEdge[] } {
  if (look.entities === null) return live;
  return {
    nodes: live.nodes.map((node) => ({
      ...node,
      isFaint: look.entities?.has(node.id) !== true,
      isChosen: look.chosen.has(node.id),
    })),
    edges: live.edges.map((edge) => ({ ...edge, state: stateOf(look, edge.id) ?? 'faint' })),
  };
}

/** What of it is lit, with its state: few among many, so this is made at every hover. */
export function litOf(live: Live, look: Look): { nodes: readonly DrawnNode[]; edges: readonly DrawnEdge[] } {
  const nodes = [...(look.entities ?? [])].flatMap((id) => {
    const node = live.nodeOf.get(id);
    return node === undefined ? [] : [{ ...node, isChosen: look.chosen.has(id) }];
  });
  const edges = [...look.relations].flatMap((id) => {
    const edge = live.edgeOf.get(id);
    return edge === undefined ? [] : [{ ...edge, state: stateOf(look, id) ?? 'lit' }];
  });
  return { nodes, edges };
}

const stateOf = ({ chosen, relations }: Look, id: string): 'chosen' | 'lit' | undefined =>
  chosen.has(id) ? 'chosen' : relations.has(id) ? 'lit' : undefined;

/** Whether a node, or a part of a line, is within a frame or near it. */
export const isNodeIn = ({ x, y, radius }: DrawnNode, frame: Box): boolean =>
  x > frame.x - radius &&
  y > frame.y - radius &&
  x < frame.x + frame.width + radius &&
  y < frame.y + frame.height + radius;

export const isEdgeIn = ({ curve }: DrawnEdge, { x, y, width, height }: Box): boolean =>
  touches(curve, x - 4, y - 4, x + width + 4, y + height + 4);
