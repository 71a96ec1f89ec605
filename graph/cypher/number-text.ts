// Numbers as text and back, as Neo4j writes them: 1.0E10, not 1e10.
import type { Numeric } from './inner.ts';
import { Float } from './values.ts';

/** The text of a number: `12`, `0.5`, `1.0`, `1.0E10`, `NaN`, `-Infinity`. Source: Java's Double.toString. */
export function textOfNumber(value: Numeric): string {
  if (typeof value === 'bigint') return String(value);
  if (value instanceof Float) return textOfFloat(value.value);
  return Number.isInteger(value) ? String(value) : textOfFloat(value);
}

function textOfFloat(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  const size = Math.abs(value);
  if (size >= 1e-3 && size < 1e7) return Number.isInteger(value) ? `${value}.0` : String(value);
  const [digits = '', exponent = ''] = value.toExponential().split('e');
  return `${digits.includes('.') ? digits : `${digits}.0`}E${Number(exponent)}`;
}

const decimal = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

/** The whole part of the number that a text is; null where it is none. */
export function integerOfText(text: string): bigint | null {
  if (/^[+-]?\d+$/.test(text)) return BigInt(text.replace(/^\+/, ''));
  if (!decimal.test(text)) return null;
  const value = Number(text);
  return Number.isFinite(value) ? BigInt(Math.trunc(value)) : null;
}

/** The number that a text is; null where it is none. */
export function floatOfText(text: string): number | null {
  // Java's Double.parseDouble takes 1f and 1d too.
  const trimmed = text.trim().replace(/(?<=[\d.])[fFdD]$/, '');
  if (/^[+-]?(NaN|Infinity)$/.test(trimmed)) return Number(trimmed.replace(/^[+-]NaN$/, 'NaN'));
  return decimal.test(trimmed) ? Number(trimmed) : null;
}
