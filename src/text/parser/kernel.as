// The arithmetic of the parser, in AssemblyScript: compiled by `npm run kernel` into kernel.ts. WebAssembly SIMD without
// its relaxed half, integer dot products and an exponential of our own: the same bits on every machine.
// Addresses are byte offsets into the one memory that arena.ts lays out; matrices are packed and padded as it says there.
// Rows of floats or integers stand `…Stride` bytes apart.

/**
 * Writes `count` rows of `length` floats as 16-bit integers; `units[row]` becomes the float that one unit stands for.
 * `length` is a multiple of 8. Rounds half to even.
 */
export function quantise(from: usize, fromStride: usize, to: usize, toStride: usize, units: usize, count: i32, length: i32): void {
  for (let row = 0; row < count; row++) {
    store<f32>(units, quantiseRow(from, to, length));
    from += fromStride;
    to += toStride;
    units += 4;
  }
}

/** Takes the integers, in their units, off the floats that they were made of: leaves what rounding lost. */
export function subtract(at: usize, atStride: usize, integers: usize, integerStride: usize, units: usize, count: i32, length: i32): void {
  for (let row = 0; row < count; row++) {
    const unit = f32x4.splat(load<f32>(units + (<usize>row << 2)));
    for (let i = 0; i < length; i += 4) {
      const place = at + (<usize>i << 2);
      const whole = f32x4.convert_i32x4_s(v128.load_ext<i16>(integers + (<usize>i << 1)));
      v128.store(place, f32x4.sub(v128.load(place), f32x4.mul(whole, unit)));
    }
    at += atStride;
    integers += integerStride;
  }
}

/**
 * Matrix × each of `count` vectors of 16-bit integers, plus the biases, as rows of floats at `out`; `adds` says to add
 * to the rows that stand there instead of to the biases. Rows are a multiple of 4, columns of 16 and at most 512: then
 * 127 × 32,767 × columns fits 32 bits and every sum is exact.
 */
export function product(
  weights: usize,
  scales: usize,
  biases: usize,
  rows: i32,
  columns: i32,
  vectors: usize,
  vectorStride: usize,
  units: usize,
  count: i32,
  out: usize,
  outStride: usize,
  adds: bool,
): void {
  for (let row = 0; row < rows; row += 4) {
    const scale = v128.load(scales);
    const bias = v128.load(biases);
    let vector = vectors;
    let place = out;
    let at = 0;
    for (; at + 1 < count; at += 2) {
      const next = place + outStride;
      const unit = units + (<usize>at << 2);
      twoByFour(
        weights,
        columns,
        vector,
        vector + vectorStride,
        adds ? v128.load(place) : bias,
        adds ? v128.load(next) : bias,
        scale,
        load<f32>(unit),
        load<f32>(unit, 4),
        place,
        next,
      );
      vector += 2 * vectorStride;
      place = next + outStride;
    }
    if (at < count) {
      const unit = load<f32>(units + (<usize>at << 2));
      oneByFour(weights, columns, vector, adds ? v128.load(place) : bias, scale, unit, place);
    }
    weights += <usize>columns << 2;
    scales += 16;
    biases += 16;
    out += 16;
  }
}

/**
 * One direction of an LSTM over two sentences side by side, `count` and `otherCount` words long, the first no shorter
 * than the other (which may be empty). At `gates` stand the input's share of the gates (4 × `width` floats a word:
 * input, forget, cell, output; biases included), the words one row after the other; hidden states are written at `out`.
 * `backward` walks from the last word to the first. `work` is memory of 2 × (`width` floats and `width` 16-bit
 * integers). `width` is a multiple of 8.
 */
export function recur(
  weights: usize,
  scales: usize,
  gates: usize,
  gateStride: usize,
  out: usize,
  outStride: usize,
  count: i32,
  otherGates: usize,
  otherOut: usize,
  otherCount: i32,
  width: i32,
  backward: bool,
  work: usize,
): void {
  const cell = work;
  const otherCell = cell + (<usize>width << 2);
  const integers = otherCell + (<usize>width << 2);
  const otherIntegers = integers + (<usize>width << 1);
  memory.fill(cell, 0, <usize>width << 3);
  const gateStep: isize = backward ? -(<isize>gateStride) : <isize>gateStride;
  const outStep: isize = backward ? -(<isize>outStride) : <isize>outStride;
  let z = gates + (backward ? <usize>(count - 1) * gateStride : 0);
  let h = out + (backward ? <usize>(count - 1) * outStride : 0);
  let otherZ = otherGates + (backward ? <usize>(otherCount - 1) * gateStride : 0);
  let otherH = otherOut + (backward ? <usize>(otherCount - 1) * outStride : 0);
  for (let step = 0; step < count; step++) {
    const both = step < otherCount;
    if (step > 0) {
      const unit = quantiseRow(h - outStep, integers, width);
      const otherUnit: f32 = both ? quantiseRow(otherH - outStep, otherIntegers, width) : 0;
      let block = weights;
      for (let row: usize = 0; row < <usize>width << 4; row += 16) {
        const scale = v128.load(scales + row);
        const at = z + row;
        const other = otherZ + row;
        if (both)
          twoByFour(
            block,
            width,
            integers,
            otherIntegers,
            v128.load(at),
            v128.load(other),
            scale,
            unit,
            otherUnit,
            at,
            other,
          );
        else oneByFour(block, width, integers, v128.load(at), scale, unit, at);
        block += <usize>width << 2;
      }
    }
    advance(z, cell, h, width);
    if (both) advance(otherZ, otherCell, otherH, width);
    z += gateStep;
    h += outStep;
    otherZ += gateStep;
    otherH += outStep;
  }
}

/** Replaces `count` rows of `length` floats by their softmax. Those after a row up to a multiple of 4 become 0. */
export function softmax(at: usize, stride: usize, count: i32, length: i32): void {
  for (let row = 0; row < count; row++) {
    softmaxRow(at, length);
    at += stride;
  }
}

/** Multiplies what is negative in `count` rows of `length` floats, a multiple of 4, by a tenth. */
export function leak(at: usize, stride: usize, count: i32, length: i32): void {
  const tenth = f32x4.splat(0.1);
  for (let row = 0; row < count; row++) {
    for (let i: usize = 0; i < <usize>length << 2; i += 16) {
      const x = v128.load(at + i);
      v128.store(at + i, v128.bitselect(f32x4.mul(x, tenth), x, f32x4.lt(x, f32x4.splat(0))));
    }
    at += stride;
  }
}

/** Adds `count` rows of `length` floats, a multiple of 4, to those at `to`. */
export function add(from: usize, fromStride: usize, to: usize, toStride: usize, count: i32, length: i32): void {
  for (let row = 0; row < count; row++) {
    for (let i: usize = 0; i < <usize>length << 2; i += 16) v128.store(to + i, f32x4.add(v128.load(to + i), v128.load(from + i)));
    from += fromStride;
    to += toStride;
  }
}

/**
 * Dots of each of `count` vectors with each of `rowCount` rows, of `length` floats, a multiple of 4: a row of `rowCount`
 * floats for each vector, without gaps.
 */
export function dots(
  vectors: usize,
  vectorStride: usize,
  count: i32,
  rows: usize,
  stride: usize,
  rowCount: i32,
  length: i32,
  out: usize,
): void {
  for (let vector = 0; vector < count; vector++) {
    let row = rows;
    for (let index = 0; index < rowCount; index++) {
      let sum = f32x4.splat(0);
      for (let i: usize = 0; i < <usize>length << 2; i += 16) {
        sum = f32x4.add(sum, f32x4.mul(v128.load(row + i), v128.load(vectors + i)));
      }
      store<f32>(out, acrossLanes(sum));
      row += stride;
      out += 4;
    }
    vectors += vectorStride;
  }
}

/** Position of the largest of `length` floats, the first of equals; `barred` is passed over. */
export function best(at: usize, length: i32, barred: i32): i32 {
  let found = barred == 0 ? 1 : 0;
  let most = load<f32>(at + (<usize>found << 2));
  for (let i = found + 1; i < length; i++) {
    const value = load<f32>(at + (<usize>i << 2));
    if (value > most && i != barred) {
      most = value;
      found = i;
    }
  }
  return found;
}

// Rows of a matrix in fours: sums of each of the four with one vector, or with two, so that a weight is widened once.
// What is inlined must not change its parameters: the compiler makes no copies of them.

@inline
function oneByFour(block: usize, columns: i32, vector: usize, start: v128, scale: v128, unit: f32, out: usize): void {
  let a = i32x4.splat(0);
  let b = i32x4.splat(0);
  let c = i32x4.splat(0);
  let d = i32x4.splat(0);
  const end = block + (<usize>columns << 2);
  let place = block;
  let at = vector;
  do {
    const x = v128.load(at);
    a = i32x4.add(a, i32x4.dot_i16x8_s(x, v128.load_ext<i8>(place)));
    b = i32x4.add(b, i32x4.dot_i16x8_s(x, v128.load_ext<i8>(place, 8)));
    c = i32x4.add(c, i32x4.dot_i16x8_s(x, v128.load_ext<i8>(place, 16)));
    d = i32x4.add(d, i32x4.dot_i16x8_s(x, v128.load_ext<i8>(place, 24)));
    const y = v128.load(at, 16);
    a = i32x4.add(a, i32x4.dot_i16x8_s(y, v128.load_ext<i8>(place, 32)));
    b = i32x4.add(b, i32x4.dot_i16x8_s(y, v128.load_ext<i8>(place, 40)));
    c = i32x4.add(c, i32x4.dot_i16x8_s(y, v128.load_ext<i8>(place, 48)));
    d = i32x4.add(d, i32x4.dot_i16x8_s(y, v128.load_ext<i8>(place, 56)));
    place += 64;
    at += 32;
  } while (place < end);
  v128.store(out, f32x4.add(start, scaled(a, b, c, d, scale, unit)));
}

@inline
function twoByFour(
  block: usize,
  columns: i32,
  vector: usize,
  other: usize,
  start: v128,
  otherStart: v128,
  scale: v128,
  unit: f32,
  otherUnit: f32,
  out: usize,
  otherOut: usize,
): void {
  let a = i32x4.splat(0);
  let b = i32x4.splat(0);
  let c = i32x4.splat(0);
  let d = i32x4.splat(0);
  let e = i32x4.splat(0);
  let f = i32x4.splat(0);
  let g = i32x4.splat(0);
  let h = i32x4.splat(0);
  const end = block + (<usize>columns << 2);
  let place = block;
  let at = vector;
  let otherAt = other;
  do {
    let x = v128.load(at);
    let y = v128.load(otherAt);
    let w = v128.load_ext<i8>(place);
    a = i32x4.add(a, i32x4.dot_i16x8_s(x, w));
    e = i32x4.add(e, i32x4.dot_i16x8_s(y, w));
    w = v128.load_ext<i8>(place, 8);
    b = i32x4.add(b, i32x4.dot_i16x8_s(x, w));
    f = i32x4.add(f, i32x4.dot_i16x8_s(y, w));
    w = v128.load_ext<i8>(place, 16);
    c = i32x4.add(c, i32x4.dot_i16x8_s(x, w));
    g = i32x4.add(g, i32x4.dot_i16x8_s(y, w));
    w = v128.load_ext<i8>(place, 24);
    d = i32x4.add(d, i32x4.dot_i16x8_s(x, w));
    h = i32x4.add(h, i32x4.dot_i16x8_s(y, w));
    x = v128.load(at, 16);
    y = v128.load(otherAt, 16);
    w = v128.load_ext<i8>(place, 32);
    a = i32x4.add(a, i32x4.dot_i16x8_s(x, w));
    e = i32x4.add(e, i32x4.dot_i16x8_s(y, w));
    w = v128.load_ext<i8>(place, 40);
    b = i32x4.add(b, i32x4.dot_i16x8_s(x, w));
    f = i32x4.add(f, i32x4.dot_i16x8_s(y, w));
    w = v128.load_ext<i8>(place, 48);
    c = i32x4.add(c, i32x4.dot_i16x8_s(x, w));
    g = i32x4.add(g, i32x4.dot_i16x8_s(y, w));
    w = v128.load_ext<i8>(place, 56);
    d = i32x4.add(d, i32x4.dot_i16x8_s(x, w));
    h = i32x4.add(h, i32x4.dot_i16x8_s(y, w));
    place += 64;
    at += 32;
    otherAt += 32;
  } while (place < end);
  v128.store(out, f32x4.add(start, scaled(a, b, c, d, scale, unit)));
  v128.store(otherOut, f32x4.add(otherStart, scaled(e, f, g, h, scale, otherUnit)));
}

/** The four sums of four lanes each, as floats. */
@inline
function scaled(a: v128, b: v128, c: v128, d: v128, scale: v128, unit: f32): v128 {
  const ab = i32x4.add(v128.shuffle<i32>(a, b, 0, 2, 4, 6), v128.shuffle<i32>(a, b, 1, 3, 5, 7));
  const cd = i32x4.add(v128.shuffle<i32>(c, d, 0, 2, 4, 6), v128.shuffle<i32>(c, d, 1, 3, 5, 7));
  const sums = i32x4.add(v128.shuffle<i32>(ab, cd, 0, 2, 4, 6), v128.shuffle<i32>(ab, cd, 1, 3, 5, 7));
  return f32x4.mul(f32x4.convert_i32x4_s(sums), f32x4.mul(scale, f32x4.splat(unit)));
}

// Constants are read from memory: as literals, engines build each anew at every use, which took a third of a gate's time.
const constants = memory.data<f32>([
  12582912, 12582912, 12582912, 12582912, 1, 1, 1, 1, -1, -1, -1, -1, -2, -2, -2, -2, 40, 40, 40, 40, -40, -40, -40, -40,
  1.4426950408889634, 1.4426950408889634, 1.4426950408889634, 1.4426950408889634,
  0.693359375, 0.693359375, 0.693359375, 0.693359375,
  -2.12194440e-4, -2.12194440e-4, -2.12194440e-4, -2.12194440e-4,
  1.000000072, 1.000000072, 1.000000072, 1.000000072,
  0.999999692, 0.999999692, 0.999999692, 0.999999692,
  0.4999889485, 0.4999889485, 0.4999889485, 0.4999889485,
  0.1666757473, 0.1666757473, 0.1666757473, 0.1666757473,
  0.04191538199, 0.04191538199, 0.04191538199, 0.04191538199,
  0.008297654957, 0.008297654957, 0.008297654957, 0.008297654957,
]);

// 1.5 × 2^23: a float of less than 2^22 added to it is rounded to a whole number, half to even, which stands in its low bits.
@inline
function whole(): v128 {
  return v128.load(constants);
}

@inline
function one(): v128 {
  return v128.load(constants, 16);
}

function quantiseRow(from: usize, to: usize, length: i32): f32 {
  let largest = f32x4.splat(0);
  let least = f32x4.splat(0);
  for (let i: usize = 0; i < <usize>length << 2; i += 16) {
    const x = v128.load(from + i);
    largest = f32x4.pmax(largest, x);
    least = f32x4.pmin(least, x);
  }
  largest = f32x4.pmax(largest, f32x4.neg(least));
  const most = max(
    max(f32x4.extract_lane(largest, 0), f32x4.extract_lane(largest, 1)),
    max(f32x4.extract_lane(largest, 2), f32x4.extract_lane(largest, 3)),
  );
  const factor = f32x4.splat(most > 0 ? <f32>32767 / most : 0);
  const add = whole();
  for (let i = 0; i < length; i += 8) {
    const low = i32x4.sub(f32x4.add(f32x4.mul(v128.load(from), factor), add), add);
    const high = i32x4.sub(f32x4.add(f32x4.mul(v128.load(from, 16), factor), add), add);
    v128.store(to, i16x8.narrow_i32x4_s(low, high));
    from += 32;
    to += 16;
  }
  return most / <f32>32767;
}

/** One step of an LSTM, from its gates at `z`. The products of two of its factors are one quotient each. */
function advance(z: usize, cell: usize, h: usize, width: i32): void {
  const quarter = <usize>width << 2;
  const end = z + quarter;
  do {
    const minusOne = v128.load(constants, 32);
    const minusTwo = v128.load(constants, 48);
    const input = f32x4.add(one(), exponential(f32x4.mul(v128.load(z), minusOne)));
    const forget = f32x4.add(one(), exponential(f32x4.mul(v128.load(z + quarter), minusOne)));
    const candidate = exponential(f32x4.mul(v128.load(z + 2 * quarter), minusTwo));
    const output = f32x4.add(one(), exponential(f32x4.mul(v128.load(z + 3 * quarter), minusOne)));
    const state = f32x4.add(
      f32x4.div(v128.load(cell), forget),
      f32x4.div(f32x4.sub(one(), candidate), f32x4.mul(input, f32x4.add(one(), candidate))),
    );
    v128.store(cell, state);
    const e = exponential(f32x4.mul(state, minusTwo));
    v128.store(h, f32x4.div(f32x4.sub(one(), e), f32x4.mul(output, f32x4.add(one(), e))));
    z += 16;
    cell += 16;
    h += 16;
  } while (z < end);
}

function softmaxRow(at: usize, length: i32): void {
  let most = load<f32>(at);
  for (let i = 1; i < length; i++) most = max(most, load<f32>(at + (<usize>i << 2)));
  for (let i = length; i & 3; i++) store<f32>(at + (<usize>i << 2), -Infinity);
  let sums = f32x4.splat(0);
  for (let i = 0; i < length; i += 4) {
    const place = at + (<usize>i << 2);
    const x = v128.load(place);
    const e = exponential(f32x4.sub(x, f32x4.splat(most)));
    const kept = v128.and(e, f32x4.ne(x, f32x4.splat(-Infinity)));
    v128.store(place, kept);
    sums = f32x4.add(sums, kept);
  }
  const sum = acrossLanes(sums);
  for (let i = 0; i < length; i += 4) {
    const place = at + (<usize>i << 2);
    v128.store(place, f32x4.div(v128.load(place), f32x4.splat(sum)));
  }
}

@inline
function acrossLanes(sums: v128): f32 {
  return f32x4.extract_lane(sums, 0) + f32x4.extract_lane(sums, 1) + (f32x4.extract_lane(sums, 2) + f32x4.extract_lane(sums, 3));
}

// e^x = 2^n × e^r with |r| ≤ ln 2 / 2, e^r by the polynomial of degree 5 with the least relative error: below 2e-7.
// x is cut at ±40: what is outside changes no float that is added to 1, and the product of two stays one.
@inline
function exponential(x: v128): v128 {
  const cut = f32x4.pmax(f32x4.pmin(x, v128.load(constants, 64)), v128.load(constants, 80));
  const shifted = f32x4.add(f32x4.mul(cut, v128.load(constants, 96)), whole());
  const n = f32x4.sub(shifted, whole());
  const r = f32x4.sub(f32x4.sub(cut, f32x4.mul(n, v128.load(constants, 112))), f32x4.mul(n, v128.load(constants, 128)));
  let p = v128.load(constants, 224);
  p = f32x4.add(f32x4.mul(p, r), v128.load(constants, 208));
  p = f32x4.add(f32x4.mul(p, r), v128.load(constants, 192));
  p = f32x4.add(f32x4.mul(p, r), v128.load(constants, 176));
  p = f32x4.add(f32x4.mul(p, r), v128.load(constants, 160));
  p = f32x4.add(f32x4.mul(p, r), v128.load(constants, 144));
  return f32x4.mul(p, i32x4.add(i32x4.shl(shifted, 23), v128.load(constants, 16)));
}
