// The arithmetic of the parser, in AssemblyScript: compiled by `npm run kernel` into kernel.ts. WebAssembly SIMD without
// its relaxed half, integer dot products and an exponential of our own: the same bits on every machine.
// Addresses are byte offsets into the one memory that network.ts lays out; rows are padded as it says there.

/**
 * Writes `length` floats at `from` as 16-bit integers at `to` and returns the float that one unit stands for.
 * `length` is a multiple of 8. Rounds half to even.
 */
export function quantise(from: usize, to: usize, length: i32): f32 {
  let largest = f32x4.splat(0);
  for (let i = 0; i < length; i += 4) {
    largest = f32x4.max(largest, f32x4.abs(v128.load(from + (<usize>i << 2))));
  }
  const most = max(
    max(f32x4.extract_lane(largest, 0), f32x4.extract_lane(largest, 1)),
    max(f32x4.extract_lane(largest, 2), f32x4.extract_lane(largest, 3)),
  );
  const factor = f32x4.splat(most > 0 ? <f32>32767 / most : 0);
  for (let i = 0; i < length; i += 8) {
    const at = from + (<usize>i << 2);
    const low = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(at), factor)));
    const high = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(at, 16), factor)));
    v128.store(to + (<usize>i << 1), i16x8.narrow_i32x4_s(low, high));
  }
  return most / <f32>32767;
}

/** Takes the integers at `integers`, in units of `unit`, off the floats at `at`: leaves what rounding lost. */
export function subtract(at: usize, integers: usize, unit: f32, length: i32): void {
  const units = f32x4.splat(unit);
  for (let i = 0; i < length; i += 4) {
    const place = at + (<usize>i << 2);
    const whole = f32x4.convert_i32x4_s(v128.load_ext<i16>(integers + (<usize>i << 1)));
    v128.store(place, f32x4.sub(v128.load(place), f32x4.mul(whole, units)));
  }
}

/**
 * Adds matrix × vector to `out`: 8-bit weights at `weights` (rows × columns, row after row), one float scale a row at
 * `scales`, the 16-bit vector at `vector` whose unit is `unit`. Rows are a multiple of 4, columns of 8 and at most 512:
 * then 127 × 32,767 × columns fits 32 bits and every sum is exact.
 */
export function multiply(weights: usize, scales: usize, vector: usize, unit: f32, out: usize, rows: i32, columns: i32): void {
  const units = f32x4.splat(unit);
  for (let row = 0; row < rows; row += 4) {
    const first = weights;
    const second = first + columns;
    const third = second + columns;
    const fourth = third + columns;
    weights = fourth + columns;
    let a = i32x4.splat(0);
    let b = i32x4.splat(0);
    let c = i32x4.splat(0);
    let d = i32x4.splat(0);
    for (let i: usize = 0; i < <usize>columns; i += 8) {
      const x = v128.load(vector + (i << 1));
      a = i32x4.add(a, i32x4.dot_i16x8_s(x, v128.load_ext<i8>(first + i)));
      b = i32x4.add(b, i32x4.dot_i16x8_s(x, v128.load_ext<i8>(second + i)));
      c = i32x4.add(c, i32x4.dot_i16x8_s(x, v128.load_ext<i8>(third + i)));
      d = i32x4.add(d, i32x4.dot_i16x8_s(x, v128.load_ext<i8>(fourth + i)));
    }
    const ab = i32x4.add(v128.shuffle<i32>(a, b, 0, 4, 2, 6), v128.shuffle<i32>(a, b, 1, 5, 3, 7));
    const cd = i32x4.add(v128.shuffle<i32>(c, d, 0, 4, 2, 6), v128.shuffle<i32>(c, d, 1, 5, 3, 7));
    const sums = i32x4.add(v128.shuffle<i32>(ab, cd, 0, 1, 4, 5), v128.shuffle<i32>(ab, cd, 2, 3, 6, 7));
    const scaled = f32x4.mul(f32x4.convert_i32x4_s(sums), f32x4.mul(v128.load(scales), units));
    v128.store(out, f32x4.add(v128.load(out), scaled));
    scales += 16;
    out += 16;
  }
}

/**
 * One direction of an LSTM over `count` tokens. At `gates` stand the input's share of the gates (4 × `width` floats a
 * token: input, forget, cell, output; biases included), a token every `gateStride` bytes; hidden states are written at
 * `out`, a token every `outStride` bytes. `backward` walks from the last token to the first. `cell` and `scratch` are
 * working memory of `width` floats and `width` 16-bit integers. `width` is a multiple of 8.
 */
export function recur(
  weights: usize,
  scales: usize,
  gates: usize,
  gateStride: usize,
  out: usize,
  outStride: usize,
  count: i32,
  width: i32,
  backward: bool,
  cell: usize,
  scratch: usize,
): void {
  memory.fill(cell, 0, <usize>width << 2);
  let previous: usize = 0;
  for (let step = 0; step < count; step++) {
    const token: usize = backward ? count - 1 - step : step;
    const z = gates + token * gateStride;
    const h = out + token * outStride;
    if (step > 0) {
      const unit = quantise(previous, scratch, width);
      multiply(weights, scales, scratch, unit, z, width << 2, width);
    }
    const quarter = <usize>width << 2;
    for (let i: usize = 0; i < quarter; i += 16) {
      const input = sigmoid(v128.load(z + i));
      const forget = sigmoid(v128.load(z + quarter + i));
      const candidate = tanh(v128.load(z + 2 * quarter + i));
      const output = sigmoid(v128.load(z + 3 * quarter + i));
      const state = f32x4.add(f32x4.mul(forget, v128.load(cell + i)), f32x4.mul(input, candidate));
      v128.store(cell + i, state);
      v128.store(h + i, f32x4.mul(output, tanh(state)));
    }
    previous = h;
  }
}

/** Replaces `length` floats by their softmax. Those after it up to a multiple of 4 become 0. */
export function softmax(at: usize, length: i32): void {
  let most = load<f32>(at);
  for (let i = 1; i < length; i++) most = max(most, load<f32>(at + (<usize>i << 2)));
  let sum: f32 = 0;
  for (let i = 0; i < length; i += 4) {
    const place = at + (<usize>i << 2);
    const e = exponential(f32x4.sub(v128.load(place), f32x4.splat(most)));
    v128.store(place, e);
    for (let k = 0; k < 4; k++) {
      if (i + k < length) sum += load<f32>(place + (<usize>k << 2));
      else store<f32>(place + (<usize>k << 2), 0);
    }
  }
  for (let i = 0; i < length; i += 4) {
    const place = at + (<usize>i << 2);
    v128.store(place, f32x4.div(v128.load(place), f32x4.splat(sum)));
  }
}

/** Dot product of `length` floats, a multiple of 4, summed in four lanes and then across. */
export function dot(a: usize, b: usize, length: i32): f32 {
  let sum = f32x4.splat(0);
  for (let i: usize = 0; i < <usize>length << 2; i += 16) {
    sum = f32x4.add(sum, f32x4.mul(v128.load(a + i), v128.load(b + i)));
  }
  return (
    f32x4.extract_lane(sum, 0) + f32x4.extract_lane(sum, 1) + (f32x4.extract_lane(sum, 2) + f32x4.extract_lane(sum, 3))
  );
}

/** `out[r]` = dot of `vector` with row r, for rows of `length` floats that stand `stride` bytes apart. */
export function dots(rows: usize, stride: usize, count: i32, vector: usize, length: i32, out: usize): void {
  for (let row = 0; row < count; row++) {
    store<f32>(out + (<usize>row << 2), dot(rows + <usize>row * stride, vector, length));
  }
}

@inline
function sigmoid(x: v128): v128 {
  const one = f32x4.splat(1);
  return f32x4.div(one, f32x4.add(one, exponential(f32x4.neg(x))));
}

@inline
function tanh(x: v128): v128 {
  const one = f32x4.splat(1);
  const two = f32x4.splat(2);
  return f32x4.sub(f32x4.div(two, f32x4.add(one, exponential(f32x4.mul(x, f32x4.splat(-2))))), one);
}

// e^x = 2^n × e^r with |r| ≤ ln 2 / 2, e^r by its Taylor polynomial of degree 6: relative error below 2e-7.
// x is cut at ±87 so that 2^n stays a normal float.
@inline
function exponential(x: v128): v128 {
  const cut = f32x4.max(f32x4.min(x, f32x4.splat(87)), f32x4.splat(-87));
  const n = f32x4.nearest(f32x4.mul(cut, f32x4.splat(1.4426950408889634)));
  const r = f32x4.sub(f32x4.sub(cut, f32x4.mul(n, f32x4.splat(0.693359375))), f32x4.mul(n, f32x4.splat(-2.12194440e-4)));
  let p = f32x4.splat(1.0 / 720.0);
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.0 / 120.0));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.0 / 24.0));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.0 / 6.0));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(0.5));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1));
  const power = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(n), i32x4.splat(127)), 23);
  return f32x4.mul(p, power);
}
