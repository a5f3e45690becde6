import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import process from 'node:process'
import openWabt from 'wabt'

const folder = new URL('../../analysis/kernel/', import.meta.url)

/** The source text of the file that holds the kernel's bytes, assembled anew from `kernel.wat`. */
export async function assembledKernel(): Promise<string> {
  const wabt = await openWabt()
  const source = readFileSync(new URL('kernel.wat', folder), 'utf8')
  const module = wabt.parseWat('kernel.wat', source, { simd: true })
  module.validate()
  const { buffer } = module.toBinary({})
  module.destroy()
  const lines =
    Buffer.from(buffer)
      .toString('hex')
      .match(/.{1,104}/g) ?? []
  return [
    '// Assembled from kernel.wat: node tests/support/assemble-kernel.ts',
    'const HEX = `',
    ...lines,
    '`',
    '',
    '/** The kernel as engines take it. */',
    'export const KERNEL_BYTES = Uint8Array.from(HEX.match(/[0-9a-f]{2}/g) ?? [], (byte) =>',
    '  Number.parseInt(byte, 16),',
    ')',
    '',
  ].join('\n')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL('kernel-bytes.ts', folder), await assembledKernel())
}
