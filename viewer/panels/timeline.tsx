// The strip at the foot: how much was published when, and a brush that filters by it. Two sliders do the same by keyboard.
import { useMemo, useRef, useState } from 'preact/hooks';
import { type Bar, countIn, indexOf, timelineOf } from '../reading/timeline.ts';
import { counted, day } from '../reading/words.ts';
import type { State } from '../state/state.ts';
import type { PanelProperties } from './words.tsx';

/** The strip; nothing where the graph has fewer than two days. */
export function TimelineStrip({ atlas, dispatch, state }: PanelProperties & { readonly state: State }) {
  const { bars, unit, undated } = timelineOf(atlas);
  const { since, until } = state.chosen.filters;
  const box = useRef<HTMLDivElement>(null);
  const [start, setStart] = useState<number | null>(null);
  const [drawn, setDrawn] = useState<readonly [first: number, last: number] | null>(null);
  const lit = useMemo(() => litIn(atlas, bars, state), [atlas, bars, state.selection]);
  // Its room is kept, so that the wall above doesn't move when it comes.
  if (atlas.grounds === null)
    return (
      <section class="timeline" aria-label="Timeline">
        <p class="hint">Reading when it was published…</p>
        <div class="bars" />
      </section>
    );
  if (bars.length < 2) return null;
  const most = Math.max(...bars.map((bar) => bar.count));
  const isBrushed = drawn !== null || since !== null || until !== null;
  const chosen = [
    since === null ? 0 : Math.max(indexOf(bars, since), 0),
    until === null || indexOf(bars, until) === -1 ? bars.length - 1 : indexOf(bars, until),
  ] as const;
  const [first, last] = drawn ?? chosen;
  // A large graph is filtered when the brush is lifted.
  const isLive = atlas.graph.relations.length < 100_000;
  const put = (from: number, to: number, isMoving: boolean) => {
    const [a, b] = [Math.max(Math.min(from, to), 0), Math.min(Math.max(from, to), bars.length - 1)];
    const isAll = a === 0 && b === bars.length - 1;
    dispatch({
      do: 'period',
      since: isAll ? null : (bars[a]?.first ?? null),
      until: isAll ? null : (bars[b]?.last ?? null),
      isMoving,
    });
  };
  const at = (event: PointerEvent): number => {
    const rect = box.current?.getBoundingClientRect();
    if (rect === undefined) return 0;
    const share = (event.clientX - rect.left) / Math.max(rect.width, 1);
    return Math.min(Math.max(Math.floor(share * bars.length), 0), bars.length - 1);
  };
  const words = isBrushed
    ? `${day(bars[first]?.first)} – ${day(bars[last]?.last)}`
    : `Claims a ${unit}, ${day(bars[0]?.first)} – ${day(bars.at(-1)?.last)}`;
  return (
    <section class="timeline" aria-label="Timeline">
      <p class="hint">
        <span>{words}</span>
        {undated > 0 && <span>{counted(undated, 'claim')} undated</span>}
        {isBrushed ? (
          <button
            type="button"
            class="link"
            onClick={() => dispatch({ do: 'period', since: null, until: null })}
          >
            all times
          </button>
        ) : (
          <span class="how">drag to filter</span>
        )}
      </p>
      <div
        class="bars"
        ref={box}
        // A few bars would be doors.
        style={{ maxWidth: `${bars.length * 56}px` }}
        onPointerDown={(event) => {
          if (event.button !== 0 || (event.target as Element).closest('[role=slider]') !== null) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          setStart(at(event));
        }}
        onPointerMove={(event) => {
          if (start === null) return;
          const end = at(event);
          setDrawn([Math.min(start, end), Math.max(start, end)]);
          if (isLive) put(start, end, true);
        }}
        onPointerUp={(event) => {
          if (start === null) return;
          const end = at(event);
          setStart(null);
          setDrawn(null);
          if (end === start && chosen[0] === start && chosen[1] === start && drawn === null)
            dispatch({ do: 'period', since: null, until: null });
          else put(start, end, false);
        }}
        onPointerCancel={() => {
          setStart(null);
          setDrawn(null);
        }}
      >
        <svg
          viewBox={`0 0 ${bars.length} 1`}
          preserveAspectRatio="none"
          width="100%"
          height="100%"
          aria-hidden="true"
        >
          {bars.map((bar, i) => (
            <Column
              key={bar.first}
              at={i}
              share={bar.count / most}
              lit={(lit?.[i] ?? 0) / most}
              isIn={i >= first && i <= last}
            />
          ))}
        </svg>
        {(
          [
            ['Earliest', first, (to: number) => put(Math.min(to, last), last, false)],
            ['Latest', last, (to: number) => put(first, Math.max(to, first), false)],
          ] as const
        ).map(([label, value, move]) => (
          <div
            key={label}
            role="slider"
            class={`handle ${label.toLowerCase()} ${isBrushed ? 'on' : ''}`}
            tabIndex={0}
            aria-label={`${label} ${unit}`}
            aria-valuemin={0}
            aria-valuemax={bars.length - 1}
            aria-valuenow={value}
            aria-valuetext={day(label === 'Earliest' ? bars[value]?.first : bars[value]?.last)}
            style={{ insetInlineStart: `${((value + (label === 'Earliest' ? 0 : 1)) / bars.length) * 100}%` }}
            onKeyDown={(event) => {
              const to = moved(event.key, value, bars.length);
              if (to === null) return;
              event.preventDefault();
              move(to);
            }}
          />
        ))}
      </div>
    </section>
  );
}

function Column({
  at,
  share,
  lit,
  isIn,
}: {
  readonly at: number;
  readonly share: number;
  readonly lit: number;
  readonly isIn: boolean;
}) {
  const height = share === 0 ? 0 : Math.max(share, 0.03);
  return (
    <>
      <rect class={isIn ? 'bar in' : 'bar'} x={at + 0.05} width={0.9} y={1 - height} height={height} />
      {lit > 0 && <rect class="bar lit" x={at + 0.05} width={0.9} y={1 - lit} height={lit} />}
    </>
  );
}

function moved(key: string, value: number, count: number): number | null {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return Math.max(value - 1, 0);
    case 'ArrowRight':
    case 'ArrowUp':
      return Math.min(value + 1, count - 1);
    case 'PageDown':
      return Math.max(value - 5, 0);
    case 'PageUp':
      return Math.min(value + 5, count - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/** How many claims about the selection fall into each bar; null where nothing is selected. */
function litIn(
  atlas: PanelProperties['atlas'],
  bars: readonly Bar[],
  { selection }: State,
): readonly number[] | null {
  if (selection === null) return null;
  const relations =
    selection.kind === 'entity'
      ? (atlas.relationsOf.get(selection.id) ?? [])
      : [atlas.relations.get(selection.id)].filter((r) => r !== undefined);
  return countIn(atlas, bars, relations, atlas.claimsAbout.get(selection.id) ?? []);
}
