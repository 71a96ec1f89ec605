// The wall as a component: holds the adapter, hands it what changed, tells it where things go.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { layout, type Places } from '../layout/layout.ts';
import type { Atlas } from '../reading/atlas.ts';
import { counted, marksOf } from '../reading/words.ts';
import type { Seen } from '../state/seen.ts';
import type { Action, Selection, State } from '../state/state.ts';
import { lookOf, relationIds } from './look.ts';
import { pictureOf, radiusOf, relationsAmong } from './picture.ts';
import type { Camera, Wall } from './sigma.ts';
import { usePalette, useStillness } from './theme.ts';

interface Properties {
  readonly atlas: Atlas;
  readonly state: State;
  readonly seen: Seen;
  readonly dispatch: (action: Action) => void;
  /** Where the camera begins, as a shared link says; null for all in view. */
  readonly camera: Camera | null;
  /** Hears where the camera came to rest. */
  readonly onCamera: (camera: Camera) => void;
  /** Is handed the wall once it stands, and null when it goes. */
  readonly onWall: (wall: Wall | null) => void;
  /** The browser can't draw it. */
  readonly onBroken: () => void;
}

/** Loaded apart, so that a browser without WebGL still gets the panels and the table; and at once, while the graph is read. */
const drawing = import('./sigma.ts');
// Whoever waits for it hears that it failed.
drawing.catch(() => {});

/** The picture, its zoom buttons, and a line that says what isn't on it. */
export function WallView(properties: Properties) {
  const { atlas, state, seen, dispatch, camera, onCamera, onWall, onBroken } = properties;
  const container = useRef<HTMLDivElement>(null);
  const [wall, setWall] = useState<Wall | null>(null);
  const places = useRef<Places>(new Map());
  const isLinked = useRef(camera !== null);
  const [hovered, setHovered] = useState<Selection | null>(null);
  const palette = usePalette();
  const isStill = useStillness();
  const look = useMemo(
    () => lookOf(atlas, seen, [state.selection, hovered]),
    [atlas, seen, state.selection, hovered],
  );
  const { pinned } = state.chosen;
  const dress = { shown: seen.entities, relations: relationIds(seen), pinned, look, palette };
  const latest = useRef({ ...properties, dress });
  latest.current = { ...properties, dress };

  useEffect(() => {
    performance.mark('wall: begun');
    let made: Wall | null = null;
    let isGone = false;
    const listener = {
      hover: setHovered,
      click: (on: Selection | null) => {
        if (on === null) dispatch({ do: 'close' });
        else dispatch({ do: 'select', selection: on });
      },
      moved: onCamera,
      lost: onBroken,
    };
    drawing
      .then(({ createWall }) => {
        if (isGone || container.current === null) return;
        made = createWall(container.current, listener);
        setWall(made);
        onWall(made);
      })
      .catch(onBroken);
    return () => {
      isGone = true;
      made?.destroy();
      setWall(null);
      onWall(null);
    };
  }, [dispatch, onCamera, onWall, onBroken]);

  useEffect(() => {
    if (wall === null) return;
    const picture = pictureOf(atlas, seen, scaleOf(container.current, seen.placed.length));
    let isFirst = true;
    const hook = expose(wall);
    const place = (next: Places, isFinal: boolean) => {
      const isBegin = places.current.size === 0;
      try {
        if (isFirst) wall.show(picture, latest.current.dress);
        wall.place(next, !isFirst && !isStill);
      } catch {
        onBroken();
        return;
      }
      const now = latest.current;
      if (isFirst && isBegin && now.camera !== null) wall.moveTo(now.camera);
      // Another part of the graph comes in view as a whole.
      if (isFirst && !isBegin && now.camera === null) wall.fit(null, false);
      if (isBegin) requestAnimationFrame(() => performance.mark('wall: first picture'));
      isFirst = false;
      places.current = next;
      if (!isFinal) return;
      performance.mark('wall: layout done');
      // What is selected has moved while it was laid out.
      if (now.state.selection !== null && !isLinked.current)
        wall.fit(lookOf(atlas, now.seen, [now.state.selection]).entities ?? [], !isStill);
      isLinked.current = false;
      hook.settle();
    };
    const [among, shape] = [relationsAmong(atlas, seen), shapeOf(container.current)];
    return layout(seen.placed, among, radiusOf(atlas), shape, places.current, place);
    // The picture depends on what is placed alone; what is lit or hidden is the next effect's.
  }, [wall, seen.placed]);

  useEffect(() => wall?.dress(dress), [wall, look, palette, seen, pinned]);

  const wasSelected = useRef(camera !== null && state.selection !== null);
  const keepsCamera = useRef(camera !== null);
  useEffect(() => {
    if (wall === null) return;
    // A link says what is selected and where the camera is: the camera stays.
    if (keepsCamera.current) keepsCamera.current = false;
    else if (state.selection !== null)
      wall.fit(lookOf(atlas, seen, [state.selection]).entities ?? [], !isStill);
    else if (wasSelected.current) wall.fit(null, !isStill);
    wasSelected.current = state.selection !== null;
  }, [wall, state.selection]);

  return (
    <div class="wall">
      {/* The table shows the same to those who can't see a canvas. */}
      <div class="canvas" ref={container} aria-hidden="true" />
      <div class="zoom">
        <button type="button" aria-label="Zoom in" title="Zoom in" onClick={() => wall?.zoom(1.6)}>
          +
        </button>
        <button type="button" aria-label="Zoom out" title="Zoom out" onClick={() => wall?.zoom(1 / 1.6)}>
          −
        </button>
        <button
          type="button"
          aria-label="Show everything"
          title="Show everything"
          onClick={() => wall?.fit(null, !isStill)}
        >
          <svg viewBox="0 0 24 24" width="14" height="14" aria-hidden="true">
            <path d="M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5" />
          </svg>
        </button>
      </div>
      <Footnote atlas={atlas} seen={seen} dispatch={dispatch} />
    </div>
  );
}

/** Two shapes alone, so that the picture doesn't depend on every pixel of a window. */
const shapeOf = (wall: HTMLElement | null): number =>
  wall !== null && wall.clientWidth < wall.clientHeight * 1.25 ? 1 : 1.5;

/** Dots shrink where many share a small wall, so that there is room for names between them; they grow again with the zoom. */
function scaleOf(wall: HTMLElement | null, count: number): number {
  const area = (wall?.clientWidth ?? 1000) * (wall?.clientHeight ?? 700);
  return Math.min(1, Math.max(0.36, Math.sqrt(area / (count * 11_000))));
}

function Footnote({ atlas, seen, dispatch }: Pick<Properties, 'atlas' | 'seen' | 'dispatch'>) {
  const marks = new Set(seen.relations.flatMap(marksOf));
  const alone = atlas.isGrowing ? 0 : atlas.graph.entities.length - atlas.ranked.length;
  return (
    <div class="footnote">
      {(marks.has('planned') || marks.has('possible') || marks.has('demanded')) && (
        <span class="legend">
          <svg width="22" height="8" aria-hidden="true">
            <path d="M0 4h22" class="dashes" />
          </svg>
          planned, possible or demanded
        </span>
      )}
      {marks.has('denied') && (
        <span class="legend">
          <span class="sign">✕</span> denied
        </span>
      )}
      {marks.has('disputed') && (
        <span class="legend">
          <span class="sign">≠</span> disputed
        </span>
      )}
      {alone > 0 && (
        <span>
          {counted(alone, 'entity', 'entities')} without a relation {alone === 1 ? 'is' : 'are'} found by
          search
        </span>
      )}
      {atlas.isGrowing && <span role="status">Reading the rest of the graph…</span>}
      {!atlas.isGrowing && seen.waiting > 0 && (
        <span>
          Showing {seen.placed.length.toLocaleString('en')} of {atlas.ranked.length.toLocaleString('en')}{' '}
          <button
            type="button"
            class="link"
            onClick={() => dispatch({ do: 'reveal', limit: seen.placed.length * 2 })}
          >
            Show more
          </button>
        </span>
      )}
    </div>
  );
}

/** What a test in a browser needs to point at things on a canvas. It only tells what can be seen. */
function expose(wall: Wall): { settle(): void } {
  const hook = {
    settled: false,
    whereIs: wall.whereIs,
    names: wall.names,
    placed: () => wall.drawn().nodes.length,
    settle: () => setTimeout(() => Object.assign(hook, { settled: true }), 700),
  };
  Object.assign(window, { __wiregraph: hook });
  return hook;
}
