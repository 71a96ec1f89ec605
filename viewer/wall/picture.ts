// The graph as it is drawn: what sigma is given to draw, and what the painter needs beside it.
import type { Entity, EntityType, Relation } from '../../graph/model.ts';
import { symmetricTypes } from '../../graph/vocabulary/index.ts';
import type { Atlas } from '../reading/atlas.ts';
import { type Mark, marksOf, typeWords } from '../reading/words.ts';
import type { Seen } from '../state/seen.ts';
import { curvatures } from './curves.ts';
import { DrawnGraph } from './drawn-graph.ts';

export interface NodeLook {
  readonly x: number;
  readonly y: number;
  /** Radius in pixels at first sight. */
  readonly size: number;
  readonly entityType: EntityType;
  readonly label: string;
  /** 0 for the most important. */
  readonly rank: number;
}

export interface EdgeLook {
  readonly size: number;
  readonly curvature: number;
  /** sigma's program: straight lines are cheaper. */
  readonly type: 'line' | 'curve';
  readonly label: string;
  readonly marks: readonly Mark[];
  /** Has no arrow: it says the same in both directions, or has but one. */
  readonly isSymmetric: boolean;
  /** Of an entity with itself; `curvature` is then its number among them. */
  readonly isLoop: boolean;
  /** One report among hundreds of lines: it steps back, so that the others show. */
  readonly isWeak: boolean;
}

export type Picture = DrawnGraph<NodeLook, EdgeLook>;

/**
 * Every placed entity and every relation between two of them, filtered or not: filters only hide. `scale` makes dots
 * smaller, for a small wall.
 */
export function pictureOf(atlas: Atlas, seen: Seen, scale = 1): Picture {
  const picture: Picture = new DrawnGraph<NodeLook, EdgeLook>();
  const radius = radiusOf(atlas);
  for (const [rank, entity] of seen.placed.entries())
    picture.addNode(entity.id, {
      x: 0,
      y: 0,
      size: radius(entity) * scale,
      entityType: entity.type,
      label: entity.name,
      rank,
    });
  const relations = relationsAmong(atlas, seen);
  const bends = curvatures(relations);
  const isCrowd = relations.length > crowd;
  for (const relation of relations) {
    const curvature = bends.get(relation.id) ?? 0;
    picture.addEdge(relation.id, relation.subject, relation.object, {
      size: widthOf(relation),
      curvature,
      type: curvature === 0 ? 'line' : 'curve',
      label: `${typeWords(relation.type)} · ${relation.documents}`,
      marks: marksOf(relation),
      isSymmetric: symmetricTypes.has(relation.type) || relation.subject === relation.object,
      isLoop: relation.subject === relation.object,
      isWeak: isCrowd && relation.origins === 1,
    });
  }
  return picture;
}

/** Relations between placed entities. */
export function relationsAmong(atlas: Atlas, seen: Seen): readonly Relation[] {
  const placed = new Set(seen.placed.map((e) => e.id));
  return atlas.supported.filter((r) => placed.has(r.subject) && placed.has(r.object));
}

/** Radius by mentions, in pixels; areas grow with the mentions, so that twice as known looks twice as much. */
export function radiusOf(atlas: Atlas): (entity: Entity) => number {
  const mentions = (e: Entity) => atlas.mentionCount(e.id);
  const most = Math.max(1, ...atlas.ranked.slice(0, 150).map(mentions));
  return (entity) => 7.5 + 11 * Math.sqrt(mentions(entity) / most);
}

/** Beyond so many lines, those of one report alone step back. */
const crowd = 400;

/** Width by independent origins, in pixels. */
const widthOf = (relation: Relation): number => Math.min(1.1 + 0.75 * Math.log2(relation.origins), 4.5);
