// The one file that knows sigma: draws a picture, moves the camera, and says what the pointer is on. What is lit and
// where things stand is decided elsewhere.
import EdgeCurveProgram from '@sigma/edge-curve';
import Sigma from 'sigma';
import { type EdgeProgramType, EdgeRectangleProgram, NodeCircleProgram } from 'sigma/rendering';
import type { Places } from '../layout/layout.ts';
import type { Selection } from '../state/state.ts';
import { distance, type Point, pointAt } from './curves.ts';
import type { Box, Placed } from './labels.ts';
import { type DrawnEdge, type DrawnNode, dressed, type Live, litOf, liveOf, type View } from './live.ts';
import type { Look } from './look.ts';
import { isPainted, paintLines, paintLit, paintNames } from './painter.ts';
import type { Palette } from './palette.ts';
import type { EdgeLook, NodeLook, Picture } from './picture.ts';

export interface Wall {
  /** Draws another picture; its places are given next. */
  show(picture: Picture, dress: Dress): void;
  /** Changes what is hidden, what is lit, in which colours. */
  dress(dress: Dress): void;
  /** Moves the nodes there, in steps where `isSmooth`. */
  place(places: Places, isSmooth: boolean): void;
  /** Brings these nodes into view where they aren't or stand too close together; all of them for null. */
  fit(ids: Iterable<string> | null, isSmooth: boolean): void;
  zoom(factor: number): void;
  /** Where the camera is, and the way to put it there: what a shared link keeps. */
  camera(): Camera;
  moveTo(camera: Camera): void;
  /** Everything as it stands now, in pixels: what is taken away as a picture. */
  drawn(): Drawing;
  /** Where an entity, or the middle of a relation, is on the wall, in pixels; undefined where it isn't shown. */
  whereIs(selection: Selection): Point | undefined;
  /** Names as they stand now. */
  names(): readonly Placed[];
  destroy(): void;
}

/** What a camera sees: its middle, as shares of the whole picture, and how much of it (1: all, less: nearer). */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly ratio: number;
}

/** What stands on the wall, in pixels of it. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
  readonly names: readonly Placed[];
  readonly palette: Palette;
}

export interface Dress {
  /** Ids of the entities that no filter hides. */
  readonly shown: ReadonlySet<string>;
  /** Ids of the relations that no filter hides. */
  readonly relations: ReadonlySet<string>;
  /** Ids of the entities that stay whatever is filtered. */
  readonly pinned: readonly string[];
  readonly look: Look;
  readonly palette: Palette;
}

export interface Listener {
  /** The pointer came to rest on something, or left it. */
  hover(on: Selection | null): void;
  /** Something was clicked, or the empty wall. */
  click(on: Selection | null): void;
  /** The camera came to rest somewhere else. */
  moved(camera: Camera): void;
  /** The graphics were lost for good. */
  lost(): void;
}

/** A wall in an element. *Errors*: throws where the browser has no WebGL. */
export function createWall(container: HTMLElement, listener: Listener): Wall {
  let scene: Scene | null = null;
  let sigma: Sigma<NodeLook, EdgeLook> | null = null;
  let live: Live | null = null;
  let above: HTMLCanvasElement | null = null;
  let placed: readonly Placed[] = [];
  let moving = 0;
  let resting: ReturnType<typeof setTimeout> | undefined;
  let framed: readonly string[] | null = null;

  const open = (picture: Picture): Sigma<NodeLook, EdgeLook> => {
    const made = new Sigma<NodeLook, EdgeLook>(asGraph(picture), container, {
      ...settings,
      stagePadding: container.clientWidth < narrow ? 38 : 64,
      nodeReducer: (id, data) => nodeLook(scene, id, data),
      edgeReducer: (id, data) => edgeLook(scene, id, data),
    });
    const lines = made.createCanvas('painted-lines', { beforeLayer: 'nodes' });
    above = made.createCanvas('painted-names', { beforeLayer: 'mouse' });
    made.on('afterRender', () => {
      if (scene === null || live === null) return;
      live.project(viewOf(made));
      const { width, height } = made.getDimensions();
      paintLines(fresh(lines, width, height), live, frameOf(made), scene.palette);
      paintAbove(made);
    });
    made.on('enterNode', ({ node }) => point({ kind: 'entity', id: node }));
    made.on('leaveNode', () => point(null));
    made.on('clickNode', ({ node }) => listener.click({ kind: 'entity', id: node }));
    made.on('clickStage', ({ event }) => listener.click(relationAt(live, scene, event)));
    made.on('moveBody', ({ event }) => {
      if (hovered?.kind !== 'entity') point(relationAt(live, scene, event));
    });
    made.getCamera().on('updated', () => {
      clearTimeout(resting);
      resting = setTimeout(() => sigma !== null && listener.moved(cameraOf(sigma)), 250);
    });
    for (const canvas of Object.values(made.getCanvases()))
      canvas.addEventListener('webglcontextlost', () => sigma !== null && listener.lost());
    return made;
  };

  /** Names, and what is lit: all that a hover changes. */
  const paintAbove = (made: Sigma<NodeLook, EdgeLook>) => {
    if (scene === null || live === null || above === null) return;
    const { width, height } = made.getDimensions();
    const context = fresh(above, width, height);
    const before = new Map(placed.map((p) => [p.id, p.side]));
    const { look, palette } = scene;
    placed =
      look.entities === null
        ? paintNames(context, live, frameOf(made), palette, before)
        : paintLit(context, litOf(live, look), frameOf(made), palette, before);
  };

  // sigma hears only of the window's size; ours also changes when a panel grows.
  const sizes = new ResizeObserver(() => {
    if (sigma === null) return;
    sigma.resize();
    sigma.refresh({ skipIndexation: true });
    const target = framed && framing(sigma, framed);
    if (target) sigma.getCamera().setState(target);
  });
  sizes.observe(container);

  let hovered: Selection | null = null;
  const point = (on: Selection | null) => {
    if (on?.kind === hovered?.kind && on?.id === hovered?.id) return;
    hovered = on;
    container.style.cursor = on === null ? 'default' : 'pointer';
    listener.hover(on);
  };

  return {
    show(picture, dress) {
      placed = [];
      scene = { picture, ...dress };
      live = liveOf(picture, dress.shown, dress.relations, dress.pinned);
      if (sigma === null) sigma = open(picture);
      else sigma.setGraph(asGraph(picture));
    },
    dress(dress) {
      if (scene === null || sigma === null) return;
      const isHidden =
        scene.shown !== dress.shown || scene.relations !== dress.relations || scene.pinned !== dress.pinned;
      const isColoured = scene.palette !== dress.palette;
      scene = { ...scene, ...dress };
      if (isHidden) live = liveOf(scene.picture, dress.shown, dress.relations, dress.pinned);
      // What is lit lies above all else, so a hover leaves sigma alone.
      if (isHidden || isColoured) sigma.refresh({ skipIndexation: true });
      else paintAbove(sigma);
    },
    place(places, isSmooth) {
      if (scene === null || sigma === null) return;
      cancelAnimationFrame(moving);
      const { picture } = scene;
      sigma.setCustomBBox(boundsOf(places, container));
      const put = (share: number, from: Places) =>
        picture.updateNodes(
          (id, data) => {
            const [a, b] = [from.get(id), places.get(id)];
            if (a === undefined || b === undefined) return data;
            return { ...data, x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
          },
          ['x', 'y'],
        );
      if (!isSmooth) return put(1, places);
      const from = new Map<string, Point>();
      picture.forEachNode((id, { x, y }) => from.set(id, { x, y }));
      const begun = performance.now();
      const step = (now: number) => {
        const share = Math.min(1, Math.max(0, (now - begun) / 500));
        put(1 - (1 - share) ** 3, from);
        if (share < 1) moving = requestAnimationFrame(step);
      };
      moving = requestAnimationFrame(step);
    },
    fit(ids, isSmooth) {
      if (scene === null || sigma === null) return;
      framed = ids && [...ids];
      const camera = sigma.getCamera();
      const target = framed === null ? home : framing(sigma, framed);
      if (target === null) return;
      if (isSmooth) camera.animate(target, { duration: 350 });
      else camera.setState(target);
    },
    zoom(factor) {
      const camera = sigma?.getCamera();
      camera?.animate({ ratio: camera.getBoundedRatio(camera.ratio / factor) }, { duration: 180 });
    },
    camera: () => (sigma === null ? home : cameraOf(sigma)),
    moveTo(camera) {
      framed = null;
      sigma?.getCamera().setState(camera);
    },
    drawn() {
      const { width = 0, height = 0 } = sigma?.getDimensions() ?? {};
      const { look, palette } = scene as Scene;
      return { width, height, ...dressed(live as Live, look), names: placed, palette };
    },
    whereIs({ kind, id }) {
      if (kind === 'entity') {
        const node = live?.nodeOf.get(id);
        return node && { x: node.x, y: node.y };
      }
      const edge = live?.edgeOf.get(id);
      return edge && pointAt(edge.curve, 0.5);
    },
    names: () => placed,
    destroy() {
      cancelAnimationFrame(moving);
      clearTimeout(resting);
      sizes.disconnect();
      const ended = sigma;
      sigma = null;
      ended?.kill();
    },
  };
}

/** It has all that sigma calls. */
const asGraph = (picture: Picture) => picture as unknown as Graph<NodeLook, EdgeLook>;

type Graph<N extends object, E extends object> = ConstructorParameters<typeof Sigma<N, E>>[0];

interface Scene extends Dress {
  readonly picture: Picture;
}

const cameraOf = (sigma: Sigma<NodeLook, EdgeLook>): Camera => {
  const { x, y, ratio } = sigma.getCamera();
  return { x, y, ratio };
};

/** Narrower than this, in pixels, is a phone. */
const narrow = 600;

const home = { x: 0.5, y: 0.5, angle: 0, ratio: 1 };

const settings = {
  renderLabels: false,
  renderEdgeLabels: false,
  defaultDrawNodeHover: () => {},
  edgeProgramClasses: {
    line: EdgeRectangleProgram,
    curve: EdgeCurveProgram as EdgeProgramType<NodeLook, EdgeLook>,
  },
  nodeProgramClasses: { circle: NodeCircleProgram },
  minEdgeThickness: 1.4,
  minCameraRatio: 0.04,
  maxCameraRatio: 2.5,
  enableCameraRotation: false,
  zIndex: true,
  allowInvalidContainer: true,
} as const;

function nodeLook(scene: Scene | null, id: string, { x, y, size, entityType }: NodeLook) {
  const hidden = scene === null || !scene.shown.has(id);
  return { x, y, size, hidden, type: 'circle', color: scene?.palette.types[entityType] ?? '' };
}

function edgeLook(scene: Scene | null, id: string, data: EdgeLook) {
  if (scene === null || !scene.relations.has(id) || isPainted(data, scene.picture.size))
    return { hidden: true };
  const { palette } = scene;
  return {
    size: data.size,
    type: data.type,
    curvature: data.curvature,
    color: data.isWeak ? palette.weakLine : palette.line,
    zIndex: data.isWeak ? 0 : 1,
  };
}

/** sigma's way from graph to screen: three points give it. */
function viewOf(sigma: Sigma<NodeLook, EdgeLook>): View {
  const [o, a, b] = [
    sigma.graphToViewport({ x: 0, y: 0 }),
    sigma.graphToViewport({ x: 1000, y: 0 }),
    sigma.graphToViewport({ x: 0, y: 1000 }),
  ];
  const [ax, ay, bx, by] = [(a.x - o.x) / 1000, (a.y - o.y) / 1000, (b.x - o.x) / 1000, (b.y - o.y) / 1000];
  const scale = sigma.scaleSize(1);
  return {
    x: (x, y) => o.x + ax * x + bx * y,
    y: (x, y) => o.y + ay * x + by * y,
    size: (size) => size * scale,
  };
}

/** Where names may stand: not below the line at the foot that says what the signs mean. */
function frameOf(sigma: Sigma<NodeLook, EdgeLook>): Box {
  const { width, height } = sigma.getDimensions();
  const foot = footOf(width);
  return { x: 4, y: 4, width: width - 8, height: height - 4 - foot };
}

/** Height of the line at the foot, in pixels; on a phone it is two. */
const footOf = (width: number): number => (width < narrow ? 56 : 30);

/** How near to a line counts as on it, in pixels. */
const reach = 7;

function relationAt(live: Live | null, scene: Scene | null, point: Point): Selection | null {
  let best: { readonly id: string; readonly away: number } | null = null;
  const look = scene?.look;
  for (const edge of live?.edges ?? []) {
    const away = distance(edge.curve, point, reach);
    if (away > reach) continue;
    const price = away + (look?.entities == null || look.relations.has(edge.id) ? 0 : 3);
    if (price <= reach && (best === null || price < best.away)) best = { id: edge.id, away: price };
  }
  return best && { kind: 'relation', id: best.id };
}

function fresh(canvas: HTMLCanvasElement, width: number, height: number): CanvasRenderingContext2D {
  const ratio = window.devicePixelRatio || 1;
  const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== w || canvas.height !== h) {
    canvas.width = w;
    canvas.height = h;
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
  }
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  return context;
}

/**
 * The bounds that the camera sees as a whole: never so tight that a handful of nodes flies apart, and with room below for the
 * line at the foot.
 */
function boundsOf(places: Places, container: HTMLElement): { x: [number, number]; y: [number, number] } {
  const points = [...places.values()];
  const around = (low: number, high: number, least: number): [number, number] => {
    const middle = (low + high) / 2;
    const half = Math.max(high - low, least) / 2;
    return [middle - half, middle + half];
  };
  const bounds = (of: (p: Point) => number, least: number) => {
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const p of points) {
      low = Math.min(low, of(p));
      high = Math.max(high, of(p));
    }
    return points.length === 0 ? around(0, 0, least) : around(low, high, least);
  };
  const { clientWidth, clientHeight } = container;
  const [low, high] = bounds((p) => p.y, clientHeight * 0.5);
  // What the picture keeps free around it holds the line on a large wall.
  const foot = clientWidth < narrow ? footOf(clientWidth) / Math.max(clientHeight, 1) : 0;
  return { x: bounds((p) => p.x, clientWidth * 0.5), y: [low - (high - low) * foot, high] };
}

/** Where the camera must go to see these nodes well; null where it sees them well already. */
function framing(sigma: Sigma<NodeLook, EdgeLook>, ids: readonly string[]) {
  const points = ids.flatMap((id) => {
    const data = sigma.getNodeDisplayData(id);
    return data === undefined ? [] : [{ x: data.x, y: data.y }];
  });
  if (points.length === 0) return null;
  const { width, height } = sigma.getDimensions();
  const onScreen = points.map((p) => sigma.framedGraphToViewport(p));
  const span = (values: readonly number[]) => Math.max(...values) - Math.min(...values);
  const [w, h] = [span(onScreen.map((p) => p.x)), span(onScreen.map((p) => p.y))];
  const isInside = onScreen.every((p) => p.x > 60 && p.x < width - 60 && p.y > 40 && p.y < height - 40);
  const enough = points.length > 2 ? 0.45 : 0.2;
  if (isInside && (w > width * enough || h > height * enough)) return null;
  const { ratio } = sigma.getCamera();
  const share = Math.max(w / Math.max(width - 280, 120), h / Math.max(height - 160, 120));
  const mean = (of: (p: Point) => number) => (Math.max(...points.map(of)) + Math.min(...points.map(of))) / 2;
  return {
    x: mean((p) => p.x),
    y: mean((p) => p.y),
    angle: 0,
    ratio: Math.min(1, Math.max(0.42, ratio * share)),
  };
}
