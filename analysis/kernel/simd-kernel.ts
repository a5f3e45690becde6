import { type Kernel, KernelArrays } from './kernel.ts'
import { KERNEL_BYTES } from './kernel-bytes.ts'
import type { MultiplicityTable } from './multiplicity-table.ts'

/** What is used of WebAssembly, which engines have and ECMAScript does not name. */
interface WebAssemblyEngine {
  validate(bytes: Uint8Array): boolean
  Module: new (bytes: Uint8Array) => object
  Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer }
  Instance: new (module: object, imports: object) => { readonly exports: KernelExports }
}
declare const WebAssembly: WebAssemblyEngine | undefined

/** `kernel.wat`'s functions; arrays are places in its memory. */
interface KernelExports {
  draw(...places: readonly number[]): void
  countCells(...places: readonly number[]): void
  rakePass(...places: readonly number[]): void
  weigh(...places: readonly number[]): void
  addClassSums(...places: readonly number[]): void
}

const PAGE = 65_536
/** Where the table of multiplicities is, and how much of the memory it has. */
const BOUNDS_AT = 256
const COUNT_AT = 320
const TABLE_BYTES = 336

/**
 * The kernel compiled from `kernel.wat`, two float64 at a time; undefined where there is no
 * WebAssembly, where it has no vectors, or where the engine lets nobody compile (Cloudflare
 * Workers), and `plainKernel` has to do.
 *
 * Cost: about a millisecond to compile.
 *
 * @see WebAssembly Core Specification 2.0, vector instructions
 * @example
 * simdKernel(multiplicityTable('poisson'), 1024)?.name // => 'simd'
 */
export function simdKernel(table: MultiplicityTable, bytes: number): Kernel | undefined {
  const module = compiled()
  if (!module || !WebAssembly) return undefined
  const memory = new WebAssembly.Memory({ initial: Math.ceil((TABLE_BYTES + bytes) / PAGE) })
  const { buffer } = memory
  new Uint8Array(buffer).set(table.byByte)
  new Uint32Array(buffer, BOUNDS_AT).set(table.bounds)
  new Uint32Array(buffer, COUNT_AT)[0] = table.bounds.length
  const { exports } = new WebAssembly.Instance(module, { kernel: { memory } })
  return overMemory(exports, new KernelArrays(buffer, TABLE_BYTES))
}

function overMemory(exports: KernelExports, arrays: KernelArrays): Kernel {
  return {
    name: 'simd',
    arrays,
    draw(numbers, ids, { key: [low, high], replicate }) {
      exports.draw(numbers.byteOffset, ids.byteOffset, ids.length / 2, low, high, replicate >>> 2)
    },
    countCells(drawn, numbers, cellOf) {
      exports.countCells(drawn.byteOffset, numbers.byteOffset, cellOf.byteOffset, cellOf.length)
    },
    rakePass({ weights, before, steps, places, sums }) {
      exports.rakePass(
        weights.byteOffset,
        places.length,
        before.byteOffset,
        steps.byteOffset,
        places.byteOffset,
        sums.byteOffset,
      )
    },
    weigh({ weights, numbers, cellOf, factors, least, step, totals }) {
      exports.weigh(
        weights.byteOffset,
        numbers.byteOffset,
        cellOf.byteOffset,
        cellOf.length,
        factors.byteOffset,
        least.byteOffset,
        totals.byteOffset,
        step,
      )
    },
    addClassSums({ classes, ends, firms }, weights, sums) {
      exports.addClassSums(
        classes.byteOffset,
        ends.byteOffset,
        ends.length,
        firms.byteOffset,
        weights.byteOffset,
        sums.byteOffset,
      )
    },
  }
}

function compiled(): object | undefined {
  if (typeof WebAssembly === 'undefined' || !WebAssembly.validate(KERNEL_BYTES)) return undefined
  try {
    return new WebAssembly.Module(KERNEL_BYTES)
  } catch {
    // Workers compile modules when they are deployed and at no other time.
    return undefined
  }
}
