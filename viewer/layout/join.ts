// Who comes to a picture that stands already: near those it is joined to, where there is room. Who stays keeps its place.
import type { Place, Places } from './layout.ts';
import type { Net } from './start.ts';

/** Whether so few of these are new that the others had better stay where they are. */
export const isJoinable = (ids: readonly string[], before: Places): boolean =>
  ids.length > 0 && ids.filter((id) => !before.has(id)).length <= ids.length / 4;

/** The places of all, `before` for those who have one. `ids` are the nodes of the net, the most important first. */
export function join(ids: readonly string[], net: Net, before: Places): Places {
  const places = new Map<string, Place>();
  const taken = new Set<string>();
  for (const id of ids) {
    const place = before.get(id);
    if (place === undefined) continue;
    places.set(id, place);
    taken.add(squareOf(place.x, place.y));
  }
  const neighbours = neighboursOf(net);
  for (const [node, id] of ids.entries()) {
    if (places.has(id)) continue;
    const near = (neighbours[node] ?? []).flatMap((other) => places.get(ids[other] ?? '') ?? []);
    const place = free(middle(near), taken);
    places.set(id, place);
    taken.add(squareOf(place.x, place.y));
  }
  return places;
}

/** Pixels that a newcomer keeps free around it. */
const room = 84;

const squareOf = (x: number, y: number): string => `${Math.round(x / room)} ${Math.round(y / room)}`;

/** The first free square along a spiral. */
function free({ x, y }: Place, taken: ReadonlySet<string>): Place {
  for (let turn = 1; ; turn++) {
    const away = room * 0.6 * Math.sqrt(turn);
    const place = { x: x + away * Math.cos(turn * 2.4), y: y + away * Math.sin(turn * 2.4) };
    if (!taken.has(squareOf(place.x, place.y))) return place;
  }
}

const middle = (places: readonly Place[]): Place => ({
  x: places.reduce((sum, p) => sum + p.x, 0) / Math.max(1, places.length),
  y: places.reduce((sum, p) => sum + p.y, 0) / Math.max(1, places.length),
});

function neighboursOf({ sizes, pairs }: Net): readonly (readonly number[])[] {
  const found: number[][] = Array.from(sizes, () => []);
  for (let i = 0; i < pairs.length; i += 2) {
    const [a, b] = [pairs[i] ?? 0, pairs[i + 1] ?? 0];
    found[a]?.push(b);
    found[b]?.push(a);
  }
  return found;
}
